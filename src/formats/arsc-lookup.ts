import type { ResourcePackage, ResourceTable } from "./arsc.ts";
import { hasEntry, type RawValue, readEntryValue, type TypeChunk } from "./arsc-types.ts";
import { configMatches, isBetterConfig, type Request, type ResConfig, requestOf, type Wanted } from "./res-config.ts";

/** A value found in a table. */
export interface ResourceValue extends RawValue {
  /** Of the entry that holds it. */
  readonly id: number;
  readonly config: ResConfig;
}

/** How many references from one resource to the next are followed; Android stops after 20. */
const maxSteps = 20;
const typeReference = 0x01;
const typeDynamicReference = 0x07;

/**
 * Looks up a resource for someone and follows references to its value.
 *
 * @returns the value: never a reference, unless it leads out of this table or in a circle; `id` then is the last entry that was
 * found. Undefined where the table has no such resource, or none for this language and screen.
 */
export function resolveResource(table: ResourceTable, id: number, wanted: Wanted = {}): ResourceValue | undefined {
  const request = requestOf(wanted);
  let found = best(table, id, request);
  for (let step = 0; found && isReference(found); step++) {
    const next = step < maxSteps ? best(table, found.data, request) : undefined;
    if (!next) break;
    found = next;
  }
  return found;
}

/** The text of a resource for someone, all references followed; undefined where it is none, or no text. */
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

/** The name of a resource, for example `string/app_name`; undefined where the table has no such resource. */
export function resourceName(table: ResourceTable, id: number): string | undefined {
  for (const { chunk, index, pack } of places(table, id)) {
    const value = readEntryValue(chunk, index);
    const type = pack.typeNames.get(((id >>> 16) & 0xff) - 1 - pack.typeOffset);
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

function* places(table: ResourceTable, id: number): Generator<Place> {
  const final = finalId(table, id);
  const [packageId, type, index] = [final >>> 24, (final >>> 16) & 0xff, final & 0xffff];
  for (const pack of table.packages) {
    if (pack.id !== packageId) continue;
    for (const chunk of pack.types.get(type) ?? []) if (hasEntry(chunk, index)) yield { pack, chunk, index, id: final };
  }
}

/** Provisional ids become final ones before anything is looked up; one step only, as on the phone. */
function finalId(table: ResourceTable, id: number): number {
  for (const { aliases } of table.packages) {
    const alias = aliases.get(id);
    if (alias !== undefined) return alias;
  }
  return id;
}

function best(table: ResourceTable, id: number, request: Request): ResourceValue | undefined {
  let chosen: Place | undefined;
  for (const place of places(table, id)) {
    const { config } = place.chunk;
    if (!configMatches(config, request)) continue;
    if (!chosen || isBetterConfig(config, chosen.chunk.config, request)) chosen = place;
  }
  const value = chosen && readEntryValue(chosen.chunk, chosen.index);
  return chosen && value ? { ...value, id: chosen.id, config: chosen.chunk.config } : undefined;
}
