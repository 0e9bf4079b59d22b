import { createResource, For, type JSX, Show } from "solid-js";
import type { ComparedExaminations } from "../../centre/compare-examinations.ts";
import { type Difference, differences, type FindingDifference } from "../../centre/compare-reports.ts";
import { ask } from "../api.ts";
import { formatTime, type MessageKey, t } from "../i18n.ts";
import { Evidence, subjectName } from "../parts/evidence.tsx";
import { Fetched } from "../parts/fetched.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { Link } from "../parts/link.tsx";
import { SeverityMark, StateMark } from "../parts/severity.tsx";
import { nameOf } from "./examinations.tsx";
import "../style/keeping.css";
import { findingSaid, outcomeSaid } from "../answers.ts";
import { Phrase, SaidText } from "../parts/said.tsx";

const looks: Readonly<Record<Difference, readonly [MessageKey, MessageKey, IconName, string]>> = {
  new: ["compare.new", "compare.newAbout", "high", "high"],
  "newly-read": ["compare.newlyRead", "compare.newlyReadAbout", "info", "info"],
  changed: ["compare.changed", "compare.changedAbout", "medium", "medium"],
  "not-read": ["compare.notRead", "compare.notReadAbout", "unknown", "unknown"],
  gone: ["compare.gone", "compare.goneAbout", "pass", "pass"],
};

/** Two examinations held against each other: what is new, what is gone, what changed, and what cannot be told any more. */
export default function Comparison(props: { readonly before: string; readonly after: string }): JSX.Element {
  const [compared, { refetch }] = createResource(
    () => [props.before, props.after] as const,
    ([before, after]) => ask<ComparedExaminations>(`/compare?${new URLSearchParams({ before, after })}`),
  );
  return (
    <div class="page">
      <p class="no-print">
        <Link to="/examinations">{t("compare.back")}</Link>
      </p>
      <h1>{t("compare.title")}</h1>
      <Fetched from={compared} again={() => void refetch()}>
        {(found) => (
          <>
            <ol class="cards two between-two">
              <For each={[found().before, found().after]}>
                {(each, i) => (
                  <li class="card">
                    <div class="grow">
                      <p class="soft">{t(i() === 0 ? "compare.before" : "compare.after")}</p>
                      <h2>
                        <Link to={`/e/${each.id}`}>{nameOf(each)}</Link>
                      </h2>
                      <p class="soft">{formatTime(each.takenAt ?? each.keptAt)}</p>
                    </div>
                  </li>
                )}
              </For>
            </ol>
            <Show when={found().samePhone === false}>
              <p class="notice ask">{t("compare.otherPhone")}</p>
            </Show>
            <Show when={found().samePhone === null}>
              <p class="notice">{t("compare.maybeOther")}</p>
            </Show>
            <Differences found={found()} />
          </>
        )}
      </Fetched>
    </div>
  );
}

function Differences(props: { readonly found: ComparedExaminations }): JSX.Element {
  const { counts, findings, answers } = props.found.comparison;
  const kinds = differences.filter((each) => counts[each] > 0);
  // Findings that came and went say it already.
  const told = new Set(findings.map(({ check }) => check));
  const otherAnswers = answers.filter(({ check }) => !told.has(check));
  return (
    <>
      <ul class="tally fates">
        <For each={differences}>
          {(each) => (
            <li class="count" data-none={counts[each] === 0 ? "" : undefined}>
              <strong>{counts[each]}</strong>
              <span class={`mark ${looks[each][3]}`}>
                <Icon name={looks[each][2]} />
                {t(looks[each][0])}
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="soft">{t("compare.same", { count: counts.same })}</p>
      <Show when={kinds.length === 0 && otherAnswers.length === 0}>
        <p class="empty">{t("compare.nothing")}</p>
      </Show>
      <For each={kinds}>
        {(kind) => (
          <section class="section">
            <h2 class="row">
              <span class={`mark ${looks[kind][3]}`}>
                <Icon name={looks[kind][2]} />
              </span>
              {t(looks[kind][0])}
            </h2>
            <p class="soft">{t(looks[kind][1])}</p>
            <ul class="cards">
              <For each={findings.filter(({ difference }) => difference === kind)}>
                {(finding) => <Finding of={finding} found={props.found} />}
              </For>
            </ul>
          </section>
        )}
      </For>
      <Show when={otherAnswers.length > 0}>
        <section class="section">
          <h2>{t("compare.answers")}</h2>
          <ul class="cards">
            <For each={otherAnswers}>
              {({ check, question, before, after }) => (
                <li class="card">
                  <p class="grow">
                    <SaidText said={outcomeSaid({ check, state: "unknown", question }, "question")} />
                  </p>
                  <span class="row wrap">
                    <Answer of={before} />
                    <span aria-hidden="true">→</span>
                    <Answer of={after} />
                  </span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}

function Answer(props: { readonly of: FindingAnswer }): JSX.Element {
  return (
    <Show when={props.of !== "absent" && props.of} fallback={<span class="soft">{t("compare.notAsked")}</span>}>
      {(state) => <StateMark state={state()} />}
    </Show>
  );
}
type FindingAnswer = ComparedExaminations["comparison"]["answers"][number]["before"];

function Finding(props: { readonly of: FindingDifference; readonly found: ComparedExaminations }): JSX.Element {
  const { after, before, check, reason, severity, title } = props.of;
  const shown = after ?? before;
  const id = after ? props.found.after.id : props.found.before.id;
  return (
    <li class={`card edge ${severity}`}>
      <div class="grow">
        <SeverityMark severity={severity} />
        <h3>
          <Link to={`/e/${id}/findings/${encodeURIComponent(check)}`}>
            <SaidText said={outcomeSaid({ check, state: "fail", title }, "title")} />
          </Link>
        </h3>
        <Show
          when={before && after && before.message !== after.message}
          fallback={
            <p>
              <Message check={check} of={shown} />
            </p>
          }
        >
          <p>
            <del>
              <Message check={check} of={before} />
            </del>
          </p>
          <p>
            <ins>
              <Message check={check} of={after} />
            </ins>
          </p>
        </Show>
        <Show when={reason}>
          {(why) => (
            <p class="soft">
              {t("findings.reason")}: <Phrase of={why()} />
            </p>
          )}
        </Show>
        <Show when={shown && shown.evidence.length > 0 && shown}>
          {(finding) => (
            <details>
              <summary>
                {t("findings.evidence")} <span class="soft">{subjectName(finding().subject)}</span>
              </summary>
              <Evidence evidence={finding().evidence} />
            </details>
          )}
        </Show>
      </div>
    </li>
  );
}

/** The sentence of a finding that one of the two has. */
function Message(props: { readonly check: string; readonly of: FindingDifference["after"] }): JSX.Element {
  return <Show when={props.of}>{(finding) => <SaidText said={findingSaid(props.check, finding())} />}</Show>;
}
