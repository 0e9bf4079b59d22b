import { FormatError } from "../core/errors.ts";

const magic = [0xc6, 0x1f, 0xbc, 0x03, 0xc1, 0x03, 0x19, 0x1f];
const headerBytes = 128;
/** Versions whose tables stand as read here: from React Native 0.64 on; later ones have other headers. */
const [oldest, newest] = [74, 96];
/** Texts may lie over one another; together they may have this many times the bytes of the file. */
const mostTimes = 2;

/** Whether these bytes begin as a script does that was compiled for Hermes, the engine of React Native. */
export function isHermes(bytes: Uint8Array): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/**
 * The texts of a compiled script, each with a NUL behind: in the file they stand without anything between them. Of texts in UTF-16, letters
 * that are not Latin become one that no host has.
 *
 * @throws FormatError for other versions, and where its tables do not fit. facebook/hermes include/hermes/BCGen/HBC/BytecodeFileFormat.h.
 */
export function hermesTexts(bytes: Uint8Array): Uint8Array {
  if (!isHermes(bytes) || bytes.length < headerBytes)
    throw new FormatError("hermes", "it is no script compiled for Hermes");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number) => view.getUint32(at, true);
  const version = u32(8);
  if (version < oldest || version > newest)
    throw new FormatError("hermes", `version ${version} of its format is not known`);
  const [functions, kinds, identifiers, count, overflows, storageSize] = [40, 44, 48, 52, 56, 60].map(u32) as Six;
  const kindsAt = headerBytes + functions * 16;
  const table = kindsAt + (kinds + identifiers) * 4;
  const overflow = table + count * 4;
  const storage = overflow + overflows * 8;
  if (storage + storageSize > bytes.length) throw new FormatError("hermes", "its tables reach over its end");
  let told = 0;
  for (let n = 0; n < kinds; n++) told += u32(kindsAt + n * 4) & 0x7fffffff;
  if (told !== count) throw new FormatError("hermes", `its tables tell of ${count} texts and of ${told}`);

  const texts = new Texts(bytes.subarray(storage, storage + storageSize), bytes.length * mostTimes);
  for (let n = 0; n < count; n++) {
    const entry = u32(table + n * 4);
    const [wide, short, length] = [(entry & 1) === 1, (entry >>> 1) & 0x7fffff, entry >>> 24];
    if (length < 255) texts.add(short, length, wide);
    else if (short < overflows) texts.add(u32(overflow + short * 8), u32(overflow + short * 8 + 4), wide);
    else throw new FormatError("hermes", "a long text is not in its table");
  }
  return texts.bytes();
}

type Six = [number, number, number, number, number, number];

class Texts {
  readonly #storage: Uint8Array;
  readonly #most: number;
  #out: Uint8Array;
  #length = 0;

  constructor(storage: Uint8Array, most: number) {
    this.#storage = storage;
    this.#most = most;
    this.#out = new Uint8Array(storage.length + 1024);
  }

  add(start: number, length: number, wide: boolean): void {
    const end = start + length * (wide ? 2 : 1);
    if (end > this.#storage.length) throw new FormatError("hermes", "a text reaches over the end of all texts");
    this.#makeRoom(length + 1);
    if (!wide) this.#out.set(this.#storage.subarray(start, end), this.#length);
    else
      for (let n = 0; n < length; n++) {
        const at = start + n * 2;
        this.#out[this.#length + n] = this.#storage[at + 1] === 0 ? (this.#storage[at] as number) : 0xff;
      }
    this.#length += length + 1;
  }

  bytes(): Uint8Array {
    return this.#out.subarray(0, this.#length);
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#out.length) return;
    if (needed > this.#most + 1024) throw new FormatError("hermes", "its texts lie over one another too often");
    const wider = new Uint8Array(Math.min(Math.max(needed, this.#out.length * 2), this.#most + 1024));
    wider.set(this.#out.subarray(0, this.#length));
    this.#out = wider;
  }
}
