import type { Io } from "../program.ts";

/** mksh's `echo`: backslash escapes are read unless `-E` stands in front, `-n` leaves the line open. */
export async function echo(args: readonly string[], io: Io): Promise<number> {
  let start = 0;
  let escapes = true;
  let newline = true;
  for (; /^-[neE]+$/.test(args[start] ?? ""); start++) {
    for (const letter of (args[start] ?? "").slice(1)) {
      if (letter === "n") newline = false;
      else escapes = letter === "e";
    }
  }
  const text = args.slice(start).join(" ");
  const read = escapes ? readEscapes(text) : { text, stopped: false };
  await io.write(read.stopped || !newline ? read.text : `${read.text}\n`);
  return 0;
}

const letters: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** Reads backslash escapes as `echo` and `printf` do; `\c` stops the output. Unknown ones stay as they are. */
export function readEscapes(text: string): { readonly text: string; readonly stopped: boolean } {
  const stop = /^(?:[^\\]|\\[^c])*?\\c/s.exec(text);
  const used = stop === null ? text : stop[0].slice(0, -2);
  const read = used.replace(/\\(?:0([0-7]{0,3})|x([0-9A-Fa-f]{1,2})|(.))/gs, (all, octal, hex, letter) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal || "0", 8) & 0xff);
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return letters[letter] ?? all;
  });
  return { text: read, stopped: stop !== null };
}
