import { type HarEntry, parseHar } from "../formats/har.ts";
import type { HarTweasel } from "../formats/har-tweasel.ts";
import { normalIp } from "../formats/ip-text.ts";
import { isoTime } from "../formats/iso-time.ts";
import type { Flow, FlowApp, RecordDevice, SeenRequest, TrafficRecord } from "./flow.ts";
import { hostName } from "./host-name.ts";

/**
 * A HAR as flows, one for each entry; messages that were sent over a WebSocket are further requests of its flow, with the method `WEBSOCKET`.
 * A HAR names no app, except where the tweasel tools say that only one app's traffic was let into it.
 *
 * @param file its name, without the path
 * @throws FormatError
 */
export function harRecord(bytes: Uint8Array, file: string): TrafficRecord {
  const har = parseHar(bytes);
  const app = onlyApp(har.tweasel);
  const flows = har.entries.flatMap((entry) => readEntry(entry, app, file) ?? []);
  const withoutUrl = har.entries.length - flows.length;
  const none = (key: keyof Flow) => flows.length > 0 && flows.every((flow) => flow[key] === null);
  return {
    format: "har",
    file,
    bytes: bytes.length,
    device: deviceOf(har.tweasel),
    flows,
    questions: [],
    cannotTell: [
      ...(app ? [] : ["app" as const]),
      ...(none("start") ? ["time" as const] : []),
      ...(none("address") ? ["address" as const] : []),
      ...(none("bytesSent") ? ["bytes" as const] : []),
    ],
    unread: [
      { reason: "entries without a request that can be read", count: har.unreadable },
      { reason: "entries whose address is none of the web's", count: withoutUrl },
      {
        reason: "requests whose body the record leaves out",
        count: count(flows, (one) => one.cut && one.body === null),
      },
    ].filter((one) => one.count > 0),
  };
}

function count(flows: readonly Flow[], test: (request: SeenRequest) => boolean): number {
  return flows.reduce((sum, flow) => sum + flow.requests.filter(test).length, 0);
}

/** The one app whose traffic was recorded. */
function onlyApp(tweasel: HarTweasel | null): FlowApp | null {
  const [id, ...others] = tweasel?.mode === "allowlist" ? tweasel.chosen : [];
  if (id === undefined || others.length > 0) return null;
  return { uid: null, package: id, label: tweasel?.apps.find((app) => app.id === id)?.name ?? null };
}

function deviceOf(tweasel: HarTweasel | null): RecordDevice | null {
  if (!tweasel) return null;
  const android = tweasel.platform === "android" ? tweasel.osVersion : null;
  return {
    model: tweasel.model,
    android,
    apps: tweasel.apps.map(({ id, name, version }) => ({ package: id, label: name, version })),
  };
}

function readEntry(entry: HarEntry, app: FlowApp | null, file: string): Flow | undefined {
  const target = targetOf(entry);
  if (!target) return undefined;
  const { secure, host, address, port } = target;
  const quic = secure && /^(?:HTTP\/3|h3)/i.test(entry.request.httpVersion);
  const start = entry.started === null ? null : isoTime(entry.started);
  return {
    app,
    start,
    end: start === null || entry.duration === null ? null : start + Math.round(entry.duration),
    host,
    hostFrom: host === null ? null : target.hostFrom,
    address,
    port,
    transport: quic ? "udp" : "tcp",
    protocol: quic ? "quic" : secure ? "tls" : "http",
    encryption: secure ? "encrypted" : "clear",
    hello: null,
    bytesSent: entry.request.bytes,
    bytesReceived: entry.answerBytes,
    requests: requestsOf(entry, target, start),
    payload: null,
    blocked: /BLOCKED/.test(entry.error ?? ""),
    origin: { file, format: "har", unit: "entry", number: entry.number },
  };
}

interface Target {
  readonly secure: boolean;
  readonly host: string | null;
  readonly hostFrom: "url" | "http";
  readonly address: string | null;
  readonly port: number;
  /** With the query. */
  readonly path: string;
}

function targetOf({ request, serverAddress }: HarEntry): Target | undefined {
  const url = webUrl(request.url);
  if (!url) return undefined;
  const secure = url.protocol === "https:" || url.protocol === "wss:";
  const inUrl = normalIp(url.hostname);
  // A proxy that does not see names writes addresses, and the name stands in the request.
  const named = inUrl === null ? undefined : request.headers.find(({ name }) => /^(?:host|:authority)$/i.test(name));
  const inHeader = named && hostName(named.value.replace(/:\d{1,5}$/, ""));
  return {
    secure,
    host: inUrl === null ? hostName(url.hostname) : inHeader && normalIp(inHeader) === null ? inHeader : null,
    hostFrom: inUrl === null ? "url" : "http",
    address: normalIp(serverAddress ?? "") ?? inUrl,
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    path: pathOf(request.url),
  };
}

function webUrl(written: string): URL | undefined {
  if (!/^(?:https?|wss?):\/\//i.test(written)) return undefined;
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

/** As it was sent, letter by letter: a URL read and written again is not. */
function pathOf(url: string): string {
  const rest = url.slice(url.indexOf("//") + 2).replace(/#.*$/s, "");
  const from = rest.search(/[/?]/);
  if (from < 0) return "/";
  return rest[from] === "?" ? `/${rest.slice(from)}` : rest.slice(from);
}

function requestsOf(entry: HarEntry, target: Target, start: number | null): readonly SeenRequest[] {
  const { method, headers, body, cut } = entry.request;
  const { secure, port, path } = target;
  const host = target.host ?? target.address ?? "";
  const first: SeenRequest = {
    ...{ time: start, method, scheme: secure ? "https" : "http", host, port, path },
    ...{ headers, body, cut, status: entry.status },
  };
  const sent = entry.messages.filter((message) => message.sent);
  const messages = sent.map(({ time, data }) => ({
    ...{ ...first, time: time ?? start, method: "WEBSOCKET", headers: [], body: data, cut: false, status: null },
  }));
  return [first, ...messages];
}
