import { ByteWriter } from "./byte-writer.ts";
import { chunk, nothing, type ResValue, resValue, StringTable } from "./res-chunk.ts";

/** For whom a value is meant; what is left out is meant for all. */
export interface ResConfig {
  /** `de`, `pt-BR`, `fil`. */
  readonly locale?: string;
  /** Dots per inch. */
  readonly density?: number;
  /** Lowest API level. */
  readonly sdk?: number;
}

/** One resource, with a value for each configuration. */
export interface Resource {
  /** `type/name`: `string/app_name`. */
  readonly name: string;
  readonly values: readonly (ResConfig & { readonly value: ResValue })[];
}

/** A written table, and the id of each resource by its name. */
export interface WrittenTable {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ids: ReadonlyMap<string, number>;
}

/** The package id of apps. */
const appPackage = 0x7f;
const configSize = 64;

/**
 * Writes a resource table with one package. Types and their entries are numbered as they come.
 *
 * @throws RangeError for names without a type, names that stand twice, and locales that are none.
 * AOSP frameworks/base libs/androidfw/include/androidfw/ResourceTypes.h.
 */
export function writeArsc(packageName: string, resources: readonly Resource[]): WrittenTable {
  const types = byType(resources);
  const strings = new StringTable();
  const typeNames = new StringTable();
  const keys = new StringTable();
  const ids = new Map<string, number>();
  const chunks = [...types].flatMap(([type, entries]) => {
    const number = typeNames.number(type) + 1;
    for (const [index, { name }] of entries.entries()) ids.set(name, appPackage * 2 ** 24 + (number << 16) + index);
    for (const { name } of entries) keys.number(name.slice(type.length + 1));
    return [specChunk(number, entries), ...typeChunks(number, type, entries, keys, strings)];
  });
  const typePool = typeNames.write();
  const header = new ByteWriter().u32(appPackage);
  for (let i = 0; i < 128; i++) header.u16(i < 127 ? packageName.charCodeAt(i) || 0 : 0);
  header.u32(288, types.size, 288 + typePool.length, resources.length, 0);
  const body = chunk(0x0200, header.done(), typePool, keys.write(), ...chunks);
  return { bytes: chunk(0x0002, new ByteWriter().u32(1).done(), strings.write(), body), ids };
}

function byType(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const types = new Map<string, Resource[]>();
  const seen = new Set<string>();
  for (const resource of resources) {
    const slash = resource.name.indexOf("/");
    if (slash < 1 || seen.has(resource.name)) throw new RangeError(`${resource.name} has no type, or stands twice`);
    seen.add(resource.name);
    const type = resource.name.slice(0, slash);
    const list = types.get(type) ?? [];
    types.set(type, list);
    list.push(resource);
  }
  return types;
}

/** Says of each entry by what its values differ (ResTable_config::CONFIG_*). */
function specChunk(number: number, entries: readonly Resource[]): Uint8Array {
  const flags = new ByteWriter();
  for (const { values } of entries)
    flags.u32(
      values.reduce(
        (all, { locale, density, sdk }) =>
          all |
          (locale === undefined ? 0 : 0x0004) |
          (density === undefined ? 0 : 0x0100) |
          (sdk === undefined ? 0 : 0x0400),
        0,
      ),
    );
  return chunk(0x0202, new ByteWriter().u8(number, 0, 0, 0).u32(entries.length).done(), flags.done());
}

/** One chunk for each configuration, that for all first. */
function typeChunks(
  number: number,
  type: string,
  entries: readonly Resource[],
  keys: StringTable,
  strings: StringTable,
): Uint8Array[] {
  const configs = new Map<string, ResConfig>();
  for (const { values } of entries) for (const each of values) configs.set(configKey(each), each);
  const sorted = [...configs].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([key, config]) => {
    const offsets = new ByteWriter();
    const data = new ByteWriter();
    for (const { name, values } of entries) {
      const found = values.find((each) => configKey(each) === key);
      offsets.u32(found ? data.length : nothing);
      if (found)
        data
          .u16(8, 0)
          .u32(keys.number(name.slice(type.length + 1)))
          .bytes(resValue(found.value, strings));
    }
    const start = 20 + configSize + offsets.length;
    const header = new ByteWriter().u8(number, 0, 0, 0).u32(entries.length, start).bytes(configBytes(config));
    return chunk(0x0201, header.done(), offsets.done(), data.done());
  });
}

function configKey({ locale = "", density = 0, sdk = 0 }: ResConfig): string {
  return `${locale} ${String(density).padStart(5, "0")} ${String(sdk).padStart(5, "0")}`;
}

/** ResTable_config as of Android 9, 64 bytes. */
function configBytes({ locale, density = 0, sdk = 0 }: ResConfig): Uint8Array {
  const bytes = new Uint8Array(configSize);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, configSize, true);
  if (locale !== undefined) {
    const [, language = "", region = ""] = /^([a-z]{2,3})(?:-([A-Z]{2}|[0-9]{3}))?$/.exec(locale) ?? [];
    if (language === "") throw new RangeError(`${locale} is no locale such as de or pt-BR`);
    bytes.set(packed(language, 97), 8);
    bytes.set(packed(region, 48), 10);
  }
  view.setUint16(14, density, true);
  view.setUint16(24, sdk, true);
  return bytes;
}

/** Two letters as they are, three in five bits each from `base` on (ResourceTypes.cpp, packLanguageOrRegion). */
function packed(code: string, base: number): readonly number[] {
  if (code.length < 3) return Array.from(code, (letter) => letter.charCodeAt(0));
  const [first = 0, second = 0, third = 0] = Array.from(code, (letter) => (letter.charCodeAt(0) - base) & 0x7f);
  return [0x80 | (third << 2) | (second >> 3), ((second << 5) | first) & 0xff];
}
