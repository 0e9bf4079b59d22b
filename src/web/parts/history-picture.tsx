import { createMemo, For, type JSX, Show } from "solid-js";
import { severities } from "../../core/check.ts";
import { type HistoryCounts, type HistoryLane, historyLanes, type LaneKind } from "../../report/history-lanes.ts";
import { formatDay, formatNumber, formatTime, t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { useWidth } from "./traffic/width.ts";
import "../style/history.css";

/** All that is counted, the gravest first. */
export const allLanes: readonly LaneKind[] = [...severities, "unanswered"];

const height = 44;
const nameOf = (kind: LaneKind): string => (kind === "unanswered" ? t("history.unanswered") : t(`severity.${kind}`));

/** How counts went over time: a line for each kind with a scale of its own. The same numbers stand in a table beside it. */
export function HistoryPicture(props: {
  readonly points: readonly HistoryCounts[];
  readonly lanes: readonly LaneKind[];
  /** The examination that is looked at. */
  readonly here: string;
}): JSX.Element {
  const [width, watch] = useWidth();
  const lanes = createMemo(() =>
    historyLanes(props.points, props.lanes, props.here, { width: Math.max(120, width()), height }),
  );
  const days = () => {
    const [first, last] = [props.points[0], props.points.at(-1)].map((point) => formatDay(Date.parse(point?.at ?? "")));
    return first === last ? [first] : [first, last];
  };
  return (
    <figure class="history-lanes">
      <For each={lanes()}>
        {(lane, i) => (
          <div class="history-lane">
            <span class={`mark ${lane.kind === "unanswered" ? "unknown" : lane.kind}`}>
              <Icon name={lane.kind === "unanswered" ? "unknown" : lane.kind} />
              {nameOf(lane.kind)}
            </span>
            <div class="lane-picture" ref={(element) => i() === 0 && watch(element)}>
              <Lane lane={lane} width={Math.max(120, width())} times={props.points.length} />
            </div>
            <span class="lane-now">
              {t("history.now", { count: lane.last })}
              <span class="soft"> · {t("history.most", { count: lane.most })}</span>
            </span>
          </div>
        )}
      </For>
      <figcaption class="lane-days soft" aria-hidden="true">
        <For each={days()}>{(day) => <span>{day}</span>}</For>
      </figcaption>
    </figure>
  );
}

function Lane(props: { readonly lane: HistoryLane; readonly width: number; readonly times: number }): JSX.Element {
  const said = () => {
    const { kind, last, most } = props.lane;
    return t("history.lane", { name: nameOf(kind), count: last, most, times: props.times });
  };
  return (
    <svg
      viewBox={`0 0 ${props.width} ${height}`}
      width={props.width}
      height={height}
      role="img"
      aria-label={said()}
      class={props.lane.kind}
    >
      <line class="lane-ground" x1={0} x2={props.width} y1={height - 7} y2={height - 7} />
      <Show when={props.lane.here}>
        {(here) => <line class="lane-here" x1={here().x} x2={here().x} y1={2} y2={height - 2} />}
      </Show>
      <path class="lane-line" d={props.lane.path} />
      <For each={props.lane.dots}>
        {({ x, y, count, at }) => (
          <circle class={count === 0 ? "lane-dot none" : "lane-dot"} cx={x} cy={y} r={3.5}>
            <title>{`${formatTime(at)}: ${formatNumber(count)}`}</title>
          </circle>
        )}
      </For>
    </svg>
  );
}
