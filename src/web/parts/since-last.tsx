import { createResource, For, type JSX, Show } from "solid-js";
import type { ComparedExaminations } from "../../centre/compare-examinations.ts";
import type { FindingDifference } from "../../centre/compare-reports.ts";
import { findingSaid } from "../answers.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Link } from "./link.tsx";
import { SaidText } from "./said.tsx";

/** Differences that are shown at once. */
const shownFirst = 5;

const icons = {
  new: "plus",
  "newly-read": "info",
  gone: "pass",
  "not-read": "unknown",
  changed: "medium",
} as const satisfies Record<FindingDifference["difference"], IconName>;

const order = Object.keys(icons);

/** What is not as it was when the same phone was examined before; nothing where it was not. */
export function SinceLast(props: { readonly id: string }): JSX.Element {
  const [compared] = createResource(
    () => props.id,
    async (id) => {
      const path = `/examinations/${encodeURIComponent(id)}/since`;
      // An overview stands without it.
      const answer = await ask<{ readonly compared: ComparedExaminations | null }>(path).catch(() => null);
      return answer?.compared ?? null;
    },
  );
  return <Show when={compared.state === "ready" && compared()}>{(found) => <Differences compared={found()} />}</Show>;
}

function Differences(props: { readonly compared: ComparedExaminations }): JSX.Element {
  // What came and what went before what only reads differently, as the age of something.
  const findings = () =>
    [...props.compared.comparison.findings].sort((a, b) => order.indexOf(a.difference) - order.indexOf(b.difference));
  const before = () => props.compared.before;
  return (
    <section aria-labelledby="since-title">
      <h2 class="section" id="since-title">
        {t("overview.since", { time: formatTime(before().takenAt ?? before().keptAt) })}
      </h2>
      <div class="card column">
        <Show when={findings().length > 0} fallback={<p>{t("overview.sinceNothing")}</p>}>
          <ul class="differences">
            <For each={findings().slice(0, shownFirst)}>
              {(each) => (
                <li>
                  <span class={`mark ${each.difference === "gone" ? "pass" : each.severity}`}>
                    <Icon name={icons[each.difference]} />
                    {t(`overview.difference.${each.difference}`)}
                  </span>
                  <Sentence difference={each} />
                </li>
              )}
            </For>
          </ul>
          <Show when={findings().length > shownFirst}>
            <p class="soft">{t("overview.sinceMore", { count: findings().length - shownFirst })}</p>
          </Show>
          <p class="no-print">
            <Link to={`/compare/${encodeURIComponent(before().id)}/${encodeURIComponent(props.compared.after.id)}`}>
              {t("overview.compare")}
            </Link>
          </p>
        </Show>
      </div>
    </section>
  );
}

function Sentence(props: { readonly difference: FindingDifference }): JSX.Element {
  const finding = () => props.difference.after ?? props.difference.before;
  return (
    <Show when={finding()} fallback={<span>{props.difference.title}</span>}>
      {(found) => <SaidText said={findingSaid(props.difference.check, found())} />}
    </Show>
  );
}
