import type { Dex, DexMark, DexTable } from "./dex.ts";

/** The types of items that a map list can hold are far fewer; a type may stand once. */
const maxItems = 64;

/**
 * Compares the map list at `offset` with the header: bounds, order, and the size and place of the six tables.
 *
 * source.android.com "Dalvik executable format", map_list and type codes.
 */
export function mapMarks(dex: Omit<Dex, "work" | "marks">, offset: number): DexMark[] {
  const marks: DexMark[] = [];
  const mark = (detail: string, at = offset) => marks.push({ kind: "map", detail, offset: at });
  const { view, bytes } = dex;
  if (offset === 0 || offset + 4 > bytes.length) return [{ kind: "map", detail: "there is no map list", offset }];
  const count = view.getUint32(offset, true);
  if (count > maxItems || offset + 4 + count * 12 > bytes.length)
    return [{ kind: "map", detail: `the map list says ${count} items`, offset }];
  const seen = new Map<number, { readonly size: number; readonly start: number }>();
  let before = -1;
  for (let at = offset + 4; at < offset + 4 + count * 12; at += 12) {
    const type = view.getUint16(at, true);
    const size = view.getUint32(at + 4, true);
    const start = view.getUint32(at + 8, true);
    if (seen.has(type)) mark(`items of type 0x${type.toString(16)} stand twice in the map list`, at);
    if (start < before) mark("the map list is not in order", at);
    if (start > bytes.length || size > bytes.length) mark("the map list points past the end", at);
    seen.set(type, { size, start });
    before = start;
  }
  const tables: readonly DexTable[] = [dex.strings, dex.types, dex.protos, dex.fields, dex.methods, dex.classes];
  for (const [i, table] of tables.entries()) {
    const item = seen.get(i + 1);
    const agrees = item
      ? item.size === table.declared && (item.start === table.offset || table.declared === 0)
      : table.declared === 0;
    if (!agrees) mark(`the map list and the header differ on items of type ${i + 1}`);
  }
  return marks;
}
