import { FormatError } from "../core/errors.ts";

/** Characters, and numbers, of one path. */
const maxCharacters = 128 * 1024;
const maxNumbers = 20_000;
/** Beyond what any drawing on a screen is made in. */
const mostFar = 1_000_000;

/** Numbers that a command takes; it may be followed by several such groups. */
const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/**
 * Reads the path of a drawing and writes it anew, so that what comes out holds letters of commands, numbers and spaces and nothing else.
 * An empty path gives an empty text.
 *
 * AOSP frameworks/base libs/hwui/utils/VectorDrawableUtils.cpp and PathParser.cpp; W3C SVG 2 §9.3.
 *
 * @throws FormatError for what is no path, which Android refuses as well.
 */
export function readPathData(text: string): string {
  if (text.length > maxCharacters) throw new FormatError("path", "it is longer than any drawing");
  const reader = new Reader(text);
  const written: string[] = [];
  for (let first = true; !reader.ended(); first = false) {
    const command = reader.command();
    const count = takes[command.toLowerCase()];
    if (count === undefined) throw new FormatError("path", "it has a command that there is not", reader.at);
    if (first && command.toLowerCase() !== "m") throw new FormatError("path", "it does not begin with a place", 0);
    const numbers = reader.numbers();
    if (count === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % count !== 0)
      throw new FormatError("path", `its command ${command} has ${numbers.length} numbers`, reader.at);
    const isArc = command.toLowerCase() === "a";
    const words = numbers.map((number, n) => (isArc && isFlag(n % 7) ? (number === 0 ? "0" : "1") : short(number)));
    written.push(command + words.join(" "));
  }
  return written.join("");
}

/** A number as SVG takes it, with four places at most. @throws FormatError where it is none, or beyond all drawings */
export function short(number: number): string {
  if (!Number.isFinite(number) || Math.abs(number) > mostFar)
    throw new FormatError("drawing", "a number in it is beyond what can be drawn");
  // Never “1e-7”, never “-0”.
  return String(Math.round(number * 10_000) / 10_000 + 0);
}

/** Of an arc: whether it is the large one, and which way round it goes. */
function isFlag(place: number): boolean {
  return place === 3 || place === 4;
}

/** A cursor over the letters and numbers. */
class Reader {
  at = 0;
  readonly #text: string;
  #left = maxNumbers;
  // No part of it can match in two ways, so that it takes time in proportion to what it reads.
  readonly #number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?/y;
  readonly #between = /[\s,]*/y;

  constructor(text: string) {
    this.#text = text;
  }

  ended(): boolean {
    this.#skip();
    return this.at >= this.#text.length;
  }

  command(): string {
    return this.#text[this.at++] ?? "";
  }

  numbers(): number[] {
    const numbers: number[] = [];
    for (;;) {
      this.#skip();
      this.#number.lastIndex = this.at;
      const [found] = this.#number.exec(this.#text) ?? [];
      if (found === undefined) return numbers;
      if (this.#left-- <= 0) throw new FormatError("path", "it has more points than any drawing", this.at);
      numbers.push(Number(found));
      this.at += found.length;
    }
  }

  #skip(): void {
    this.#between.lastIndex = this.at;
    this.#between.exec(this.#text);
    this.at = this.#between.lastIndex;
  }
}
