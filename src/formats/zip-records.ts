/** The signatures that begin the records of a zip, read as little-endian numbers. APPNOTE.TXT 6.3.10 §4.3. */
export const zipSignatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  entry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
} as const;

/** Bytes of these records without what varies in length. */
export const zipLengths = { local: 30, entry: 46, end: 22, end64: 56, end64Locator: 20 } as const;

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit number as far as JavaScript's numbers are exact; anything larger is larger than any file. */
export function wideNumber(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}
