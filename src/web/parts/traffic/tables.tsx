import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { ReportFlow, TrafficReport } from "../../../traffic/traffic-report.ts";
import { countryName, formatBytes, t } from "../../i18n.ts";
import { Phrase } from "../said.tsx";
import { Standing } from "./standing.tsx";
import { companyOf, dataWords, exactTime, serverOf } from "./words.ts";

/** A table that scrolls in itself; the keyboard reaches it, too. */
export function Scroller(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <section class="scroller" aria-label={`${t("traffic.asTable")}: ${props.label}`} tabindex="0">
      {props.children}
    </section>
  );
}

interface Sum {
  readonly name: string | null;
  readonly flows: ReportFlow[];
}

function sums(flows: readonly ReportFlow[], of: (flow: ReportFlow) => string | null): readonly Sum[] {
  const groups = new Map<string | null, Sum>();
  for (const flow of flows) {
    const name = of(flow);
    const group = groups.get(name) ?? { name, flows: [] };
    group.flows.push(flow);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => b.flows.length - a.flows.length);
}

const bytes = (flows: readonly ReportFlow[]): string => {
  const told = flows.flatMap(({ bytesSent }) => bytesSent ?? []);
  return told.length === 0 ? t("traffic.way.unknown") : formatBytes(told.reduce((sum, each) => sum + each, 0));
};
const unique = (texts: readonly (string | null)[]): string => {
  const all = [...new Set(texts.flatMap((text) => text ?? []))];
  return all.length > 6 ? `${all.slice(0, 6).join(", ")} … (${all.length})` : all.join(", ");
};

/** Countries with what the law of the region says of each, its source and date. */
export function CountryTable(props: {
  readonly flows: readonly ReportFlow[];
  readonly report: TrafficReport;
}): JSX.Element {
  const rows = createMemo(() => sums(props.flows, ({ place }) => place.country));
  const lawOf = (country: string | null) => props.report.law.find((each) => each.country === country);
  return (
    <Scroller label={t("traffic.map")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("traffic.country")}</th>
            <th scope="col">{t("traffic.decision")}</th>
            <th scope="col" class="number">
              {t("traffic.table")}
            </th>
            <th scope="col" class="number">
              {t("traffic.sent")}
            </th>
            <th scope="col">{t("traffic.companies")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ name, flows }) => (
              <tr>
                <th scope="row">{name === null ? t("traffic.noPlace") : countryName(name)}</th>
                <td>
                  <Show when={name !== null} fallback={<Standing of="unknown" />}>
                    <Standing of={flows[0]?.standing ?? "unknown"} />
                    <Show when={lawOf(name)}>
                      {(law) => (
                        <span class="under">
                          <Show when={law().decision} fallback={law().law}>
                            {(decision) => `${decision().decision} · ${decision().inForceFrom}`}
                          </Show>
                          <Show when={law().decision?.source ?? law().source}>
                            {(source) => (
                              <>
                                {" · "}
                                <a href={source()} rel="noreferrer" target="_blank">
                                  {t("traffic.sources")}
                                </a>
                              </>
                            )}
                          </Show>
                        </span>
                      )}
                    </Show>
                  </Show>
                </td>
                <td class="number">{flows.length}</td>
                <td class="number">{bytes(flows)}</td>
                <td>{unique(flows.map(companyOf))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

/** Companies with their seats, their servers and the apps that reached them. */
export function CompanyTable(props: {
  readonly flows: readonly ReportFlow[];
  readonly nameOf: (key: string | null) => string;
}): JSX.Element {
  const rows = createMemo(() => sums(props.flows, companyOf));
  return (
    <Scroller label={t("traffic.sankey")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("traffic.company")}</th>
            <th scope="col">{t("traffic.seat")}</th>
            <th scope="col" class="number">
              {t("traffic.table")}
            </th>
            <th scope="col">{t("traffic.apps")}</th>
            <th scope="col">{t("traffic.countries")}</th>
            <th scope="col">{t("traffic.data")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ name, flows }) => (
              <tr>
                <th scope="row">
                  {name ?? t("traffic.noCompany")}
                  <Show when={flows.some(({ recipient }) => recipient.kind === "tracker")}>
                    <span class="under">{t("traffic.tracker")}</span>
                  </Show>
                </th>
                <td>
                  {unique(
                    flows.flatMap(({ recipient }) =>
                      recipient.jurisdictions.map(({ country }) => countryName(country)),
                    ),
                  )}
                </td>
                <td class="number">{flows.length}</td>
                <td>{unique(flows.map(({ appKey }) => props.nameOf(appKey)))}</td>
                <td>
                  {unique(
                    flows.map(({ place }) =>
                      place.country === null ? t("traffic.noPlace") : countryName(place.country),
                    ),
                  )}
                </td>
                <td>{dataWords(flows.flatMap(({ data }) => data.map(({ kind }) => kind)))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

/** Rows that are shown at once. */
const page = 50;

/** Every connection, in order of time. */
export function FlowTable(props: {
  readonly flows: readonly ReportFlow[];
  readonly nameOf: (key: string | null) => string;
}): JSX.Element {
  const [shown, setShown] = createSignal(page);
  return (
    <>
      <Scroller label={t("traffic.table")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("traffic.time")}</th>
              <th scope="col">{t("traffic.apps")}</th>
              <th scope="col">{t("traffic.server")}</th>
              <th scope="col">{t("traffic.country")}</th>
              <th scope="col">{t("traffic.way")}</th>
              <th scope="col" class="number">
                {t("traffic.sent")}
              </th>
              <th scope="col">{t("traffic.data")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.flows.slice(0, shown())}>{(flow) => <Row flow={flow} nameOf={props.nameOf} />}</For>
          </tbody>
        </table>
      </Scroller>
      <Show when={props.flows.length > shown()}>
        <button type="button" class="button quiet start" onClick={() => setShown(shown() + page * 4)}>
          {t("traffic.more", { count: Math.min(page * 4, props.flows.length - shown()) })}
        </button>
      </Show>
    </>
  );
}

function Row(props: { readonly flow: ReportFlow; readonly nameOf: (key: string | null) => string }): JSX.Element {
  const { flow } = props;
  const company = () => companyOf(flow);
  return (
    <tr>
      <td class="nowrap">
        {flow.start === null ? t("traffic.way.unknown") : exactTime(flow.start)}
        <Show when={flow.moment}>
          {(moment) => (
            <span class="under">
              {t(
                moment() === "before-choice"
                  ? "traffic.beforeChoice"
                  : moment() === "after-refusal"
                    ? "traffic.afterRefusal"
                    : "traffic.afterConsent",
              )}
            </span>
          )}
        </Show>
      </td>
      <td>{props.nameOf(flow.appKey)}</td>
      <td>
        {serverOf(flow)}
        <span class="under">
          {company()}
          {flow.recipient.kind === "tracker" ? ` · ${t("traffic.tracker")}` : ""}
          {flow.blocked ? ` · ${t("traffic.blocked")}` : ""}
        </span>
      </td>
      <td>
        {flow.place.country === null ? t("traffic.noPlace") : countryName(flow.place.country)}
        <span class="under">
          <Show when={flow.place.country === null} fallback={flow.place.hostedBy}>
            <Phrase of={flow.place.why} />
          </Show>
        </span>
      </td>
      <td>{t(`traffic.way.${flow.encryption}`)}</td>
      <td class="number">{flow.bytesSent === null ? t("traffic.way.unknown") : formatBytes(flow.bytesSent)}</td>
      <td>
        <Show
          when={flow.data.length > 0}
          fallback={<span class="soft">{t(flow.contentSeen ? "traffic.dataNone" : "traffic.dataUnseen")}</span>}
        >
          {dataWords(flow.data.map(({ kind }) => kind))}
        </Show>
      </td>
    </tr>
  );
}
