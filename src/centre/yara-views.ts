import { dexEntries } from "../apps/app-code.ts";
import { FormatError } from "../core/errors.ts";
import { nodeCodec } from "../device/file.ts";
import { readApkEntry } from "../formats/apk-entry.ts";
import type { ApkEntry, ApkZip } from "../formats/apk-zip.ts";
import { type AppFile, openAppFile } from "../formats/app-container.ts";
import { type AxmlElement, readAxml } from "../formats/axml.ts";
import { fileOf } from "../formats/file-window.ts";
import type { RandomAccess } from "../formats/zip.ts";

/** Bytes that rules look at: a whole file, or something in it, unpacked. */
export interface YaraView {
  /** Path of the APK inside the file; null for the file itself. As in `LookedInto`. */
  readonly inside: string | null;
  /** Name of the entry; null for the whole. */
  readonly entry: string | null;
  /** Nothing is read before. @throws FormatError where it cannot be unpacked. */
  readonly open: () => Promise<RandomAccess>;
}

const manifestName = "AndroidManifest.xml";
const limits = { apps: 2000, libraries: 500 };

/**
 * What rules look at in an app file: the whole file, then of each APK the manifest, as it is and as text, every DEX and every native library,
 * unpacked. In this order, the same each time. Only tables of contents are read.
 */
export async function* yaraViews(file: RandomAccess): AsyncGenerator<YaraView> {
  yield { inside: null, entry: null, open: async () => file };
  const left = { apps: limits.apps };
  const app = await openAppFile(file, nodeCodec).catch(formatOnly);
  if (app) yield* viewsOf(app, null, left);
}

async function* viewsOf(app: AppFile, inside: string | null, left: { apps: number }): AsyncGenerator<YaraView> {
  if (app.kind === "apk") yield* entriesOf(app.zip, inside);
  for (const inner of app.inner) {
    if (left.apps-- <= 0) return;
    const path = inside === null ? inner.name : `${inside}!/${inner.name}`;
    const opened = await inner.open().catch(formatOnly);
    if (!opened) continue;
    yield { inside: path, entry: null, open: async () => opened.zip.file };
    yield* viewsOf(opened, path, left);
  }
}

function* entriesOf(zip: ApkZip, inside: string | null): Generator<YaraView> {
  const view = (entry: ApkEntry): YaraView => {
    const open = async () => fileOf((await readApkEntry(zip, entry, nodeCodec)).bytes);
    return { inside, entry: entry.name, open };
  };
  const manifest = zip.byName.get(manifestName);
  if (manifest) {
    yield view(manifest);
    yield { inside, entry: `${manifestName} (as text)`, open: async () => fileOf(await manifestText(zip, manifest)) };
  }
  for (const { entry } of dexEntries(zip, true).entries) yield view(entry);
  let libraries = 0;
  for (const entry of zip.byName.values())
    if (/^lib\/.+\.so$/.test(entry.name) && libraries++ < limits.libraries) yield view(entry);
}

async function manifestText(zip: ApkZip, entry: ApkEntry): Promise<Uint8Array> {
  const { bytes } = await readApkEntry(zip, entry, nodeCodec);
  const lines: string[] = [];
  write(readAxml(bytes).root, lines);
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

/** As the manifest was written, so that rules for sources fit; what is no text stands as a number. */
function write({ name, attributes, children }: AxmlElement, lines: string[]): void {
  const list = attributes.map((attribute) => {
    const value = attribute.text ?? attribute.raw ?? `0x${attribute.data.toString(16)}`;
    return ` ${attribute.id === 0 ? "" : "android:"}${attribute.name}="${value}"`;
  });
  lines.push(`<${name}${list.join("")}${children.length === 0 ? "/" : ""}>`);
  for (const child of children) write(child, lines);
  if (children.length > 0) lines.push(`</${name}>`);
}

function formatOnly(error: unknown): undefined {
  if (!(error instanceof FormatError)) throw error;
  return undefined;
}
