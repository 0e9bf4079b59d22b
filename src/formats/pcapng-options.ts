const text = new TextDecoder();

/** Visits the options of a block up to its end or the option "end"; one that reaches over the end is left out (pcapng §3.5). */
export function eachOption(
  view: DataView,
  start: number,
  end: number,
  little: boolean,
  visit: (code: number, from: number, to: number) => void,
): void {
  for (let at = start; at + 4 <= end; ) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    if (code === 0 || at + 4 + length > end) return;
    visit(code, at + 4, at + 4 + length);
    at += 4 + ((length + 3) & ~3);
  }
}

/** An option's text (UTF-8) without NULs at its end; outside text. */
export function optionText(bytes: Uint8Array, from: number, to: number): string {
  let end = to;
  while (end > from && bytes[end - 1] === 0) end--;
  return text.decode(bytes.subarray(from, end));
}

/** One tick of if_tsresol in milliseconds: a negative power of 10, or of 2 where the highest bit is set (pcapng §4.2). */
export function ticksOf(resolution: number): number {
  const power = resolution & 0x7f;
  return 1000 * (resolution & 0x80 ? 2 ** -power : 1 / 10 ** power);
}

/** The uid in PCAPdroid's comment `u-<uid>`; −1 for another comment and for an unknown uid. */
export function uidOfComment(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 3 || to - from > 12 || bytes[from] !== 0x75 || bytes[from + 1] !== 0x2d) return -1;
  let uid = 0;
  for (let at = from + 2; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    uid = uid * 10 + digit;
  }
  return uid <= 0x7fff_ffff ? uid : -1;
}
