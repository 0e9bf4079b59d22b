import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { captureGaps } from "../../src/traffic/capture-gaps.ts";
import type { TrafficRecord } from "../../src/traffic/flow.ts";
import {
  ascii,
  block,
  clientHello,
  cryptoFrame,
  dns,
  end,
  ethernet,
  type Frame,
  flags,
  ipv4,
  joined,
  option,
  pcap,
  pcapdroidFrame,
  pcapng,
  quicInitial,
  records,
  serverHello,
  tcp,
  tcpTalk,
  u16,
  u32,
  udp,
  uidBlock,
} from "./packet-writer.ts";
import { gaps, readCapture, serverNames } from "./read-capture.ts";

const phone = "10.215.173.1";
const resolver = end("10.215.173.2", 53);
const web = end("93.184.216.34", 443);
const start = 1_782_900_000_000_000_000n;

function frames(packets: readonly Uint8Array[], step = 1_000_000n): Frame[] {
  return packets.map((bytes, at) => ({ bytes, time: start + BigInt(at) * step }));
}

/** A capture of bare IP packets, as a VPN gives them. */
function read(...packets: readonly Uint8Array[]): TrafficRecord {
  return readCapture(pcap(frames(packets), { link: 101 }), 700);
}

const large = clientHello({ name: "large.example.com", alpn: ["h3"], versions: [0x0304], quic: true, padding: 2000 });
const from = (port: number) => end(phone, port);
const toWeb = (payload: Uint8Array) => udp(from(40_000), web, payload);

test("a ClientHello over several QUIC datagrams, in any order, in mixed pieces", () => {
  const half = Math.floor(large.length / 2);
  const one = quicInitial(cryptoFrame(large, 0, half));
  const two = quicInitial(cryptoFrame(large, half), { packet: 1 });
  expect(serverNames(read(toWeb(one), toWeb(two)).flows)).toEqual(["large.example.com"]);
  expect(serverNames(read(toWeb(two), toWeb(one)).flows)).toEqual(["large.example.com"]);
  expect(serverNames(read(toWeb(two), toWeb(two), toWeb(one)).flows)).toEqual(["large.example.com"]);
  const pieces = [1500, 40, 700, 0].map((at, index, all) =>
    cryptoFrame(large, at, index === 0 ? large.length : nextOf(all, at)),
  );
  const mixed = joined(...pieces.slice(0, 2), [1, 0, 0, 1], pieces[2] ?? [], [2, 5, 0, 0, 0], pieces[3] ?? []);
  expect(serverNames(read(toWeb(quicInitial(mixed, { fill: 0 }))).flows)).toEqual(["large.example.com"]);
});

function nextOf(all: readonly number[], at: number): number {
  return Math.min(...all.filter((other) => other > at));
}

test("several QUIC packets in one datagram, and after a Retry other keys", () => {
  const half = Math.floor(large.length / 2);
  const both = joined(
    quicInitial(cryptoFrame(large, 0, half), { fill: 0 }),
    quicInitial(cryptoFrame(large, half), { packet: 1, fill: 0 }),
  );
  expect(serverNames(read(toWeb(both)).flows)).toEqual(["large.example.com"]);
  const hello = cryptoFrame(clientHello({ name: "retry.example.com", quic: true }));
  const first = quicInitial(joined(cryptoFrame(large, 0, 200)));
  // The server asks to begin again with its own id and a token; keys are then made of that id.
  const again = quicInitial(hello, { id: ascii("server-id"), token: ascii("token"), packet: 1 });
  expect(serverNames(read(toWeb(first), toWeb(again)).flows)).toEqual(["retry.example.com"]);
  const later = quicInitial(cryptoFrame(large, half), { id: ascii("server-id"), keyId: ascii("candor!!"), packet: 1 });
  expect(serverNames(read(toWeb(quicInitial(cryptoFrame(large, 0, half))), toWeb(later)).flows)).toEqual([
    "large.example.com",
  ]);
});

test("half of a QUIC hello tells the name that stands in it; a QUIC that cannot be opened is QUIC without a name", () => {
  const record = read(toWeb(quicInitial(cryptoFrame(large, 0, 300))));
  expect(serverNames(record.flows)).toEqual(["large.example.com"]);
  expect(record.flows[0]?.hello?.ja4).toBeNull();
  const damaged = quicInitial(cryptoFrame(large, 0, 300));
  damaged[600] = (damaged[600] ?? 0) ^ 1;
  const other = read(toWeb(damaged));
  expect(other.flows[0]).toMatchObject({ protocol: "quic", encryption: "encrypted", host: null, hello: null });
  expect(gaps(other)).toEqual({ [captureGaps.unnamed]: 1, [captureGaps.noHello]: 1 });
});

test("the fingerprint JA4 is that of FoxIO's description, over QUIC with q", () => {
  const hello = clientHello({ name: "a.example.com" });
  const [flow] = read(...tcpTalk(from(40_000), web, records(hello), serverHello(0x0303))).flows;
  // Of sorted ciphers 1301,1302,1303,c02b,c02f, and extensions 000a,000d,002b,0033 with 0403,0804,0401, by sha256sum.
  expect(flow?.hello).toEqual({
    offered: 0x0304,
    chosen: 0x0303,
    alpn: ["h2", "http/1.1"],
    ech: false,
    ja4: "t13d0506h2_e133e205ac38_5d4d534e3685",
  });
});

test("a name that an answer gave for the address names a connection that tells none, for the client that asked", () => {
  const plain = ascii("some protocol of its own, in words that people read");
  const asked = [
    udp(from(40_001), resolver, dns(1, "Push.Example.com")),
    udp(resolver, from(40_001), dns(1, "push.example.com", [end("93.184.216.40", 0).address])),
  ];
  const talk = tcpTalk(from(40_002), end("93.184.216.40", 5222), plain, new Uint8Array());
  const [flow] = read(...asked, ...talk).flows;
  expect(flow).toMatchObject({
    host: "push.example.com",
    hostFrom: "dns",
    protocol: "other",
    encryption: "clear",
    payload: plain,
  });
  // Before the answer nobody knew, and another phone's answer is another phone's.
  expect(read(...talk, ...asked).flows[0]).toMatchObject({ host: null, hostFrom: null });
  const lan = (packets: readonly Uint8Array[], station: number) =>
    packets.map((packet) => ethernet(packet, { from: station }));
  const other = tcpTalk(end("192.168.1.9", 40_002), end("93.184.216.40", 5222), plain, new Uint8Array());
  expect(readCapture(pcap(frames([...lan(asked, 1), ...lan(other, 9)]))).flows[0]?.host).toBeNull();
});

test("an answer to the phone's other address counts, too: names asked over IPv4 for servers of IPv6", () => {
  const address = end("2001:db8:1:0:0:0:0:9", 993);
  const asked = [
    udp(from(40_001), resolver, dns(1, "mail.example.com", [], 28)),
    udp(resolver, from(40_001), dns(1, "mail.example.com", [address.address], 28)),
  ];
  const talk = tcpTalk(
    end("fd00:2:fd00:1:fd00:1:fd00:1", 40_002),
    address,
    new Uint8Array([1, 2, 3]),
    new Uint8Array(),
  );
  expect(read(...asked, ...talk).flows[0]).toMatchObject({
    host: "mail.example.com",
    hostFrom: "dns",
    address: "2001:db8:1::9",
  });
});

test("DNS over TCP, in pieces, several on a connection; names in the local network name no server", () => {
  const framed = (message: Uint8Array) => joined(u16(message.length), message);
  const asked = joined(framed(dns(1, "one.example.com")), framed(dns(2, "two.example.com")));
  const answered = framed(dns(1, "one.example.com", [end("93.184.216.41", 0).address]));
  const local = dns(0, "printer.local", [end("93.184.216.42", 0).address]);
  const record = read(
    ...tcpTalk(from(40_001), resolver, asked, answered, 9),
    udp(end("192.168.1.9", 5353), end("224.0.0.251", 5353), local),
    udp(end("192.168.1.20", 40_009), end("224.0.0.252", 5355), dns(5, "printer")),
    ...tcpTalk(from(40_002), end("93.184.216.41", 9), ascii("x"), new Uint8Array()),
    ...tcpTalk(from(40_003), end("93.184.216.42", 9), ascii("x"), new Uint8Array()),
  );
  expect(record.questions.map(({ host, port, transport }) => [host, port, transport])).toEqual([
    ["one.example.com", 53, "tcp"],
    ["two.example.com", 53, "tcp"],
    ["printer", 5355, "udp"],
  ]);
  expect(record.flows.map(({ host }) => host)).toEqual(["one.example.com", null]);
});

test("questions for one name within five seconds are one, later ones another", () => {
  const ask = (type: number) => udp(from(40_001), resolver, dns(type, "often.example.com", [], type));
  const { questions } = readCapture(pcap(frames([ask(1), ask(28), ask(65), ask(1)], 3_000_000_000n), { link: 101 }));
  // Each keeps the talk going: 0, 3, 6 and 9 s.
  expect(questions.length).toBe(1);
  expect(readCapture(pcap(frames([ask(1), ask(28)], 6_000_000_000n), { link: 101 })).questions.length).toBe(2);
});

test("what is no DNS at DNS's port is a connection, since data may leave that way", () => {
  const record = read(udp(from(40_001), resolver, new Uint8Array(300).fill(0xa7)));
  expect(record.questions).toEqual([]);
  expect(record.flows[0]).toMatchObject({ port: 53, protocol: "other", encryption: "unknown" });
});

test("PCAPdroid's trailer: uid and label, the same ends for two apps apart, frames too long for it without", () => {
  const hello = (port: number, name: string) =>
    tcpTalk(from(port), web, records(clientHello({ name })), new Uint8Array());
  const mine = hello(40_000, "one.example.com").map((packet) =>
    pcapdroidFrame(packet, 10_152, "Diet, Health & Co and more"),
  );
  const others = hello(40_000, "two.example.com").map((packet) => pcapdroidFrame(packet, 10_153, "EU News"));
  const bare = hello(40_004, "bare.example.com");
  const unknown = hello(40_005, "unknown.example.com").map((packet) => pcapdroidFrame(packet, -1, ""));
  const { flows, cannotTell } = readCapture(pcap(frames([...mine, ...others, ...bare, ...unknown])), 50);
  expect(flows.map(({ host, app }) => [host, app])).toEqual([
    ["one.example.com", { uid: 10_152, package: null, label: "Diet, Health & Co a" }],
    ["two.example.com", { uid: 10_153, package: null, label: "EU News" }],
    ["bare.example.com", null],
    ["unknown.example.com", null],
  ]);
  expect(cannotTell).toEqual([]);
  // Also where the very first frame is a bare one.
  expect(serverNames(readCapture(pcap(frames(bare))).flows)).toEqual(["bare.example.com"]);
});

test("nobody but the capture's writer says whose packet it is: a trailer within a packet is none", () => {
  const forged = joined(u32(0x01072021), u32(1000), new Uint8Array(24));
  const packet = udp(from(40_000), end("93.184.216.50", 9), forged);
  const { flows, cannotTell } = readCapture(pcap(frames([ethernet(packet)])));
  expect(flows.map(({ app }) => app)).toEqual([null]);
  expect(cannotTell).toEqual(["app"]);
});

test("PCAPdroid's pcapng: packages by uid, comments by packet, the phone by its options; keys in the file are said", () => {
  const talk = tcpTalk(from(40_000), web, records(clientHello({ name: "one.example.com" })), new Uint8Array());
  const plain = pcapng(
    frames(talk).map((frame) => ({ ...frame, uid: 10_152 })),
    {
      link: 101,
      options: [
        option(2, ascii("Xiaomi 2201117TG")),
        option(3, ascii("Android 14")),
        option(4, ascii("PCAPdroid v1.9.1")),
        u32(0),
      ],
    },
  );
  const [section, rest] = [plain.subarray(0, blockLength(plain)), plain.subarray(blockLength(plain))];
  const keys = block(0x0a, joined(u32(0x544c534b), u32(4), ascii("KEYS")));
  const record = readCapture(joined(section, uidBlock(10_152, "org.example.diet", "Diät"), keys, rest), 37);
  expect(record.flows[0]?.app).toEqual({ uid: 10_152, package: "org.example.diet", label: "Diät" });
  expect(record.device).toEqual({
    model: "Xiaomi 2201117TG",
    android: "14",
    apps: [{ package: "org.example.diet", label: "Diät", version: null }],
  });
  expect(gaps(record)).toEqual({ [captureGaps.secrets]: 1 });
});

function blockLength(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
}

test("ports that are used again are another connection; a SYN sent again is the same", () => {
  const talk = (name: string) => tcpTalk(from(40_000), web, records(clientHello({ name })), new Uint8Array());
  const moved = talk("two.example.com").map((packet) => packet.slice());
  for (const packet of moved) packet[24] = (packet[24] ?? 0) + 1;
  const [syn = new Uint8Array()] = talk("");
  const { flows } = read(syn, ...talk("one.example.com"), ...moved);
  expect(serverNames(flows)).toEqual(["one.example.com", "two.example.com"]);
  expect(flows.map(({ origin }) => origin.number)).toEqual([1, 8]);
});

test("the client is who sent the SYN, whatever its port; without one the phone's address tells", () => {
  const odd = tcpTalk(
    end("93.184.216.60", 80),
    end("93.184.216.61", 50_000),
    ascii("hello there, this is in words"),
    new Uint8Array(),
  );
  expect(read(...odd).flows[0]).toMatchObject({ address: "93.184.216.61", port: 50_000, bytesSent: 40 * 4 + 29 });
  const later = tcp(web, from(40_000), 5, 5, flags.ack, ascii("x"));
  expect(read(later).flows[0]).toMatchObject({ address: "93.184.216.34", port: 443, bytesSent: 0, bytesReceived: 41 });
});

test("a capture that begins within a connection tells what is certain: TLS by its records, no name", () => {
  const middle = tcp(from(40_000), web, 77, 5, flags.ack, joined([23, 3, 3], u16(40), new Uint8Array(40)));
  const record = read(middle);
  expect(record.flows[0]).toMatchObject({ protocol: "tls", encryption: "encrypted", hello: null, host: null });
  expect(gaps(record)).toEqual({ [captureGaps.unnamed]: 1, [captureGaps.noHello]: 1 });
});

test("packets that the capture cut: names in what is there, the cuts are said, bytes are those on the wire", () => {
  const talk = tcpTalk(
    from(40_000),
    web,
    records(clientHello({ name: "cut.example.com", padding: 900 })),
    new Uint8Array(2000),
  );
  const record = readCapture(pcap(frames(talk), { link: 101, snap: 300 }));
  expect(serverNames(record.flows)).toEqual(["cut.example.com"]);
  expect(record.flows[0]?.bytesReceived).toBe(40 * 2 + 2080);
  expect(gaps(record)).toEqual({ [captureGaps.cutPackets]: 3 });
});

test("bodies come whole: by length, in chunks, compressed as sent; a proxy's tunnel leads to what is in it", () => {
  const gzip = Uint8Array.from(gzipSync("imei=860000000000008"));
  const sent = joined(
    ascii(
      `POST /a HTTP/1.1\r\nHost: a.example.com\r\nContent-Encoding: gzip\r\nContent-Length: ${gzip.length}\r\n\r\n`,
    ),
    gzip,
    ascii("POST http://b.example.com/b?x HTTP/1.1\r\nHost: b.example.com\r\nTransfer-Encoding: chunked\r\n\r\n"),
    ascii("5;e=1\r\nhello\r\n6\r\n world\r\n0\r\nX: y\r\n\r\n"),
    ascii("CONNECT c.example.com:443 HTTP/1.1\r\nHost: c.example.com:443\r\n\r\n"),
    records(clientHello({ name: "inner.example.com" })),
  );
  const [flow] = read(...tcpTalk(from(40_000), end("93.184.216.70", 3128), sent, new Uint8Array(), 33)).flows;
  expect(flow?.requests.map(({ host, path }) => [host, path])).toEqual([
    ["a.example.com", "/a"],
    ["b.example.com", "/b?x"],
    ["c.example.com", "c.example.com:443"],
  ]);
  expect(flow?.requests.map(({ body }) => body)).toEqual([gzip, ascii("hello world"), null]);
  expect(flow?.requests.some(({ cut }) => cut)).toBe(false);
  expect(flow).toMatchObject({ host: "inner.example.com", hostFrom: "sni", protocol: "tls" });
});

test("requests that break off are given as far as they came, and said to be cut", () => {
  const body = ascii("POST /long HTTP/1.1\r\nHost: a.example.com\r\nContent-Length: 900\r\n\r\nonly this");
  const head = ascii("GET /head HTTP/1.1\r\nHost: b.example.com\r\nCook");
  const [one, two] = [body, head].map((sent, at) =>
    tcpTalk(from(40_000 + at), end("93.184.216.71", 80), sent, new Uint8Array()),
  );
  const requests = read(...(one ?? []), ...(two ?? [])).flows.flatMap((flow) => flow.requests);
  expect(requests.map(({ path, body: kept, cut }) => [path, kept, cut])).toEqual([
    ["/long", ascii("only this"), true],
    ["/head", null, true],
  ]);
});

test("kinds of packets that cannot be read are counted, and a file of nothing else is refused", () => {
  const hello = tcpTalk(from(40_000), web, records(clientHello({ name: "a.example.com" })), new Uint8Array());
  const arp = joined([255, 255, 255, 255, 255, 255], [2, 0, 0, 0, 0, 1], u16(0x0806), new Uint8Array(28));
  const ping = ipv4(from(0), web, 1, new Uint8Array(8), 1, 0);
  const part = ipv4(from(0), web, 17, new Uint8Array(16), 9, 0x2000);
  const short = ipv4(from(0), web, 6, new Uint8Array(8), 1, 0);
  const record = readCapture(pcap(frames([arp, ...[ping, part, short, ...hello].map((packet) => ethernet(packet))])));
  expect(gaps(record)).toEqual({
    [captureGaps.notIp]: 1,
    [captureGaps.otherTransport]: 1,
    [captureGaps.brokenIp]: 1,
    [captureGaps.fragments]: 1,
  });
  expect(() => readCapture(pcap(frames(hello), { link: 105 }))).toThrow(/not known \(105\)/);
});

test("an empty capture is one without connections; the shortest of other files are none", () => {
  expect(readCapture(pcap([])).flows).toEqual([]);
  expect(() => readCapture(new Uint8Array())).toThrow(/too short/);
  expect(() => readCapture(pcap([]).subarray(0, 23))).toThrow(/within its header/);
  for (const text of ['{"log":{}}', "PK\u0003\u0004....", "\u0000\u0000\u0000\u0000"])
    expect(() => readCapture(ascii(text))).toThrow(/neither pcap nor pcapng/);
});

test("the real capture of a phone's connections keeps the order of their first packets", () => {
  const path = join(import.meta.dirname, "../../../shared/traffic/ndpi/instagram.pcap");
  const numbers = readCapture(readFileSync(path)).flows.map(({ origin }) => origin.number);
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
});
