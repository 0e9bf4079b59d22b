import type { AppTraffic, ReportFlow, StandingKind } from "../traffic/traffic-report.ts";

/** From whom to whom to where: three columns, bands between them as wide as there are connections. In units of its own field. */
export interface TrafficSankey {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SankeyNode[];
  readonly bands: readonly SankeyBand[];
}

/** What a node stands for; `others` are those that had no room, `unknown` what the record or the lists do not tell. */
export type SankeyKind = "app" | "company" | "country" | "others" | "unknown";

export interface SankeyNode {
  readonly column: 0 | 1 | 2;
  readonly kind: SankeyKind;
  /** Key of the app, name of the company, code of the country; for `others` how many they are. */
  readonly name: string;
  readonly connections: number;
  /** Whether a company among lists of trackers; false in other columns. */
  readonly tracker: boolean;
  /** Of a country. */
  readonly standing: StandingKind | null;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface SankeyBand {
  readonly from: SankeyNode;
  readonly to: SankeyNode;
  readonly connections: number;
  /** Outline, to be filled. */
  readonly path: string;
}

/** Width of a node. */
export const nodeWidth = 10;
const gap = 12;
const leastHeight = 5;

/** Lays out the picture; at most `most` nodes stand in a column. Pure. */
export function trafficSankey(
  flows: readonly ReportFlow[],
  apps: readonly Pick<AppTraffic, "key">[],
  { width, most = 12, unit }: { readonly width: number; readonly most?: number; readonly unit: number },
): TrafficSankey {
  const known = new Set(apps.map(({ key }) => key));
  const rows = flows.map((flow) => {
    const { recipient, place } = flow;
    const app = flow.appKey !== null && known.has(flow.appKey) ? flow.appKey : null;
    return [app, recipient.company ?? recipient.domain ?? flow.host, place.country] as const;
  });
  const trackers = new Set(
    flows.flatMap(({ recipient }) =>
      recipient.kind === "tracker" ? [recipient.company ?? recipient.domain ?? ""] : [],
    ),
  );
  const standings = new Map(flows.map(({ place, standing }) => [place.country, standing] as const));
  const columns = ([0, 1, 2] as const).map((column) =>
    columnOf(
      rows.map((row) => row[column]),
      column,
      most,
    ),
  );
  const tallest = Math.max(...columns.map(({ length }) => length));
  const height = Math.max(120, Math.min(flows.length, 60) * unit + tallest * gap, tallest * 30);
  const scale = (column: readonly Draft[]) =>
    (height - gap * column.length) /
    Math.max(
      1,
      column.reduce((sum, { connections }) => sum + connections, 0),
    );
  const each = Math.max(0.01, Math.min(...columns.map(scale)));
  const xs = [0, (width - nodeWidth) / 2, width - nodeWidth];
  const nodes = columns.map((column) => {
    const heights = column.map(({ connections }) => Math.max(leastHeight, connections * each));
    const free = Math.max(0, height - heights.reduce((sum, one) => sum + one, 0));
    const space = free / Math.max(1, column.length);
    let y = space / 2;
    return column.map((draft, i): SankeyNode => {
      const own = heights[i] ?? leastHeight;
      const node = {
        ...draft,
        tracker: draft.kind === "company" && trackers.has(draft.name),
        standing: draft.kind === "country" ? (standings.get(draft.name) ?? "unknown") : null,
        x: xs[draft.column] ?? 0,
        y,
        height: own,
      };
      y += own + space;
      return node;
    });
  });
  const bands = [...bandsBetween(nodes, rows, 0), ...bandsBetween(nodes, rows, 1)];
  return { width, height, nodes: nodes.flat(), bands };
}

type Row = readonly [app: string | null, company: string | null, country: string | null];
type Draft = Pick<SankeyNode, "column" | "kind" | "name" | "connections">;

/** The nodes of a column, those with the most connections first; what is not known is last. */
function columnOf(values: readonly (string | null)[], column: 0 | 1 | 2, most: number): readonly Draft[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const named = [...counts].flatMap(([name, connections]) => (name === null ? [] : [{ name, connections }]));
  named.sort((a, b) => b.connections - a.connections);
  const shown = named.length > most ? named.slice(0, most - 1) : named;
  const rest = named.slice(shown.length);
  const kind = (["app", "company", "country"] as const)[column];
  const drafts: Draft[] = shown.map((each) => ({ column, kind, ...each }));
  if (rest.length > 0) {
    const connections = rest.reduce((sum, each) => sum + each.connections, 0);
    drafts.push({ column, kind: "others", name: String(rest.length), connections });
  }
  const unknown = counts.get(null);
  if (unknown !== undefined) drafts.push({ column, kind: "unknown", name: "", connections: unknown });
  return drafts;
}

function bandsBetween(
  nodes: readonly (readonly SankeyNode[])[],
  rows: readonly Row[],
  column: 0 | 1,
): readonly SankeyBand[] {
  const [left = [], right = []] = [nodes[column], nodes[column + 1]];
  const finder = (among: readonly SankeyNode[]) => {
    const byName = new Map(among.map((node) => [node.kind === "others" ? null : node.name, node]));
    const others = among.find(({ kind }) => kind === "others");
    const unknown = among.find(({ kind }) => kind === "unknown");
    return (name: string | null) => (name === null ? unknown : (byName.get(name) ?? others));
  };
  const [leftOf, rightOf] = [finder(left), finder(right)];
  const counts = new Map<SankeyNode, Map<SankeyNode, number>>();
  for (const row of rows) {
    const [from, to] = [leftOf(row[column]), rightOf(row[column + 1] ?? null)];
    if (!from || !to) continue;
    const own = counts.get(from) ?? new Map<SankeyNode, number>();
    counts.set(from, own.set(to, (own.get(to) ?? 0) + 1));
  }
  const used = new Map<SankeyNode, number>();
  const take = (node: SankeyNode, part: number): readonly [number, number] => {
    const from = used.get(node) ?? node.y;
    used.set(node, from + part);
    return [from, from + part];
  };
  return left.flatMap((from) =>
    right.flatMap((to) => {
      const connections = counts.get(from)?.get(to);
      if (connections === undefined) return [];
      const a = take(from, (connections / from.connections) * from.height);
      const b = take(to, (connections / to.connections) * to.height);
      return [{ from, to, connections, path: bandPath(from.x + nodeWidth, a, to.x, b) }];
    }),
  );
}

function bandPath(x0: number, [a0, a1]: readonly [number, number], x1: number, [b0, b1]: readonly [number, number]) {
  const middle = ((x0 + x1) / 2).toFixed(1);
  const n = (value: number) => value.toFixed(1);
  return `M${n(x0)} ${n(a0)}C${middle} ${n(a0)} ${middle} ${n(b0)} ${n(x1)} ${n(b0)}V${n(b1)}C${middle} ${n(b1)} ${middle} ${n(a1)} ${n(x0)} ${n(a1)}Z`;
}
