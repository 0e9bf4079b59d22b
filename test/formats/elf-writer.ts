/** A native library with code of `code` bytes and this read-only data, as compilers lay it out: names of sections and their table at the end. */
export function writeElf(data: Uint8Array, { wide = true, code = 0 } = {}): Uint8Array<ArrayBuffer> {
  const names = "\0.text\0.rodata\0.shstrtab\0";
  const [word, size] = wide ? [8, 64] : [4, 40];
  const head = 64;
  const dataAt = head + code;
  const namesAt = dataAt + data.length;
  const table = namesAt + names.length;
  const bytes = new Uint8Array(table + 4 * size);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, 1]);
  const set = (at: number, value: number) =>
    wide ? view.setBigUint64(at, BigInt(value), true) : view.setUint32(at, value, true);
  set(wide ? 0x28 : 0x20, table);
  view.setUint16(wide ? 0x3a : 0x2e, size, true);
  view.setUint16(wide ? 0x3c : 0x30, 4, true);
  view.setUint16(wide ? 0x3e : 0x32, 3, true);
  const sections = [
    [0, 0, 0, 0, 0],
    [1, 1, 6, head, code],
    [7, 1, 2, dataAt, data.length],
    [15, 3, 0, namesAt, names.length],
  ] as const;
  for (const [n, [name, type, flags, at, length]] of sections.entries()) {
    const header = table + n * size;
    view.setUint32(header, name, true);
    view.setUint32(header + 4, type, true);
    set(header + 8, flags);
    set(header + 8 + 2 * word, at);
    set(header + 8 + 3 * word, length);
  }
  bytes.set(data, dataAt);
  for (let i = 0; i < names.length; i++) bytes[namesAt + i] = names.charCodeAt(i);
  return bytes;
}
