import { addressText } from "../formats/ip-address.ts";
import type { AskedName } from "./capture-names.ts";
import type { Connection } from "./capture-table.ts";
import type { Flow, FlowApp, FlowOrigin, RecordFormat } from "./flow.ts";

/** What one file's flows have in common. */
export interface CaptureSource {
  readonly file: string;
  readonly format: RecordFormat;
  /** By uid, as far as the capture names apps. */
  readonly apps: ReadonlyMap<number, { readonly package: string | null; readonly label: string | null }>;
}

/** A connection as a flow. */
export function connectionFlow(connection: Connection, source: CaptureSource): Flow {
  const { clientIsA, version } = connection;
  const address = addressText(version, clientIsA ? connection.b : connection.a);
  return {
    app: flowApp(connection.uid, source),
    start: wholeTime(connection.start),
    end: wholeTime(connection.last),
    host: connection.host,
    hostFrom: connection.hostFrom,
    address,
    port: clientIsA ? connection.bPort : connection.aPort,
    transport: connection.transport === 6 ? "tcp" : "udp",
    protocol: connection.protocol ?? "other",
    encryption: encryptionOf(connection),
    hello: connection.hello,
    bytesSent: clientIsA ? connection.bytesA : connection.bytesB,
    bytesReceived: clientIsA ? connection.bytesB : connection.bytesA,
    requests: connection.requests.map((request) =>
      request.host === "" ? { ...request, host: connection.host ?? address } : request,
    ),
    payload: connection.payload,
    blocked: false,
    origin: originOf(connection.first, source),
  };
}

/** A name that was asked for, as a flow to the resolver. */
export function questionFlow(asked: AskedName, source: CaptureSource): Flow {
  const { connection } = asked;
  const { clientIsA } = connection;
  return {
    app: flowApp(connection.uid, source),
    start: wholeTime(asked.start),
    end: wholeTime(asked.last),
    host: asked.name,
    hostFrom: "dns",
    address: addressText(connection.version, clientIsA ? connection.b : connection.a),
    port: clientIsA ? connection.bPort : connection.aPort,
    transport: connection.transport === 6 ? "tcp" : "udp",
    protocol: "dns",
    encryption: "clear",
    hello: null,
    bytesSent: asked.sent,
    bytesReceived: asked.received,
    requests: [],
    payload: null,
    blocked: false,
    origin: originOf(asked.number, source),
  };
}

function flowApp(uid: number, { apps }: CaptureSource): FlowApp | null {
  if (uid < 0) return null;
  const app = apps.get(uid);
  return { uid, package: app?.package ?? null, label: app?.label ?? null };
}

function encryptionOf({ protocol, payload }: Connection): Flow["encryption"] {
  if (protocol === "tls" || protocol === "quic") return "encrypted";
  if (protocol === "http" || protocol === "dns" || protocol === "xiaomi-push") return "clear";
  return payload && isText(payload) ? "clear" : "unknown";
}

/** Whether bytes are written for people: at least 32, and 19 of 20 printable ASCII, which encrypted ones never are. */
function isText(bytes: Uint8Array): boolean {
  let printable = 0;
  for (const byte of bytes) if ((byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13) printable++;
  return bytes.length >= 32 && printable * 20 >= bytes.length * 19;
}

function wholeTime(time: number): number | null {
  return time < 0 ? null : Math.floor(time);
}

function originOf(number: number, { file, format }: CaptureSource): FlowOrigin {
  return { file, format, unit: "packet", number };
}
