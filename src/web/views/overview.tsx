import { For, type JSX, Show } from "solid-js";
import { categories, severities } from "../../core/check.ts";
import type { Outcome } from "../../core/report.ts";
import { outcomeSaid } from "../answers.ts";
import { formatTime, t } from "../i18n.ts";
import { Link } from "../parts/link.tsx";
import { SaidText } from "../parts/said.tsx";
import { SeverityMark } from "../parts/severity.tsx";
import type { Examined } from "./examination.tsx";

/** What the phone is, what was found by subject, and what to do first. */
export function Overview(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const report = () => props.examined.report;
  const device = () => report().device;
  const name = () => device()["name"] ?? device()["model"] ?? report().source.name;
  const about = () =>
    [
      device()["manufacturer"],
      device()["model"],
      device()["android"] && `Android ${device()["android"]}`,
      device()["hyperOs"] ?? device()["miui"],
    ]
      .filter(Boolean)
      .join(" · ");
  const total = () => severities.reduce((sum, severity) => sum + report().summary.findings[severity], 0);
  const first = () => {
    const failed = report().outcomes.filter(
      ({ state, severity }) => state === "fail" && severity !== "low" && severity !== "info",
    );
    return [...failed].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)).slice(0, 3);
  };
  const to = (check: string) => `/e/${encodeURIComponent(props.id)}/findings/${encodeURIComponent(check)}`;
  return (
    <>
      <h1>{name()}</h1>
      <p class="soft">{about()}</p>
      <Show when={report().takenAt}>
        {(at) => <p class="soft">{t("overview.examined", { time: formatTime(at()) })}</p>}
      </Show>
      <ul class="tally">
        <For each={severities}>
          {(severity) => (
            <li class={`count ${severity}`} data-none={report().summary.findings[severity] === 0 ? "" : undefined}>
              <strong>{report().summary.findings[severity]}</strong>
              <SeverityMark severity={severity} />
            </li>
          )}
        </For>
      </ul>
      <p>
        {t("overview.counts", {
          count: total(),
          finding: total(),
          unknown: report().summary.checks.unknown,
          question: report().summary.checks.unknown,
        })}{" "}
        <span class="soft">{t("overview.noScore")}</span>
      </p>
      <h2 class="section">{t("overview.first")}</h2>
      <Show when={first().length > 0} fallback={<p>{t("overview.nothingFirst")}</p>}>
        <ol class="cards">
          <For each={first()}>
            {(outcome) => (
              <li class={`card edge ${outcome.severity}`}>
                <div class="grow">
                  <SeverityMark severity={outcome.severity} />
                  <h3>
                    <Link to={to(outcome.check)}>
                      <SaidText said={outcomeSaid(outcome, "title")} />
                    </Link>
                  </h3>
                  <p>
                    <SaidText said={outcomeSaid(outcome, "advice")} />
                  </p>
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <h2 class="section">{t("overview.categories")}</h2>
      <ul class="cards three">
        <For each={categories}>
          {(category) => (
            <CategoryCard
              id={props.id}
              category={category}
              outcomes={report().outcomes.filter((each) => each.category === category)}
            />
          )}
        </For>
      </ul>
    </>
  );
}

function CategoryCard(props: {
  readonly id: string;
  readonly category: (typeof categories)[number];
  readonly outcomes: readonly Outcome[];
}): JSX.Element {
  const failed = () => props.outcomes.filter(({ state }) => state === "fail");
  const unknown = () => props.outcomes.filter(({ state }) => state === "unknown").length;
  const worst = () => severities.find((severity) => failed().some((outcome) => outcome.severity === severity));
  return (
    <Show when={props.outcomes.length > 0}>
      <li class={`card edge ${worst() ?? (unknown() > 0 ? "unknown" : "pass")}`}>
        <div class="grow">
          <h3>
            <Link to={`/e/${encodeURIComponent(props.id)}/findings/@${props.category}`}>
              {t(`category.${props.category}`)}
            </Link>
          </h3>
          <p class="soft">
            {failed().length > 0 ? t("overview.found", { count: failed().length }) : t("overview.fine")}
            <Show when={unknown() > 0}>, {t("overview.unknown", { count: unknown() })}</Show>
          </p>
        </div>
        <Show when={worst()}>{(severity) => <SeverityMark severity={severity()} />}</Show>
      </li>
    </Show>
  );
}
