import { zstdCompressSync } from "node:zlib";
import { releaseAll } from "./release.ts";

/**
 * Zstandard where it saves something; what media and apps hold is told by three small samples. null where it is stored as it is. The buffer of
 * what it gives holds nothing else: `releaseAll` may give it back.
 */
export function compressed(bytes: Uint8Array): Buffer | null {
  if (bytes.length > 65_536 && !sampleShrinks(bytes)) return null;
  const smaller = zstdCompressSync(bytes, { chunkSize: mostBytes(bytes.length) });
  if (smaller.length < bytes.length) return smaller;
  releaseAll(smaller);
  return null;
}

/** What Zstandard makes of so many bytes at most (ZSTD_COMPRESSBOUND), so that it comes in one piece; and no pool has a buffer so long. */
function mostBytes(length: number): number {
  return Math.max(length + Math.ceil(length / 256), 65_536) + 1024;
}

const sampleBytes = 4096;

function sampleShrinks(bytes: Uint8Array): boolean {
  for (const share of [0.1, 0.5, 0.9]) {
    const from = Math.floor(bytes.length * share);
    const sample = bytes.subarray(from, from + sampleBytes);
    if (zstdCompressSync(sample).length < sample.length * 0.95) return true;
  }
  return false;
}
