import { For, type JSX, lazy, Show, Suspense } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import { categories, severities } from "../../core/check.ts";
import type { Outcome, Report } from "../../core/report.ts";
import { phraseSaid } from "../answers.ts";
import { useJob } from "../api.ts";
import { formatNumber, formatTime, t } from "../i18n.ts";
import { FirstThings } from "../parts/first-things.tsx";
import { Icon } from "../parts/icon.tsx";
import { Link } from "../parts/link.tsx";
import { JobProgress } from "../parts/progress.tsx";
import { SaidText } from "../parts/said.tsx";
import { SeverityMark, StateMark } from "../parts/severity.tsx";
import { SinceLast } from "../parts/since-last.tsx";
import { WatchedNotice } from "../parts/watched-notice.tsx";
import { go } from "../router.ts";
import type { Examined } from "./examination.tsx";

const HardwareGlimpse = lazy(() => import("../parts/hardware-glimpse.tsx"));
const RightsGlimpse = lazy(() => import("../parts/rights/glimpse.tsx"));
const HistoryGlimpse = lazy(() => import("../parts/history-glimpse.tsx"));

/** What the phone is, what to do first, what changed since last time, what was found by subject, and what could not be read. */
export function Overview(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const job = useJob();
  const report = () => props.examined.report;
  const phone = () => props.examined.examination?.phone ?? null;
  const findings = (item: string) => `/e/${encodeURIComponent(props.id)}/findings/${encodeURIComponent(item)}`;
  const examineAgain = async () => {
    const end = await job.start("/examinations", { phone: phone() });
    if (end.state === "done") go(`/e/${(end.result as { readonly examination: ExaminationSummary }).examination.id}`);
  };
  return (
    <>
      <Head report={report()} onAgain={phone() === null ? undefined : () => void examineAgain()} />
      <JobProgress job={job} />
      <WatchedNotice />
      <Suspense>
        <RightsGlimpse />
      </Suspense>
      <Tally report={report()} to={findings} />
      <h2 class="section">{t("overview.first")}</h2>
      <FirstThings report={report()} phone={phone()} to={findings} />
      <SinceLast id={props.id} />
      <Suspense>
        <HistoryGlimpse id={props.id} />
        <HardwareGlimpse id={props.id} reachable={phone() !== null} />
      </Suspense>
      <h2 class="section">{t("overview.categories")}</h2>
      <ul class="cards three">
        <For each={categories}>
          {(category) => (
            <CategoryCard
              to={findings(`@${category}`)}
              category={category}
              outcomes={report().outcomes.filter((each) => each.category === category)}
            />
          )}
        </For>
      </ul>
      <NotRead report={report()} />
    </>
  );
}

function Head(props: { readonly report: Report; readonly onAgain: (() => void) | undefined }): JSX.Element {
  const device = () => props.report.device;
  const about = () =>
    [
      device()["manufacturer"],
      device()["model"],
      device()["android"] && `Android ${device()["android"]}`,
      device()["hyperOs"] ?? device()["miui"],
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div class="row wrap heading">
      <div class="grow">
        <h1>{device()["name"] ?? device()["model"] ?? props.report.source.name}</h1>
        <p class="soft">
          {about()}
          <Show when={props.report.takenAt}>
            {(at) => (
              <>
                <br />
                {t("overview.examined", { time: formatTime(at()) })}
              </>
            )}
          </Show>
        </p>
      </div>
      <Show when={props.onAgain}>
        {(again) => (
          <button type="button" class="button quiet no-print" onClick={() => again()()}>
            {t("overview.again")}
          </button>
        )}
      </Show>
    </div>
  );
}

/** How many findings of each weight, and how many questions have no answer: never one number for all. */
function Tally(props: { readonly report: Report; readonly to: (item: string) => string }): JSX.Element {
  const summary = () => props.report.summary;
  const total = () => severities.reduce((sum, severity) => sum + summary().findings[severity], 0);
  return (
    <>
      <ul class="tally">
        <For each={severities}>
          {(severity) => (
            <li>
              <Link to={props.to(`~${severity}`)} class={`count${summary().findings[severity] === 0 ? " none" : ""}`}>
                <strong>{formatNumber(summary().findings[severity])}</strong>
                <SeverityMark severity={severity} />
              </Link>
            </li>
          )}
        </For>
        <li>
          <Link to={props.to("~unknown")} class={`count${summary().checks.unknown === 0 ? " none" : ""}`}>
            <strong>{formatNumber(summary().checks.unknown)}</strong>
            <StateMark state="unknown" />
          </Link>
        </li>
      </ul>
      <p class="soft">
        {t("overview.counts", {
          count: total(),
          finding: total(),
          unknown: summary().checks.unknown,
          question: summary().checks.unknown,
        })}
        . {t("overview.noScore")}
      </p>
    </>
  );
}

function CategoryCard(props: {
  readonly to: string;
  readonly category: (typeof categories)[number];
  readonly outcomes: readonly Outcome[];
}): JSX.Element {
  const findings = () =>
    props.outcomes.flatMap((outcome) => (outcome.state === "fail" ? (outcome.findings ?? []) : []));
  const counts = () =>
    severities
      .map((severity) => ({ severity, count: findings().filter((each) => each.severity === severity).length }))
      .filter(({ count }) => count > 0);
  const unknown = () => props.outcomes.filter(({ state }) => state === "unknown").length;
  const tone = () => counts()[0]?.severity ?? (unknown() > 0 ? "unknown" : answered() ? "pass" : "");
  const answered = () => props.outcomes.some(({ state }) => state !== "not-applicable");
  return (
    <Show when={props.outcomes.length > 0}>
      <li class={`card column edge ${tone()}`}>
        <h3>
          <Link to={props.to}>{t(`category.${props.category}`)}</Link>
        </h3>
        <ul class="counts">
          <For each={counts()}>
            {({ severity, count }) => (
              <li class={`mark ${severity}`}>
                <Icon name={severity} />
                {formatNumber(count)} {t(`severity.${severity}`)}
              </li>
            )}
          </For>
          <Show when={unknown() > 0}>
            <li class="mark unknown">
              <Icon name="unknown" />
              {t("overview.unknown", { count: unknown() })}
            </li>
          </Show>
          <Show when={counts().length === 0 && unknown() === 0}>
            <li class={answered() ? "mark pass" : "mark"}>
              <Icon name={answered() ? "pass" : "not-applicable"} />
              {answered() ? t("overview.fine") : t("overview.notApplicable")}
            </li>
          </Show>
        </ul>
      </li>
    </Show>
  );
}

function NotRead(props: { readonly report: Report }): JSX.Element {
  return (
    <Show when={props.report.notExamined.length > 0}>
      <details class="card column edge unknown">
        <summary>{t("overview.notRead", { count: props.report.notExamined.length })}</summary>
        <p class="soft">{t("overview.notReadAbout")}</p>
        <dl class="not-read">
          <For each={props.report.notExamined}>
            {({ about, reason }) => (
              <>
                <dt>
                  <SaidText said={phraseSaid(about)} />
                </dt>
                <dd class="soft">
                  <SaidText said={phraseSaid(reason)} />
                </dd>
              </>
            )}
          </For>
        </dl>
      </details>
    </Show>
  );
}
