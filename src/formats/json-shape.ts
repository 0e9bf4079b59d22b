import { FormatError } from "../core/errors.ts";

/**
 * Checks a value of a JSON document and gives a copy with nothing in it but what is known; `where` names the value in messages.
 *
 * @throws FormatError
 */
export type Shape<T> = (value: unknown, where: string) => T;

/** The name of the format in messages of all shapes. */
const format = "json";

/** A text of at most `max` UTF-16 units; with `pattern`, one that fits it. */
export function text(max: number, pattern?: RegExp): Shape<string> {
  return (value, where) => {
    if (typeof value !== "string" || value.length > max || (pattern && !pattern.test(value)))
      throw new FormatError(format, `${where} is not the text that it should be`);
    return value;
  };
}

/** A text, cut after `max` UTF-16 units with a mark that it was. */
export function clippedText(max: number): Shape<string> {
  const whole = text(Number.POSITIVE_INFINITY);
  return (value, where) => {
    const said = whole(value, where);
    return said.length > max ? `${said.slice(0, max)}…` : said;
  };
}

/** A whole number from 0 on that is told exactly. */
export const count: Shape<number> = (value, where) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new FormatError(format, `${where} is no whole number from 0 on`);
  return value;
};

/** true or false. */
export const flag: Shape<boolean> = (value, where) => {
  if (typeof value !== "boolean") throw new FormatError(format, `${where} is neither true nor false`);
  return value;
};

/** One of these texts. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value, where) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new FormatError(format, `${where} is none of ${allowed.join(", ")}`);
    return found;
  };
}

/** The value, or null. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, where) => (value === null ? null : shape(value, where));
}

/** A list of at most `max` items. */
export function list<T>(shape: Shape<T>, max: number): Shape<readonly T[]> {
  return (value, where) => {
    if (!Array.isArray(value)) throw new FormatError(format, `${where} is no list`);
    if (value.length > max) throw new FormatError(format, `${where} has more than ${max} items`);
    return (value as readonly unknown[]).map((item, i) => shape(item, `${where}[${i}]`));
  };
}

/** An object with these members; further ones are left out of the copy. */
export function members<T extends object>(shapes: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const entries = Object.entries(shapes) as readonly (readonly [string, Shape<unknown>])[];
  return (value, where) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new FormatError(format, `${where} is no object`);
    const copy = entries.map(([key, shape]) => {
      if (!Object.hasOwn(value, key)) throw new FormatError(format, `${where} has no ${key}`);
      return [key, shape((value as Readonly<Record<string, unknown>>)[key], `${where}.${key}`)] as const;
    });
    return Object.fromEntries(copy) as T;
  };
}
