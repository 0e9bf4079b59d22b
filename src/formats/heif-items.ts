import { FormatError } from "../core/errors.ts";
import type { RandomAccess } from "./zip.ts";

/** An item of a HEIF file that lies in the file itself, unprotected. */
export interface HeifItem {
  readonly id: number;
  /** Four letters: hvc1, jpeg, Exif … */
  readonly type: string;
  /** Parts of the file, from its first byte. */
  readonly extents: readonly { readonly at: number; readonly length: number }[];
}

/** Boxes at the top of a file, and the bytes of the one that lists the items. */
const mostBoxes = 64;
const mostMeta = 4 * 1024 * 1024;
const mostItems = 10_000;
const mostExtents = 20_000;

/**
 * The items of a HEIF file: which there are (`iinf`) and where they lie (`iloc`, ISO/IEC 14496-12). Of the file, only the heads of its boxes and
 * the box `meta` are read.
 *
 * @throws FormatError for what is no such file, or is broken
 */
export async function heifItems(file: RandomAccess): Promise<HeifItem[]> {
  const meta = await metaOf(file);
  const boxes = new Map(boxesIn(meta.bytes, 4).map((box) => [box.type, box]));
  const [info, places] = [boxes.get("iinf"), boxes.get("iloc")];
  if (!info || !places) return [];
  const data = boxes.get("idat");
  const types = typesIn(info.content);
  return placesIn(places.content).flatMap(({ id, method, extents }): HeifItem[] => {
    const type = types.get(id);
    const base = method === 0 ? 0 : data && meta.at + data.at;
    if (type === undefined || base === undefined || method > 1) return [];
    const whole = extents.map(({ at, length }) => ({ at: base + at, length }));
    return whole.every(({ at, length }) => at + length <= file.size) ? [{ id, type, extents: whole }] : [];
  });
}

/** What an item holds. */
export async function bytesOfItem(file: RandomAccess, { extents }: HeifItem): Promise<Uint8Array> {
  const whole = new Uint8Array(extents.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const extent of extents) {
    whole.set(await file.read(extent.at, extent.length), at);
    at += extent.length;
  }
  return whole;
}

interface Box {
  readonly type: string;
  readonly content: DataView;
  /** Where its content begins in what holds it. */
  readonly at: number;
}

async function metaOf(file: RandomAccess): Promise<{ readonly bytes: DataView; readonly at: number }> {
  let at = 0;
  for (let n = 0; n < mostBoxes && at + 8 <= file.size; n++) {
    const head = viewOf(await file.read(at, Math.min(16, file.size - at)));
    const box = headIn(head, 0, file.size - at);
    if (n === 0 && box.type !== "ftyp") throw new FormatError("HEIF", "it does not begin with its kind");
    if (box.type === "meta") {
      const from = at + box.head;
      const length = box.size - box.head;
      if (length > mostMeta) throw new FormatError("HEIF", "its list of items is too long");
      return { bytes: viewOf(await file.read(from, length)), at: from };
    }
    at += box.size;
  }
  throw new FormatError("HEIF", "it lists no items");
}

/** The boxes in a box, from a byte of it on. */
function boxesIn(view: DataView, from: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= view.byteLength; ) {
    const { type, head, size } = headIn(view, at, view.byteLength - at);
    boxes.push({ type, at: at + head, content: part(view, at + head, size - head) });
    if (boxes.length > mostItems) throw new FormatError("HEIF", "it has too many boxes");
    at += size;
  }
  return boxes;
}

/** Size and type of a box; a size of 0 reaches to the end, 1 stands for a long one behind the type. */
function headIn(view: DataView, at: number, rest: number) {
  const cut = () => new FormatError("HEIF", "a box reaches beyond its end");
  const short = view.getUint32(at);
  const type = letters(view, at + 4);
  if (short === 1 && at + 16 > view.byteLength) throw cut();
  const head = short === 1 ? 16 : 8;
  const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? rest : short;
  if (size < head || size > rest) throw cut();
  return { type, head, size };
}

/** Types by the number of the item; protected items are none. */
function typesIn(view: DataView): ReadonlyMap<number, string> {
  const wide = version(view) > 0;
  const types = new Map<number, string>();
  for (const { type, content } of boxesIn(view, wide ? 8 : 6)) {
    const kind = version(content);
    if (type !== "infe" || (kind !== 2 && kind !== 3)) continue;
    const read = reader(content, 4);
    const id = read(kind === 2 ? 2 : 4);
    const isProtected = read(2) !== 0;
    const four = read.at();
    if (four + 4 <= content.byteLength && !isProtected) types.set(id, letters(content, four));
  }
  return types;
}

/** Where items lie: method 0 counts from the start of the file, 1 from that of the box `idat`. */
function placesIn(view: DataView) {
  const kind = version(view);
  if (kind > 2) throw new FormatError("HEIF", "the places of its items are of a newer kind");
  const read = reader(view, 4);
  const sizes = read(2);
  const [offset, length, base] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const index = kind === 0 ? 0 : sizes & 15;
  const count = read(kind === 2 ? 4 : 2);
  if (count > mostItems) throw new FormatError("HEIF", "it has too many items");
  let left = mostExtents;
  return Array.from({ length: count }, () => {
    const id = read(kind === 2 ? 4 : 2);
    const method = kind === 0 ? 0 : read(2) & 15;
    // Another file than this one: it is not here.
    const elsewhere = read(2) !== 0;
    const from = read(base);
    const extents = Array.from({ length: read(2) }, () => {
      if (left-- === 0) throw new FormatError("HEIF", "its items have too many parts");
      read(index);
      return { at: from + read(offset), length: read(length) };
    });
    return { id, method: elsewhere ? 15 : method, extents };
  });
}

/** Reads big-endian numbers one behind the other; of 0 bytes, 0. */
function reader(view: DataView, from: number): { (bytes: number): number; at(): number } {
  let at = from;
  const read = (bytes: number): number => {
    if (![0, 2, 4, 8].includes(bytes)) throw new FormatError("HEIF", "a number has an odd length");
    if (at + bytes > view.byteLength) throw new FormatError("HEIF", "a box breaks off");
    const here = at;
    at += bytes;
    if (bytes === 0) return 0;
    if (bytes === 2) return view.getUint16(here);
    return bytes === 4 ? view.getUint32(here) : Number(view.getBigUint64(here));
  };
  return Object.assign(read, { at: () => at });
}

function version(view: DataView): number {
  if (view.byteLength < 4) throw new FormatError("HEIF", "a box breaks off");
  return view.getUint8(0);
}

function letters(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function part(view: DataView, at: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + at, length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
