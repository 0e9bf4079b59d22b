/** Part of a file, offsets in bytes. */
export interface FileRange {
  readonly start: number;
  readonly end: number;
}

const [executable, noBits] = [0x4, 8];

/**
 * The parts of a native library that are not machine code, by its section table: there its texts stand. The whole file where it is no ELF, or
 * its table does not fit. Whoever makes the file can call texts code, and so keep them out.
 *
 * System V ABI, "Sections"; elf.h (Elf32_Shdr, Elf64_Shdr).
 */
export function outsideCode(bytes: Uint8Array): FileRange[] {
  const code = codeSections(bytes).sort((a, b) => a.start - b.start);
  const rest: FileRange[] = [];
  let at = 0;
  for (const { start, end } of code) {
    if (start > at) rest.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < bytes.length) rest.push({ start: at, end: bytes.length });
  return rest;
}

function codeSections(bytes: Uint8Array): FileRange[] {
  const isElf = [0x7f, 0x45, 0x4c, 0x46].every((byte, i) => bytes[i] === byte);
  // Android has no big-endian processors.
  if (!isElf || bytes.length < 64 || bytes[5] !== 1 || (bytes[4] !== 1 && bytes[4] !== 2)) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[4] === 2;
  const word = (at: number) => (wide ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true));
  const table = word(wide ? 0x28 : 0x20);
  const size = view.getUint16(wide ? 0x3a : 0x2e, true);
  const count = view.getUint16(wide ? 0x3c : 0x30, true);
  if (size < (wide ? 64 : 40) || table + size * count > bytes.length) return [];
  const found: FileRange[] = [];
  for (let at = table; at < table + size * count; at += size) {
    const isCode = (view.getUint32(at + 8, true) & executable) !== 0 && view.getUint32(at + 4, true) !== noBits;
    const start = word(at + (wide ? 0x18 : 0x10));
    const end = start + word(at + (wide ? 0x20 : 0x14));
    if (isCode && end <= bytes.length) found.push({ start, end });
  }
  return found;
}
