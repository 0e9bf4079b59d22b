/**
 * Unpacks one compressed text; gives at most `maxBytes` and refuses more while it unpacks, so that a bomb costs no memory.
 *
 * @throws for damaged data and for more than `maxBytes`.
 */
export type Unpack = (packed: Uint8Array, maxBytes: number) => Uint8Array | Promise<Uint8Array>;

/**
 * What the platform can unpack: `device/node-unpackers.ts` for Node. A browser has no Brotli and no Zstandard; what is not given here is
 * said to be unread, never skipped silently.
 */
export interface Unpackers {
  /** RFC 1952. */
  readonly gzip?: Unpack;
  /** With the header of zlib, RFC 1950. */
  readonly deflate?: Unpack;
  /** RFC 7932. */
  readonly br?: Unpack;
  /** RFC 8878. */
  readonly zstd?: Unpack;
}
