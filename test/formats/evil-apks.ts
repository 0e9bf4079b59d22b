import { type EvilEntry, type EvilZip, writeEvilZip } from "./evil-zip.ts";

/** An APK with one malformation, and what is true of it. */
export interface EvilApk {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What Android's reader makes of the file, by its source. */
  readonly opens: "yes" | "no" | "some";
  /** Kinds of marks that its table of contents must earn; no others may be there. */
  readonly marks: readonly string[];
  /** What reading entries must earn, by name: Android's verdict and the kinds of marks. */
  readonly entries: Readonly<
    Record<string, { readonly opens: "yes" | "no" | "some"; readonly marks: readonly string[] }>
  >;
  /** Android 10, whose tools are the oracle, judges as later ones do. */
  readonly oldAgrees: boolean;
}

type Case = Partial<Omit<EvilApk, "name" | "bytes">> & { zip: EvilZip | Uint8Array };

/** Numbers that look random and are the same each time. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** One APK for each trick that is known, of this manifest and DEX; the seed moves where the tricks strike. */
export function evilApks(manifest: Uint8Array, dex: Uint8Array, seed: number): readonly EvilApk[] {
  const random = seeded(seed);
  return Object.entries(cases(manifest, dex, random)).map(([name, { zip, ...truth }]) => ({
    name,
    bytes: zip instanceof Uint8Array ? zip : writeEvilZip(zip),
    opens: "yes",
    marks: [],
    entries: {},
    oldAgrees: true,
    ...truth,
  }));
}

function cases(manifest: Uint8Array, dex: Uint8Array, random: (below: number) => number): Record<string, Case> {
  const noise = (length: number) => Uint8Array.from({ length }, () => random(256));
  const packing = () => (random(2) === 0 ? 0 : 8) as 0 | 8;
  const manifestEntry = (more: Partial<EvilEntry> = {}): EvilEntry => ({
    name: "AndroidManifest.xml",
    content: manifest,
    packing: packing(),
    ...more,
  });
  const dexEntry = (more: Partial<EvilEntry> = {}): EvilEntry => ({
    name: "classes.dex",
    content: dex,
    packing: 8,
    ...more,
  });
  const other = (name: string | Uint8Array): EvilEntry => ({
    name,
    content: noise(1 + random(300)),
    packing: packing(),
  });
  const assets = Array.from({ length: 1 + random(5) }, (_, n) => other(`assets/${n}.bin`));
  const normal = [manifestEntry(), dexEntry(), ...assets];
  const badMethod = 9 + random(60_000);
  const lie = 1 + random(1000);
  const named = (name: string | Uint8Array): EvilZip => ({ entries: [...normal, other(name)] });
  const unknown = (how: 0 | 8): EvilEntry =>
    manifestEntry({ packing: how, central: { method: badMethod }, local: { method: badMethod } });
  return {
    "well-formed": { zip: { entries: normal } },
    "well-formed with a comment": { zip: { entries: normal, comment: noise(200 + random(20_000)).fill(7) } },
    "well-formed zip64": { zip: { entries: normal, zip64: true }, oldAgrees: false },
    "data descriptors": {
      zip: { entries: [manifestEntry({ descriptor: "true" }), dexEntry({ descriptor: "bare" }), ...assets] },
    },
    "a data descriptor that lies": {
      zip: { entries: [manifestEntry(), dexEntry({ descriptor: "lies" }), ...assets] },
      entries: { "classes.dex": { opens: "no", marks: ["descriptor-differs"] } },
    },
    "wrong magic in front": { zip: { entries: normal, prefix: noise(8) }, opens: "no", marks: ["bytes-before-zip"] },
    "a DEX in front": { zip: { entries: normal, prefix: dex }, opens: "no", marks: ["bytes-before-zip"] },
    "bytes in front that the offsets do not know": {
      zip: { entries: normal, prefix: noise(lie).fill(1), offsetsIgnorePrefix: true },
      opens: "no",
      marks: ["bytes-before-zip", "directory-moved"],
      entries: {
        "AndroidManifest.xml": { opens: "no", marks: ["local-header-moved"] },
        "classes.dex": { opens: "no", marks: ["local-header-moved"] },
      },
    },
    "so many bytes in front that the offsets do not know": {
      zip: { entries: normal, prefix: new Uint8Array(200_000), offsetsIgnorePrefix: true },
      opens: "no",
      marks: ["bytes-before-zip", "directory-moved"],
      entries: {
        "AndroidManifest.xml": { opens: "no", marks: ["local-header-moved"] },
        "classes.dex": { opens: "no", marks: ["local-header-moved"] },
      },
    },
    "unknown method, stored": {
      zip: { entries: [unknown(0), dexEntry(), ...assets] },
      marks: ["method-unknown"],
      entries: { "AndroidManifest.xml": { opens: "some", marks: [] } },
    },
    "unknown method, deflated": {
      zip: { entries: [unknown(8), dexEntry(), ...assets] },
      marks: ["method-unknown"],
      entries: { "AndroidManifest.xml": { opens: "no", marks: ["method-lies"] } },
    },
    "unknown method in the local header": {
      zip: { entries: [manifestEntry({ local: { method: badMethod } }), dexEntry(), ...assets] },
      entries: { "AndroidManifest.xml": { opens: "yes", marks: ["local-method-differs"] } },
    },
    "said to be encrypted": {
      zip: { entries: [manifestEntry({ central: { flags: 0x801 }, local: { flags: 0x801 } }), dexEntry(), ...assets] },
      marks: ["encrypted-flag"],
    },
    "said to be encrypted in the local header": {
      zip: { entries: [manifestEntry({ local: { flags: 0x801 } }), dexEntry(), ...assets] },
      entries: { "AndroidManifest.xml": { opens: "yes", marks: ["local-flags-differ"] } },
    },
    "sizes lie in the local header": {
      zip: { entries: [manifestEntry({ local: { size: lie } }), dexEntry({ local: { packedSize: 0 } }), ...assets] },
      entries: {
        "AndroidManifest.xml": { opens: "no", marks: ["local-sizes-differ"] },
        "classes.dex": { opens: "no", marks: ["local-sizes-differ"] },
      },
    },
    "unpacked size too small": {
      zip: { entries: [manifestEntry(), dexEntry({ central: { size: 100 }, local: { size: 100 } }), ...assets] },
      entries: { "classes.dex": { opens: "no", marks: ["size-lies"] } },
    },
    "unpacked size of 4 GiB": {
      zip: {
        entries: [manifestEntry(), dexEntry({ central: { size: 0xfffffff0 }, local: { size: 0xfffffff0 } }), ...assets],
      },
      entries: { "classes.dex": { opens: "no", marks: ["size-lies"] } },
    },
    "stored, with two sizes": {
      zip: {
        entries: [
          manifestEntry({ packing: 0, central: { packedSize: 1 }, local: { packedSize: 1 } }),
          dexEntry(),
          ...assets,
        ],
      },
      marks: ["sizes-differ"],
    },
    "packed size that reaches over the end": {
      zip: { entries: [dexEntry(), ...assets, manifestEntry({ packing: 0, central: { packedSize: 0x7fffffff } })] },
      marks: ["data-beyond-directory", "sizes-differ"],
      entries: { "AndroidManifest.xml": { opens: "no", marks: ["data-beyond-directory", "local-sizes-differ"] } },
    },
    "checksum that lies": {
      zip: { entries: [manifestEntry({ central: { crc: 1 }, local: { crc: 1 } }), dexEntry(), ...assets] },
      entries: { "AndroidManifest.xml": { opens: "yes", marks: ["checksum-differs"] } },
    },
    "another name in the local header": {
      zip: { entries: [manifestEntry(), dexEntry({ localName: "classes.xed" }), ...assets] },
      entries: { "classes.dex": { opens: "no", marks: ["local-name-differs"] } },
    },
    "a local header elsewhere": {
      zip: { entries: [manifestEntry(), ...assets, dexEntry({ central: { offset: 3 } })] },
      marks: ["entries-overlap"],
      entries: { "classes.dex": { opens: "no", marks: ["local-header-moved"] } },
    },
    "a local header after the table of contents": {
      zip: { entries: [manifestEntry(), dexEntry({ central: { offset: 0x7ffffff0 } }), ...assets] },
      opens: "no",
      marks: ["offset-beyond-directory"],
    },
    "entries that share their bytes": {
      zip: {
        entries: [...normal, ...Array.from({ length: 5 }, (_, n) => ({ ...other(`assets/share${n}`), shares: true }))],
      },
      marks: ["entries-overlap", "data-beyond-directory?"],
    },
    "the same name twice": {
      zip: { entries: [...normal, dexEntry({ content: noise(100) })] },
      opens: "no",
      marks: ["name-repeated"],
    },
    "a second table of contents": { zip: twoDirectories(normal), marks: ["several-ends"] },
    "an end record in the comment": {
      zip: { entries: normal, comment: writeEvilZip({ entries: [] }) },
      opens: "no",
      marks: ["bytes-after-end?"],
    },
    "an end record in the comment, and more": {
      zip: { entries: normal, comment: Buffer.concat([writeEvilZip({ entries: [] }), noise(lie).fill(0)]) },
      opens: "no",
      marks: ["bytes-after-end"],
    },
    "bytes after the end": {
      zip: { entries: normal, suffix: noise(lie).fill(9) },
      opens: "no",
      marks: ["bytes-after-end"],
    },
    "so many bytes after the end that Android finds none": {
      zip: { entries: normal, suffix: new Uint8Array(70_000) },
      opens: "no",
      marks: ["bytes-after-end"],
    },
    "bytes after the table of contents": {
      zip: { entries: normal, afterDirectory: noise(lie).fill(3) },
      marks: ["bytes-after-directory"],
    },
    "more entries told than there are": {
      zip: { entries: normal, end: { count: normal.length + lie } },
      opens: "no",
      marks: ["records-missing"],
    },
    "fewer entries told than there are": {
      zip: { entries: normal, end: { count: 2 } },
      marks: ["records-beyond-count"],
    },
    "65,535 entries told": {
      zip: { entries: normal, end: { count: 0xffff } },
      opens: "no",
      marks: ["records-missing", "zip64-missing"],
    },
    "no entry told": { zip: { entries: normal, end: { count: 0 } }, opens: "no", marks: ["records-beyond-count?"] },
    "one part of several": { zip: { entries: normal, end: { part: 7 } }, marks: ["parts-claimed"] },
    "size of the table of contents too small": {
      zip: { entries: normal, end: { size: 60 } },
      opens: "no",
      marks: ["bytes-after-directory", "records-missing?"],
    },
    "size of the table of contents too large": { zip: { entries: normal, end: { size: 0x7fffffff } }, opens: "no" },
    "offset of the table of contents beyond the end": {
      zip: { entries: normal, end: { offset: 0x7fffffff } },
      opens: "no",
      marks: ["directory-moved"],
    },
    "neither size nor offset of the table of contents": {
      zip: { entries: normal, end: { offset: 0x7fffffff, size: 0x7ffffff } },
      opens: "no",
      marks: ["directory-moved"],
    },
    "a table of contents one byte short": {
      zip: { entries: [...normal, other("last")], cutDirectory: 1 },
      opens: "no",
      marks: ["records-missing"],
    },
    "a record whose extra length lies": {
      zip: { entries: [manifestEntry({ central: { extraLength: 20 } }), dexEntry(), ...assets] },
      opens: "no",
      marks: ["extra-field", "records-missing"],
    },
    "extra fields that lie": {
      zip: { entries: [manifestEntry({ centralExtra: Uint8Array.of(9, 9, 99, 0, 1) }), dexEntry(), ...assets] },
      marks: ["extra-field"],
    },
    "names that lead outside": {
      zip: {
        entries: [...normal, other("../../a"), other("/etc/b"), other("..\\c"), other("C:/d"), other("x/../../e")],
      },
      marks: ["name-leads-outside"],
    },
    "files as folders": {
      zip: { entries: [...normal, other("classes.dex/"), other("AndroidManifest.xml/x")] },
      marks: ["name-file-as-folder"],
    },
    "an empty name": { zip: named(""), marks: ["name-empty"] },
    "a NUL in a name": { zip: named("classes.dex\0.png"), opens: "no", marks: ["name-invalid"] },
    "a name that is no UTF-8": { zip: named(Uint8Array.of(0x61, 0xff, 0x62)), opens: "no", marks: ["name-invalid"] },
    "a name of 60,000 letters": { zip: named("n".repeat(60_000)), marks: ["name-long"] },
    "a deep name": { zip: named("ۦۖ۫/".repeat(2000)) },
    "a name with letters that nobody sees": { zip: named("assets/a\u200bb\u202e"), marks: ["name-invisible-letters"] },
    "names that imitate": {
      zip: { entries: [...normal, other("АndroidMаnifest.xml"), other("Classes.dex"), other("classes.dex\u200b")] },
      marks: ["name-imitates", "name-invisible-letters"],
    },
    "a bomb of 1:1000": {
      zip: { entries: [...normal, { name: "assets/bomb", content: new Uint8Array(32 * 1024 * 1024), packing: 8 }] },
    },
  };
}

/** Two tables of contents, each with an end record: the last one is Android's, and another reader may take the first. */
function twoDirectories(entries: readonly EvilEntry[]): EvilZip {
  const first = writeEvilZip({ entries });
  const start = new DataView(first.buffer).getUint32(first.length - 6, true);
  return { entries, beforeDirectory: first.subarray(start) };
}
