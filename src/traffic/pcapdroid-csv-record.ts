import { normalIp } from "../formats/ip-text.ts";
import { type PcapdroidConnection, readPcapdroidCsv } from "../formats/pcapdroid-csv.ts";
import type { Flow, Protocol, SeenRequest, TrafficRecord } from "./flow.ts";
import { hostName } from "./host-name.ts";
import { flowApp } from "./record-app.ts";
import type { RecordContext, RecordFile } from "./record-file.ts";

const format = "pcapdroid-csv";

/**
 * PCAPdroid's list of connections as flows; those to a DNS server are questions. Where it tells the URL of a plain request, that request is
 * there without its method.
 *
 * @throws FormatError
 */
export async function pcapdroidCsvRecord(file: RecordFile, { packages }: RecordContext): Promise<TrafficRecord> {
  const { connections, unreadable } = await readPcapdroidCsv(file.chunks);
  const all = connections.map((connection) => flowOf(connection, file.name, packages));
  return {
    ...{ format, file: file.name, bytes: 0, device: null },
    flows: all.filter(({ protocol }) => protocol !== "dns"),
    questions: all.filter(({ protocol }) => protocol === "dns"),
    cannotTell: ["content"],
    unread: unreadable > 0 ? [{ reason: "lines or rows that could not be read", count: unreadable }] : [],
  };
}

function flowOf(connection: PcapdroidConnection, file: string, packages: RecordContext["packages"]): Flow {
  const { uid, package: name, app: label, port, firstSeen: start, lastSeen: end } = connection;
  const protocol = protocolOf(connection.protocol);
  const info = connection.info.replace(/^https?:\/\//, "");
  const slash = info.search(/[/?]/);
  const written = (slash < 0 ? info : info.slice(0, slash)).replace(/:\d{1,5}$/, "");
  const host = normalIp(written) === null ? hostName(written) : null;
  const path = protocol === "http" && slash >= 0 ? info.slice(slash) : null;
  return {
    app: flowApp(uid, { package: name, label }, packages),
    ...{ start, end, host, hostFrom: host === null ? null : hostSource(protocol), port, protocol },
    address: normalIp(connection.address),
    transport: connection.ipProtocol === 6 ? "tcp" : connection.ipProtocol === 17 ? "udp" : null,
    encryption: encryptionOf(connection.protocol, protocol),
    ...{ hello: null, bytesSent: connection.bytesSent, bytesReceived: connection.bytesReceived },
    requests: path === null ? [] : [requestOf(host ?? written, port, path, start)],
    ...{ payload: null, blocked: false },
    origin: { file, format, unit: "line", number: connection.line },
  };
}

/** nDPI's names of the protocols that are told apart here. */
const protocols: ReadonlyMap<string, Protocol> = new Map([
  ["HTTP", "http"],
  ["TLS", "tls"],
  ["HTTPS", "tls"],
  ["QUIC", "quic"],
  ["DNS", "dns"],
  ["Xiaomi", "xiaomi-push"],
]);

function protocolOf(name: string): Protocol {
  const [outer = "", inner = ""] = name.split(".");
  return protocols.get(name) ?? protocols.get(inner === "" ? name : outer) ?? "other";
}

/** Encrypted by what the protocol is; nDPI knows HTTP, DNS and Xiaomi's protocol by reading what is in them. */
function encryptionOf(name: string, protocol: Protocol): Flow["encryption"] {
  if (protocol === "tls" || protocol === "quic" || /^(?:DoH|DoT|DoQ|DoH_DoT|SSH|WireGuard)$/.test(name))
    return "encrypted";
  return protocol === "other" ? "unknown" : "clear";
}

function hostSource(protocol: Protocol): Flow["hostFrom"] {
  if (protocol === "tls" || protocol === "quic") return "sni";
  return protocol === "http" || protocol === "dns" ? protocol : "log";
}

function requestOf(host: string, port: number, path: string, time: number | null): SeenRequest {
  const whole = path.startsWith("?") ? `/${path}` : path;
  return {
    ...{ time, method: "", scheme: "http", host, port, path: whole, headers: [], body: null, cut: true, status: null },
  };
}
