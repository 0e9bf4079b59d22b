import type { ApkEntry, ApkZip } from "../formats/apk-zip.ts";
import { outsideCode } from "../formats/elf-code.ts";
import { hermesTexts, isHermes } from "../formats/hermes-texts.ts";
import { ApkContents } from "./apk-contents.ts";
import { reasonOf } from "./section.ts";
import type { TextRange } from "./text-search.ts";

/** Who is given the texts of assets and native libraries, entry by entry. */
export interface AssetVisit {
  readonly signal?: AbortSignal;
  /** Bytes of an entry, and where in them, or in texts made of them, it is to be searched. */
  texts(entry: string, bytes: Uint8Array, ranges: readonly TextRange[]): void;
  /** This was not searched, or not all of it; the reason as a sentence without a full stop. */
  missed(what: string, reason: string): void;
}

/** Bytes, unpacked: of all that is searched, and of one file. */
const budgetBytes = 64 * 1024 * 1024;
const maxTextBytes = 24 * 1024 * 1024;
const maxTexts = 3000;
/** Native code is mostly no text: of all of it no more is unpacked than of the app's own bytes, or this. */
const leastNative = 8 * 1024 * 1024;

const textName =
  /\.(?:json|js|mjs|cjs|jsbundle|bundle|hbc|html?|xml|properties|txt|cfg|conf|ini|ya?ml|toml|env|pem|key|plist|sql|csv|tsx?|php|lua|py|sh)$/i;
/** Made by the build from names of its own; binary; or the texts of licences, whose many addresses nobody goes to. */
const leftOut =
  /^(?:META-INF|kotlin)\/|^res\/(?!raw\/).*\.xml$|^AndroidManifest\.xml$|licen[cs]e|notice|copying|third[_-]?part/i;
const processors = ["arm64-v8a", "armeabi-v7a", "x86_64", "x86", "armeabi"];

/**
 * Gives the bytes of text files, then those of native libraries of one processor, the small ones first: an app's own are. Bounded; what was
 * left out is said.
 */
export async function eachAsset(contents: ApkContents, visit: AssetVisit): Promise<void> {
  const { zip, codec, notes } = contents;
  // A size that lies must not cost more than the largest that is read.
  const bounded = new ApkContents({ ...zip, limits: { ...zip.limits, maxEntryBytes: budgetBytes } }, codec, notes);
  const budget = { left: budgetBytes };
  const texts = [...zip.byName.values()].filter(
    ({ name, size }) => size > 0 && textName.test(name) && !leftOut.test(name),
  );
  if (texts.length > maxTexts) visit.missed("assets", `${texts.length - maxTexts} more text files were not searched`);
  await readAll(bounded, texts.slice(0, maxTexts), maxTextBytes, budget, visit);
  const native = { left: Math.min(budget.left, Math.max(leastNative, zip.file.size)) };
  await readAll(bounded, nativeLibraries(zip), budgetBytes, native, visit);
}

async function readAll(
  contents: ApkContents,
  entries: readonly ApkEntry[],
  most: number,
  budget: { left: number },
  visit: AssetVisit,
): Promise<void> {
  const skipped: ApkEntry[] = [];
  for (const entry of entries) {
    visit.signal?.throwIfAborted();
    if (entry.size > most || entry.size > budget.left) {
      skipped.push(entry);
      continue;
    }
    await readOne(contents, entry, budget, visit);
  }
  const [first] = skipped;
  const bytes = skipped.reduce((sum, { size }) => sum + size, 0);
  if (first)
    visit.missed(
      skipped.length === 1 ? first.name : `${first.name} and ${skipped.length - 1} more`,
      `together ${Math.ceil(bytes / 1024 / 1024)} MB, more than is searched for texts`,
    );
}

async function readOne(
  contents: ApkContents,
  entry: ApkEntry,
  budget: { left: number },
  visit: AssetVisit,
): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = await contents.read(entry);
  } catch (error) {
    visit.missed(entry.name, reasonOf(error));
    return;
  }
  budget.left -= bytes.length;
  try {
    if (isHermes(bytes)) {
      const texts = hermesTexts(bytes);
      visit.texts(entry.name, bytes, [{ bytes: texts, start: 0, end: texts.length, lengths: 0 }]);
    } else if (!isBinaryXml(bytes))
      visit.texts(
        entry.name,
        bytes,
        outsideCode(bytes).map((range) => ({ bytes, ...range, lengths: 0 })),
      );
  } catch (error) {
    visit.missed(entry.name, reasonOf(error));
  }
  contents.letGo(bytes);
}

function isBinaryXml(bytes: Uint8Array): boolean {
  return bytes[0] === 3 && bytes[1] === 0 && bytes[2] === 8 && bytes[3] === 0;
}

/** One of each name, for the processor that most phones have; by size. */
export function nativeLibraries(zip: ApkZip): readonly ApkEntry[] {
  const byName = new Map<string, { readonly entry: ApkEntry; readonly rank: number }>();
  for (const entry of zip.byName.values()) {
    const [, processor, name] = /^lib\/([^/]{1,40})\/([^/]{1,200}\.so)$/.exec(entry.name) ?? [];
    if (processor === undefined || name === undefined || entry.size === 0) continue;
    const rank = (processors.indexOf(processor) + processors.length + 1) % (processors.length + 1);
    const known = byName.get(name);
    if (!known || rank < known.rank) byName.set(name, { entry, rank });
  }
  return [...byName.values()].map(({ entry }) => entry).sort((a, b) => a.size - b.size);
}
