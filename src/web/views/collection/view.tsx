import { createSignal, For, type JSX, Show } from "solid-js";
import type { ActionCall } from "../../../core/action.ts";
import type { Failure } from "../../api.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ChangeDialog } from "../../parts/change-dialog.tsx";
import { LiveView, useLive } from "../../parts/live.tsx";
import { Failed, failureIn } from "../../parts/loading.tsx";
import type { Examined } from "../examination.tsx";
import { Grade, References, SwitchCard } from "./switch-card.tsx";
import type { Collection, Switch } from "./switches.ts";
import "../../style/tables.css";
import "./collection.css";
import { phraseSaid } from "../../answers.ts";
import { Phrase } from "../../parts/said.tsx";

/** By which switches the phone itself collects: state, what each sends to whom, how that is known, off and on. */
export default function CollectionView(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const phone = () => props.examined.examination?.phone ?? null;
  const live = useLive<Collection>({
    id: props.id,
    phone: phone(),
    part: "collection",
    examinedAt: props.examined.report.takenAt,
  });
  return (
    <>
      <h1>{t("collection.title")}</h1>
      <p class="soft lead">{t("collection.lead")}</p>
      <LiveView live={live} phone={phone()}>
        {(collection) => <Loaded phone={phone()} collection={collection()} onChanged={() => live.read()} />}
      </LiveView>
    </>
  );
}

/** What a person chose: the changes, and the ids of what was so already and is to stay so. */
interface Choice {
  readonly title: string;
  readonly to: "off" | "on";
  readonly calls: readonly ActionCall[];
  readonly kept: readonly Pick<Switch, "id" | "user">[];
}

function Loaded(props: {
  readonly phone: string | null;
  readonly collection: Collection;
  readonly onChanged: () => Promise<void>;
}): JSX.Element {
  const [choice, setChoice] = createSignal<Choice>();
  const [noted, setNoted] = createSignal<{ readonly problem: string | null; readonly failure: Failure | null }>();
  const here = () => props.collection.switches.filter(({ state }) => state !== "not-here");
  const away = () => [
    ...new Map(
      props.collection.switches.filter(({ state }) => state === "not-here").map((each) => [each.id, each]),
    ).values(),
  ];
  const vendors = () => [...new Set(here().map(({ vendor }) => vendor))];
  const of = (state: Switch["state"]) => here().filter((each) => each.state === state);
  const byComputer = (state: Switch["state"]) => of(state).filter((each) => each.byComputer);
  const note = async ({ to, kept }: Pick<Choice, "to" | "kept">) => {
    const path = `/phones/${encodeURIComponent(props.phone ?? "")}/collection/consent`;
    const said = await ask<{ readonly problem: string | null }>(path, { body: { to, switches: kept } }).then(
      ({ problem }) => ({ problem, failure: null }),
      (error: unknown) => ({ problem: null, failure: failureIn(error) }),
    );
    setNoted(said);
    await props.onChanged();
  };
  const allOff = () => {
    const calls = byComputer("on").map(({ calls }) => calls.off);
    setChoice({
      title: t("collection.allOffTitle"),
      to: "off",
      calls,
      kept: byComputer("off").map(({ id, user }) => ({ id, user })),
    });
  };
  const turn = (one: Switch, to: "off" | "on") => {
    const title = t(to === "off" ? "collection.offTitle" : "collection.onTitle", { name: phraseSaid(one.name).text });
    setChoice({ title, to, calls: [one.calls[to]], kept: [] });
  };
  return (
    <>
      <div class="row wrap">
        <strong role="status">
          {t("collection.someOn", {
            count: of("on").length,

            unknown: of("unknown").length,
          })}
        </strong>
        <Show when={props.phone !== null}>
          <Show
            when={byComputer("on").length > 0}
            fallback={
              <Show when={byComputer("off").length > 0}>
                <button
                  type="button"
                  class="button quiet"
                  onClick={() =>
                    void note({ to: "off", kept: byComputer("off").map(({ id, user }) => ({ id, user })) })
                  }
                >
                  {t("collection.keepOff")}
                </button>
              </Show>
            }
          >
            <button type="button" class="button no-print" onClick={allOff}>
              {t("collection.allOff", { count: byComputer("on").length })}
            </button>
          </Show>
        </Show>
      </div>
      <Show when={noted()}>{(said) => <Noted problem={said().problem} failure={said().failure} />}</Show>
      <For each={vendors()}>
        {(vendor) => (
          <section class="section" aria-labelledby={`vendor-${vendor}`}>
            <h2 id={`vendor-${vendor}`}>{vendor}</h2>
            <For each={here().filter((each) => each.vendor === vendor)}>
              {(one) => <SwitchCard phone={props.phone} of={one} onTurn={(to) => turn(one, to)} />}
            </For>
          </section>
        )}
      </For>
      <Show when={away().length > 0}>
        <details class="section">
          <summary>
            {t("collection.notHere")} ({away().length})
          </summary>
          <ul>
            <For each={away()}>
              {({ vendor, name }) => (
                <li>
                  {vendor}: <Phrase of={name} />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <NotStopped of={props.collection.notStopped} />
      <Show when={choice()} keyed>
        {(wanted) => (
          <ChangeDialog
            phone={props.phone ?? ""}
            calls={wanted.calls}
            title={wanted.title}
            onClose={(changed) => {
              setChoice(undefined);
              if (changed) void note(wanted);
            }}
          />
        )}
      </Show>
    </>
  );
}

function NotStopped(props: { readonly of: Collection["notStopped"] }): JSX.Element {
  return (
    <section class="section">
      <h2>{t("collection.notStopped")}</h2>
      <ul class="plain">
        <For each={props.of}>
          {({ text, grade, source }) => (
            <li class="notice">
              <p>
                <Phrase of={text} />
              </p>
              <p class="soft">
                <Grade grade={grade} /> <References of={[source]} />
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

/** Whether the choice stands in the journal. */
function Noted(props: { readonly problem: string | null; readonly failure: Failure | null }): JSX.Element {
  return (
    <Show
      when={props.failure}
      fallback={
        <p class={`notice ${props.problem === null ? "good" : "ask"}`} role="status">
          <Show when={props.problem} fallback={t("collection.kept")}>
            {(problem) => <Phrase of={problem()} />}
          </Show>
        </p>
      }
    >
      {(failure) => <Failed failure={failure()} />}
    </Show>
  );
}
