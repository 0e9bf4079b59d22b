import { type TypeEntries, writeArsc } from "./arsc-writer.ts";
import { chunk, stringPool, u16, u32, writeAxml, type XmlNode } from "./axml-writer.ts";
import { buildDex } from "./dex-builder.ts";
import { type EvilEntry, writeEvilZip } from "./evil-zip.ts";

/** APKs whose zip is sound and whose contents are made to cost time or memory, by name. Made one at a time: some are large. */
export const evilContents: Readonly<Record<string, () => Uint8Array>> = {
  "65,534 entries": () => apk({ more: many(65_532) }),
  "65,535 entries, which the end record cannot tell": () => apk({ more: many(65_533) }),
  "65,534 DEX that share their bytes": () =>
    apk({ more: Array.from({ length: 65_532 }, (_, n) => ({ ...dexEntry(n + 2), shares: true })) }),
  "a DEX of 140 MB of nothing": () => apk({ dex: bomb(140, Buffer.from("dex\n035\0")) }),
  "a DEX over every limit": () => apk({ dex: bomb(300) }),
  "a DEX over every limit that says it is small": () => apk({ dex: { ...bomb(300), ...sizes(1000) } }),
  "a DEX of 100 MB that says it is small": () => apk({ dex: { ...bomb(100), ...sizes(1000) } }),
  "four DEX over every limit": () =>
    apk({ more: ["", "2", "3", "4"].map((n) => ({ ...bomb(200), name: `classes${n}.dex` })).slice(1), dex: bomb(200) }),
  "twelve DEX of 60 MB": () =>
    apk({ more: Array.from({ length: 11 }, (_, n) => ({ ...bomb(60), name: `classes${n + 2}.dex` })) }),
  "a manifest of 140 MB": () => apk({ manifest: bomb(140, u16(3, 8)) }),
  "a resource table of 140 MB": () => apk({ arsc: bomb(140, u16(2, 12)) }),
  "a manifest of 100,000 elements in one another": () => apk({ manifest: { content: writeAxml(deep(100_000)) } }),
  "a manifest of 200,000 attributes": () => apk({ manifest: { content: writeAxml(broad(200_000)) } }),
  "a manifest of 100,000 services": () => apk({ manifest: { content: writeAxml(services(100_000)) } }),
  "references in a circle": () => apk({ arsc: { content: writeArsc([circle(2)]) } }),
  "a chain of 20,000 references": () => apk({ arsc: { content: writeArsc([circle(20_000)]) } }),
  "texts of a table that lie over one another": () => apk({ arsc: { content: overlappingTexts(200_000) } }),
  "rules of the network in a circle": () =>
    apk({ network: { ref: 0x7f010000 }, arsc: { content: writeArsc([circle(2)]) } }),
};

interface Parts {
  readonly manifest?: Partial<EvilEntry>;
  readonly dex?: Partial<EvilEntry>;
  readonly arsc?: Partial<EvilEntry>;
  readonly network?: { readonly ref: number };
  readonly more?: readonly EvilEntry[];
}

const label = { ref: 0x7f020000 };

function apk({ manifest, dex, arsc, network, more = [] }: Parts): Uint8Array {
  const attributes = { label, icon: label, ...(network && { networkSecurityConfig: network }) };
  const root = {
    name: "manifest",
    attributes: { package: "com.evil" },
    children: [{ name: "application", attributes }],
  };
  return writeEvilZip({
    entries: [
      { name: "AndroidManifest.xml", content: writeAxml(root), packing: 8, ...manifest },
      { ...dexEntry(1), ...dex },
      ...(arsc ? [{ name: "resources.arsc", content: new Uint8Array(), packing: 8 as const, ...arsc }] : []),
      ...more,
    ],
  });
}

const smallDex = buildDex({ classes: ["La/B;"] });

function dexEntry(n: number): EvilEntry {
  return { name: n === 1 ? "classes.dex" : `classes${n}.dex`, content: smallDex, packing: 8 };
}

function many(count: number): EvilEntry[] {
  return Array.from({ length: count }, (_, n) => ({ name: `assets/${n}`, content: new Uint8Array(1) }));
}

/** Zeros of so many MB behind a beginning, packed 1:1000. */
function bomb(megabytes: number, beginning: Uint8Array = new Uint8Array()): EvilEntry {
  const content = new Uint8Array(megabytes * 1_000_000);
  content.set(beginning);
  return { name: "classes.dex", content, packing: 8 };
}

function sizes(size: number): Pick<EvilEntry, "central" | "local"> {
  return { central: { size }, local: { size } };
}

function deep(levels: number): XmlNode {
  let node: XmlNode = { name: "end" };
  for (let n = 0; n < levels; n++) node = { name: "a", children: [node] };
  return { name: "manifest", attributes: { package: "com.evil" }, children: [node] };
}

function broad(count: number): XmlNode {
  const attributes = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`x${n}`, n]));
  const children = Array.from({ length: count / 1000 }, () => ({ name: "application", attributes }));
  return { name: "manifest", attributes: { package: "com.evil" }, children };
}

function services(count: number): XmlNode {
  const children = Array.from({ length: count }, () => ({
    name: "service",
    attributes: { name: "S", exported: true },
  }));
  const application = { name: "application", children };
  return { name: "manifest", attributes: { package: "com.evil" }, children: [application] };
}

/** Texts that each refer to the next, the last one to the first. */
function circle(count: number): TypeEntries {
  const next = (n: number) => ({ type: 1, data: 0x7f020000 + ((n + 1) % count) });
  return { type: 2, entries: Object.fromEntries(Array.from({ length: count }, (_, n) => [n, next(n)])) };
}

/** A table whose texts all begin at the same byte, each 30,000 characters long. */
function overlappingTexts(count: number): Uint8Array {
  const text = "a".repeat(30_000);
  const pool = stringPool([text], true);
  const data = pool.subarray(28 + 4);
  const start = 28 + count * 4;
  const overlapping = chunk(1, u32(count, 0, 0x100, start, 0), new Uint8Array(count * 4), data);
  return chunk(2, u32(1), overlapping);
}
