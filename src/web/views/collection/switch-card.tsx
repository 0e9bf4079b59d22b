import { createSignal, For, type JSX, Show } from "solid-js";
import type { Opened } from "../../../centre/guide.ts";
import { phraseSaid } from "../../answers.ts";
import { ask, type Failure } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { Failed, failureIn } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import type { EvidenceGrade, Switch } from "./switches.ts";

const icons: Readonly<Record<Switch["state"], IconName>> = {
  on: "high",
  off: "pass",
  unknown: "unknown",
  "not-here": "not-applicable",
};
const marks: Readonly<Record<Switch["state"], string>> = {
  on: "high",
  off: "pass",
  unknown: "unknown",
  "not-here": "info",
};

/** One switch: how it stands, what it sends to whom, how that is known, what it does not stop, and the ways to turn it. */
export function SwitchCard(props: {
  readonly phone: string | null;
  readonly of: Switch;
  readonly onTurn: (to: "off" | "on") => void;
}): JSX.Element {
  const other = () => (props.of.state === "off" ? "on" : "off");
  const name = () =>
    `${phraseSaid(props.of.name).text}${props.of.user ? `, ${t("collection.user", { user: props.of.user })}` : ""}`;
  return (
    <article class={`card column edge ${marks[props.of.state]}`}>
      <div class="switch">
        <div class="grow">
          <p class={`mark ${marks[props.of.state]}`}>
            <Icon name={icons[props.of.state]} />
            {t(`collection.state.${props.of.state}`)}
          </p>
          <h3 lang={phraseSaid(props.of.name).lang}>{name()}</h3>
        </div>
        <Show when={props.phone !== null && props.of.byComputer}>
          <button type="button" class="button quiet no-print" onClick={() => props.onTurn(other())}>
            {t(other() === "off" ? "collection.off" : "collection.on")}
            <span class="visually-hidden">: {name()}</span>
          </button>
        </Show>
      </div>
      <Show when={props.of.since}>
        {(since) => <p class="soft">{t("collection.since", { time: formatTime(since().at) })}</p>}
      </Show>
      <dl class="facts">
        <dt>{t("collection.sends")}</dt>
        <dd>
          <Phrase of={props.of.sends} />
        </dd>
        <dt>{t("collection.to")}</dt>
        <dd>
          <Phrase of={props.of.to} />
        </dd>
        <dt>{t("collection.remains")}</dt>
        <dd>
          <Phrase of={props.of.remains} />
        </dd>
      </dl>
      <Show when={!props.of.byComputer}>
        <p class="notice">{t("collection.onlyYou")}.</p>
      </Show>
      <details>
        <summary>
          {t("collection.known")}: <Grade grade={props.of.evidence.grade} />
        </summary>
        <References of={props.of.evidence.sources} />
      </details>
      <details open={!props.of.byComputer && props.of.state !== "off"}>
        <summary>{t("collection.byHand")}</summary>
        <Show when={props.of.refused}>
          {(why) => (
            <p class="soft">
              <Phrase of={why()} />
            </p>
          )}
        </Show>
        <ol>
          <For each={props.of.steps}>
            {(step) => (
              <li>
                <Phrase of={step} />
              </li>
            )}
          </For>
        </ol>
        <Show when={props.phone !== null && props.of.screen}>
          {(screen) => <OpenScreen phone={props.phone ?? ""} screen={screen()} user={props.of.user} />}
        </Show>
      </details>
    </article>
  );
}

/** Opens the screen on the phone, and says whether the phone shows it. */
function OpenScreen(props: {
  readonly phone: string;
  readonly screen: string;
  readonly user: number | null;
}): JSX.Element {
  const [opened, setOpened] = createSignal<Opened>();
  const [failure, setFailure] = createSignal<Failure>();
  const open = async () => {
    setFailure(undefined);
    setOpened(undefined);
    const path = `/phones/${encodeURIComponent(props.phone)}/screens/${encodeURIComponent(props.screen)}`;
    try {
      setOpened(await ask<Opened>(path, { body: props.user === null ? {} : { user: props.user } }));
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <div class="no-print">
      <button type="button" class="button quiet small" onClick={() => void open()}>
        {t("collection.openScreen")}
      </button>
      <div role="status">
        <Show when={opened()} keyed>
          {(answer) =>
            answer.state === "opened" ? (
              <p>{t("collection.screenOpen")}</p>
            ) : (
              <p>
                <Phrase of={answer.reason} /> <Phrase of={answer.way} />
              </p>
            )
          }
        </Show>
        <Show when={failure()}>{(why) => <Failed failure={why()} />}</Show>
      </div>
    </div>
  );
}

/** How sure something is, in words. */
export function Grade(props: { readonly grade: EvidenceGrade }): JSX.Element {
  return <span>{t(`collection.grade.${props.grade}`)}</span>;
}

/** Where it is written: links to what is on the net, names of what is not. */
export function References(props: { readonly of: readonly string[] }): JSX.Element {
  return (
    <ul class="sources">
      <For each={props.of}>
        {(source) => (
          <li>
            {source.startsWith("https://") ? (
              <a href={source} target="_blank" rel="noreferrer noopener">
                {source.replace(/^https:\/\/(?:www\.)?/, "")}
              </a>
            ) : (
              <Phrase of={source} />
            )}
          </li>
        )}
      </For>
    </ul>
  );
}
