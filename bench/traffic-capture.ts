// Writes a large capture as PCAPdroid does (link type 1 with trailers): DNS, TLS, QUIC and HTTP in the proportions of a phone in use.
import { closeSync, openSync, writeSync } from "node:fs";
import {
  ascii,
  clientHello,
  cryptoFrame,
  dns,
  end,
  joined,
  pcap,
  pcapdroidFrame,
  quicInitial,
  records,
  serverHello,
  tcpTalk,
  udp,
} from "../test/traffic/packet-writer.ts";

/** What was written, for comparison with what is read. */
export interface WrittenCapture {
  readonly bytes: number;
  readonly packets: number;
  readonly tls: number;
  readonly quic: number;
  readonly http: number;
}

const phone = "10.215.173.1";
const resolver = end("10.215.173.2", 53);
const perRound = { tls: 51, quic: 10, http: 3 };
const mark = "n000000";
/** 2026-07-01T10:00:00Z. */
const start = 1_782_900_000;

/** A round of connections, and where in it names and addresses are changed for the next ones. */
interface Round {
  readonly bytes: Buffer;
  /** Offsets of the records. */
  readonly records: readonly number[];
  readonly names: readonly number[];
}

/** Writes at least `size` bytes to `path`. */
export function writeCapture(path: string, size: number): WrittenCapture {
  const round = makeRound();
  const file = openSync(path, "w");
  let bytes = writeSync(file, pcap([]));
  let rounds = 0;
  for (; bytes < size; rounds++) {
    change(round, rounds);
    bytes += writeSync(file, round.bytes);
  }
  closeSync(file);
  return {
    bytes,
    packets: rounds * round.records.length,
    tls: rounds * perRound.tls,
    quic: rounds * perRound.quic,
    http: rounds * perRound.http,
  };
}

function makeRound(): Round {
  const frames: Uint8Array[] = [];
  const total = perRound.tls + perRound.quic + perRound.http;
  for (let index = 0; index < total; index++) {
    const kind = index < perRound.tls ? "tls" : index < perRound.tls + perRound.quic ? "quic" : "http";
    const packets = talk(kind, index);
    frames.push(...packets.map((packet) => pcapdroidFrame(packet, 10_000 + (index % 40), `App ${index % 40}`)));
  }
  const bytes = Buffer.from(pcap(frames.map((frame) => ({ bytes: frame, time: 0n }))).subarray(24));
  const offsets: number[] = [];
  for (let at = 0; at < bytes.length; at += 16 + bytes.readUInt32LE(at + 8)) offsets.push(at);
  const names: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) names.push(at);
  return { bytes, records: offsets, names };
}

function talk(kind: "tls" | "quic" | "http", index: number): Uint8Array[] {
  const name = `${mark}.host${index}.example.com`;
  const client = end(phone, 30_000 + index * 4);
  const server = end(`93.0.0.${index + 1}`, kind === "http" ? 80 : 443);
  const asking = end(phone, 30_002 + index * 4);
  const question = [udp(asking, resolver, dns(index, name)), udp(resolver, asking, dns(index, name, [server.address]))];
  if (kind === "quic") {
    const hello = cryptoFrame(
      clientHello({ name: `host${index}.example.com`, alpn: ["h3"], versions: [0x0304], quic: true }),
    );
    const answers = Array.from({ length: 22 }, () => udp(server, client, new Uint8Array(1200).fill(0x5a)));
    const sent = Array.from({ length: 8 }, () => udp(client, server, new Uint8Array(60).fill(0x5b)));
    return [...question, udp(client, server, quicInitial(hello)), ...answers, ...sent];
  }
  const data = new Uint8Array(28_000).fill(0x17);
  const acks = tcpTalk(client, server, new Uint8Array(), new Uint8Array()).slice(2, 3);
  const http = ascii(`GET /a/${index} HTTP/1.1\r\nHost: ${name}\r\nUser-Agent: Dalvik/2.1.0\r\nAccept: */*\r\n\r\n`);
  const answer = ascii("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 28000\r\n\r\n");
  const record = joined([23, 3, 3, 0x6d, 0x60], data);
  const packets =
    kind === "http"
      ? tcpTalk(client, server, http, joined(answer, data))
      : tcpTalk(client, server, records(clientHello({ name })), joined(serverHello(0x0304), record));
  // The phone acknowledges every other segment.
  return [...question, ...packets.flatMap((packet, at) => (at > 5 && at % 3 === 0 ? [packet, ...acks] : [packet]))];
}

/** Makes the round anew: later, other servers, other names. Checksums are not made anew; no reader looks at them. */
function change(round: Round, number: number): void {
  const { bytes } = round;
  const name = `n${String(number % 1_000_000).padStart(6, "0")}`;
  for (const at of round.names) bytes.write(name, at, "latin1");
  for (const [index, at] of round.records.entries()) {
    bytes.writeUInt32LE(start + number, at);
    bytes.writeUInt32LE(Math.floor((index * 1e6) / round.records.length), at + 4);
    const ip = at + 16 + 14;
    for (const side of [ip + 12, ip + 16]) if (bytes[side] === 93) bytes.writeUInt16BE(number & 0xffff, side + 1);
  }
}
