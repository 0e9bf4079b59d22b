import { argumentBytes, bytesOf } from "../latin1.ts";
import type { Io } from "../program.ts";

/**
 * mksh's `echo`: backslash escapes are read unless `-E` stands in front, `-n` leaves the line open. The program /system/bin/echo
 * (toybox) reads them only behind `-e`.
 */
export async function echo(
  args: readonly string[],
  io: Io,
  byDefault: "escapes" | "plain" = "escapes",
): Promise<number> {
  let start = 0;
  let escapes = byDefault === "escapes";
  let newline = true;
  for (; /^-[neE]+$/.test(args[start] ?? ""); start++) {
    for (const letter of (args[start] ?? "").slice(1)) {
      if (letter === "n") newline = false;
      else escapes = letter === "e";
    }
  }
  const text = argumentBytes(args.slice(start).join(" "));
  if (!escapes) {
    await io.write(bytesOf(newline ? `${text}\n` : text));
    return 0;
  }
  let read = readEscapes(text);
  let shown = read.text;
  // Where toybox stops at \c, mksh goes on and only leaves the line open.
  for (newline &&= !read.stopped; read.stopped && byDefault === "escapes"; shown += read.text)
    read = readEscapes(read.rest);
  await io.write(bytesOf(newline ? `${shown}\n` : shown));
  return 0;
}

const escapeInText = /\\(?:0([0-7]{0,3})|x([0-9A-Fa-f]{1,2})|(.))/gs;
const escapeInFormat = /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))/gs;

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

/**
 * Reads backslash escapes as `echo` and `printf` do; `\c` stops the output. Unknown ones stay as they are. `octal`: three digits
 * need no leading zero, as in the format of `printf`.
 */
export function readEscapes(
  text: string,
  octal?: "octal",
): { readonly text: string; readonly stopped: boolean; readonly rest: string } {
  const stop = /^(?:[^\\]|\\[^c])*?\\c/s.exec(text);
  const used = stop === null ? text : stop[0].slice(0, -2);
  const pattern = octal === undefined ? escapeInText : escapeInFormat;
  const read = used.replace(pattern, (all, digits, hex, letter) => {
    if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits || "0", 8) & 0xff);
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return letters[letter] ?? all;
  });
  return { text: read, stopped: stop !== null, rest: text.slice(stop?.[0].length) };
}
