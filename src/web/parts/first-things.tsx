import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import type { ActionCall } from "../../core/action.ts";
import { remedyCalls, severities } from "../../core/check.ts";
import type { Outcome, Report } from "../../core/report.ts";
import { outcomeSaid } from "../answers.ts";
import { t } from "../i18n.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { Link } from "./link.tsx";
import { SaidText } from "./said.tsx";
import { SeverityMark } from "./severity.tsx";

/** How many things are named to be done first. */
const howMany = 3;

/** The gravest of what was found, each with the way on: the change itself where there is one, else what to do. */
export function FirstThings(props: {
  readonly report: Pick<Report, "outcomes">;
  /** How the phone is reached; null where nothing can be changed. */
  readonly phone: string | null;
  readonly to: (check: string) => string;
}): JSX.Element {
  const [changing, setChanging] = createSignal<{ readonly calls: readonly ActionCall[]; readonly title: string }>();
  const [changed, setChanged] = createSignal(false);
  return (
    <>
      <div role="status">
        <Show when={changed()}>
          <p class="notice ask">{t("findings.changedSince")}</p>
        </Show>
      </div>
      <Show when={firstOf(props.report.outcomes).length > 0} fallback={<p>{t("overview.nothingFirst")}</p>}>
        <ol class="cards">
          <For each={firstOf(props.report.outcomes)}>
            {(outcome) => (
              <li class={`card edge ${outcome.severity}`}>
                <div class="grow">
                  <SeverityMark severity={outcome.severity} />
                  <h3>
                    <Link to={props.to(outcome.check)}>
                      <SaidText said={outcomeSaid(outcome, "title")} />
                    </Link>
                  </h3>
                  <p>
                    <SaidText said={outcomeSaid(outcome, "advice")} />
                  </p>
                </div>
                <Way
                  outcome={outcome}
                  to={props.to(outcome.check)}
                  mayChange={props.phone !== null}
                  onChange={(calls) => setChanging({ calls, title: outcomeSaid(outcome, "title").text })}
                />
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={changing()} keyed>
        {({ calls, title }) => (
          <ChangeDialog
            phone={props.phone ?? ""}
            calls={calls}
            title={title}
            onClose={(begun) => {
              setChanging(undefined);
              if (begun) setChanged(true);
            }}
          />
        )}
      </Show>
    </>
  );
}

function Way(props: {
  readonly outcome: Outcome;
  readonly to: string;
  readonly mayChange: boolean;
  readonly onChange: (calls: readonly ActionCall[]) => void;
}): JSX.Element {
  const findings = () => props.outcome.findings ?? [];
  // Several findings are several decisions; and what may let somebody watch is read about before it is touched.
  const calls = () => {
    const [only, ...more] = findings();
    if (!props.mayChange || props.outcome.category === "stalkerware" || more.length > 0) return [];
    return only?.remedy ? remedyCalls(only.remedy) : [];
  };
  const about = () => <span class="visually-hidden">: {outcomeSaid(props.outcome, "title").text}</span>;
  return (
    <div class="no-print">
      <Switch
        fallback={
          <Link to={props.to} class="button quiet">
            {t("overview.how")}
            {about()}
          </Link>
        }
      >
        <Match when={calls().length > 0}>
          <button type="button" class="button quiet" onClick={() => props.onChange(calls())}>
            {t("findings.fix")}
            {about()}
          </button>
        </Match>
        <Match when={findings().length > 1}>
          <Link to={props.to} class="button quiet">
            {t("overview.lookAtAll", { count: findings().length })}
            {about()}
          </Link>
        </Match>
      </Switch>
    </div>
  );
}

/** The gravest first, above "low"; of equals what may let somebody watch. */
function firstOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  const grave = outcomes.filter(({ state, severity }) => state === "fail" && severity !== "low" && severity !== "info");
  const watching = ({ category }: Outcome) => (category === "stalkerware" ? 0 : 1);
  return [...grave]
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || watching(a) - watching(b))
    .slice(0, howMany);
}
