/** A part of something, from a byte to before another. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a header Range asks for (RFC 9110, 14.2): one range of bytes. Null for the whole, which is also what every header that is not understood
 * means, and several ranges at once; `unsatisfiable` for what lies beyond the end.
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | "unsatisfiable" | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  if (first === "") {
    const from = Math.max(0, bytes - Number(last));
    return from >= bytes ? "unsatisfiable" : { from, to: bytes };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return null;
  const to = last === "" ? bytes : Math.min(bytes, Number(last) + 1);
  return from >= bytes ? "unsatisfiable" : { from, to };
}
