import { FormatError } from "../core/errors.ts";
import type { FileRange } from "./elf-code.ts";

/** Reads part of a native library. */
export type ElfRead = (at: number, length: number) => Promise<Uint8Array>;

/** Sections of one library, and bytes of their names: those of Android's compilers have some forty. */
const maxSections = 200;
const maxNames = 16 * 1024;

/**
 * Where a section of a native library lies, read by a few short reads: for files of which only parts are to be read.
 *
 * System V ABI, "Sections"; elf.h (Elf32_Shdr, Elf64_Shdr).
 *
 * @param size bytes of the library.
 * @throws FormatError where it is no ELF of a processor that Android has, its table does not fit, or there is no such section.
 */
export async function elfSection(read: ElfRead, size: number, name: string): Promise<FileRange> {
  const head = await part(read, size, 0, 64);
  const isElf = [0x7f, 0x45, 0x4c, 0x46].every((byte, i) => head.getUint8(i) === byte);
  const wide = head.getUint8(4) === 2;
  if (!isElf || head.getUint8(5) !== 1 || (!wide && head.getUint8(4) !== 1)) throw fault("it is no native library");
  const word = (view: DataView, at: number) => (wide ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true));
  const length = head.getUint16(wide ? 0x3a : 0x2e, true);
  const count = head.getUint16(wide ? 0x3c : 0x30, true);
  const names = head.getUint16(wide ? 0x3e : 0x32, true);
  if (length < (wide ? 64 : 40) || length > 256 || count === 0 || count > maxSections || names >= count)
    throw fault("its table of sections is not as it should be");
  const table = await part(read, size, word(head, wide ? 0x28 : 0x20), length * count);
  const range = (n: number) => {
    const at = n * length;
    return { start: word(table, at + (wide ? 0x18 : 0x10)), size: word(table, at + (wide ? 0x20 : 0x14)) };
  };
  const texts = range(names);
  if (texts.size > maxNames) throw fault("the names of its sections are too long");
  const text = await part(read, size, texts.start, texts.size);
  for (let n = 0; n < count; n++) {
    if (nameAt(text, table.getUint32(n * length, true)) !== name) continue;
    const { start, size: own } = range(n);
    if (start + own > size) throw fault(`its ${name} lies outside of it`);
    return { start, end: start + own };
  }
  throw fault(`it has no ${name}`);
}

async function part(read: ElfRead, size: number, at: number, length: number): Promise<DataView> {
  if (!Number.isSafeInteger(at) || at < 0 || at + length > size) throw fault("it ends before its parts");
  const bytes = await read(at, length);
  if (bytes.length !== length) throw fault("it ends before its parts");
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function nameAt(text: DataView, at: number): string {
  let name = "";
  for (let i = at; i < text.byteLength && i < at + 100; i++) {
    const code = text.getUint8(i);
    if (code === 0) return name;
    name += String.fromCharCode(code);
  }
  return name;
}

function fault(reason: string): FormatError {
  return new FormatError("elf", reason);
}
