import { createMemo, For, type JSX, Match, Show, Switch } from "solid-js";
import type { Ask, ControlEvidence, ControlResult } from "../../../core/assessment.ts";
import { findingSaid, outcomeSaid } from "../../answers.ts";
import { controlSaid } from "../../control-texts.ts";
import { formatDay, t } from "../../i18n.ts";
import { Evidence } from "../../parts/evidence.tsx";
import { Link } from "../../parts/link.tsx";
import { SaidText } from "../../parts/said.tsx";
import { StateMark } from "../../parts/severity.tsx";
import { ControlMark } from "./marks.tsx";
import { AnswerForm } from "./questions.tsx";
import type { Assessed } from "./view.tsx";

/** One control: how it stands, and folded why, what it was judged from, and where others speak of it. */
export function ControlRow(props: { readonly of: Assessed; readonly result: ControlResult }): JSX.Element {
  const control = () => props.of.kept.controls.find(({ id }) => id === props.result.id);
  return (
    <li>
      <details class="control" id={props.result.id}>
        <summary>
          <ControlMark state={props.result.state} />
          <h4>
            <SaidText said={controlSaid(props.result.title)} />
          </h4>
          <span class="soft">
            {props.result.id} · {t(`control.${props.result.level}`)} · {t(`severity.${props.result.severity}`)}
          </span>
        </summary>
        <div class="control-body">
          <ByHand result={props.result} />
          <p>
            <strong>{t("control.why")}:</strong> <SaidText said={controlSaid(props.result.why)} />
          </p>
          <p>
            <strong>{t("control.how")}:</strong>{" "}
            {t(
              props.result.evidence.length === 0
                ? "control.rulePerson"
                : control()?.rule === "any"
                  ? "control.ruleAny"
                  : "control.ruleAll",
            )}
          </p>
          <Show when={props.result.evidence.length > 0}>
            <ul class="asked">
              <For each={props.result.evidence}>
                {(evidence) => (
                  <AskedCheck
                    of={props.of}
                    evidence={evidence}
                    ask={control()?.asks.find(({ check }) => check === evidence.check)}
                  />
                )}
              </For>
            </ul>
          </Show>
          <Show when={props.result.question !== null && props.result.basis !== "checks"}>
            <AnswerForm of={props.of} result={props.result} />
          </Show>
          <details class="references">
            <summary>{t("control.references")}</summary>
            <ul lang="en">
              <For each={props.result.references}>
                {({ document, edition, section }) => (
                  <li>
                    {document} ({edition}): {section}
                  </li>
                )}
              </For>
            </ul>
          </details>
        </div>
      </details>
    </li>
  );
}

/** What a person said, where that decided it. */
function ByHand(props: { readonly result: ControlResult }): JSX.Element {
  return (
    <Show when={props.result.basis === "person" && props.result.answer}>
      {(answer) => (
        <p class="notice">
          {t(`control.byHand.${answer().answer}`, {
            day: answer().on ? formatDay(Date.parse(answer().on ?? "")) : "–",
          })}
          <Show when={answer().note}>{(note) => <> “{note()}”</>}</Show>
        </p>
      )}
    </Show>
  );
}

/** Findings of one check that are shown at once. */
const shownFirst = 3;

/** One question that the control asks: its answer, how that speaks of the control, and what was found. */
function AskedCheck(props: {
  readonly of: Assessed;
  readonly evidence: ControlEvidence;
  readonly ask: Pick<Ask, "wants" | "counts" | "neededHere"> | undefined;
}): JSX.Element {
  // What records of traffic answer is no check, and stands in no report.
  const outcome = createMemo(() =>
    props.of.examined.report.outcomes.find(({ check }) => check === props.evidence.check),
  );
  const title = () => {
    const known = outcome();
    return known ? outcomeSaid(known, "title") : controlSaid(props.evidence.title);
  };
  const findings = () => outcome()?.findings ?? [];
  const tone = () => ({ for: "pass", against: "high", not: "unknown" })[props.evidence.speaks];
  return (
    <li class={`edge ${tone()}`}>
      <div class="row wrap">
        <StateMark state={props.evidence.state} />
        <span class="soft">{t(`control.speaks.${props.evidence.speaks}`)}</span>
      </div>
      <p class="message">
        <SaidText said={title()} />
      </p>
      <Reason evidence={props.evidence} ask={props.ask} />
      <Show when={outcome()} fallback={<RecordedFindings evidence={props.evidence} />}>
        <ul>
          <For each={findings().slice(0, shownFirst)}>
            {(finding) => (
              <li>
                <SaidText said={findingSaid(props.evidence.check, finding)} />
                <details>
                  <summary>{t("findings.evidence")}</summary>
                  <Evidence evidence={finding.evidence} />
                </details>
              </li>
            )}
          </For>
          <Show when={findings().length > shownFirst}>
            <li class="soft">{t("control.moreFindings", { count: findings().length - shownFirst })}</li>
          </Show>
        </ul>
        <p class="no-print">
          <Link to={`/e/${encodeURIComponent(props.of.id)}/findings/${encodeURIComponent(props.evidence.check)}`}>
            {t("control.finding")}
            <span class="visually-hidden">
              : <SaidText said={title()} />
            </span>
          </Link>
        </p>
      </Show>
    </li>
  );
}

/** What records of traffic showed: names of hosts and companies. */
function RecordedFindings(props: { readonly evidence: ControlEvidence }): JSX.Element {
  return (
    <Show when={props.evidence.findings.length > 0}>
      <ul>
        <For each={props.evidence.findings.slice(0, shownFirst * 4)}>
          {({ message }) => (
            <li>
              <SaidText said={controlSaid(message)} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Why an answer speaks as it does, or tells nothing. */
function Reason(props: {
  readonly evidence: ControlEvidence;
  readonly ask: Pick<Ask, "wants" | "counts" | "neededHere"> | undefined;
}): JSX.Element {
  const counts = () => props.ask?.counts;
  const { evidence } = props;
  return (
    <>
      <Show when={props.ask?.wants === "fail"}>
        <p class="soft">{t("control.wantsFinding")}</p>
      </Show>
      <Switch>
        <Match when={counts() !== undefined && evidence.state === "fail" && evidence.speaks === "for"}>
          <p class="soft">{t("control.onlyBelow", { severity: t(`severity.${counts() ?? "info"}`) })}</p>
        </Match>
        <Match when={props.ask?.neededHere && evidence.state === "fail"}>
          <p class="soft">{t("control.neededHere")}</p>
        </Match>
        <Match when={evidence.reason}>
          {(reason) => (
            <p class="soft">
              <SaidText said={controlSaid(reason())} />
            </p>
          )}
        </Match>
      </Switch>
    </>
  );
}
