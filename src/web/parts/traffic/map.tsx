import { createMemo, For, type JSX, Show } from "solid-js";
import { trafficMap } from "../../../report/traffic-map.ts";
import { standingSigns } from "../../../report/traffic-signs.ts";
import type { ReportFlow } from "../../../traffic/traffic-report.ts";
import { countryName, t } from "../../i18n.ts";
import { Land, MapPlace } from "./land.tsx";
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
          {(place) => (
            <MapPlace
              place={place}
              kind={place.standing}
              sign={standingSigns[place.standing]}
              title={`${countryName(place.country)}: ${t("traffic.connections", { count: place.connections })}. ${t(`traffic.standing.${place.standing}`)}`}
            />
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
