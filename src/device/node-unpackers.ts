import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import type { Unpackers } from "../formats/unpackers.ts";

/** Unpacks by node:zlib, all at once; for bodies of requests, which are small. */
export const nodeUnpackers: Unpackers = {
  gzip: (packed, maxOutputLength) => gunzipSync(packed, { maxOutputLength }),
  deflate: (packed, maxOutputLength) => inflateSync(packed, { maxOutputLength }),
  br: (packed, maxOutputLength) => brotliDecompressSync(packed, { maxOutputLength }),
  zstd: (packed, maxOutputLength) => zstdDecompressSync(packed, { maxOutputLength }),
};
