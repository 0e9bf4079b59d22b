import type { IpPacket } from "../formats/ip-packet.ts";
import { type StreamSink, TcpStream } from "../formats/tcp-stream.ts";
import { DnsStreamSink } from "./capture-dns-stream.ts";
import { type CaptureTools, ClientSink, ServerSink } from "./capture-streams.ts";
import type { Connection } from "./capture-table.ts";

const fin = 0x01;
const syn = 0x02;

/** Looks into one segment, as long as something is still to be learnt of its direction. */
export function takeTcp(
  connection: Connection,
  bytes: Uint8Array,
  view: DataView,
  ip: IpPacket,
  fromClient: boolean,
  tools: CaptureTools,
): void {
  if (fromClient ? !connection.clientOpen : !connection.serverOpen) return;
  const flags = bytes[ip.start + 13] ?? 0;
  const start = ip.start + (((bytes[ip.start + 12] ?? 0) >> 4) << 2);
  if ((flags & (syn | fin)) === 0 && start >= ip.end) return;
  const seq = view.getUint32(ip.start + 4);
  if (flags & syn) {
    if (fromClient) connection.syn = seq;
    else connection.serverSyn = seq;
  }
  // With TCP Fast Open a SYN carries data, which begins one number later.
  const first = flags & syn ? (seq + 1) >>> 0 : seq;
  if (fromClient) takeClient(connection, bytes, first, start, ip, flags, tools);
  else takeServer(connection, bytes, first, start, ip, tools);
}

/** Ends what is still open: the connection is over, or the capture. */
export function endTcp(connection: Connection): void {
  connection.client?.end();
  connection.server?.end();
  closeClient(connection);
  closeServer(connection);
}

function takeClient(
  connection: Connection,
  bytes: Uint8Array,
  seq: number,
  start: number,
  ip: IpPacket,
  flags: number,
  tools: CaptureTools,
): void {
  if (start < ip.end) {
    connection.client ??= new TcpStream(clientSink(connection, tools), tools.budget);
    if (connection.syn >= 0) connection.client.begin(connection.syn + 1);
    connection.client.add(seq, bytes, start, ip.end);
    // What the capture cut off will not come.
    if (ip.cut) connection.client.end();
  }
  const stream = connection.client;
  if (!stream) return;
  if (flags & fin && stream.isAt(seq + Math.max(ip.end - start, 0))) stream.end();
  if (stream.open) return;
  closeClient(connection);
  if (connection.protocol === "other" || connection.protocol === "xiaomi-push") closeServer(connection);
}

function takeServer(
  connection: Connection,
  bytes: Uint8Array,
  seq: number,
  start: number,
  ip: IpPacket,
  tools: CaptureTools,
): void {
  if (start >= ip.end) return;
  connection.server ??= new TcpStream(serverSink(connection, tools), tools.budget);
  if (connection.serverSyn >= 0) connection.server.begin(connection.serverSyn + 1);
  connection.server.add(seq, bytes, start, ip.end);
  if (ip.cut) connection.server.end();
  if (!connection.server.open) closeServer(connection);
}

function clientSink(connection: Connection, tools: CaptureTools): StreamSink {
  return isDns(connection) ? new DnsStreamSink(connection, tools) : new ClientSink(connection, tools);
}

function serverSink(connection: Connection, tools: CaptureTools): StreamSink {
  return isDns(connection) ? new DnsStreamSink(connection, tools) : new ServerSink(connection, tools);
}

function isDns({ clientIsA, aPort, bPort }: Connection): boolean {
  return (clientIsA ? bPort : aPort) === 53;
}

function closeClient(connection: Connection): void {
  connection.clientOpen = false;
  connection.client = null;
}

function closeServer(connection: Connection): void {
  connection.serverOpen = false;
  connection.server = null;
}
