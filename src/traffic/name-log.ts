import { FormatError } from "../core/errors.ts";
import { normalIp } from "../formats/ip-text.ts";
import type { LoggedQuestion } from "../formats/logged-question.ts";
import type { Flow, FlowApp, RecordFormat, TrafficRecord } from "./flow.ts";
import { hostName } from "./host-name.ts";

/** A question, and the app that asked it where the log tells. */
export interface AskedName extends LoggedQuestion {
  readonly app?: FlowApp | null;
}

/** Which file the names are from, and which device of it is meant. */
export interface NameLog {
  readonly file: string;
  readonly format: RecordFormat;
  readonly unit: Flow["origin"]["unit"];
  readonly asked: readonly AskedName[];
  readonly unreadable: number;
  readonly client?: string | undefined;
}

/** Types of questions that go before a connection; RFC 1035 §3.2.2, RFC 3596, RFC 9460. */
const addressTypes: ReadonlySet<string> = new Set(["A", "AAAA", "HTTPS", "SVCB", "ANY"]);
/** Milliseconds within which questions for one name are one lookup: phones ask for IPv4, IPv6 and HTTPS at the same time. */
const together = 2000;
/** What an answer that blocks has instead of an address. */
const nowhere: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/**
 * The names of a log as flows: one for each lookup, whatever types of record it asked for. Other questions (`PTR`, `TXT` …) go before no
 * connection and stand apart.
 *
 * @throws FormatError where none of the log's devices is the one that is meant
 */
export function nameFlows(
  log: NameLog,
): Pick<TrafficRecord, "flows" | "questions" | "unread"> & Pick<Required<TrafficRecord>, "clients"> {
  const asked = log.asked.filter((one) => log.client === undefined || one.client === log.client);
  if (asked.length === 0 && log.asked.length > 0)
    throw new FormatError("traffic", `no device of this log is called ${JSON.stringify(log.client)}`);
  const flows: Lookup[] = [];
  const questions: Flow[] = [];
  const open = new Map<string, Lookup>();
  let nameless = 0;
  for (const one of asked) {
    const host = hostName(one.name);
    if (host === null || normalIp(host) !== null) nameless++;
    else if (one.type !== null && !addressTypes.has(one.type.toUpperCase())) questions.push(started(log, one, host));
    else join(log, one, host, flows, open);
  }
  const clients = clientsOf(log.asked);
  const mixed = log.client === undefined && clients.length > 1 ? flows.length : 0;
  return {
    flows: flows.map(({ flow }) => flow),
    questions,
    clients,
    unread: [
      { reason: "lines or rows that could not be read", count: log.unreadable },
      { reason: "questions without the name of a host", count: nameless },
      { reason: "names that one of several devices asked for: choose one of them", count: mixed },
    ].filter(({ count }) => count > 0),
  };
}

type Draft = { -readonly [key in keyof Flow]: Flow[key] };

interface Lookup {
  readonly flow: Draft;
  last: number | null;
}

function join(log: NameLog, one: AskedName, host: string, flows: Lookup[], open: Map<string, Lookup>): void {
  const key = `${one.client ?? ""}\n${one.app?.uid ?? ""}\n${host}`;
  const before = open.get(key);
  const gap = one.moment === null || before?.last == null ? Number.NaN : Math.abs(one.moment - before.last);
  if (!before || !(gap <= together)) {
    const lookup: Lookup = { flow: started(log, one, host), last: one.moment };
    flows.push(lookup);
    open.set(key, lookup);
    return;
  }
  before.last = one.moment;
  const { flow } = before;
  flow.address ??= addressOf(one);
  flow.blocked &&= one.blocked;
  if (one.time !== null && flow.end !== null) flow.end = Math.max(flow.end, one.time);
}

function started(log: NameLog, one: AskedName, host: string): Draft {
  return {
    app: one.app ?? null,
    ...{ start: one.time, end: one.time, host, hostFrom: "log", address: addressOf(one) },
    ...{ port: null, transport: null, protocol: null, encryption: "unknown", hello: null },
    ...{ bytesSent: null, bytesReceived: null, requests: [], payload: null, blocked: one.blocked },
    origin: { file: log.file, format: log.format, unit: log.unit, number: one.number },
  };
}

function addressOf(one: AskedName): string | null {
  const address = one.address === null ? null : normalIp(one.address);
  return address === null || nowhere.has(address) ? null : address;
}

function clientsOf(asked: readonly AskedName[]): Required<TrafficRecord>["clients"] {
  const counts = new Map<string, number>();
  for (const { client } of asked) if (client !== null) counts.set(client, (counts.get(client) ?? 0) + 1);
  return [...counts]
    .map(([name, questions]) => ({ name, questions }))
    .sort((a, b) => b.questions - a.questions || (a.name < b.name ? -1 : 1));
}
