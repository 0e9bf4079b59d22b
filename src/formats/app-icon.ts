import { FormatError } from "../core/errors.ts";
import { attr } from "./android-attributes.ts";
import type { ResourceTable } from "./arsc.ts";
import { isReference, resolveResource, resourceValues } from "./arsc-lookup.ts";
import { type AxmlElement, readAxml } from "./axml.ts";
import { find } from "./manifest-values.ts";
import { anyDensity } from "./res-config.ts";

/** One file that an icon may be drawn from. Paths are names of ZIP entries as the app gives them: data, never a path on a disk. */
export interface IconFile {
  readonly path: string;
  /** Dots per inch; 0 where the app does not say, 0xfffe for drawings that fit any. */
  readonly density: number;
  readonly kind: "bitmap" | "xml" | "other";
}

/** The layers of an icon that is put together on the phone; paths of bitmaps or of vector drawings. */
export interface AdaptiveIcon {
  readonly background: readonly string[];
  readonly foreground: readonly string[];
  readonly monochrome: readonly string[];
}

/** Everything that an icon can be shown from. */
export interface AppIcon {
  /** Bitmaps first, the finest first; then drawings. */
  readonly files: readonly IconFile[];
  /** PNG or WebP, the finest one up to 640 dots per inch; null where there are drawings only. */
  readonly bitmap: string | null;
  readonly adaptive: AdaptiveIcon | null;
}

/** References, files and layers that one icon may lead to. */
const maxLookups = 64;
const maxDepth = 6;

/**
 * The files of an icon for all screens, references followed; those that name the same file for several screens once each.
 *
 * @returns an empty list where the resource names none.
 */
export function iconFiles(table: ResourceTable, icon: number): IconFile[] {
  const files = new Map<string, IconFile>();
  const seen = new Set<number>();
  const queue = [icon];
  for (let id = queue.shift(); id !== undefined && seen.size < maxLookups; id = queue.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const value of resourceValues(table, id)) {
      if (isReference(value)) queue.push(value.data);
      const path = value.text;
      if (!path?.includes("/")) continue;
      files.set(`${value.config.density} ${path}`, { path, density: value.config.density, kind: kindOf(path) });
    }
  }
  return [...files.values()].sort((a, b) => rank(b) - rank(a));
}

/**
 * Finds what an icon can be shown from, looking into adaptive icons and other drawings that name further files.
 *
 * @param read gives the bytes of a ZIP entry, undefined where there is none; called at most 64 times.
 */
export async function readIcon(
  table: ResourceTable,
  icon: number,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<AppIcon> {
  const files = iconFiles(table, icon);
  const bitmaps = files.filter(({ kind }) => kind === "bitmap");
  const bitmap = (bitmaps.find(({ density }) => density <= 640) ?? bitmaps[0])?.path ?? null;
  const search: Search = { table, read, left: maxLookups };
  // The newest variant is the last of the drawings that the table gives for any screen.
  const drawing = resolveResource(table, icon, { density: 640 })?.text;
  const xml = files.filter(({ kind }) => kind === "xml").map(({ path }) => path);
  const root = await document(search, drawing !== undefined && xml.includes(drawing) ? drawing : xml[0]);
  if (root?.name !== "adaptive-icon") {
    const leaf = bitmap === null && root ? await layer(search, root, 0) : [];
    return { files, bitmap: bitmap ?? leaf.find((path) => kindOf(path) === "bitmap") ?? null, adaptive: null };
  }
  const part = async (name: string) => {
    const element = root.children.find((child) => child.name === name);
    return element ? await layer(search, element, 0) : [];
  };
  const adaptive = {
    background: await part("background"),
    foreground: await part("foreground"),
    monochrome: await part("monochrome"),
  };
  return { files, bitmap, adaptive };
}

interface Search {
  readonly table: ResourceTable;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  left: number;
}

async function document(search: Search, path: string | undefined): Promise<AxmlElement | undefined> {
  if (path === undefined || search.left-- <= 0) return undefined;
  const bytes = await search.read(path);
  if (!bytes) return undefined;
  try {
    return readAxml(bytes).root;
  } catch (error) {
    // A drawing that cannot be read is as good as none.
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Drawings that only frame, shift or stack others: what they name is looked into. */
const frames: ReadonlySet<string> = new Set([
  "background",
  "foreground",
  "monochrome",
  "adaptive-icon",
  "inset",
  "bitmap",
  "layer-list",
  "selector",
  "item",
  "scale",
  "rotate",
  "clip",
]);

/** The files that a layer is drawn from, its own children included. */
async function layer(search: Search, element: AxmlElement, depth: number): Promise<string[]> {
  if (depth > maxDepth || !frames.has(element.name)) return [];
  const paths: string[] = [];
  for (const id of [attr.drawable, attr.src]) {
    const attribute = find(element, id);
    if (!attribute || !isReference(attribute) || search.left-- <= 0) continue;
    const path = resolveResource(search.table, attribute.data, { density: 640 })?.text;
    if (!path?.includes("/")) continue;
    const inner = kindOf(path) === "xml" ? await document(search, path) : undefined;
    const named = inner ? await layer(search, inner, depth + 1) : [];
    paths.push(...(named.length > 0 ? named : [path]));
  }
  for (const child of element.children) {
    if (search.left <= 0) break;
    paths.push(...(await layer(search, child, depth + 1)));
  }
  return [...new Set(paths)];
}

function kindOf(path: string): IconFile["kind"] {
  if (/\.(?:png|webp|jpe?g|gif)$/i.test(path)) return "bitmap";
  return /\.xml$/i.test(path) ? "xml" : "other";
}

function rank({ kind, density }: IconFile): number {
  const order = kind === "bitmap" ? 2 : kind === "other" ? 1 : 0;
  return order * 0x20000 + (density >= anyDensity ? 0 : density);
}
