import { createMemo, For, type JSX } from "solid-js";
import { nodeWidth, type SankeyBand, type SankeyNode, trafficSankey } from "../../../report/traffic-sankey.ts";
import { fitted } from "../../../report/traffic-signs.ts";
import type { AppTraffic, ReportFlow } from "../../../traffic/traffic-report.ts";
import { countryName, t } from "../../i18n.ts";
import { LegendSign, StandingLegend } from "./standing.tsx";
import { useWidth } from "./width.ts";

/** Which app reached which company, and where its servers stand: bands as wide as there are connections. */
export function TrafficSankeyPicture(props: {
  readonly flows: readonly ReportFlow[];
  readonly apps: readonly AppTraffic[];
  readonly nameOf: (key: string | null) => string;
}): JSX.Element {
  const [width, watch] = useWidth();
  const isNarrow = () => width() < 600;
  const picture = createMemo(() =>
    trafficSankey(props.flows, props.apps, {
      width: Math.max(300, width()),
      unit: isNarrow() ? 7 : 9,
      most: isNarrow() ? 9 : 12,
    }),
  );
  const nameOf = ({ kind, name, column }: SankeyNode) =>
    kind === "others"
      ? t("traffic.others", { count: Number(name) })
      : kind === "unknown"
        ? t((["traffic.noApp", "traffic.noCompany", "traffic.noPlace"] as const)[column])
        : column === 0
          ? props.nameOf(name)
          : column === 2
            ? countryName(name)
            : name;
  // Where there is little room, countries are written as their code, as on the map.
  const shortNameOf = (node: SankeyNode) =>
    !isNarrow() || node.column !== 2 || node.kind === "others"
      ? nameOf(node)
      : node.kind === "unknown"
        ? "?"
        : node.name;
  const room = (column: number) =>
    (isNarrow() ? [width() * 0.36, width() * 0.26, width() * 0.2] : [220, 240, 200])[column];
  const colour = ({ from, to }: SankeyBand) =>
    to.column === 2 ? (to.standing ?? "unplaced") : to.tracker ? "tracker" : from.column === 0 ? "plain" : "";
  const top = 26;
  return (
    <figure class="traffic-picture" ref={watch}>
      <svg viewBox={`0 0 ${picture().width} ${picture().height + top}`} role="img" aria-label={t("traffic.sankeySaid")}>
        <For each={[t("traffic.apps"), t("traffic.companies"), t("traffic.countries")]}>
          {(title, i) => (
            <text
              class="sankey-head"
              x={[0, picture().width / 2, picture().width][i()]}
              y={14}
              text-anchor={(["start", "middle", "end"] as const)[i()]}
            >
              {title}
            </text>
          )}
        </For>
        <g transform={`translate(0 ${top})`}>
          <For each={picture().bands}>
            {(band) => (
              <path class={`sankey-band ${colour(band)}`} d={band.path}>
                <title>{`${nameOf(band.from)} → ${nameOf(band.to)}: ${t("traffic.connections", { count: band.connections })}`}</title>
              </path>
            )}
          </For>
          <For each={picture().nodes}>
            {(node) => (
              <>
                <rect
                  class={`sankey-node ${node.standing ?? (node.tracker ? "tracker" : node.kind)}`}
                  x={node.x}
                  y={node.y}
                  width={nodeWidth}
                  height={node.height}
                  rx="2"
                >
                  <title>{`${nameOf(node)}: ${t("traffic.connections", { count: node.connections })}`}</title>
                </rect>
                <text
                  class="sankey-name"
                  x={node.column === 2 ? node.x - 6 : node.x + nodeWidth + 6}
                  y={node.y + node.height / 2}
                  text-anchor={node.column === 2 ? "end" : "start"}
                >
                  {fitted(shortNameOf(node), room(node.column) ?? 200)}
                  <tspan class="sankey-count">{` ${node.connections}`}</tspan>
                </text>
              </>
            )}
          </For>
        </g>
      </svg>
      <figcaption>
        <StandingLegend of={picture().nodes.map(({ standing }) => standing)}>
          <LegendSign kind="tracker" sign="◆" means={t("traffic.tracker")} />
          <LegendSign kind="plain" sign="●" means={t("traffic.noTracker")} />
        </StandingLegend>
        <p class="soft">{t("traffic.sankeyNote")}</p>
      </figcaption>
    </figure>
  );
}
