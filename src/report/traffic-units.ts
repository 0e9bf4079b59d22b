import type { TrafficReport } from "../traffic/traffic-report.ts";

/** Records of servers that answer names: who is asked for where a name leads, and not who went there. */
const nameLogs: ReadonlySet<string> = new Set(["adguard-home-log", "nextdns-csv", "pihole-log", "pihole-database"]);

/** What the flows of a report are, in words. A name that was looked up is no connection. */
export interface TrafficUnits {
  readonly many: string;
  readonly one: string;
  /** Head of a narrow column of numbers, and of a wide one. */
  readonly column: string;
  readonly heading: string;
  /** Some of them are names that were looked up. */
  readonly lookups: boolean;
}

const connections: TrafficUnits = {
  many: "connections",
  one: "connection",
  column: "Conn.",
  heading: "Connections",
  lookups: false,
};
const asked: TrafficUnits = {
  many: "look-ups of names",
  one: "look-up of a name",
  column: "Look-ups",
  heading: "Look-ups",
  lookups: true,
};
const both: TrafficUnits = {
  many: "connections and look-ups of names",
  one: "connection or look-up of a name",
  column: "Seen",
  heading: "Connections and look-ups",
  lookups: true,
};

/** The words that fit a report, by the records that its flows are from. */
export function trafficUnits({ flows }: Pick<TrafficReport, "flows">): TrafficUnits {
  const count = flows.filter(isLookup).length;
  if (count === 0) return connections;
  return count === flows.length ? asked : both;
}

function isLookup({ origin, transport, port }: TrafficReport["flows"][number]): boolean {
  if (nameLogs.has(origin.format)) return true;
  return origin.format === "rethink-backup" && transport === null && port === null;
}
