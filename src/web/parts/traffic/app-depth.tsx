import { For, type JSX, Show } from "solid-js";
import type { AppTraffic, ReportFlow, TrafficReport } from "../../../traffic/traffic-report.ts";
import { countryName, formatBytes, t } from "../../i18n.ts";
import { PlaceCredit } from "./standing.tsx";
import { companyOf, serverOf } from "./words.ts";

/** One app: whom it reached, where they have their seat and servers, and which personal data was to be seen. */
export function AppDepth(props: {
  readonly app: AppTraffic;
  readonly flows: readonly ReportFlow[];
  readonly report: TrafficReport;
}): JSX.Element {
  const unseen = () => props.flows.filter(({ contentSeen }) => !contentSeen).length;
  const servers = () => [...Map.groupBy(props.flows, serverOf)];
  const data = () =>
    props.flows.flatMap((flow) => flow.data.map((datum) => ({ ...datum, to: companyOf(flow) ?? serverOf(flow) })));
  const size = (bytes: number | null) => (bytes === null ? t("traffic.way.unknown") : formatBytes(bytes));
  return (
    <section class="card column edge" aria-labelledby="traffic-depth">
      <h2 id="traffic-depth">{t("traffic.depth", { app: props.app.name })}</h2>
      <p class="soft mono">{props.app.package}</p>
      <dl class="facts">
        <dt>{t("traffic.sent")}</dt>
        <dd>{size(props.app.bytesSent)}</dd>
        <dt>{t("traffic.received")}</dt>
        <dd>{size(props.app.bytesReceived)}</dd>
        <dt>{t("traffic.trackers")}</dt>
        <dd>{props.app.trackers.length === 0 ? "0" : props.app.trackers.join(", ")}</dd>
        <dt>{t("traffic.countries")}</dt>
        <dd>
          {props.app.countries.map((code) => (code === null ? t("traffic.noPlace") : countryName(code))).join(", ")}
        </dd>
      </dl>
      <h3>{t("traffic.depthData")}</h3>
      <Show when={unseen() > 0}>
        <p class="soft">{t("traffic.depthUnseen", { count: unseen(), all: props.flows.length })}</p>
      </Show>
      <Show when={data().length > 0} fallback={<p class="soft">{t("traffic.dataNone")}</p>}>
        <ul class="traffic-seen">
          <For each={data()}>
            {({ kind, excerpt, digest, path, to }) => (
              <li>
                <strong>{t(`traffic.kind.${kind}`)}</strong>
                <span>
                  <code>{excerpt}</code> {digest === null ? "" : t("traffic.hashed", { digest })}
                  <span class="under">
                    {to}
                    {path === "" ? "" : ` · ${path}`}
                  </span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <h3>{t("traffic.depthHosts")}</h3>
      <ul class="traffic-seen">
        <For each={servers()}>
          {([server, flows]) => (
            <li>
              <strong>{server}</strong>
              <span>
                {companyOf(flows[0] as ReportFlow) ?? t("traffic.noCompany")}
                <Show when={flows[0]?.recipient.kind === "tracker"}>{` · ${t("traffic.tracker")}`}</Show>
                <span class="under">
                  {[
                    ...new Set(
                      flows.map(({ place }) =>
                        place.country === null ? t("traffic.noPlace") : countryName(place.country),
                      ),
                    ),
                  ].join(", ")}
                  {" · "}
                  {t("traffic.connections", { count: flows.length })}
                  {" · "}
                  {[...new Set(flows.map(({ encryption }) => t(`traffic.way.${encryption}`)))].join(", ")}
                </span>
              </span>
            </li>
          )}
        </For>
      </ul>
      <PlaceCredit lines={props.report.attributions} />
    </section>
  );
}
