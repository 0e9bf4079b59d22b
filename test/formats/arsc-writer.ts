import { chunk, join, stringPool, u16, u32 } from "./axml-writer.ts";

/** The entries of one type for one configuration, by their number. */
export interface TypeEntries {
  readonly type: number;
  readonly layout?: "plain" | "short" | "sparse";
  readonly compact?: boolean;
  readonly locale?: string;
  readonly density?: number;
  readonly sdk?: number;
  readonly entries: Readonly<Record<number, string | { readonly type: number; readonly data: number }>>;
}

/** Writes a resource table with one package; every entry is called `entry`, types are `attr`, `string`, `drawable`. */
export function writeArsc(
  types: readonly TypeEntries[],
  { packageId = 0x7f, typeOffset = 0, extra }: { packageId?: number; typeOffset?: number; extra?: Uint8Array } = {},
): Uint8Array {
  const strings: string[] = [];
  const chunks = types.map((type) => typeChunk(type, strings));
  const typePool = stringPool(["attr", "string", "drawable"]);
  const keyPool = stringPool(["entry"], true);
  const name = new Uint8Array(256);
  name.set(Buffer.from("com.example", "utf16le"));
  const header = join(u32(packageId), name, u32(288, 3, 288 + typePool.length, 1, typeOffset));
  const body = chunk(0x0200, header, typePool, keyPool, ...chunks, extra ?? new Uint8Array());
  return chunk(0x0002, u32(1), stringPool(strings, true), body);
}

function typeChunk(
  { type, layout = "plain", compact, entries, ...config }: TypeEntries,
  strings: string[],
): Uint8Array {
  const numbers = Object.keys(entries).map(Number);
  const values = numbers.map((n) => {
    const entry = entries[n] ?? "";
    const value = typeof entry === "string" ? { type: 3, data: strings.push(entry) - 1 } : entry;
    if (compact) return join(u16(0, 8 | (value.type << 8)), u32(value.data));
    return join(u16(8, 0), u32(0), u16(8, value.type << 8), u32(value.data));
  });
  const size = compact ? 8 : 16;
  const offset = (n: number) => (numbers.includes(n) ? numbers.indexOf(n) * size : undefined);
  const count = Math.max(...numbers, -1) + 1;
  const all = Array.from({ length: count }, (_, n) => offset(n));
  const tables = {
    plain: () => u32(...all.map((at) => at ?? 0xffffffff)),
    short: () => u16(...all.map((at) => (at === undefined ? 0xffff : at / 4)), ...(count % 2 ? [0xffff] : [])),
    sparse: () => u16(...numbers.flatMap((n) => [n, (offset(n) ?? 0) / 4])),
  };
  const table = tables[layout]();
  const flags = { plain: 0, short: 2, sparse: 1 }[layout];
  const listed = layout === "sparse" ? numbers.length : count;
  const head = join(u32(type | (flags << 8), listed, 20 + 64 + table.length), configBytes(config));
  return chunk(0x0201, head, table, ...values);
}

function configBytes({ locale = "", density = 0, sdk = 0 }: Omit<TypeEntries, "type" | "entries">): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 64, true);
  const [language = "", region = ""] = locale.split("-");
  bytes.set(Buffer.from(language), 8);
  bytes.set(Buffer.from(region), 10);
  view.setUint16(14, density, true);
  view.setUint16(24, sdk, true);
  return bytes;
}
