import type { ResourcePackage, ResourceTable } from "./arsc.ts";
import { hasEntry, type RawValue, readEntryValue, type TypeChunk } from "./arsc-types.ts";
import { compareConfigs, configMatches, type Request, type ResConfig, requestOf, type Wanted } from "./res-config.ts";
import { localeTag } from "./res-locale.ts";

/** A value found in a table. */
export interface ResourceValue extends RawValue {
  /** Of the entry that holds it. */
  readonly id: number;
  readonly config: ResConfig;
}

/** How many references from one resource to the next are followed; Android stops after 20. */
const maxSteps = 20;
const maxLocales = 500;
const typeReference = 0x01;
const typeDynamicReference = 0x07;

/** Looks resources up by their ids, following references. */
export type ResourceResolver = (id: number) => ResourceValue | undefined;

/**
 * Makes the function that looks resources up for one person; it remembers what it found, for many lookups.
 *
 * It gives the value: never a reference, unless that leads out of this table or in a circle; `id` then is the last entry that
 * was found. Undefined where the table has no such resource, or none for this language and screen.
 */
export function resourceResolver(table: ResourceTable, wanted: Wanted = {}): ResourceResolver {
  const request = requestOf(wanted);
  const ordered = new Map<readonly TypeChunk[], readonly TypeChunk[]>();
  const known = new Map<number, ResourceValue | undefined>();
  const suiting = (chunks: readonly TypeChunk[]) => {
    const before = ordered.get(chunks);
    if (before) return before;
    const list = chunks.filter(({ config }) => configMatches(config, request));
    list.sort((a, b) => compareConfigs(b.config, a.config, request));
    ordered.set(chunks, list);
    return list;
  };
  const lookUp = (id: number) => {
    if (!known.has(id)) known.set(id, best(table, id, suiting, request));
    return known.get(id);
  };
  return (id) => {
    let found = lookUp(id);
    for (let step = 0; found && isReference(found); step++) {
      const next = step < maxSteps ? lookUp(found.data) : undefined;
      if (!next) break;
      found = next;
    }
    return found;
  };
}

/** One lookup, as by `resourceResolver`. */
export function resolveResource(table: ResourceTable, id: number, wanted: Wanted = {}): ResourceValue | undefined {
  return resourceResolver(table, wanted)(id);
}

/** The text of a resource for someone, all references followed; undefined where there is none. */
export function resolveText(table: ResourceTable, id: number, wanted: Wanted = {}): string | undefined {
  return resolveResource(table, id, wanted)?.text;
}

/** Whether a value is the number of another resource. */
export function isReference({ type, data }: { readonly type: number; readonly data: number }): boolean {
  return (type === typeReference || type === typeDynamicReference) && data !== 0;
}

/** All values of one resource with their parts, one for each configuration, in the file's order; references stay references. */
export function resourceValues(table: ResourceTable, id: number): ResourceValue[] {
  const values: ResourceValue[] = [];
  for (const { chunk, index, id: found } of places(table, id)) {
    const value = readEntryValue(chunk, index, true);
    if (value) values.push({ ...value, id: found, config: chunk.config });
  }
  return values;
}

/**
 * A text in all languages that the table has it in, the default (`""`) among them, in the order of the file; references are
 * followed. At most 500 languages.
 */
export function resourceTexts(table: ResourceTable, id: number): { readonly locale: string; readonly text: string }[] {
  const locales = new Set<string>();
  const seen = new Set([id]);
  for (const each of seen)
    for (const value of resourceValues(table, each)) {
      if (locales.size < maxLocales) locales.add(value.config.locale ? localeTag(value.config.locale) : "");
      if (isReference(value) && seen.size <= maxSteps) seen.add(value.data);
    }
  const texts: { locale: string; text: string }[] = [];
  for (const locale of locales) {
    const text = resolveText(table, id, { locale });
    if (text !== undefined) texts.push({ locale, text });
  }
  return texts;
}

/** The name of a resource, for example `string/app_name`; undefined where the table has no such resource. */
export function resourceName(table: ResourceTable, id: number): string | undefined {
  for (const { chunk, index, pack, id: found } of places(table, id)) {
    const value = readEntryValue(chunk, index);
    const type = pack.typeNames.get(((found >>> 16) & 0xff) - 1 - pack.typeOffset);
    const key = value && pack.keyNames.get(value.key);
    if (type !== undefined && key !== undefined) return `${type}/${key}`;
  }
  return undefined;
}

interface Place {
  readonly pack: ResourcePackage;
  readonly chunk: TypeChunk;
  readonly index: number;
  readonly id: number;
}

/** Where a resource has entries, in the order of the file. */
function* places(table: ResourceTable, id: number): Generator<Place> {
  const final = finalId(table, id);
  const index = final & 0xffff;
  for (const { pack, chunks } of chunksOf(table, final))
    for (const chunk of chunks) if (hasEntry(chunk, index)) yield { pack, chunk, index, id: final };
}

function chunksOf(table: ResourceTable, id: number): { pack: ResourcePackage; chunks: readonly TypeChunk[] }[] {
  const found: { pack: ResourcePackage; chunks: readonly TypeChunk[] }[] = [];
  for (const pack of table.packages) {
    const chunks = pack.id === id >>> 24 ? pack.types.get((id >>> 16) & 0xff) : undefined;
    if (chunks) found.push({ pack, chunks });
  }
  return found;
}

/** Provisional ids become final ones before anything is looked up; one step only, as on the phone. */
function finalId(table: ResourceTable, id: number): number {
  for (const { aliases } of table.packages) {
    const alias = aliases.get(id);
    if (alias !== undefined) return alias;
  }
  return id;
}

/** The entry that suits best; of those that suit alike, the first. `suiting` gives the chunks that do, the best first. */
function best(
  table: ResourceTable,
  id: number,
  suiting: (chunks: readonly TypeChunk[]) => readonly TypeChunk[],
  request: Request,
): ResourceValue | undefined {
  const final = finalId(table, id);
  const index = final & 0xffff;
  let chosen: TypeChunk | undefined;
  for (const { chunks } of chunksOf(table, final)) {
    const chunk = suiting(chunks).find((each) => hasEntry(each, index));
    if (chunk && (!chosen || compareConfigs(chunk.config, chosen.config, request) > 0)) chosen = chunk;
  }
  const value = chosen && readEntryValue(chosen, index);
  return chosen && value ? { ...value, id: final, config: chosen.config } : undefined;
}
