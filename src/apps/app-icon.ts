import { FormatError } from "../core/errors.ts";
import { readApkEntry } from "../formats/apk-entry.ts";
import type { ApkZip } from "../formats/apk-zip.ts";
import { type AdaptiveIcon, type IconFile, readIcon } from "../formats/app-icon.ts";
import { type ResourceTable, readResourceTable } from "../formats/arsc.ts";
import type { ReadEntry } from "../formats/drawable-values.ts";
import { drawIcon, type IconPicture } from "../formats/icon-picture.ts";
import type { ZipCodec } from "../formats/zip.ts";
import type { ApkContents } from "./apk-contents.ts";
import type { Section } from "./app-record.ts";
import { section, unread } from "./section.ts";

/** What its icon can be shown from: names of entries, data and never paths. */
export interface IconFacts {
  /** The finest PNG or WebP up to 640 dots per inch; null where there are drawings only, or none. */
  readonly bitmap: string | null;
  readonly adaptive: AdaptiveIcon | null;
  readonly files: readonly IconFile[];
  /** The icon itself; null where the app names none. */
  readonly picture: Section<PictureFacts> | null;
}

/** An icon as pictures one above the other, the lowest first, written by Candor: nothing of the app's is in them but colours and points. */
export interface PictureFacts {
  /** Whether it fills its tile to the edges, so that whoever shows it rounds the corners. */
  readonly fills: boolean;
  readonly layers: readonly PictureLayer[];
}

/** One picture of an icon. */
export interface PictureLayer {
  readonly kind: "png" | "webp" | "svg";
  /** Left, top, width and height in shares of the tile's side; it may reach over the edges. */
  readonly box: readonly [number, number, number, number];
  /** Base64. */
  readonly data: string;
}

/** What an icon may cost, and where else it may lie. */
export interface IconOptions {
  /** Bytes, as they are packed, that may be read for it. */
  readonly most: number;
  /** Opens the part of the app that holds the bitmaps for its screen; asked where the file itself does not have them. */
  readonly beside?: (() => Promise<ApkZip | undefined>) | undefined;
  readonly codec: ZipCodec;
}

/** Where reading is dear: what an icon takes at most. */
export const iconBytesFromAfar = 256 * 1024;
/** Where it is not: an app cannot make much work of its icon. */
export const iconBytes = 2 * 1024 * 1024;

/** Finds the icon of an app and draws it. */
export async function readIconFacts(
  contents: ApkContents,
  table: ResourceTable,
  resource: number,
  options: IconOptions,
): Promise<Section<IconFacts>> {
  const budget = { left: options.most };
  const own = reader(async (path, most) => {
    const entry = contents.entry(path);
    return entry && isSmall(entry, most, budget) ? await contents.read(entry) : undefined;
  });
  const icon = await readIcon(table, resource, async (path) => await own(path, maxDocument));
  if (icon.files.length === 0 && !options.beside)
    return unread(`its icon is resource 0x${resource.toString(16)}, which is not in this file`);
  const picture = await section(async () => {
    try {
      return factsOf(await drawIcon(table, resource, own));
    } catch (error) {
      const other = error instanceof FormatError ? await openBeside(options, budget) : undefined;
      if (!other) throw error;
      const packages = [...table.packages, ...other.table.packages];
      const read: ReadEntry = async (path, most) => (await own(path, most)) ?? (await other.read(path, most));
      return factsOf(await drawIcon({ packages, damaged: table.damaged }, resource, read));
    }
  });
  return { ...icon, picture };
}

const maxDocument = 128 * 1024;
/** Bytes of the resource table of the other part, packed. */
const maxTable = 256 * 1024;

interface Budget {
  left: number;
}

function isSmall(entry: { readonly size: number; readonly packedSize: number }, most: number, budget: Budget): boolean {
  if (entry.size > most || entry.packedSize > most || entry.packedSize > budget.left) return false;
  budget.left -= entry.packedSize;
  return true;
}

/** Reads each entry once, whoever asks for it again. */
function reader(read: ReadEntry): ReadEntry {
  const known = new Map<string, Uint8Array>();
  return async (path, most) => {
    const before = known.get(path);
    if (before) return before.length > most ? undefined : before;
    const bytes = await read(path, most);
    if (bytes) known.set(path, bytes);
    return bytes;
  };
}

async function openBeside(
  { beside, codec }: IconOptions,
  budget: Budget,
): Promise<{ readonly table: ResourceTable; readonly read: ReadEntry } | undefined> {
  const zip = await beside?.();
  const packed = zip?.byName.get("resources.arsc");
  if (!zip || !packed || packed.packedSize > maxTable) return undefined;
  const table = readResourceTable((await readApkEntry(zip, packed, codec)).bytes);
  const read = reader(async (path, most) => {
    const entry = zip.byName.get(path);
    return entry && isSmall(entry, most, budget) ? (await readApkEntry(zip, entry, codec)).bytes : undefined;
  });
  return { table, read };
}

function factsOf({ fills, layers }: IconPicture): PictureFacts {
  return { fills, layers: layers.map(({ kind, box, bytes }) => ({ kind, box, data: toBase64(bytes) })) };
}

/** Bytes that become characters at once: a call takes no more arguments. */
const piece = 0x2000;

function toBase64(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) letters.push(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return btoa(letters.join(""));
}
