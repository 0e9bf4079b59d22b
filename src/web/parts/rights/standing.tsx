import { type JSX, Show } from "solid-js";
import type { PageRequest } from "../../../centre/rights-page.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../icon.tsx";
import { dayWords, leftWords, standingOf, toneOf } from "./words.ts";

/** Where a request stands: shape, word and colour. */
export function StandingMark(props: { readonly of: PageRequest }): JSX.Element {
  const sign = () => {
    const tone = toneOf(props.of);
    return tone === "info" ? (props.of.state === "waiting" ? "history" : "document") : tone;
  };
  return (
    <span class={`mark ${toneOf(props.of)}`}>
      <Icon name={sign()} />
      {t(`rights.state.${standingOf(props.of)}`)}
    </span>
  );
}

/** The day on which an answer is due, as a leaf of a calendar; whoever reads by ear is told it in the words beside it. */
export function Leaf(props: { readonly of: PageRequest }): JSX.Element {
  return (
    <Show when={props.of.daysLeft === null ? null : props.of.due}>
      {(day) => (
        <div class={`leaf ${toneOf(props.of)}`} aria-hidden="true">
          <span class="leaf-month">{dayWords(day(), { month: "short" })}</span>
          <span class="leaf-day">{Number(day().slice(8))}</span>
        </div>
      )}
    </Show>
  );
}

/** By when an answer is due, and how many days are left; or when it was sent or written. */
export function DueLine(props: { readonly of: PageRequest }): JSX.Element {
  const running = () => ["waiting", "contested"].includes(props.of.state);
  return (
    <Show when={running()}>
      <Show when={props.of.due} fallback={<span>{t("rights.noTime")}</span>}>
        {(day) => (
          <span>
            {t("rights.due", { day: dayWords(day()) })} · <strong class="nowrap">{leftWords(props.of)}</strong>
          </span>
        )}
      </Show>
    </Show>
  );
}
