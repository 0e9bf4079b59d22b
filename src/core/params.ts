import { FormatError } from "./errors.ts";
import type { Json } from "./json.ts";

/** What one parameter of an action may be. Parameters come from reports, selections and requests, and are outside text until read. */
export interface ParamKind<T extends Json> {
  /** What is expected, for messages: "a user number". */
  readonly about: string;
  readonly accepts: (value: Json) => value is T;
}

export type Params = Readonly<Record<string, ParamKind<Json>>>;
/** The values of declared parameters, by the same keys. */
export type ParamValues<P> = { readonly [K in keyof P]: P[K] extends ParamKind<infer T> ? T : never };

const kind = <T extends Json>(about: string, accepts: (value: Json) => boolean): ParamKind<T> => ({
  about,
  accepts: accepts as (value: Json) => value is T,
});
const text = (pattern: RegExp) => (value: Json) =>
  typeof value === "string" && value.length < 400 && pattern.test(value);

/** Android's user number. */
export const aUser = kind<number>("a user number", (value) => Number.isInteger(value) && Number(value) >= 0);
/** Of an installed app; also names that Android's own rules would not take, such as `android`. */
export const aPackage = kind<string>("a package name", text(/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/));
export const aPermission = kind<string>("the name of a permission", text(/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)+$/));
/** An app-op: its name, or the number of one that only this vendor has. */
export const anOp = kind<string>("the name of an app-op", text(/^(?:[A-Z][A-Z0-9_]*|[0-9]{1,6})$/));
/** PACKAGE/CLASS. */
export const aComponent = kind<string>("a component", text(/^[A-Za-z0-9_.]+\/[A-Za-z0-9_.$]+$/));
export const aSwitch = kind<boolean>("true or false", (value) => typeof value === "boolean");
/** A line of text without control characters. */
export const aText = kind<string>("a text", text(/^[^\0-\x1f\x7f]*$/));

/** One of some words. */
export function oneOf<const W extends string>(...words: readonly W[]): ParamKind<W> {
  return kind<W>(`one of ${words.join(", ")}`, (value) => words.some((word) => word === value));
}

/** The same kind, or null. */
export function orNull<T extends Json>(one: ParamKind<T>): ParamKind<T | null> {
  return kind<T | null>(`${one.about}, or null`, (value) => value === null || one.accepts(value));
}

/**
 * Reads parameters: all that are declared, and no others.
 *
 * @throws FormatError naming the parameter
 */
export function readParams<P extends Params>(params: P, given: Json): ParamValues<P> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new FormatError("parameters", "they are no object");
  for (const name of Object.keys(given))
    if (!Object.hasOwn(params, name))
      throw new FormatError("parameters", `there is no parameter ${JSON.stringify(name)}`);
  for (const [name, { about, accepts }] of Object.entries(params)) {
    const value = (given as Readonly<Record<string, Json>>)[name];
    if (value === undefined || !accepts(value)) throw new FormatError("parameters", `${name} has to be ${about}`);
  }
  return given as ParamValues<P>;
}
