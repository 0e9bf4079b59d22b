import { createMemo, For, type JSX, Show } from "solid-js";
import { trafficMap } from "../../../report/traffic-map.ts";
import { standingSigns } from "../../../report/traffic-signs.ts";
import type { ReportFlow } from "../../../traffic/traffic-report.ts";
import { countryName, t } from "../../i18n.ts";
import { Land } from "./land.tsx";
import { StandingLegend } from "./standing.tsx";
import { useWidth } from "./width.ts";

/** Where servers stand, as far as lists tell: one circle for a country, as large as there are connections. */
export function TrafficMapPicture(props: {
  readonly flows: readonly ReportFlow[];
  readonly region: string;
}): JSX.Element {
  const [width, watch] = useWidth();
  const map = createMemo(() => {
    const wide = Math.max(320, width());
    return trafficMap(props.flows, props.region, {
      width: wide,
      height: Math.round(wide * (wide < 600 ? 0.72 : 0.46)),
    });
  });
  const standings = createMemo(() => new Map(map().places.map(({ country, standing }) => [country, standing])));
  const said = () =>
    t("traffic.mapSaid", {
      list: map()
        .places.map(({ country, connections }) => `${countryName(country)} ${connections}`)
        .join(", "),
      unknown: map().unplaced,
    });
  return (
    <figure class="traffic-picture" ref={watch}>
      <svg viewBox={`0 0 ${map().width} ${map().height}`} role="img" aria-label={said()}>
        <Land map={map()} classOf={(country) => standings().get(country)} />
        <For each={map().places}>
          {({ line, standing }) => <Show when={line}>{(d) => <path class={`map-line ${standing}`} d={d()} />}</Show>}
        </For>
        <g class="map-home">
          <circle cx={map().home[0]} cy={map().home[1]} r={5} />
          <title>{t("traffic.mapHome")}</title>
        </g>
        <For each={[...map().places].reverse()}>
          {({ country, standing, connections, x, y, at, radius, label }) => (
            <g class={`map-place ${standing}`}>
              <title>{`${countryName(country)}: ${t("traffic.connections", { count: connections })}. ${t(`traffic.standing.${standing}`)}`}</title>
              <line class="map-leader" x1={at[0]} y1={at[1]} x2={x} y2={y} />
              <circle cx={x} cy={y} r={radius} />
              <text class="map-sign" x={x} y={y} font-size={String(Math.max(11, radius))}>
                {standingSigns[standing]}
              </text>
              <Show when={label}>
                {(place) => (
                  <text class="map-name" x={place().x} y={place().y} text-anchor={place().anchor}>
                    {country}
                  </text>
                )}
              </Show>
            </g>
          )}
        </For>
      </svg>
      <figcaption>
        <StandingLegend of={map().places.map(({ standing }) => standing)}>
          <li>
            <span class="standing">
              <span class="sign home" aria-hidden="true" />
              {t("traffic.mapHome")}
            </span>
          </li>
          <Show when={map().unplaced > 0}>
            <li>
              <span class="standing">
                <span class="sign unplaced" aria-hidden="true">
                  ?
                </span>
                {t("traffic.unplaced", { count: map().unplaced })}
              </span>
            </li>
          </Show>
        </StandingLegend>
      </figcaption>
    </figure>
  );
}
