import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withTool } from "../tools.ts";
import {
  ascii,
  clientHello,
  cooked,
  cryptoFrame,
  datagram,
  dns,
  type End,
  end,
  ethernet,
  type Frame,
  fragments,
  fragments6,
  ip,
  joined,
  pcap,
  pcapng,
  type QuicVersion,
  quicInitial,
  records,
  serverHello,
  tcpTalk,
  u16,
  u32,
  udp,
} from "./packet-writer.ts";
import { counted, readCapture, serverNames } from "./read-capture.ts";

interface Variant {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What tshark needs to be told. */
  readonly options?: readonly string[];
  readonly names?: Record<string, number>;
}

const start = 1_782_900_000_123_456_789n;
const phone = "192.168.1.20";
const phone6 = "2001:db8:0:0:0:0:0:20";

/** A question with its answer, TLS, QUIC, and two requests on one connection. */
function scene(v6 = false, segment = 1400, version: QuicVersion = 1): Uint8Array[] {
  const at = (port: number) => end(v6 ? phone6 : phone, port);
  const server = (last: number, port: number) => end(v6 ? `2001:db8:1:0:0:0:0:${last}` : `93.184.216.${last}`, port);
  const requests = ascii(
    "POST /one?a=1 HTTP/1.1\r\nHost: Web.Example.COM:80\r\nContent-Length: 5\r\n\r\nhello" +
      "GET /two HTTP/1.1\r\nHost: web.example.com\r\n\r\n",
  );
  const answers = ascii(
    "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\nHTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n",
  );
  const hello = clientHello({ name: "quic.example.com", alpn: ["h3"], versions: [0x0304], quic: true });
  return [
    udp(at(40_001), server(53, 53), dns(7, "tls.example.com")),
    udp(server(53, 53), at(40_001), dns(7, "tls.example.com", [server(1, 0).address], v6 ? 28 : 1)),
    ...tcpTalk(
      at(40_002),
      server(1, 443),
      records(clientHello({ name: "tls.example.com" })),
      serverHello(0x0304),
      segment,
    ),
    udp(at(40_003), server(2, 443), quicInitial(cryptoFrame(hello), { version })),
    ...tcpTalk(at(40_004), server(3, 80), requests, answers, segment),
  ];
}

const sceneNames = { "quic.example.com": 1, "tls.example.com": 1 };

function frames(packets: readonly Uint8Array[]): Frame[] {
  return packets.map((bytes, at) => ({ bytes, time: start + BigInt(at) * 1_000_000n }));
}

const inEthernet = (packets: readonly Uint8Array[]) => frames(packets.map((packet) => ethernet(packet)));

/** Segments of one hello in an order that no network would choose, some twice, some overlapping. */
function disordered(): Uint8Array[] {
  const [client, server] = [end(phone, 40_010), end("93.184.216.9", 443)];
  const talk = tcpTalk(
    client,
    server,
    records(clientHello({ name: "order.example.com", padding: 1500 })),
    serverHello(0x0303),
    300,
  );
  const [syn, synAck, ack, first, second, third, ...rest] = talk as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return [syn, synAck, ack, third, first, first, second, third, ...rest];
}

function tunnelled(title: string, wrap: (packet: Uint8Array) => Uint8Array, v6 = false): Variant {
  return { title, bytes: pcap(inEthernet(scene(v6).map(wrap))) };
}

function carried(from: End, to: End, head: Uint8Array): (packet: Uint8Array) => Uint8Array {
  return (packet) => ip(from, to, 17, datagram(from, to, joined(head, packet)));
}

const [hereA, hereB] = [end("10.0.0.1", 2152), end("10.0.0.2", 2152)];
const [vxlanA, vxlanB] = [end("10.0.0.1", 50_000), end("10.0.0.2", 4789)];
const loop = (family: number) => (packet: Uint8Array) => joined(u32(family, true), packet);

const variants: Variant[] = [
  { title: "Ethernet", bytes: pcap(inEthernet(scene())) },
  { title: "big-endian, nanoseconds", bytes: pcap(inEthernet(scene()), { little: false, nano: true }) },
  { title: "IPv6", bytes: pcap(inEthernet(scene(true))) },
  { title: "two VLAN tags", bytes: pcap(frames(scene().map((packet) => ethernet(packet, { vlans: [7, 9] })))) },
  { title: "Linux cooked", bytes: pcap(frames(scene().map((packet) => cooked(packet, 1))), { link: 113 }) },
  { title: "Linux cooked 2, IPv6", bytes: pcap(frames(scene(true).map((packet) => cooked(packet, 2))), { link: 276 }) },
  { title: "raw IP", bytes: pcap(frames(scene()), { link: 101 }) },
  { title: "raw IPv4 and raw IPv6 by their own numbers", bytes: pcap(frames(scene(true)), { link: 229 }) },
  { title: "loopback", bytes: pcap(frames(scene().map(loop(2))), { link: 0 }) },
  { title: "PPP", bytes: pcap(frames(scene().map((packet) => joined(u16(0x0021), packet))), { link: 9 }) },
  { title: "PPPoE", bytes: pcap(frames(scene().map(pppoe))) },
  { title: "pcapng", bytes: pcapng(inEthernet(scene())) },
  { title: "pcapng, big-endian, nanoseconds", bytes: pcapng(inEthernet(scene()), { little: false, resolution: 9 }) },
  { title: "pcapng, powers of two", bytes: pcapng(inEthernet(scene()), { resolution: 0x80 | 20 }) },
  { title: "pcapng, simple packets", bytes: pcapng(inEthernet(scene()), { simple: true }) },
  {
    title: "two sections, one of each byte order",
    bytes: twoSections(),
    names: { "quic.example.com": 1, "tls.example.com": 2 },
  },
  { title: "segments of 40 bytes", bytes: pcap(inEthernet(scene(false, 40))) },
  {
    title: "segments out of order, twice",
    bytes: pcap(inEthernet(disordered())),
    names: { "order.example.com": 1 },
    options: ["tcp.reassemble_out_of_order:TRUE"],
  },
  { title: "records of 60 bytes", bytes: pcap(inEthernet(smallRecords())), names: { "records.example.com": 1 } },
  { title: "fragments", bytes: pcap(inEthernet(inFragments(false))), names: { "parts.example.com": 1 } },
  {
    title: "fragments of IPv6, last first",
    bytes: pcap(inEthernet(inFragments(true))),
    names: { "parts.example.com": 1 },
  },
  { title: "QUIC version 2", bytes: pcap(inEthernet(scene(false, 1400, 0x6b3343cf))) },
  { title: "QUIC draft 29", bytes: pcap(inEthernet(scene(false, 1400, 0xff00001d))) },
  { title: "QUIC draft 27", bytes: pcap(inEthernet(scene(false, 1400, 0xff00001b))) },
  tunnelled("IPv6 in IPv4", (packet) => ip(hereA, hereB, 41, packet), true),
  tunnelled("IPv4 in IPv6", (packet) => ip(end(phone6, 0), end("2001:db8:0:0:0:0:0:1", 0), 4, packet)),
  tunnelled("GRE with a key", (packet) => ip(hereA, hereB, 47, joined(u16(0x2000), u16(0x0800), u32(9), packet))),
  tunnelled("VXLAN", (packet) => carried(vxlanA, vxlanB, joined([8, 0, 0, 0, 0, 0, 7, 0]))(ethernet(packet))),
  tunnelled("GTP-U", (packet) => carried(hereA, hereB, joined([0x30, 255], u16(packet.length), u32(5)))(packet)),
];

for (const { title, bytes, options = [], names = sceneNames } of variants) {
  test(`${title}: names, requests and statuses as written`, () => {
    const { flows, unread } = readCapture(bytes, 1000);
    expect(counted(serverNames(flows))).toEqual(names);
    const requests = flows.flatMap((flow) => flow.requests);
    if ("quic.example.com" in names && !title.startsWith("two sections"))
      expect(requests.map(({ host, path, status }) => [host, path, status])).toEqual([
        ["web.example.com", "/one?a=1", 201],
        ["web.example.com", "/two", 404],
      ]);
    expect(unread).toEqual([]);
  });

  withTool("tshark")(
    `${title}: as tshark sees it`,
    (tshark) => {
      const seen = dissect(tshark, bytes, options);
      const { flows, questions } = readCapture(bytes, 1000);
      expect(counted(serverNames(flows))).toEqual(counted(seen.map(({ sni }) => sni)));
      expect(counted(flows.flatMap((flow) => flow.requests.map(({ path }) => path)))).toEqual(
        counted(seen.flatMap(({ uri }) => uri)),
      );
      expect(new Set(questions.map(({ host }) => host))).toEqual(new Set(seen.flatMap(({ asked }) => asked ?? [])));
      expect(flows.map(({ start: time }) => time)).toEqual(firstTimes(seen, questions[0]?.start ?? null));
      expect(flows.map((flow) => (flow.bytesSent ?? 0) + (flow.bytesReceived ?? 0))).toEqual(lengths(seen));
    },
    20_000,
  );
}

/** One packet as tshark shows it; for a tunnel what is innermost. */
interface Dissected {
  readonly stream: string;
  readonly time: number | null;
  readonly length: number;
  readonly sni: string | null;
  readonly uri: string[];
  readonly asked: string | null;
}

const fields = [
  ...["tcp.stream", "udp.stream", "frame.time_epoch", "ip.len", "ipv6.plen", "ip.version", "ipv6.version"],
  ...["tls.handshake.extensions_server_name", "http.request.uri", "dns.qry.name", "frame.protocols"],
];

function dissect(tshark: string, bytes: Uint8Array, options: readonly string[]): Dissected[] {
  const folder = mkdtempSync(join(tmpdir(), "candor-tshark-"));
  try {
    const file = join(folder, "capture");
    writeFileSync(file, bytes);
    const args = ["-r", file, "-T", "fields", "-E", "occurrence=a", "-E", "aggregator=|"];
    const { stdout } = spawnSync(
      tshark,
      [...args, ...options.flatMap((option) => ["-o", option]), ...fields.flatMap((field) => ["-e", field])],
      { encoding: "utf8" },
    );
    return wholeDatagrams(stdout.split("\n").slice(0, -1).map(dissected));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function dissected(line: string): Dissected {
  const values = line.split("\t").map((value) => value.split("|"));
  const [tcp = [], udpStream = [], time = [], v4 = [], v6 = [], , , sni = [], uri = [], asked = [], protocols = []] =
    values;
  const layers = (protocols[0] ?? "").split(":");
  const isV6 = layers.lastIndexOf("ipv6") > layers.lastIndexOf("ip");
  const stream = layers.includes("tcp") ? `tcp ${tcp.at(-1)}` : `udp ${udpStream.at(-1)}`;
  return {
    stream,
    time: time[0] ? Math.floor(Number(time[0].replace(/(\.[0-9]{3}).*/, "$1")) * 1000 + 0.5) : null,
    length: isV6 ? Number(v6.at(-1)) + 40 : Number(v4.at(-1)),
    sni: sni[0] || null,
    uri: uri.filter((each) => each !== ""),
    asked: asked[0] || null,
  };
}

/** Packets with the lengths of the parts that come before the one in which tshark shows the datagram. */
function wholeDatagrams(packets: readonly Dissected[]): Dissected[] {
  const whole: Dissected[] = [];
  let parts = 0;
  for (const packet of packets) {
    const length = packet.length + parts;
    const isPart = packet.stream === "udp ";
    parts = isPart ? length : 0;
    if (!isPart) whole.push({ ...packet, length });
  }
  return whole;
}

/** When each stream but that of the question began. */
function firstTimes(seen: readonly Dissected[], question: number | null): (number | null)[] {
  const isTimed = question !== null || seen[0]?.asked === null;
  return [...streams(seen).values()].map(([first]) => (isTimed ? (first?.time ?? null) : null));
}

function lengths(seen: readonly Dissected[]): number[] {
  return [...streams(seen).values()].map((packets) => packets.reduce((sum, { length }) => sum + length, 0));
}

function streams(seen: readonly Dissected[]): Map<string, Dissected[]> {
  const asking = new Set(seen.filter(({ asked }) => asked !== null).map(({ stream }) => stream));
  return Map.groupBy(
    seen.filter(({ stream }) => !asking.has(stream)),
    ({ stream }) => stream,
  );
}

function pppoe(packet: Uint8Array): Uint8Array {
  const session = joined([0x11, 0], u16(1), u16(packet.length + 2), u16(0x0021), packet);
  return joined([2, 0, 0, 0, 0, 2], [2, 0, 0, 0, 0, 1], u16(0x8864), session);
}

function twoSections(): Uint8Array {
  const again = tcpTalk(
    end(phone, 40_020),
    end("93.184.216.7", 443),
    records(clientHello({ name: "tls.example.com" })),
    serverHello(0x0303),
  );
  return joined(pcapng(inEthernet(scene())), pcapng(frames(again), { little: false, link: 101, resolution: 9 }));
}

function smallRecords(): Uint8Array[] {
  const hello = records(clientHello({ name: "records.example.com" }), 60);
  return tcpTalk(end(phone, 40_030), end("93.184.216.8", 443), hello, serverHello(0x0304), 500);
}

/** A ClientHello in QUIC whose datagram comes in parts. */
function inFragments(v6: boolean): Uint8Array[] {
  const [client, server] = v6
    ? [end(phone6, 40_040), end("2001:db8:1:0:0:0:0:5", 443)]
    : [end(phone, 40_040), end("93.184.216.5", 443)];
  const hello = clientHello({ name: "parts.example.com", alpn: ["h3"], versions: [0x0304], quic: true });
  const whole = datagram(client, server, quicInitial(cryptoFrame(hello)));
  return v6 ? fragments6(client, server, 17, whole, 512).reverse() : fragments(client, server, 17, whole, 512);
}
