/** An object out of JSON, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; null where it is none, or a list. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** A member that is an object; null where `value` is no object or has none of that name. */
export function objectIn(value: unknown, name: string): JsonObject | null {
  return asObject(memberOf(value, name));
}

/** A member that is a text, else null. */
export function textIn(value: unknown, name: string): string | null {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : null;
}

/** A member that is a finite number, else null. */
export function numberIn(value: unknown, name: string): number | null {
  const member = memberOf(value, name);
  return typeof member === "number" && Number.isFinite(member) ? member : null;
}

/** A member that is a list, else an empty one. */
export function listIn(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? (member as readonly unknown[]) : [];
}

/** Only what the document itself holds: never what every object has by birth. */
function memberOf(value: unknown, name: string): unknown {
  const object = asObject(value);
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}
