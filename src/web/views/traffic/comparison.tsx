import { createResource, For, type JSX, Show } from "solid-js";
import type { DeskReport } from "../../../centre/traffic-desk.ts";
import { type Change, compareTraffic, type TrafficDifference } from "../../../traffic/compare-traffic.ts";
import type { PersonalKind } from "../../../traffic/personal-hit.ts";
import { ask } from "../../api.ts";
import { countryName, type MessageKey, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Link } from "../../parts/link.tsx";
import { PlaceCredit } from "../../parts/traffic/standing.tsx";
import { exactTime } from "../../parts/traffic/words.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/traffic.css";

/** Two records held against each other, app by app. */
export default function TrafficComparisonView(props: { readonly before: string; readonly after: string }): JSX.Element {
  const [both, { refetch }] = createResource(
    () => [props.before, props.after] as const,
    (ids) => Promise.all(ids.map((id) => ask<DeskReport>(`/traffic/reports/${encodeURIComponent(id)}`))),
  );
  return (
    <div class="page traffic">
      <p class="no-print">
        <Link to="/traffic">{t("traffic.back")}</Link>
      </p>
      <h1>{t("traffic.compareTitle")}</h1>
      <Fetched from={both} again={() => void refetch()}>
        {(reports) => <Compared of={reports()} />}
      </Fetched>
    </div>
  );
}

function Compared(props: { readonly of: readonly DeskReport[] }): JSX.Element {
  const [before, after] = props.of;
  if (!before || !after) return null;
  const { apps } = compareTraffic(before.report, after.report);
  return (
    <>
      <ol class="cards two between-two">
        <For each={[before, after]}>
          {(each, i) => (
            <li class="card">
              <div class="grow">
                <p class="soft">{t(i() === 0 ? "compare.before" : "compare.after")}</p>
                <h2>
                  <Link to={`/traffic/${each.id}`}>{each.files.join(", ")}</Link>
                </h2>
                <p class="soft">
                  {t("traffic.connections", { count: each.connections })}
                  <Show when={each.period}>{(period) => ` · ${exactTime(period().from)}`}</Show>
                </p>
              </div>
            </li>
          )}
        </For>
      </ol>
      <p class="notice">{t("traffic.goneMeans")}</p>
      <ul class="cards">
        <For each={apps}>{(each) => <App of={each} />}</For>
      </ul>
      <PlaceCredit lines={[...new Set([...before.report.attributions, ...after.report.attributions])]} />
    </>
  );
}

function App(props: { readonly of: TrafficDifference }): JSX.Element {
  const { app, key, connections, data, countries } = props.of;
  const in_ = props.of.in;
  const rows: readonly (readonly [MessageKey, Change])[] = [
    ["traffic.trackers", props.of.trackers],
    ["traffic.companies", props.of.companies],
    ["traffic.depthHosts", props.of.hosts],
    ["traffic.countries", named(countries, countryName)],
    ["traffic.data", named(data, (kind) => t(`traffic.kind.${kind as PersonalKind}`))],
  ];
  const changed = rows.filter(([, change]) => change.new.length + change.gone.length > 0);
  return (
    <li class="card column">
      <h2>{key === null ? t("traffic.noApp") : app}</h2>
      <p class="soft">{t("traffic.counts", connections)}</p>
      <Show when={in_ !== "before"} fallback={<p>{t("traffic.onlyBefore")}</p>}>
        <Show when={changed.length > 0} fallback={<p class="soft">{t("traffic.same")}</p>}>
          <ul class="traffic-seen">
            <For each={changed}>
              {([what, change]) => (
                <li>
                  <strong>{t(what)}</strong>
                  <span>
                    <Show when={change.new.length > 0}>
                      <ins>
                        + {t("traffic.new")}: {change.new.join(", ")}
                      </ins>
                      <br />
                    </Show>
                    <Show when={change.gone.length > 0}>
                      <span class="soft">
                        − {t("traffic.gone")}: {change.gone.join(", ")}
                      </span>
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </li>
  );
}

function named(change: Change, name: (each: string) => string): Change {
  return { new: change.new.map(name), gone: change.gone.map(name) };
}
