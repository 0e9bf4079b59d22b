import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { nodePacketCrypto } from "../../src/device/node-crypto.ts";
import { ByteBudget } from "../../src/formats/byte-budget.ts";
import { answeredAddress, readDns } from "../../src/formats/dns-message.ts";
import { HttpAnswerReader } from "../../src/formats/http-answer.ts";
import { type HttpRequest, HttpRequestReader } from "../../src/formats/http-request.ts";
import { addressText, isPrivate } from "../../src/formats/ip-address.ts";
import { FragmentJoiner } from "../../src/formats/ip-fragments.ts";
import { emptyIp, readIp, type Words } from "../../src/formats/ip-packet.ts";
import { ja4 } from "../../src/formats/ja4.ts";
import { PushWindow } from "../../src/formats/push-window.ts";
import { QuicOpening } from "../../src/formats/quic-initial.ts";
import { TcpStream } from "../../src/formats/tcp-stream.ts";
import { helloRecordsLength, joinRecords, readClientHello } from "../../src/formats/tls-client-hello.ts";
import { serverVersion } from "../../src/formats/tls-server-hello.ts";
import { isXiaomiPush, readXiaomiPush } from "../../src/formats/xiaomi-push.ts";
import {
  ascii,
  clientHello,
  cryptoFrame,
  dns,
  end,
  fragments,
  fragments6,
  joined,
  quicInitial,
  records,
  serverHello,
  u16,
  u32,
} from "../traffic/packet-writer.ts";

const budget = () => new ByteBudget(1 << 20);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function words(address: string): Words {
  const view = viewOf(end(address, 0).address);
  if (view.byteLength === 4) return { a: view.getInt32(0), b: 0, c: 0, d: 0 };
  return { a: view.getInt32(0), b: view.getInt32(4), c: view.getInt32(8), d: view.getInt32(12) };
}

test("addresses are written as RFC 5952 says", () => {
  const texts: Record<string, string> = {
    "2001:db8:0:0:0:0:2:1": "2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1": "2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1": "2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1": "2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:1": "::1",
    "0:0:0:0:0:0:0:0": "::",
    "fe80:0:0:0:0:0:0:0": "fe80::",
    "0:0:0:0:0:ffff:c000:201": "::ffff:192.0.2.1",
  };
  for (const [long, short] of Object.entries(texts)) expect(addressText(6, words(long))).toBe(short);
  expect(addressText(4, words("255.1.0.128"))).toBe("255.1.0.128");
});

test("private addresses are told from public ones", () => {
  const isInside = (address: string) => isPrivate(address.includes(":") ? 6 : 4, words(address));
  for (const inside of [
    "10.1.2.3",
    "172.31.0.1",
    "192.168.0.1",
    "127.0.0.1",
    "169.254.1.1",
    "100.64.0.1",
    "100.127.9.9",
  ])
    expect([inside, isInside(inside)]).toEqual([inside, true]);
  for (const inside of ["fd00:1:0:0:0:0:0:1", "fe80:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:1", "0:0:0:0:0:ffff:a00:1"])
    expect([inside, isInside(inside)]).toEqual([inside, true]);
  for (const outside of ["172.32.0.1", "172.15.0.1", "11.0.0.1", "100.128.0.1", "192.169.0.1", "223.5.5.5"])
    expect([outside, isInside(outside)]).toEqual([outside, false]);
  for (const outside of ["2001:db8:0:0:0:0:0:1", "ff02:0:0:0:0:0:0:fb", "0:0:0:0:0:ffff:808:808"])
    expect([outside, isInside(outside)]).toEqual([outside, false]);
});

test("records that lie across chunks come whole, those to be passed over do not, whatever the chunks", () => {
  const lengths = fc.array(fc.nat(300), { maxLength: 20 });
  fc.assert(
    fc.property(lengths, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }), (sizes, cuts) => {
      // Each record: its length, then so many bytes; lengths above 250 are passed over without being held.
      const bytes = joined(...sizes.map((size, at) => joined(u16(size), new Uint8Array(size).fill(at))));
      const seen: number[][] = [];
      const window = new PushWindow((chunk, view, start, stop) => {
        if (stop - start < 2) return -2;
        const size = view.getUint16(start);
        if (size > 250) return 2 + size;
        if (stop - start < 2 + size) return -(2 + size);
        seen.push([...chunk.subarray(start + 2, start + 2 + size)]);
        return 2 + size;
      });
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = cuts[turn % cuts.length] ?? 1;
        window.push(bytes.slice(at, at + size));
        at += size;
      }
      expect(seen).toEqual(
        sizes.map((size, at) => new Array<number>(size).fill(at % 256)).filter(({ length }) => length <= 250),
      );
      expect(window.left).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test("segments in any order, cut anywhere, sent again: the same bytes, each once, also where the numbers turn over", () => {
  const text = ascii("What comes in order, in pieces, again and overlapping is one and the same text.");
  const pieces = fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 })), { maxLength: 25 });
  fc.assert(
    fc.property(pieces, fc.constantFrom(0, 1000, 0xffff_ffff, 0xffff_ffe0), (extra, first) => {
      let given = "";
      const sink = {
        data(bytes: Uint8Array, start: number, stop: number): boolean {
          given += String.fromCharCode(...bytes.subarray(start, stop));
          return true;
        },
        finish: () => undefined,
      };
      const stream = new TcpStream(sink, budget());
      stream.begin(first);
      const all = [...extra, ...Array.from({ length: 8 }, (_, at) => [at * 10, 10] as [number, number]).reverse()];
      for (const [at, length] of all) stream.add(first + at, text, at, Math.min(at + length, text.length));
      expect(given).toBe(String.fromCharCode(...text));
    }),
    { numRuns: 300 },
  );
});

test("a gap that is not filled ends the stream in bounded memory", () => {
  const calls: string[] = [];
  const shared = budget();
  const stream = new TcpStream({ data: () => true, finish: () => calls.push("finish") }, shared);
  stream.begin(0);
  for (let at = 1; at < 200; at++) stream.add(at * 1000, new Uint8Array(900), 0, 900);
  expect(calls).toEqual(["finish"]);
  expect(stream.open).toBe(false);
  expect(shared.take(1 << 20)).toBe(true);
});

test("parts of a datagram in any order, some twice, give it whole; parts that overlap otherwise give nothing", () => {
  const [from, to] = [end("192.0.2.1", 0), end("192.0.2.2", 0)];
  const payload = Uint8Array.from({ length: 1000 }, (_, at) => at & 255);
  const ip = emptyIp();
  const join = (packets: readonly Uint8Array[]) => {
    const joiner = new FragmentJoiner(2);
    const whole = packets.flatMap((packet) => {
      expect(readIp(packet, viewOf(packet), 0, packet.length, ip)).toBe(true);
      return joiner.add(ip, packet) ?? [];
    });
    return { whole, dropped: joiner.dropped, waiting: joiner.waiting };
  };
  for (const parts of [
    fragments(from, to, 17, payload, 256),
    fragments6(end("2001:db8:0:0:0:0:0:1", 0), end("2001:db8:0:0:0:0:0:2", 0), 17, payload, 256),
  ])
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), fc.nat(2), (mixed, twice) => {
        const { whole } = join([...mixed.slice(0, twice), ...mixed]);
        expect(whole.map(({ bytes }) => bytes)).toEqual([payload]);
        expect(whole[0]?.length).toBe(parts.reduce((sum, part) => sum + part.length, 0));
      }),
      { numRuns: 30 },
    );
  const [first = payload, second = payload] = fragments(from, to, 17, payload, 256);
  const [other = payload] = fragments(from, to, 17, new Uint8Array(1000).fill(9), 512);
  expect(join([first, other])).toEqual({ whole: [], dropped: 1, waiting: 0 });
  expect(join([second])).toEqual({ whole: [], dropped: 0, waiting: 1 });
});

test("JA4 of the example in FoxIO's description", () => {
  const ciphers = "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,0035";
  const extensions = "001b,0000,0033,0010,4469,0017,002d,000d,0005,0023,0012,002b,ff01,000b,000a,0015";
  const algorithms = "0403,0804,0401,0503,0805,0501,0806,0601";
  const numbers = (text: string) => text.split(",").map((value) => Number.parseInt(value, 16));
  const hello = {
    ...{ legacyVersion: 0x0303, versions: [0x0304, 0x0303], serverName: "example.com", alpn: ["h2", "http/1.1"] },
    ...{ ciphers: [0x0a0a, ...numbers(ciphers)], extensions: [0x1a1a, ...numbers(extensions), 0xfafa] },
    ...{ signatureAlgorithms: numbers(algorithms), ech: false, cut: false },
  };
  expect(ja4(hello, "t", nodePacketCrypto)).toBe("t13d1516h2_8daaf6152771_e5627efa2ab1");
  const bare = { ...hello, versions: [0x0300], alpn: [], ciphers: [], extensions: [], signatureAlgorithms: [] };
  expect(ja4(bare, "q", nodePacketCrypto)).toBe("qs3i000000_000000000000_000000000000");
});

test("a ClientHello says what was put in; each beginning of it is read as far as it goes", () => {
  const message = clientHello({ name: "Host.Example.", alpn: ["h2"], versions: [0x7a7a, 0x0304], ech: true });
  expect(readClientHello(message)).toMatchObject({
    ...{ legacyVersion: 0x0303, versions: [0x0304], serverName: "host.example", alpn: ["h2"], ech: true, cut: false },
    signatureAlgorithms: [0x0403, 0x0804, 0x0401],
  });
  for (let length = 0; length < message.length; length++) {
    const part = readClientHello(message.subarray(0, length));
    if (part) expect(part.cut).toBe(true);
    else expect(length).toBeLessThan(39);
  }
  const wire = records(message, 70);
  expect(helloRecordsLength(wire, 0, wire.length)).toBe(wire.length);
  for (let length = 0; length < wire.length; length++) expect(helloRecordsLength(wire, 0, length)).toBe(0);
  expect(joinRecords(wire, 0, wire.length)).toEqual(message);
  for (const other of ["GET / HTTP/1.1", "\u0016\u0003\u0001\u0000\u0010\u0002", "\u0017\u0003\u0003\u0000\u0010"])
    expect(helloRecordsLength(ascii(other), 0, other.length)).toBe(-1);
});

test("the version that a server took", () => {
  for (const version of [0x0301, 0x0303, 0x0304]) {
    const wire = serverHello(version);
    expect(serverVersion(wire, 0, wire.length)).toBe(version);
    for (let length = 0; length < wire.length; length++) expect(serverVersion(wire, 0, length)).toBe(0);
  }
  expect(serverVersion(Uint8Array.of(21, 3, 3, 0, 2, 2, 40), 0, 7)).toBeNull();
});

test("the client's first packet of RFC 9001, appendix A.2, opens; with a changed byte it does not", () => {
  // The CRYPTO frame of the appendix, filled up with padding to 1,162 bytes and sealed by our own writer.
  const hex =
    "060040f1010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e86804fe3a47f06a2b69484c00000413011302010000c000000010000e00000b6578616d706c652e636f6dff01000100000a00080006001d0017001800100007000504616c706e000500050100000000003300260024001d00209370b2c9caa47fbabaf4559fedba753de171fa71f50f1ce15d43e994ec74d748002b0003020304000d0010000e0403050306030203080408050806002d00020101001c00024001003900320408ffffffffffffffff05048000ffff07048000ffff0801100104800075300901100f088394c8f03e51570806048000ffff";
  const packet = quicInitial(Uint8Array.from(Buffer.from(hex, "hex")), {
    id: Uint8Array.from(Buffer.from("8394c8f03e515708", "hex")),
    packet: 2,
  });
  // The first bytes that the appendix prints: header with its protection, then the payload.
  expect(Buffer.from(packet.subarray(0, 40)).toString("hex")).toBe(
    "c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11d242b123dc9bd8ba",
  );
  const message = new QuicOpening(nodePacketCrypto).add(packet, 0, packet.length);
  expect(message && readClientHello(message)?.serverName).toBe("example.com");
  packet[500] = (packet[500] ?? 0) ^ 1;
  expect(new QuicOpening(nodePacketCrypto).add(packet, 0, packet.length)).toBeUndefined();
});

test("any bytes as a QUIC datagram or in a CRYPTO frame are taken in bounded time", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const opening = new QuicOpening(nodePacketCrypto);
      opening.add(joined([0xc3], u32(1), bytes), 0, bytes.length + 5);
      const packet = quicInitial(joined(bytes, cryptoFrame(bytes)), { fill: 0 });
      opening.add(packet, 0, packet.length);
    }),
    { numRuns: 200 },
  );
});

test("DNS names: pointers, letters that no host has, the root; the first address of an answer", () => {
  const message = dns(9, "A.Example.com", [end("192.0.2.7", 0).address, end("192.0.2.8", 0).address]);
  const read = (bytes: Uint8Array) => readDns(bytes, viewOf(bytes), 0, bytes.length);
  expect(read(message)).toMatchObject({
    ...{ id: 9, answer: true, cut: false, questions: [{ name: "a.example.com", type: 1 }] },
    addresses: [{ name: "a.example.com", version: 4 }, { name: "a.example.com" }],
  });
  expect(answeredAddress(message)).toBe("192.0.2.7");
  expect(answeredAddress(dns(9, "a.example.com"))).toBeNull();
  expect(read(joined(u16(1), u16(0x100), u16(1), u16(0), u32(0), [0], u16(2), u16(1)))?.questions[0]?.name).toBe(".");
  const odd = joined(u16(1), u16(0x100), u16(1), u16(0), u32(0), [4, 0x61, 0x2e, 0x1b, 0xff, 0], u16(1), u16(1));
  expect(read(odd)?.questions[0]?.name).toBe("a\\046\\027\\255");
  for (let length = 0; length < message.length; length++) {
    const part = read(message.subarray(0, length));
    if (part) expect(part.cut).toBe(true);
  }
});

const talk =
  "POST /a?b HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc" +
  "\r\nPUT /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nxyz\r\n1;q\r\n!\r\n0\r\n\r\n" +
  "GET /d HTTP/1.0\nhost: x\n\n";

test("requests are the same however their bytes are cut", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), (sizes) => {
      const seen: HttpRequest[] = [];
      const reader = new HttpRequestReader((request) => seen.push(request), budget());
      const bytes = ascii(talk);
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const stop = Math.min(bytes.length, at + (sizes[turn % sizes.length] ?? 1));
        expect(reader.push(bytes.slice(at, stop), 0, stop - at, 5)).toBe(stop - at);
        at = stop;
      }
      expect(
        seen.map(({ method, target, body, cut }) => [method, target, body && String.fromCharCode(...body), cut]),
      ).toEqual([
        ["POST", "/a?b", "abc", false],
        ["PUT", "/c", "xyz!", false],
        ["GET", "/d", null, false],
      ]);
    }),
    { numRuns: 200 },
  );
});

test("statuses are those of the answers, never of what stands in their bodies, however their bytes are cut", () => {
  const wire =
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 15\r\n\r\nHTTP/1.1 999 no" +
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n8\r\nHTTP/1.1\r\n0\r\nA: b\r\n\r\n" +
    "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\nHTTP/1.1 404 No\r\n\r\nHTTP/1.1 500 body until the end";
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), (sizes) => {
      const seen: number[] = [];
      const reader = new HttpAnswerReader((status) => ({ hasBody: seen.push(status) > 0 }), budget());
      for (let at = 0, turn = 0; at < wire.length; turn++) {
        const part = ascii(wire.slice(at, at + (sizes[turn % sizes.length] ?? 1)));
        reader.push(part, 0, part.length);
        at += part.length;
      }
      expect(seen).toEqual([201, 200, 304, 404]);
      expect(reader.open).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test("the push service's first frame by its tags; another frame is refused", () => {
  const field = (tag: number, value: string) => joined([tag, value.length], ascii(value));
  const fields = joined(
    field(0x12, "M2101K6G"),
    [0x28, 0x02],
    field(0x1a, "V13.0.1.0"),
    field(0x3a, "host:5222"),
    field(0x42, "lt_LT"),
  );
  const frame = joined([0xc2, 0xfe, 0, 5], u32(fields.length + 4), u32(0x00020016), u32(0), fields);
  expect(readXiaomiPush(frame).fields).toEqual([
    { tag: 0x12, value: "M2101K6G" },
    { tag: 0x1a, value: "V13.0.1.0" },
    { tag: 0x3a, value: "host:5222" },
    { tag: 0x42, value: "lt_LT" },
  ]);
  expect(isXiaomiPush(frame)).toBe(true);
  for (const other of [frame.subarray(0, 16), frame.subarray(1), joined(frame.subarray(0, 16), [0x12, 99])])
    expect(() => readXiaomiPush(other)).toThrow(FormatError);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      try {
        expect(readXiaomiPush(joined(frame.subarray(0, 16), bytes)).fields.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 200 },
  );
});
