/**
 * One line of text that is safe to print: what a phone says may hold terminal escapes, line breaks and marks that turn the
 * reading direction; each becomes a visible replacement. Longer than `limit` characters is cut with an ellipsis.
 */
export function plainText(text: string, limit = 500): string {
  const short = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return short.replace(unsafe, (character) => (/\s/.test(character) ? " " : "\ufffd"));
}

/** C0 and C1 controls, direction marks and isolates, line and paragraph separators, invisible joiners, lone surrogates, tags. */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu;

/** Columns that a text takes on a terminal: wide East Asian characters and emoji take two, combining marks none. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/\p{M}/u.test(character)) continue;
    columns += isWide(code) ? 2 : 1;
  }
  return columns;
}

// Unicode Standard Annex #11: the blocks that are wide in practice.
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Breaks a text into lines of at most `columns` columns, at spaces where there are any. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (width(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = chop(word, columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

function chop(word: string, columns: number): readonly string[] {
  if (width(word) <= columns) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (width(piece + character) > columns) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
