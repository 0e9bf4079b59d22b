import * as z from "zod";

/** A number of things, or of bytes. */
export const count = z.int().nonnegative();

/** Lower-case hexadecimal SHA-256. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** yyyy-mm-dd. */
export const day = z.iso.date();

export const texts = z.array(z.string());

export const nullable = <T extends z.ZodType>(type: T) => type.nullable();

/** A part of a record: its value, or why there is none. */
export const section = <T extends z.ZodType>(type: T) =>
  z.union([type, z.object({ unread: z.string().describe("Why it could not be read") })]);

/** API level, or the code name of an Android that was not out yet. */
export const level = z.union([z.number(), z.string()]).nullable();

export const confidence = z.enum(["certain", "likely", "possible"]);

/** True where a schema's type and a type are the same but for `readonly`; never otherwise, which does not compile. */
export type Same<A, B> = Alike<Plain<A>, Plain<B>>;

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Plain<T> = T extends readonly (infer I)[]
  ? Plain<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
