import { For, type JSX, Show } from "solid-js";
import type { MapPlace as Place, WorldMap } from "../../../report/traffic-map.ts";
import { countryShapes, otherLand } from "../../../report/world-map-data.ts";

/** The land of a map, with a class for each country that has something. */
export function Land(props: {
  readonly map: Pick<WorldMap, "width" | "height" | "scale" | "shift">;
  readonly classOf: (country: string) => string | undefined;
}): JSX.Element {
  return (
    <>
      <rect class="map-sea" width={props.map.width} height={props.map.height} rx="8" />
      <g transform={`translate(${props.map.shift[0]} ${props.map.shift[1]}) scale(${props.map.scale})`}>
        <path class="map-land" d={otherLand} />
        <For each={Object.entries(countryShapes)}>
          {([country, d]) => <path class={`map-land ${props.classOf(country) ?? ""}`} d={d} />}
        </For>
      </g>
    </>
  );
}

/** A country's circle with a sign, a line to where the country lies, and its letters where there is room. */
export function MapPlace(props: {
  readonly place: Pick<Place, "country" | "x" | "y" | "at" | "radius" | "label">;
  /** A class of `.map-place`. */
  readonly kind: string;
  readonly sign: string;
  readonly title: string;
}): JSX.Element {
  const { country, x, y, at, radius, label } = props.place;
  return (
    <g class={`map-place ${props.kind}`}>
      <title>{props.title}</title>
      <line class="map-leader" x1={at[0]} y1={at[1]} x2={x} y2={y} />
      <circle cx={x} cy={y} r={radius} />
      <text class="map-sign" x={x} y={y} font-size={String(Math.max(11, radius))}>
        {props.sign}
      </text>
      <Show when={label}>
        {(where) => (
          <text class="map-name" x={where().x} y={where().y} text-anchor={where().anchor}>
            {country}
          </text>
        )}
      </Show>
    </g>
  );
}
