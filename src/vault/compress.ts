import { zstdCompressSync } from "node:zlib";

/** Zstandard where it saves something; what media and apps hold is told by three small samples. null where it is stored as it is. */
export function compressed(bytes: Uint8Array): Buffer | null {
  if (bytes.length > 65_536 && !sampleShrinks(bytes)) return null;
  const smaller = zstdCompressSync(bytes);
  return smaller.length < bytes.length ? smaller : null;
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
