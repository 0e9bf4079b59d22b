import { FormatError } from "../core/errors.ts";

/**
 * A regular expression as the places in it (Glushkov's construction): each stands for one byte out of a set, and leads to those that may
 * come after it. There is nothing to go back over.
 */
export interface Places {
  /** By place: 256 flags, one for each byte. */
  readonly sets: readonly Uint8Array[];
  readonly follow: readonly ReadonlySet<number>[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** `^`: only at the start; `$`: only at the end. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** What a part of an expression can begin and end with; `empty` when it also matches nothing. */
interface Part {
  readonly empty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const maxPlaces = 512;
const maxDepth = 32;
const nothing: Part = { empty: true, first: [], last: [] };

/**
 * Splits an expression at the `|` that stand outside of brackets.
 *
 * Empty alternatives, which would match anything, are kept: what they mean is for the caller to say.
 */
export function alternatives(expression: string): string[] {
  const parts = [""];
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < expression.length; i++) {
    const char = expression[i] as string;
    if (char === "|" && depth === 0 && !inClass) {
      parts.push("");
      continue;
    }
    const whole = char === "\\" ? expression.slice(i, i + 2) : char;
    i += whole.length - 1;
    if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (!inClass && char === "(") depth++;
    else if (!inClass && char === ")") depth--;
    parts[parts.length - 1] += whole;
  }
  return parts;
}

/**
 * Reads one expression: letters, `.`, `[…]`, `(…)`, `|`, `*`, `+`, `?`, `\` before a sign or d, w, s; `^` first and `$` last.
 *
 * @throws FormatError for anything else (look-around, references back, counted repetition …), for one that matches the empty string, and
 * for one that is too long or nested too deep.
 */
export function readRegex(expression: string): Places {
  const atStart = expression.startsWith("^");
  const atEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(expression);
  const reader = new Reader(expression.slice(atStart ? 1 : 0, atEnd ? -1 : undefined));
  const part = reader.either(0);
  if (!reader.done()) reader.refuse("a bracket closes that none opened");
  if (part.empty) reader.refuse("it matches anything");
  return { sets: reader.sets, follow: reader.follow, first: part.first, last: part.last, atStart, atEnd };
}

class Reader {
  readonly sets: Uint8Array[] = [];
  readonly follow: Set<number>[] = [];
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  done(): boolean {
    return this.at >= this.text.length;
  }

  refuse(why: string): never {
    throw new FormatError("regex", `${JSON.stringify(this.text.slice(0, 120))}: ${why}`, this.at);
  }

  either(depth: number): Part {
    if (depth > maxDepth) this.refuse("brackets stand too deep in one another");
    let part = this.sequence(depth);
    while (this.text[this.at] === "|") {
      this.at++;
      const other = this.sequence(depth);
      part = {
        empty: part.empty || other.empty,
        first: [...part.first, ...other.first],
        last: [...part.last, ...other.last],
      };
    }
    return part;
  }

  private sequence(depth: number): Part {
    let part = nothing;
    while (!this.done() && this.text[this.at] !== "|" && this.text[this.at] !== ")") {
      const next = this.repeated(depth);
      this.link(part.last, next.first);
      part = {
        empty: part.empty && next.empty,
        first: part.empty ? [...part.first, ...next.first] : part.first,
        last: next.empty ? [...part.last, ...next.last] : next.last,
      };
    }
    return part;
  }

  private repeated(depth: number): Part {
    const part = this.one(depth);
    const sign = this.text[this.at];
    if (sign === "{") this.refuse("counted repetition is not supported");
    if (sign !== "*" && sign !== "+" && sign !== "?") return part;
    this.at++;
    if ("*+?{".includes(this.text[this.at] ?? " ")) this.refuse("two repetitions stand behind one another");
    if (sign !== "?") this.link(part.last, part.first);
    return sign === "+" ? part : { ...part, empty: true };
  }

  private one(depth: number): Part {
    const char = this.text[this.at++] as string;
    if (char === "(") {
      if (this.text.startsWith("?:", this.at)) this.at += 2;
      const part = this.either(depth + 1);
      if (this.text[this.at++] !== ")") this.refuse("a bracket does not close");
      return part;
    }
    if (char === ".") return this.place(anyByte);
    if (char === "[") return this.place(this.bracket());
    if (char === "\\") return this.place(this.escaped());
    if ("*+?{^$".includes(char)) this.refuse(`"${char}" stands where it has no meaning`);
    return this.bytesOf(char);
  }

  /** A letter beyond ASCII is several bytes, one behind the other. */
  private bytesOf(char: string): Part {
    const high = char.charCodeAt(0);
    if (high < 0x80) return this.place(single(high));
    const whole = high >= 0xd800 && high < 0xdc00 ? char + (this.text[this.at++] ?? "") : char;
    let part = nothing;
    for (const byte of new TextEncoder().encode(whole)) {
      const next = this.place(single(byte));
      this.link(part.last, next.first);
      part = { empty: false, first: part.empty ? next.first : part.first, last: next.last };
    }
    return part;
  }

  private bracket(): Uint8Array {
    const set = new Uint8Array(256);
    const negated = this.text[this.at] === "^";
    if (negated) this.at++;
    for (let first = true; first || this.text[this.at] !== "]"; first = false) {
      const from = this.member(set);
      const ranged = this.text[this.at] === "-" && this.text[this.at + 1] !== "]";
      if (from < 0 || !ranged) continue;
      this.at++;
      const to = this.member(set);
      if (to < from) this.refuse("a range runs backwards");
      set.fill(1, from, to + 1);
    }
    this.at++;
    return negated ? set.map((flag) => 1 - flag) : set;
  }

  /** One member of a bracket, put into the set; -1 for a class of letters such as `\d`. */
  private member(set: Uint8Array): number {
    const char = this.text[this.at++];
    if (char === undefined) this.refuse("a square bracket does not close");
    if (char === "\\") {
      const escaped = this.escaped();
      for (const [byte, flag] of escaped.entries()) if (flag === 1) set[byte] = 1;
      return escaped.indexOf(1) === escaped.lastIndexOf(1) ? escaped.indexOf(1) : -1;
    }
    const byte = char.charCodeAt(0);
    if (byte > 127) this.refuse("letters beyond ASCII in square brackets are not supported");
    set[byte] = 1;
    return byte;
  }

  private escaped(): Uint8Array {
    const char = this.text[this.at++] ?? "";
    const named = /^[dws]$/.test(char) ? new RegExp(`\\${char}`) : undefined;
    if (named)
      return Uint8Array.from({ length: 256 }, (_, byte) =>
        byte < 128 && named.test(String.fromCharCode(byte)) ? 1 : 0,
      );
    if (!/^[^A-Za-z0-9]$/.test(char) || char.charCodeAt(0) > 127) this.refuse(`"\\${char}" is not supported`);
    return single(char.charCodeAt(0));
  }

  private place(set: Uint8Array): Part {
    if (this.sets.length >= maxPlaces) this.refuse("it is too long");
    this.follow.push(new Set());
    const places = [this.sets.push(set) - 1];
    return { empty: false, first: places, last: places };
  }

  private link(from: readonly number[], to: readonly number[]): void {
    for (const place of from) for (const next of to) this.follow[place]?.add(next);
  }
}

/** Sets are never changed once they stand in a place, so the common ones are made once. */
const anyByte = new Uint8Array(256).fill(1);
const singles = Array.from({ length: 256 }, (_, byte) => {
  const set = new Uint8Array(256);
  set[byte] = 1;
  return set;
});

function single(byte: number): Uint8Array {
  return singles[byte] as Uint8Array;
}
