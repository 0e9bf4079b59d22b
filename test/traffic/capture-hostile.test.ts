import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { nodePacketCrypto } from "../../src/device/node-crypto.ts";
import { createCaptureReader } from "../../src/traffic/capture-flows.ts";
import { captureGaps } from "../../src/traffic/capture-gaps.ts";
import {
  ascii,
  block,
  clientHello,
  dns,
  end,
  type Frame,
  flags,
  joined,
  pcap,
  pcapng,
  records,
  tcp,
  tcpTalk,
  u32,
  udp,
} from "./packet-writer.ts";
import { gaps, readCapture, serverNames } from "./read-capture.ts";

const traffic = join(import.meta.dirname, "../../../shared/traffic");
const files = [
  "synthetic/pcapdroid.pcap",
  "synthetic/pcapdroid.pcapng",
  "ndpi/6in4tunnel.pcap",
  "ndpi/quic-v2.pcapng",
  "ndpi/tls_invalid_reads.pcap",
  "ndpi/dns-google-nsid.pcapng",
].map((path) => Uint8Array.from(readFileSync(join(traffic, path))));
const frames = (packets: readonly Uint8Array[]): Frame[] => packets.map((bytes, at) => ({ bytes, time: BigInt(at) }));
const phone = end("10.215.173.1", 40_000);
const web = end("93.184.216.34", 443);
const hello = tcpTalk(phone, web, records(clientHello({ name: "a.example.com" })), new Uint8Array());

/** A record, or the refusal of a file that is none; anything else is a fault. */
function tried(bytes: Uint8Array, size = 4096): ReturnType<typeof readCapture> | undefined {
  try {
    return readCapture(bytes, size);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

test("any bytes, and any bytes behind a header, give a record or a FormatError", () => {
  const heads = [new Uint8Array(), pcap([]), pcap([], { link: 101, little: false }), pcapng([], { link: 101 })];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), (head, bytes) => {
      tried(joined(head, bytes));
    }),
    { numRuns: 500 },
  );
});

test("any bytes as a packet of any kind of network are read or counted", () => {
  const links = fc.constantFrom(0, 1, 9, 50, 101, 108, 113, 228, 276);
  fc.assert(
    fc.property(links, fc.uint8Array({ minLength: 1, maxLength: 120 }), (link, bytes) => {
      const record = tried(pcap(frames([bytes]), { link }));
      expect(
        (record?.flows.length ?? 0) + (record?.questions.length ?? 0) + (record?.unread.length ?? 0),
      ).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test("any bytes as what a phone or a server sends are read", () => {
  const starts = [
    "",
    "\u0016\u0003\u0001",
    "GET / HTTP/1.1\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "\u00c0\u0000\u0000\u0000\u0001",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(53, 80, 443),
      (start, rest, port) => {
        const sent = joined(ascii(start), rest);
        const server = end("93.184.216.34", port);
        const packets = [...tcpTalk(phone, server, sent, sent, 50), udp(phone, server, sent), udp(server, phone, sent)];
        expect(tried(pcap(frames(packets), { link: 101 }))).toBeDefined();
      },
    ),
    { numRuns: 500 },
  );
});

test("real captures with changed bytes and cut off give a record or a FormatError", () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom(...files), change, fc.nat(), fc.boolean(), (file, changes, length, isCut) => {
      const bytes = isCut ? file.slice(0, length % file.length) : file.slice();
      for (const [at, value] of changes) bytes[at % (bytes.length || 1)] = value;
      tried(bytes, 997);
    }),
    { numRuns: 150 },
  );
});

test("a capture that breaks off gives what came before, and says so", () => {
  const whole = pcap(frames(hello), { link: 101 });
  const record = readCapture(whole.subarray(0, whole.length - 7));
  expect(serverNames(record.flows)).toEqual(["a.example.com"]);
  expect(gaps(record)).toEqual({ [`${captureGaps.broken}: the file ends within packet 6`]: 1 });
  const next = pcapng(frames(hello), { link: 101 });
  expect(gaps(readCapture(next.subarray(0, next.length - 7)))).toEqual({
    [`${captureGaps.broken}: the file ends within a block after packet 5`]: 1,
  });
});

test("lengths that lie end the reading with what came before; nothing is held for them", () => {
  const lie = joined(u32(0, true), u32(0, true), u32(0xffff_fff0, true), u32(0xffff_fff0, true));
  const record = readCapture(joined(pcap(frames(hello), { link: 101 }), lie, new Uint8Array(100_000)));
  expect(serverNames(record.flows)).toEqual(["a.example.com"]);
  expect(record.unread).toEqual([
    { reason: `${captureGaps.broken}: packet 7 is said to hold 4294967280 bytes`, count: 1 },
  ]);
  const inBlock = joined(u32(6, true), u32(0x7fff_fff0, true), new Uint8Array(100));
  expect(gaps(readCapture(joined(pcapng(frames(hello), { link: 101 }), inBlock)))).toEqual({
    [`${captureGaps.broken}: a block is too long, after packet 6`]: 1,
  });
  expect(() => readCapture(joined(pcap([]), lie))).toThrow(FormatError);
});

test("four sparse gigabytes behind a capture, or within a block, take no memory and little time", () => {
  const megabyte = new Uint8Array(1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  for (const opening of [
    pcap(frames(hello), { link: 101 }),
    joined(pcapng(frames(hello), { link: 101 }), u32(0x4711, true), u32(0xffff_fffc, true)),
  ]) {
    const reader = createCaptureReader("sparse", nodePacketCrypto);
    reader.push(opening);
    for (let count = 0; count < 4096; count++) reader.push(megabyte);
    expect(serverNames(reader.end().flows)).toEqual(["a.example.com"]);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
});

test("the memory for what is being put together is bounded, and what it cost is said", () => {
  // Each connection begins a body of 500 KB and never ends it.
  const body = new Uint8Array(60_000).fill(0x61);
  const head = ascii("POST / HTTP/1.1\r\nHost: a.example.com\r\nContent-Length: 60000000\r\n\r\n");
  const reader = createCaptureReader("large", nodePacketCrypto);
  reader.push(pcap([], { link: 101 }));
  for (let port = 0; port < 300; port++) {
    const [client, server] = [end("10.215.173.1", 10_000 + port), end("93.184.216.34", 80)];
    const packets = [tcp(client, server, 1, 0, flags.syn), tcp(client, server, 2, 1, flags.ack, head)];
    for (let at = 0; at < 9; at++)
      packets.push(tcp(client, server, 2 + head.length + at * body.length, 1, flags.ack, body));
    reader.push(pcap(frames(packets), { link: 101 }).subarray(24));
  }
  const record = reader.end();
  const kept = record.flows
    .flatMap((flow) => flow.requests)
    .reduce((sum, request) => sum + (request.body?.length ?? 0), 0);
  expect(kept).toBeGreaterThan(16 * 1024 * 1024);
  expect(kept).toBeLessThanOrEqual(48 * 1024 * 1024);
  expect(record.flows.flatMap((flow) => flow.requests).every(({ cut }) => cut)).toBe(true);
  expect(gaps(record)[captureGaps.memory]).toBeGreaterThan(0);
});

test("addresses that all fall on one place of the table are bounded in time", () => {
  const reader = createCaptureReader("flood", nodePacketCrypto);
  reader.push(pcap([], { link: 101 }));
  // Both ends and ports change alike, so that their sums and differences stay the same.
  const packets: Uint8Array[] = [];
  for (let at = 0; at < 3000; at++) {
    const host = `10.${at >> 8}.${at & 255}.1`;
    packets.push(udp(end(host, 1000), end(host, 1001), ascii("x")));
  }
  reader.push(pcap(frames(packets), { link: 101 }).subarray(24));
  const record = reader.end();
  expect(record.flows.length + (gaps(record)[captureGaps.tooMany] ?? 0)).toBe(3000);
  expect(record.flows.length).toBeLessThan(600);
});

test("names that point at themselves or at each other end", () => {
  const message = dns(1, "a.example.com");
  for (const pointer of [0xc00c, 0xc00e, 0xc000, 0xffff]) {
    const turned = joined(message.subarray(0, 12), [pointer >> 8, pointer & 255, 0xc0, 0x0c], message.subarray(16));
    expect(tried(pcap(frames([udp(phone, end("10.215.173.2", 53), turned)]), { link: 101 }))).toBeDefined();
  }
});

test("a pcapng whose sections and interfaces lie is read as far as it can be", () => {
  const good = pcapng(frames(hello), { link: 101 });
  const noInterface = joined(good.subarray(0, 28), block(6, new Uint8Array(32)));
  expect(() => readCapture(noInterface)).toThrow(/names no interface/);
  const badOrder = joined(good, u32(0x0a0d0d0a, true), u32(28, true), u32(0x11223344, true), new Uint8Array(16));
  expect(serverNames(readCapture(badOrder).flows)).toEqual(["a.example.com"]);
  expect(() => readCapture(joined(u32(0x0a0d0d0a, true), u32(28, true), u32(7), new Uint8Array(16)))).toThrow(
    FormatError,
  );
});
