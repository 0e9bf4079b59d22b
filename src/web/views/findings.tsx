import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { categories, type Remedy, remedyCalls, severities } from "../../core/check.ts";
import type { Outcome, OutcomeState, ReportFinding } from "../../core/report.ts";
import { findingSaid, outcomeSaid, phraseSaid } from "../answers.ts";
import { t } from "../i18n.ts";
import { ChangeDialog } from "../parts/change-dialog.tsx";
import { Evidence, subjectName } from "../parts/evidence.tsx";
import { Link } from "../parts/link.tsx";
import { SaidText } from "../parts/said.tsx";
import { SeverityMark, StateMark } from "../parts/severity.tsx";
import type { Examined } from "./examination.tsx";

type ActionRemedy = Extract<Remedy, { kind: "action" }>;
const states: readonly OutcomeState[] = ["fail", "unknown", "pass", "not-applicable"];
/** Findings of one check that are shown at first. */
const shownFirst = 8;

/** Every question with its answer; `item` is a check, `@` and a category, or `~` and a severity or `unknown`. */
export function Findings(props: {
  readonly id: string;
  readonly examined: Examined;
  readonly item: string | undefined;
}): JSX.Element {
  const [state, setState] = createSignal<OutcomeState | "all">("fail");
  const [search, setSearch] = createSignal("");
  const [fixing, setFixing] = createSignal<{ readonly remedy: ActionRemedy; readonly title: string }>();
  const [changed, setChanged] = createSignal(false);
  const phone = () => props.examined.examination?.phone ?? null;
  const outcomes = createMemo(() => {
    const word = search().trim().toLowerCase();
    const item = props.item;
    const wanted = props.examined.report.outcomes.filter((outcome) =>
      item !== undefined
        ? isMeant(outcome, item)
        : (state() === "all" || outcome.state === state()) && (word === "" || textOf(outcome).includes(word)),
    );
    return [...wanted].sort(
      (a, b) =>
        states.indexOf(a.state) - states.indexOf(b.state) ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        categories.indexOf(a.category) - categories.indexOf(b.category),
    );
  });
  return (
    <>
      <Show when={props.item !== undefined}>
        <p class="back no-print">
          <Link to={`/e/${encodeURIComponent(props.id)}/findings`}>← {t("findings.every")}</Link>
        </p>
      </Show>
      <h1>{headingOf(props.item)}</h1>
      <div role="status">
        <Show when={changed()}>
          <p class="notice ask">
            {t("findings.changedSince")} <Link to={`/e/${encodeURIComponent(props.id)}`}>{t("nav.overview")}</Link>
          </p>
        </Show>
      </div>
      <Show when={props.item === undefined}>
        <div class="row filters no-print">
          <label>
            {t("findings.filter")}{" "}
            <select onChange={(event) => setState(event.currentTarget.value as OutcomeState | "all")}>
              <For each={states}>
                {(each) => (
                  <option value={each} selected={each === state()}>
                    {t(`state.${each}`)}
                  </option>
                )}
              </For>
              <option value="all">{t("findings.all")}</option>
            </select>
          </label>
          <label class="grow">
            <span class="visually-hidden">{t("findings.search")}</span>
            <input
              type="search"
              placeholder={t("findings.search")}
              value={search()}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          </label>
        </div>
      </Show>
      <Show when={outcomes().length > 0} fallback={<p>{t("findings.none")}</p>}>
        <For each={outcomes()}>
          {(outcome) => (
            <OutcomeCard
              outcome={outcome}
              open={props.item === outcome.check}
              mayFix={phone() !== null}
              onFix={(remedy) => setFixing({ remedy, title: outcomeSaid(outcome, "title").text })}
            />
          )}
        </For>
      </Show>
      <Show when={fixing()} keyed>
        {({ remedy, title }) => (
          <ChangeDialog
            phone={phone() ?? ""}
            calls={remedyCalls(remedy)}
            title={title}
            onClose={(begun) => {
              setFixing(undefined);
              if (begun) setChanged(true);
            }}
          />
        )}
      </Show>
    </>
  );
}

/** Whether an outcome is among those that the path names. */
function isMeant(outcome: Outcome, item: string): boolean {
  const name = item.slice(1);
  if (item.startsWith("@")) return outcome.category === name;
  if (item === "~unknown") return outcome.state === "unknown";
  if (item.startsWith("~")) return (outcome.findings ?? []).some(({ severity }) => severity === name);
  return outcome.check === item;
}

function headingOf(item: string | undefined): string {
  const name = item?.slice(1);
  const category = categories.find((each) => item?.startsWith("@") && each === name);
  const severity = severities.find((each) => item?.startsWith("~") && each === name);
  const about = category
    ? t(`category.${category}`)
    : severity
      ? t(`severity.${severity}`)
      : item === "~unknown"
        ? t("state.unknown")
        : "";
  return about === "" ? t("findings.title") : `${t("findings.title")}: ${about}`;
}

function textOf(outcome: Outcome): string {
  const findings = (outcome.findings ?? []).flatMap((finding) => [
    finding.message,
    findingSaid(outcome.check, finding).text,
    subjectName(finding.subject),
  ]);
  const said = (["title", "question"] as const).map((part) => outcomeSaid(outcome, part).text);
  return [...said, outcome.title, outcome.question, outcome.check, ...findings].join("\n").toLowerCase();
}

function OutcomeCard(props: {
  readonly outcome: Outcome;
  readonly open: boolean;
  readonly mayFix: boolean;
  readonly onFix: (remedy: ActionRemedy) => void;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  const findings = () => props.outcome.findings ?? [];
  const shown = () => (all() ? findings() : findings().slice(0, shownFirst));
  return (
    <article
      class={`card column edge ${props.outcome.state === "fail" ? props.outcome.severity : props.outcome.state}`}
      id={props.outcome.check}
    >
      <div class="row wrap">
        <Show when={props.outcome.state === "fail"} fallback={<StateMark state={props.outcome.state} />}>
          <SeverityMark severity={props.outcome.severity} />
        </Show>
        <span class="soft">{t(`category.${props.outcome.category}`)}</span>
      </div>
      <h2>
        <SaidText said={outcomeSaid(props.outcome, "title")} />
      </h2>
      <Show when={props.outcome.reason}>
        {(reason) => (
          <p>
            <strong>{t("findings.reason")}:</strong> <SaidText said={phraseSaid(reason())} />
          </p>
        )}
      </Show>
      <ul class="findings">
        <For each={shown()}>
          {(finding) => (
            <FindingRow check={props.outcome.check} finding={finding} mayFix={props.mayFix} onFix={props.onFix} />
          )}
        </For>
      </ul>
      <Show when={findings().length > shown().length}>
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {t("findings.more", { count: findings().length - shown().length })}
        </button>
      </Show>
      <For each={props.outcome.unread ?? []}>
        {(sentence) => (
          <p class="soft">
            <SaidText said={phraseSaid(sentence)} />
          </p>
        )}
      </For>
      <details open={props.open}>
        <summary>{t("findings.why")}</summary>
        <p>
          <SaidText said={outcomeSaid(props.outcome, "why")} />
        </p>
        <h3>{t("findings.advice")}</h3>
        <p>
          <SaidText said={outcomeSaid(props.outcome, "advice")} />
        </p>
        <h3>{t("findings.sources")}</h3>
        <ul class="sources">
          <For each={props.outcome.references}>
            {(source) => (
              <li>
                {source.startsWith("https://") ? (
                  <a href={source} target="_blank" rel="noreferrer noopener">
                    {source}
                  </a>
                ) : (
                  <code>{source}</code>
                )}
              </li>
            )}
          </For>
        </ul>
      </details>
    </article>
  );
}

/** One finding with its evidence and its remedy, as an entry of a list. */
export function FindingRow(props: {
  readonly check: string;
  readonly finding: ReportFinding;
  readonly mayFix: boolean;
  readonly onFix: (remedy: ActionRemedy) => void;
}): JSX.Element {
  const remedy = () => props.finding.remedy;
  const action = () => {
    const given = remedy();
    return given?.kind === "action" ? given : undefined;
  };
  const steps = () => {
    const given = remedy();
    return given?.kind === "steps" ? given.steps : [];
  };
  return (
    <li>
      <div class="row top">
        <div class="grow">
          <p class="message">
            <SaidText said={findingSaid(props.check, props.finding)} />
          </p>
          <Show when={steps().length > 0}>
            <ol>
              <For each={steps()}>
                {(step) => (
                  <li>
                    <SaidText said={phraseSaid(step)} />
                  </li>
                )}
              </For>
            </ol>
          </Show>
          <details>
            <summary>
              {t("findings.evidence")} <span class="soft">({t(`confidence.${props.finding.confidence}`)})</span>
            </summary>
            <Evidence evidence={props.finding.evidence} />
          </details>
        </div>
        <Show when={props.mayFix && action()}>
          {(call) => (
            <button type="button" class="button quiet no-print" onClick={() => props.onFix(call())}>
              {t("findings.fix")}
            </button>
          )}
        </Show>
      </div>
    </li>
  );
}
