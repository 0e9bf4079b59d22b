const headerSize = 32;
const frameHeaderSize = 24;

/**
 * The newest pages that a write-ahead log holds, by their numbers: those of finished transactions only. What follows a frame that does not
 * check out was left over from before, and does not count; a log of another page size holds nothing.
 *
 * https://www.sqlite.org/fileformat2.html §4
 */
export function readWal(wal: Uint8Array, pageSize: number): ReadonlyMap<number, Uint8Array> {
  const pages = new Map<number, Uint8Array>();
  if (wal.length < headerSize) return pages;
  const view = new DataView(wal.buffer, wal.byteOffset, wal.byteLength);
  const magic = view.getUint32(0);
  if ((magic | 1) !== 0x377f0683 || view.getUint32(8) !== pageSize) return pages;
  const little = magic === 0x377f0682;
  let sum: Sum = checksum(view, 0, 24, little, [0, 0]);
  if (!isSum(view, 24, sum)) return pages;
  let pending = new Map<number, Uint8Array>();
  for (let at = headerSize; at + frameHeaderSize + pageSize <= wal.length; at += frameHeaderSize + pageSize) {
    if (view.getUint32(at + 8) !== view.getUint32(16) || view.getUint32(at + 12) !== view.getUint32(20)) break;
    const content = at + frameHeaderSize;
    sum = checksum(view, content, pageSize, little, checksum(view, at, 8, little, sum));
    if (!isSum(view, at + 16, sum)) break;
    pending.set(view.getUint32(at), wal.subarray(content, content + pageSize));
    // The number of pages of the database stands in the last frame of a transaction.
    if (view.getUint32(at + 4) === 0) continue;
    for (const [number, page] of pending) pages.set(number, page);
    pending = new Map();
  }
  return pages;
}

type Sum = readonly [number, number];

function checksum(view: DataView, start: number, length: number, little: boolean, [first, second]: Sum): Sum {
  let a = first;
  let b = second;
  for (let at = start; at < start + length; at += 8) {
    a = (a + view.getUint32(at, little) + b) >>> 0;
    b = (b + view.getUint32(at + 4, little) + a) >>> 0;
  }
  return [a, b];
}

function isSum(view: DataView, at: number, [first, second]: Sum): boolean {
  return view.getUint32(at) === first && view.getUint32(at + 4) === second;
}
