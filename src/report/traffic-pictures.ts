import { countryName } from "../traffic/rule-words.ts";
import type { StandingKind, TrafficReport } from "../traffic/traffic-report.ts";
import { html, join, type Markup, none } from "./html-text.ts";
import { trafficMap } from "./traffic-map.ts";
import { nodeWidth, type SankeyNode, trafficSankey } from "./traffic-sankey.ts";
import { fitted, standingOrder, standingSigns } from "./traffic-signs.ts";
import { type TimelineLane, type TimelineSpot, trafficTimeline } from "./traffic-timeline.ts";
import { trafficUnits } from "./traffic-units.ts";
import { countryShapes, otherLand } from "./world-map-data.ts";

/** What the standings are called in English. */
export const standingWords: Readonly<Record<StandingKind, string>> = {
  inside: "within your region's law",
  adequate: "protected as well, by a decision",
  "adequate-in-part": "by a decision, for some recipients",
  allowed: "allowed by the law",
  none: "without a decision",
  unknown: "not known",
};

/** Widths that pictures are drawn for: the style shows the one that fits. */
const sizes = { wide: 940, narrow: 340 } as const;

/** Each picture twice, for wide and for narrow screens, without any script. */
function both(draw: (width: number, size: keyof typeof sizes) => Markup): Markup {
  return html`<div class="wide">${draw(sizes.wide, "wide")}</div><div class="narrow">${draw(sizes.narrow, "narrow")}</div>`;
}

/** Where the servers stand. */
export function mapPicture({ flows, region }: TrafficReport): Markup {
  const first = trafficMap(flows, region.id, { width: sizes.wide, height: 430 });
  const reached = new Map(first.places.map(({ country, standing }) => [country, standing]));
  const shapes = Object.entries(countryShapes).map(
    ([country, d]) => html`<path class="land ${reached.get(country) ?? ""}" d="${raw(d)}"/>`,
  );
  const said = first.places.map(({ country, connections }) => `${countryName(country)} ${connections}`).join(", ");
  const draw = (width: number, size: keyof typeof sizes) => {
    const map = trafficMap(flows, region.id, { width, height: size === "wide" ? 430 : 250 });
    const land =
      size === "wide"
        ? html`<g id="land"><path class="land" d="${raw(otherLand)}"/>${join(shapes)}</g>`
        : html`<use href="#land"/>`;
    const lines = map.places.map(({ line, standing }) =>
      line === null ? none : html`<path class="line ${standing}" d="${line}"/>`,
    );
    const places = [...map.places]
      .reverse()
      .map(
        ({ country, standing, connections, x, y, at, radius, label }) =>
          html`<g class="place ${standing}"><title>${countryName(country)}: ${connections}, ${standingWords[standing]}</title><line x1="${n(at[0])}" y1="${n(at[1])}" x2="${n(x)}" y2="${n(y)}"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"/><text class="sign" x="${n(x)}" y="${n(y)}" font-size="${n(Math.max(11, radius))}">${standingSigns[standing]}</text>${label === null ? none : html`<text class="name" x="${n(label.x)}" y="${n(label.y)}" text-anchor="${label.anchor}">${country}</text>`}</g>`,
      );
    return html`<svg viewBox="0 0 ${map.width} ${map.height}" role="img" aria-label="Map of where the servers stand: ${said}. Place not known: ${map.unplaced}. The table below has the same."><rect class="sea" width="${map.width}" height="${map.height}" rx="8"/><g transform="translate(${n(map.shift[0])} ${n(map.shift[1])}) scale(${map.scale.toFixed(4)})">${land}</g>${join(lines)}<circle class="home" cx="${n(map.home[0])}" cy="${n(map.home[1])}" r="5"/>${join(places)}</svg>`;
  };
  const standings = first.places.map(({ standing }) => standing);
  return html`${both(draw)}<ul class="legend">${legendOf(standings)}<li><span class="key home"></span>your region</li>${first.unplaced > 0 ? html`<li><span class="key unknown">?</span>place not known: ${first.unplaced}</li>` : none}</ul>`;
}

/** From app to company to country. */
export function sankeyPicture({ flows, apps }: TrafficReport): Markup {
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const nameOf = ({ kind, name, column }: SankeyNode, isNarrow = false) => {
    // Where there is little room, countries are written as their code, as on the map.
    if (isNarrow && column === 2 && kind !== "others") return kind === "unknown" ? "?" : name;
    if (kind === "others") return `${name} others`;
    if (kind === "unknown") return ["App not known", "Company not known", "Place not known"][column] ?? "";
    return column === 0 ? (names.get(name) ?? name) : column === 2 ? countryName(name) : name;
  };
  let standings: readonly (StandingKind | null)[] = [];
  const draw = (width: number, size: keyof typeof sizes) => {
    const isWide = size === "wide";
    const picture = trafficSankey(flows, apps, { width, unit: isWide ? 9 : 7, most: isWide ? 12 : 9 });
    standings = picture.nodes.map(({ standing }) => standing);
    const room = isWide ? [220, 240, 200] : [width * 0.36, width * 0.26, width * 0.2];
    const bands = picture.bands.map(
      ({ from, to, path, connections }) =>
        html`<path class="band ${to.column === 2 ? (to.standing ?? "unknown") : to.tracker ? "tracker" : "plain"}" d="${path}"><title>${nameOf(from)} → ${nameOf(to)}: ${connections}</title></path>`,
    );
    const nodes = picture.nodes.map((node) => {
      const isLast = node.column === 2;
      return html`<rect class="node ${node.standing ?? (node.tracker ? "tracker" : node.kind === "unknown" ? "unknown" : "plain")}" x="${n(node.x)}" y="${n(node.y)}" width="${nodeWidth}" height="${n(node.height)}" rx="2"/><text class="name middle" x="${n(isLast ? node.x - 6 : node.x + nodeWidth + 6)}" y="${n(node.y + node.height / 2)}" text-anchor="${isLast ? "end" : "start"}">${fitted(nameOf(node, !isWide), room[node.column] ?? 200)} <tspan>${node.connections}</tspan></text>`;
    });
    const heads = ["Apps", "Companies", "Countries"].map(
      (title, i) =>
        html`<text class="head" x="${n((width * i) / 2)}" y="14" text-anchor="${["start", "middle", "end"][i] ?? "start"}">${title}</text>`,
    );
    return html`<svg viewBox="0 0 ${width} ${n(picture.height + 26)}" role="img" aria-label="Which app reached which company, and where its servers stand. The table below has the same.">${join(heads)}<g transform="translate(0 26)">${join(bands)}${join(nodes)}</g></svg>`;
  };
  const drawn = both(draw);
  return html`${drawn}<ul class="legend">${legendOf(standings)}${trackerKeys}</ul>`;
}

/** When each app was on the network; none where the records tell no time. */
export function timelinePicture(report: TrafficReport): Markup {
  const { flows, apps, marks } = report;
  const { heading, many } = trafficUnits(report);
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const nameOf = ({ key, others }: TimelineLane) =>
    others > 0 ? `${others} others` : key === null ? "App not known" : (names.get(key) ?? key);
  if (trafficTimeline(flows, apps, marks, { width: sizes.wide, left: 190 }) === null) return none;
  const draw = (width: number, size: keyof typeof sizes) => {
    const left = size === "wide" ? 190 : 0;
    const line = trafficTimeline(flows, apps, marks, { width, left });
    if (line === null) return none;
    const bottom = line.height - 20;
    const ticks = line.ticks.map(
      ({ at, x }) =>
        html`<line class="tick" x1="${n(x)}" x2="${n(x)}" y1="22" y2="${bottom}"/><text class="head" x="${n(x)}" y="${line.height - 5}" text-anchor="middle">${clock(at, line.step)}</text>`,
    );
    const lanes = line.lanes.map(
      (lane) =>
        html`<line class="lane" x1="${line.left}" x2="${line.width}" y1="${n(lane.y)}" y2="${n(lane.y)}"/><text x="0" y="${n(left === 0 ? lane.y - 18 : lane.y + 4)}">${fitted(nameOf(lane), left === 0 ? width : left - 12)}</text>${join(lane.spots.map((spot) => spotMark(spot, lane.y)))}`,
    );
    const moments = line.marks.map(({ mark, x }) => {
      const isLate = x > width - 90;
      return html`<g class="mark ${mark.kind}"><line x1="${n(x)}" x2="${n(x)}" y1="20" y2="${bottom}"/><text class="name" x="${n(isLate ? x - 4 : x + 4)}" y="14" text-anchor="${isLate ? "end" : "start"}">${mark.kind === "note" ? fitted(mark.text, 160) : mark.kind === "refused" ? "Refused" : "Agreed"}</text></g>`;
    });
    return html`<svg viewBox="0 0 ${width} ${line.height}" role="img" aria-label="${heading} of each app over time. The table of ${many} has the same.">${join(ticks)}${join(lanes)}${join(moments)}</svg>`;
  };
  return html`${both(draw)}<ul class="legend">${trackerKeys}<li><span class="key plain sign">○</span>hollow: in clear</li></ul>`;
}

function spotMark({ x, radius: r, tracker, clear }: TimelineSpot, y: number): Markup {
  const name = `spot ${tracker ? "tracker" : "plain"}${clear ? " clear" : ""}`;
  return tracker
    ? html`<path class="${name}" d="M${n(x)} ${n(y - r - 1)}L${n(x + r + 1)} ${n(y)}L${n(x)} ${n(y + r + 1)}L${n(x - r - 1)} ${n(y)}Z"/>`
    : html`<circle class="${name}" cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/>`;
}

const trackerKeys = html`<li><span class="key tracker sign">◆</span>tracker</li><li><span class="key plain sign">●</span>not listed as a tracker</li>`;

function legendOf(standings: readonly (StandingKind | null)[]): Markup {
  return join(
    standingOrder
      .filter((each) => standings.includes(each))
      .map((each) => html`<li><span class="key ${each}">${standingSigns[each]}</span>${standingWords[each]}</li>`),
  );
}

/** Paths of the map are longer than any outside text may be; they are of this project's own making. */
function raw(path: string): Markup {
  return { markup: path };
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** UTC, as exact as the ticks lie apart. */
function clock(at: number, step: number): string {
  const iso = new Date(at).toISOString();
  return step >= 86_400_000 ? iso.slice(0, 10) : iso.slice(11, step >= 60_000 ? 16 : 19);
}
