import { createSignal, For, type JSX, Show } from "solid-js";
import { severities } from "../../../core/check.ts";
import type { TrafficFinding } from "../../../traffic/traffic-report.ts";
import { t } from "../../i18n.ts";
import { SaidText } from "../said.tsx";
import { SeverityMark } from "../severity.tsx";
import { findingCaution, findingMessage, findingTitle } from "./rule-words.ts";

/** Findings that are shown before the rest is asked for. */
const shownAtFirst = 5;

/** What stands out, the gravest first. */
export function TrafficFindings(props: {
  readonly findings: readonly TrafficFinding[];
  readonly nameOf: (key: string | null) => string;
  /** Whether they are all of one app. */
  readonly alone: boolean;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  const sorted = () =>
    [...props.findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const shown = () => (all() ? sorted() : sorted().slice(0, shownAtFirst));
  return (
    <section class="card column" aria-labelledby="traffic-findings">
      <h2 id="traffic-findings">{t("traffic.findings")}</h2>
      <Show when={sorted().length > 0} fallback={<p class="soft">{t("traffic.noFindings")}</p>}>
        <ul class="findings">
          <For each={shown()}>{(each) => <Finding of={each} nameOf={props.nameOf} alone={props.alone} />}</For>
        </ul>
        <Show when={sorted().length > shown().length}>
          <button type="button" class="button quiet start" onClick={() => setAll(true)}>
            {t("traffic.moreFindings", { count: sorted().length - shown().length })}
          </button>
        </Show>
      </Show>
    </section>
  );
}

function Finding(props: {
  readonly of: TrafficFinding;
  readonly nameOf: (key: string | null) => string;
  readonly alone: boolean;
}): JSX.Element {
  const { severity, articles, caution, references, app } = props.of;
  return (
    <li>
      <div class="row wrap">
        <SeverityMark severity={severity} />
        <Show when={!props.alone && app !== null}>
          <span class="soft">{props.nameOf(app)}</span>
        </Show>
      </div>
      <p class="message">
        <SaidText said={findingTitle(props.of)} />
      </p>
      <p>
        <SaidText said={findingMessage(props.of)} />
      </p>
      <Show when={articles.length > 0 || caution !== null || references.length > 0}>
        <details>
          <summary>{t("traffic.lookAt")}</summary>
          <Show when={articles.length > 0}>
            <p>{articles.join(" · ")}</p>
          </Show>
          <Show when={findingCaution(props.of)}>
            {(said) => (
              <p>
                <SaidText said={said()} />
              </p>
            )}
          </Show>
          <ul class="sources" aria-label={t("traffic.sources")}>
            <For each={references}>
              {(each) => (
                <li>
                  <Show when={each.startsWith("https://")} fallback={each}>
                    <a href={each} rel="noreferrer" target="_blank">
                      {each}
                    </a>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </li>
  );
}
