import { For, type JSX } from "solid-js";
import type { WorldMap } from "../../../report/traffic-map.ts";
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
