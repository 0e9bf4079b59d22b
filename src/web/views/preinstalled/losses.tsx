import { createSignal, For, type JSX, Show } from "solid-js";
import { t } from "../../i18n.ts";
import { whatIsLost } from "../../package-texts.ts";
import { SaidText } from "../../parts/said.tsx";
import { LevelMark } from "./level.tsx";
import { type Losses, levelOf } from "./rows.ts";

/** Apps that are shown at first. */
const shownFirst = 8;

/** What putting apps away costs, before it is done: what each did, what stays and needs them, what nobody can vouch for. */
export function LossNotes(props: {
  readonly losses: Losses;
  readonly nameOf: (name: string) => string;
  /** Days after which the phone forgets this computer; null for never, undefined where it did not tell. */
  readonly forgetsAfterDays: number | null | undefined;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  const rows = () => (all() ? props.losses.rows : props.losses.rows.slice(0, shownFirst));
  const days = () => Math.max(1, Math.round(props.forgetsAfterDays ?? 0));
  return (
    <>
      <Show when={props.losses.unsure > 0}>
        <p class="notice bad">{t("preinstalled.unsure", { count: props.losses.unsure })}</p>
      </Show>
      <For each={props.losses.unsafe}>
        {(name) => <p class="notice bad">{t("preinstalled.uadUnsafe", { name: props.nameOf(name) })}</p>}
      </For>
      <For each={props.losses.needing}>
        {({ name, other }) => (
          <p class="notice ask">
            {t("preinstalled.stillNeeded", { name: props.nameOf(name), other: props.nameOf(other) })}
          </p>
        )}
      </For>
      <h3>{t("preinstalled.loss")}</h3>
      <ul class="losses">
        <For each={rows()}>
          {(app) => (
            <li>
              <LevelMark level={levelOf(app)} />
              <span class="grow">
                <strong>
                  <bdi>{props.nameOf(app.name)}</bdi>
                </strong>
                {": "}
                <Show when={app.listed} fallback={t("preinstalled.unknownLoss")}>
                  {(listed) => <SaidText said={whatIsLost(listed())} />}
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.losses.rows.length > rows().length}>
        <button type="button" class="button quiet small" onClick={() => setAll(true)}>
          {t("findings.more", { count: props.losses.rows.length - rows().length })}
        </button>
      </Show>
      <Show when={typeof props.forgetsAfterDays === "number"}>
        <p class="notice">{t("preinstalled.forgets", { days: days() })}</p>
      </Show>
    </>
  );
}
