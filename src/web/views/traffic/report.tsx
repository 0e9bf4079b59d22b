import { createMemo, createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { DeskReport, TrafficSummary } from "../../../centre/traffic-desk.ts";
import type { TrafficReport } from "../../../traffic/traffic-report.ts";
import { ask, useJob } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Fetched } from "../../parts/fetched.tsx";
import { Link } from "../../parts/link.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { dayWords } from "../../parts/rights/words.ts";
import { Phrase } from "../../parts/said.tsx";
import { saveFile } from "../../parts/save-file.ts";
import { AppDepth } from "../../parts/traffic/app-depth.tsx";
import { TrafficFindings } from "../../parts/traffic/findings.tsx";
import { LetterForm } from "../../parts/traffic/letter-form.tsx";
import { TrafficMapPicture } from "../../parts/traffic/map.tsx";
import { Question } from "../../parts/traffic/question.tsx";
import { TrafficSankeyPicture } from "../../parts/traffic/sankey.tsx";
import { PlaceCredit } from "../../parts/traffic/standing.tsx";
import { CompanyTable, CountryTable, FlowTable } from "../../parts/traffic/tables.tsx";
import { TrafficTimelinePicture } from "../../parts/traffic/timeline.tsx";
import { Unseen } from "../../parts/traffic/unseen.tsx";
import { appNames, periodOf } from "../../parts/traffic/words.ts";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/traffic.css";

/** One report: what stands out, where it went, from which app, and when. */
export default function TrafficReportView(props: { readonly id: string }): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.id,
    (id) => ask<DeskReport>(`/traffic/reports/${encodeURIComponent(id)}`),
  );
  return (
    <div class="page traffic">
      <p class="no-print">
        <Link to="/traffic">{t("traffic.back")}</Link>
      </p>
      <h1>{t("traffic.title")}</h1>
      <Fetched from={found} again={() => void refetch()}>
        {(desk) => (
          <Show when={desk()} keyed>
            {(each) => <Report of={each} again={() => void refetch()} />}
          </Show>
        )}
      </Fetched>
    </div>
  );
}

/** The app that is chosen: its key, `""` for flows without one, null for all. */
type Chosen = string | null;

function Report(props: { readonly of: DeskReport; readonly again: () => void }): JSX.Element {
  const { report } = props.of;
  const job = useJob();
  const [app, setApp] = createSignal<Chosen>(null);
  const nameOf = appNames(report);
  const flows = createMemo(() => {
    const key = app();
    return key === null ? report.flows : report.flows.filter(({ appKey }) => (appKey ?? "") === key);
  });
  const findings = createMemo(() => {
    const key = app();
    return key === null ? report.findings : report.findings.filter((each) => (each.app ?? "") === key);
  });
  const depth = () => report.apps.find(({ key }) => key === app());
  const judge = async (asked: object) => {
    const end = await job.start("/traffic/reports", { ...asked, instead: props.of.id });
    if (end.state === "done") go(`/traffic/${(end.result as TrafficSummary).id}`);
  };
  return (
    <>
      <Head of={props.of} again={props.again} />
      <For each={props.of.assumed}>
        {(sentence) => (
          <p class="notice">
            <Phrase of={sentence} />
          </p>
        )}
      </For>
      <JobProgress job={job} />
      <Question of={props.of} busy={job.state().state === "running"} onJudge={(asked) => void judge(asked)} />
      <div class="filterbar no-print">
        <label>
          {t("traffic.show")}
          <select
            value={app() ?? "*"}
            onChange={({ currentTarget: { value } }) => setApp(value === "*" ? null : value)}
          >
            <option value="*">{t("traffic.allApps")}</option>
            <For each={report.apps}>
              {({ key, name, flows: count }) => <option value={key}>{`${name} (${count})`}</option>}
            </For>
            <Show when={report.unseen.withoutApp > 0}>
              <option value="">{`${t("traffic.noApp")} (${report.unseen.withoutApp})`}</option>
            </Show>
          </select>
        </label>
        <Show when={app() !== null}>
          <button type="button" class="button quiet" onClick={() => setApp(null)}>
            {t("traffic.allApps")}
          </button>
        </Show>
      </div>
      <p class="visually-hidden" role="status">
        {app() === null ? "" : t("traffic.filtered", { app: nameOf(app() || null) })}
      </p>
      <Tally report={report} flows={flows()} />
      <Show when={depth()}>{(each) => <AppDepth app={each()} flows={flows()} report={report} />}</Show>
      <section class="card column" aria-labelledby="traffic-map">
        <h2 id="traffic-map">{t("traffic.map")}</h2>
        <TrafficMapPicture flows={flows()} region={report.region.id} />
        <details>
          <summary>{t("traffic.asTable")}</summary>
          <CountryTable flows={flows()} report={report} />
          <p class="soft">
            {t("traffic.unplacedWhy")} {t("traffic.mapNote")}
          </p>
        </details>
        <PlaceCredit lines={report.attributions} />
      </section>
      <TrafficFindings findings={findings()} nameOf={nameOf} alone={app() !== null} />
      <section class="card column" aria-labelledby="traffic-sankey">
        <h2 id="traffic-sankey">{t("traffic.sankey")}</h2>
        <TrafficSankeyPicture flows={flows()} apps={report.apps} nameOf={nameOf} />
        <details>
          <summary>{t("traffic.asTable")}</summary>
          <CompanyTable flows={flows()} nameOf={nameOf} />
        </details>
        <PlaceCredit lines={report.attributions} />
      </section>
      <section class="card column" aria-labelledby="traffic-timeline">
        <h2 id="traffic-timeline">{t("traffic.timeline")}</h2>
        <TrafficTimelinePicture flows={flows()} apps={report.apps} marks={report.marks} nameOf={nameOf} />
        <Show when={report.marks.length === 0 && !report.nothingChosen}>
          <p class="soft">{t("traffic.unsaid")}</p>
        </Show>
      </section>
      <section class="card column" aria-labelledby="traffic-flows">
        <h2 id="traffic-flows">{t("traffic.table")}</h2>
        <FlowTable flows={flows()} nameOf={nameOf} />
        <PlaceCredit lines={report.attributions} />
      </section>
      <LetterForm id={props.of.id} flows={flows()} />
      <Unseen report={report} />
    </>
  );
}

/** The records, and what can be done with the report. */
function Head(props: { readonly of: DeskReport; readonly again: () => void }): JSX.Element {
  const { report, id, files } = props.of;
  const [asking, setAsking] = createSignal(false);
  const name = `candor-traffic-${report.lawOn}`;
  const savePage = async () => {
    const { writeTrafficHtml } = await import("../../../report/traffic-html.ts");
    saveFile(`${name}.html`, writeTrafficHtml(report), "text/html");
  };
  const saveTable = async () => {
    const { trafficCsv } = await import("../../../report/traffic-csv.ts");
    saveFile(`${name}.csv`, trafficCsv(report), "text/csv");
  };
  const keep = async () => {
    await ask(`/traffic/reports/${id}/keep`, { method: "POST" });
    props.again();
  };
  const remove = async () => {
    await ask(`/traffic/reports/${id}`, { method: "DELETE" });
    go("/traffic");
  };
  return (
    <>
      <p class="lead">{files.join(", ")}</p>
      <p class="soft">
        {t("traffic.connections", { count: report.flows.length })}
        <Show when={report.period}>{(period) => ` · ${periodOf(period())}`}</Show>
        <br />
        {t("traffic.by", {
          region: t(`traffic.region.${report.region.id}`),
          day: dayWords(report.lawOn),
        })}
      </p>
      <div class="row wrap bar no-print">
        <button type="button" class="button quiet" onClick={() => void savePage()}>
          {t("traffic.savePage")}
        </button>
        <button type="button" class="button quiet" onClick={() => void saveTable()}>
          {t("traffic.saveTable")}
        </button>
        <Show when={!props.of.kept}>
          <button type="button" class="button quiet" onClick={() => void keep()}>
            {t("traffic.keep")}
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => setAsking(true)}>
          {t("traffic.away")}
        </button>
      </div>
      <Show when={asking()}>
        <ConfirmDialog
          title={t("traffic.awayAsk")}
          about={t("traffic.awayAbout")}
          does={t("traffic.away")}
          run={remove}
          onClose={() => setAsking(false)}
        />
      </Show>
    </>
  );
}

function Tally(props: { readonly report: TrafficReport; readonly flows: TrafficReport["flows"] }): JSX.Element {
  const count = (test: (flow: TrafficReport["flows"][number]) => boolean) => props.flows.filter(test).length;
  const hasChoice = () => props.report.nothingChosen || props.report.marks.some(({ kind }) => kind !== "note");
  const counts = () => [
    [t("traffic.table"), props.flows.length] as const,
    [t("traffic.toTrackers"), count(({ recipient }) => recipient.kind === "tracker")] as const,
    [t("traffic.inClear"), count(({ encryption }) => encryption === "clear")] as const,
    [t("traffic.outside"), count(({ standing }) => standing === "none")] as const,
    ...(hasChoice()
      ? [
          [t("traffic.beforeChoice"), count(({ moment }) => moment === "before-choice")] as const,
          [t("traffic.afterRefusal"), count(({ moment }) => moment === "after-refusal")] as const,
        ]
      : []),
  ];
  return (
    <ul class="tally">
      <For each={counts()}>
        {([words, number]) => (
          <li class="count" classList={{ none: number === 0 }}>
            <strong>{number}</strong>
            {words}
          </li>
        )}
      </For>
    </ul>
  );
}
