import { createMemo, For, type JSX, Show } from "solid-js";
import { fitted } from "../../../report/traffic-signs.ts";
import { type TimelineLane, type TimelineSpot, trafficTimeline } from "../../../report/traffic-timeline.ts";
import type { TrafficMark } from "../../../traffic/marks.ts";
import type { AppTraffic, ReportFlow } from "../../../traffic/traffic-report.ts";
import { t } from "../../i18n.ts";
import { LegendSign } from "./standing.tsx";
import { useWidth } from "./width.ts";
import { exactTime, momentIn } from "./words.ts";

/** When each app was on the network, with the moments that were marked. */
export function TrafficTimelinePicture(props: {
  readonly flows: readonly ReportFlow[];
  readonly apps: readonly AppTraffic[];
  readonly marks: readonly TrafficMark[];
  readonly nameOf: (key: string | null) => string;
}): JSX.Element {
  const [width, watch] = useWidth();
  const picture = createMemo(() =>
    trafficTimeline(props.flows, props.apps, props.marks, {
      width: Math.max(300, width()),
      left: width() < 600 ? 0 : 190,
    }),
  );
  const nameOf = ({ key, others }: TimelineLane) =>
    others > 0 ? t("traffic.others", { count: others }) : props.nameOf(key);
  return (
    <figure class="traffic-picture" ref={watch}>
      <Show when={picture()} fallback={<p class="soft">{t("traffic.timelineNone")}</p>}>
        {(line) => (
          <>
            <svg viewBox={`0 0 ${line().width} ${line().height}`} role="img" aria-label={t("traffic.timelineSaid")}>
              <For each={line().ticks}>
                {({ at, x }) => (
                  <>
                    <line class="time-tick" x1={x} x2={x} y1={22} y2={line().height - 20} />
                    <text class="time-word" x={x} y={line().height - 5} text-anchor="middle">
                      {momentIn(at, line().step)}
                    </text>
                  </>
                )}
              </For>
              <For each={line().lanes}>
                {(lane) => (
                  <>
                    <line class="time-lane" x1={line().left} x2={line().width} y1={lane.y} y2={lane.y} />
                    <text
                      class="time-name"
                      x={line().left === 0 ? 2 : 0}
                      y={line().left === 0 ? lane.y - 18 : lane.y + 4}
                    >
                      {fitted(nameOf(lane), line().left === 0 ? line().width : line().left - 12)}
                    </text>
                    <For each={lane.spots}>{(spot) => <Spot of={spot} y={lane.y} />}</For>
                  </>
                )}
              </For>
              <For each={line().marks}>
                {({ mark, x }) => (
                  <g class={`time-mark ${mark.kind}`}>
                    <line x1={x} x2={x} y1={20} y2={line().height - 20} />
                    <text
                      x={x > line().width - 90 ? x - 4 : x + 4}
                      y={14}
                      text-anchor={x > line().width - 90 ? "end" : "start"}
                    >
                      {mark.kind === "note" ? fitted(mark.text, 160) : t(`traffic.mark.${mark.kind}`)}
                    </text>
                    <title>{`${exactTime(mark.at)} ${t(`traffic.mark.${mark.kind}`)} ${mark.text}`}</title>
                  </g>
                )}
              </For>
            </svg>
            <figcaption>
              <ul class="legend">
                <LegendSign kind="tracker" sign="◆" means={t("traffic.tracker")} />
                <LegendSign kind="plain" sign="●" means={t("traffic.noTracker")} />
                <LegendSign kind="hollow" sign="○" means={t("traffic.timelineClear")} />
              </ul>
              <Show when={line().without > 0}>
                <p class="soft">{t("traffic.timelineWithout", { count: line().without })}</p>
              </Show>
            </figcaption>
          </>
        )}
      </Show>
    </figure>
  );
}

function Spot(props: { readonly of: TimelineSpot; readonly y: number }): JSX.Element {
  const { x, radius: r, tracker, clear, connections, at } = props.of;
  const y = props.y;
  const name = `time-spot ${tracker ? "tracker" : "plain"}${clear ? " clear" : ""}`;
  const said = `${exactTime(at)}: ${t("traffic.connections", { count: connections })}`;
  return tracker ? (
    <path class={name} d={`M${x} ${y - r - 1}L${x + r + 1} ${y}L${x} ${y + r + 1}L${x - r - 1} ${y}Z`}>
      <title>{said}</title>
    </path>
  ) : (
    <circle class={name} cx={x} cy={y} r={r}>
      <title>{said}</title>
    </circle>
  );
}
