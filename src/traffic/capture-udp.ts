import { ByteStore } from "../formats/byte-store.ts";
import { readDns } from "../formats/dns-message.ts";
import { readGquicHello } from "../formats/gquic-hello.ts";
import type { IpPacket } from "../formats/ip-packet.ts";
import { opensVersion, QuicOpening, quicVersion } from "../formats/quic-initial.ts";
import { readClientHello } from "../formats/tls-client-hello.ts";
import { type CaptureTools, maxPayload, noteHello } from "./capture-streams.ts";
import type { Connection } from "./capture-table.ts";

/** About what an opening QUIC connection holds. */
const openingCost = 4096;

/** Looks into one datagram: DNS, the beginning of QUIC, else the first bytes that the client sent. */
export function takeUdp(
  connection: Connection,
  bytes: Uint8Array,
  view: DataView,
  ip: IpPacket,
  fromClient: boolean,
  tools: CaptureTools,
): void {
  if (!connection.clientOpen && (fromClient || !connection.serverOpen)) return;
  const start = ip.start + 8;
  const said = view.getUint16(ip.start + 4);
  const end = said < 8 ? ip.end : Math.min(ip.end, ip.start + said);
  if (start >= end) return;
  const port = connection.clientIsA ? connection.bPort : connection.aPort;
  if ((port === 53 || port === 5353 || port === 5355) && takeDns(connection, bytes, view, start, end, port, tools))
    return;
  if (fromClient) takeClient(connection, bytes, start, end, tools);
  else takeServer(connection, bytes, start, end);
}

/** Ends what is still open. */
export function endUdp(connection: Connection, tools: CaptureTools): void {
  const { quic } = connection;
  if (quic) {
    // A hello of which parts are missing tells what it tells.
    const hello = readClientHello(quic.begun());
    if (hello) noteHello(connection, hello, "q", tools.crypto);
    closeOpening(connection, tools);
  }
  settle(connection);
}

function takeDns(
  connection: Connection,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  port: number,
  tools: CaptureTools,
): boolean {
  const message = readDns(bytes, view, start, end);
  if (!message) return connection.dnsMessages > 0;
  connection.dnsMessages++;
  connection.protocol = "dns";
  // Anyone in the same network may answer there, so such answers name no server.
  if (port === 53 || !message.answer) tools.names.note(message, connection, tools.arrival);
  return true;
}

function takeClient(connection: Connection, bytes: Uint8Array, start: number, end: number, tools: CaptureTools): void {
  if (connection.quic) {
    addOpening(connection, connection.quic, bytes, start, end, tools);
    return;
  }
  if (connection.protocol === "other") {
    keep(connection, bytes, start, end, tools);
    return;
  }
  const version = quicVersion(bytes, start, end);
  const old = connection.protocol === null ? readGquicHello(bytes, start, end) : undefined;
  if (old) {
    connection.protocol = "quic";
    noteName(connection, old.serverName);
    close(connection);
  } else if (version !== 0) {
    connection.protocol = "quic";
    if (!opensVersion(version) || !tools.budget.take(openingCost)) close(connection);
    else {
      connection.quic = new QuicOpening(tools.crypto);
      addOpening(connection, connection.quic, bytes, start, end, tools);
    }
  } else if (connection.protocol === null) {
    connection.protocol = "other";
    keep(connection, bytes, start, end, tools);
  }
}

function addOpening(
  connection: Connection,
  quic: QuicOpening,
  bytes: Uint8Array,
  start: number,
  end: number,
  tools: CaptureTools,
): void {
  const message = quic.add(bytes, start, end);
  const hello = message && readClientHello(message);
  if (hello) noteHello(connection, hello, "q", tools.crypto);
  if (quic.open) return;
  closeOpening(connection, tools);
  close(connection);
}

/** A server's first packets say QUIC also where the client's were not captured. */
function takeServer(connection: Connection, bytes: Uint8Array, start: number, end: number): void {
  if (connection.protocol === null && quicVersion(bytes, start, end) !== 0) connection.protocol = "quic";
  if (connection.protocol !== null) connection.serverOpen = false;
}

function keep(connection: Connection, bytes: Uint8Array, start: number, end: number, tools: CaptureTools): void {
  connection.held ??= new ByteStore(maxPayload, tools.budget);
  connection.held.add(bytes, start, end);
  if (connection.held.length < maxPayload && !connection.held.full) return;
  settle(connection);
}

function settle(connection: Connection): void {
  if (connection.held && connection.held.length > 0) connection.payload = connection.held.release();
  connection.held = null;
  close(connection);
}

function noteName(connection: Connection, name: string | null): void {
  if (name === null) return;
  connection.host = name;
  connection.hostFrom = "sni";
}

function closeOpening(connection: Connection, tools: CaptureTools): void {
  connection.quic = null;
  tools.budget.give(openingCost);
}

function close(connection: Connection): void {
  connection.clientOpen = false;
  connection.serverOpen = false;
}
