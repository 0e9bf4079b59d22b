// Makes data/ip-countries.bin.br and data/ip-networks.bin.br out of the CSV files of two npm packages, which are fetched by hand:
//
//   npm pack @ip-location-db/dbip-country @ip-location-db/asn     (in a folder of its own; unpack each)
//   node scripts/run.mjs scripts/ip-countries.ts DBIP_FOLDER DBIP_DATE ASN_FOLDER ASN_DATE
//
// Both are published under CC BY 4.0; data/SOURCE.md has the attributions.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { IpTableHead } from "../src/formats/ip-range-table.ts";
import { countryCode } from "../src/traffic/country-code.ts";
import { edgePrefixes } from "../src/traffic/edge-prefixes.ts";
import { serverNetworks } from "../src/traffic/server-networks.ts";

/** First and last address of a range, as numbers, and its value. */
export type ValuedRange = readonly [first: bigint, last: bigint, value: string];

/** A start and the number of the value that holds from there. */
type Start = readonly [at: bigint, value: number];

/**
 * The bytes of a table, which `src/formats/ip-range-table.ts` reads. Ranges may overlap: a later one covers those before it.
 *
 * @param ipv6 of 128 bits; a network of 64 bits in which several values lie gets none
 */
export function encodeIpRangeTable(
  head: Omit<IpTableHead, "values">,
  ipv4: readonly ValuedRange[],
  ipv6: readonly ValuedRange[],
): Uint8Array {
  const values = [...new Set([...ipv4, ...ipv6].map(([, , value]) => value))].sort();
  if (values.length > 255) throw new Error("more than 255 values");
  const number = new Map(values.map((value, i) => [value, i + 1]));
  const text = new TextEncoder().encode(JSON.stringify({ ...head, values }));
  const sections = [startsOf(ipv4, number, 32), coarse(startsOf(ipv6, number, 128))].map(section);
  return Buffer.concat([Buffer.from("CIPT1\n"), u32(text.length), text, ...sections]);
}

/**
 * Where the value changes, in order. Numbers of 128 bits are sorted and never keys: V8 hashes a BigInt by its lowest 64 bits, which are 0 in
 * nearly all starts of IPv6.
 */
function startsOf(ranges: readonly ValuedRange[], number: ReadonlyMap<string, number>, bits: number): readonly Start[] {
  const events = ranges.flatMap(([first, last, text], order) => {
    const range = { value: number.get(text) ?? 0, order };
    return [
      { at: first, range, opens: true },
      { at: last + 1n, range, opens: false },
    ];
  });
  events.sort((a, b) => ascending(a.at, b.at));
  const open = new Set<{ readonly value: number; readonly order: number }>();
  const starts: Start[] = [];
  for (const [i, { at, range, opens }] of events.entries()) {
    if (opens) open.add(range);
    else open.delete(range);
    if (events[i + 1]?.at === at || at >= 2n ** BigInt(bits)) continue;
    const top = [...open].reduce((a, b) => (a.order > b.order ? a : b), { value: 0, order: -1 });
    if (top.value !== (starts.at(-1)?.[1] ?? 0)) starts.push([at, top.value]);
  }
  return starts;
}

/** Starts in networks of 64 bits. One in which a value begins that is not its first is of no value as a whole. */
function coarse(starts: readonly Start[]): readonly Start[] {
  const mixed = new Set(starts.flatMap(([at]) => (at & (2n ** 64n - 1n) ? [at >> 64n] : [])));
  const found = new Map<bigint, number>();
  for (const [at, value] of starts) {
    const network = at >> 64n;
    if (!mixed.has(network)) found.set(network, value);
    else {
      found.set(network, 0);
      // What holds behind it, where nothing else begins there.
      found.set(network + 1n, value);
    }
  }
  for (const network of mixed) found.set(network, 0);
  const sorted = [...found].sort(([a], [b]) => ascending(a, b));
  return sorted.filter(([, value], i) => value !== (sorted[i - 1]?.[1] ?? 0));
}

function section(starts: readonly Start[]): Buffer {
  const steps = starts.flatMap(([at], i) => leb128(at - (starts[i - 1]?.[0] ?? 0n)));
  return Buffer.concat([
    u32(starts.length),
    u32(steps.length),
    Buffer.from(starts.map(([, value]) => value)),
    Buffer.from(steps),
  ]);
}

function leb128(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest > 127n ? 128 : 0;
    bytes.push(Number(rest & 127n) | more);
    rest >>= 7n;
  } while (rest > 0n);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows of a CSV of numbers: first, last, value; what the value's text means is told by `value`, null to leave the row out. */
function rangesOf(file: string, value: (text: string) => string | null): readonly ValuedRange[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line): readonly ValuedRange[] => {
      const [first, last, text] = line.split(",", 3);
      const meant = text === undefined ? null : value(text);
      return first && last && meant !== null ? [[BigInt(first), BigInt(last), meant]] : [];
    });
}

function write(name: string, bytes: Uint8Array): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const packed = brotliCompressSync(bytes, { params });
  writeFileSync(join(import.meta.dirname, "..", "data", name), packed);
  console.log(`${name}: ${bytes.length} bytes, packed ${packed.length}`);
}

/** An operator's published prefix as a range. */
function prefix(text: string, value: string): ValuedRange {
  const [address = "", bits = ""] = text.split("/");
  const wide = address.includes(":");
  const size = BigInt((wide ? 128 : 32) - Number(bits));
  const first = wide ? wideNumber(address) : address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return [first, first + 2n ** size - 1n, value];
}

function wideNumber(address: string): bigint {
  const [before = "", after = ""] = address.split("::");
  const left = before.split(":").filter(Boolean);
  const right = after.split(":").filter(Boolean);
  const groups = [...left, ...new Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

if (import.meta.main) {
  const [dbip = "", dbipDate = "", asn = "", asnDate = ""] = process.argv.slice(2);
  write(
    "ip-countries.bin.br",
    encodeIpRangeTable(
      {
        name: "DB-IP Lite",
        date: dbipDate,
        licence: "CC-BY-4.0",
        attribution: "IP Geolocation by DB-IP",
        homepage: "https://db-ip.com",
      },
      rangesOf(join(dbip, "dbip-country-ipv4-num.csv"), countryCode),
      rangesOf(join(dbip, "dbip-country-ipv6-num.csv"), countryCode),
    ),
  );
  const nameOf = new Map(serverNetworks.flatMap(({ name, systems }) => systems.map((one) => [String(one), name])));
  const network = (text: string) => nameOf.get(text) ?? null;
  const edges = edgePrefixes.flatMap(({ network: name, prefixes }) => prefixes.map((text) => prefix(text, name)));
  write(
    "ip-networks.bin.br",
    encodeIpRangeTable(
      {
        name: "Networks of clouds",
        date: asnDate,
        licence: "CC-BY-4.0",
        attribution: "Networks by RouteViews, DB-IP and NRO, through ip-location-db",
        homepage: "https://www.routeviews.org",
      },
      [...rangesOf(join(asn, "asn-ipv4-num.csv"), network), ...edges.filter(([first]) => first < 2n ** 32n)],
      [...rangesOf(join(asn, "asn-ipv6-num.csv"), network), ...edges.filter(([first]) => first >= 2n ** 32n)],
    ),
  );
}
