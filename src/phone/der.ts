import { joinBytes } from "./apk/byte-writer.ts";

/** DER: a tag, and parts after their length. Tags of two and three bytes are given as bytes. Up to 65,535 bytes. */
export function der(tag: number | readonly number[], ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = joinBytes(...parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return joinBytes(Uint8Array.of(...(typeof tag === "number" ? [tag] : tag), ...head), content);
}

/** An INTEGER that is not negative. */
export function derInteger(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return der(0x02, (short[0] ?? 0) > 0x7f ? joinBytes(Uint8Array.of(0), short) : short);
}

/** `yymmddhhmmssZ`. */
export function derUtcTime(text: string): Uint8Array<ArrayBuffer> {
  return der(0x17, new TextEncoder().encode(text));
}

/** Parts of a distinguished name; RFC 5280 §4.1.2.4. */
export interface DerName {
  readonly commonName: string;
  readonly organisation?: string | undefined;
  /** Two letters. */
  readonly country?: string | undefined;
}

/** A Name of RFC 5280. */
export function derName({ country, organisation, commonName }: DerName): Uint8Array<ArrayBuffer> {
  const part = (oid: number, tag: number, text: string | undefined): Uint8Array =>
    text === undefined
      ? new Uint8Array()
      : der(0x31, der(0x30, Uint8Array.of(6, 3, 0x55, 4, oid), der(tag, new TextEncoder().encode(text))));
  return der(0x30, part(6, 0x13, country), part(10, 0x0c, organisation), part(3, 0x0c, commonName));
}
