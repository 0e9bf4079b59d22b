/**
 * A grey picture as baseline JPEG (ITU-T T.81), of blocks of eight by eight points with one brightness each: enough for every program to
 * show it.
 *
 * @param shade brightness of the block at (x, y), 0 to 255.
 */
export function greyJpeg(blocksWide: number, blocksHigh: number, shade: (x: number, y: number) => number): Uint8Array {
  const bits = new BitWriter();
  let before = 0;
  for (let y = 0; y < blocksHigh; y++) {
    for (let x = 0; x < blocksWide; x++) {
      // Eight times the mean is the first coefficient of a block; quantised by 8.
      const dc = Math.round(shade(x, y)) - 128;
      writeDc(bits, dc - before);
      before = dc;
      bits.put(0, 1); // the only code of the second table: no more coefficients
    }
  }
  const word = (value: number) => [value >> 8, value & 0xff];
  const segment = (marker: number, body: readonly number[]) => [0xff, marker, ...word(body.length + 2), ...body];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...[..."JFIF\0"].map((each) => each.charCodeAt(0)), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    ...segment(0xc0, [8, ...word(blocksHigh * 8), ...word(blocksWide * 8), 1, 1, 0x11, 0]),
    // Twelve categories, all with codes of four bits; then one code of one bit.
    ...segment(0xc4, [0x00, 0, 0, 0, 12, ...Array<number>(12).fill(0), ...Array(12).keys()]),
    ...segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...bits.finish(),
    ...[0xff, 0xd9],
  ]);
}

/** The category of the difference, then its bits; negative ones in ones' complement (T.81, F.1.2.1). */
function writeDc(bits: BitWriter, difference: number): void {
  const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
  bits.put(size, 4);
  bits.put(difference < 0 ? difference + (1 << size) - 1 : difference, size);
}

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  put(value: number, width: number): void {
    for (let i = width - 1; i >= 0; i--) {
      this.#held = (this.#held << 1) | ((value >> i) & 1);
      if (++this.#count === 8) this.#flush();
    }
  }

  finish(): readonly number[] {
    while (this.#count > 0) this.put(1, 1);
    return this.#bytes;
  }

  /** A byte of ones is followed by a zero, or it would be a marker. */
  #flush(): void {
    this.#bytes.push(this.#held);
    if (this.#held === 0xff) this.#bytes.push(0);
    this.#held = 0;
    this.#count = 0;
  }
}
