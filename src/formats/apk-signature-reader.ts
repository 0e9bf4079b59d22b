/** Why Android refuses a signature: the end of a sentence that begins with what was looked at. Never leaves `apk-signature*.ts`. */
export class SignatureRefused extends Error {}

/** This platform lacks what is needed to verify: neither verified nor refused. Never leaves `apk-signature*.ts`. */
export class SignatureUnknown extends Error {}

/** Reads the length-prefixed fields of which the signing block's values are made; all numbers are little-endian. */
export class BlockReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get remaining(): number {
    return this.bytes.length - this.#at;
  }

  /** @throws SignatureRefused when fewer than four bytes are left. */
  u32(): number {
    if (this.remaining < 4) throw new SignatureRefused("is cut off");
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  /** Bytes after their length. @throws SignatureRefused when it is longer than what is left. */
  field(): Uint8Array {
    const length = this.u32();
    if (length > this.remaining) throw new SignatureRefused("is cut off");
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }

  /** As `field`, to be read further. */
  block(): BlockReader {
    return new BlockReader(this.field());
  }

  /** What is left, to the end. */
  rest(): Uint8Array {
    return this.bytes.subarray(this.#at);
  }

  /** All the fields that are left. @throws SignatureRefused when the last is cut off. */
  *blocks(): Generator<BlockReader> {
    while (this.remaining > 0) yield this.block();
  }
}

/** Whether two byte strings are equal. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
