/** How long a passphrase would hold, roughly, and what would make it better. */
export interface PassphraseStrength {
  /** Estimated bits: a guesser needs about 2 to the power of this many tries. Rather too low than too high. */
  readonly bits: number;
  readonly grade: "weak" | "fair" | "strong";
  /** What it means, in a sentence. */
  readonly means: string;
  /** What would make it better; empty where it is strong. */
  readonly hints: readonly PassphraseHint[];
  /** The hints in sentences. */
  readonly advice: readonly string[];
}

/** What a passphrase lacks: it has well-known words, rows of keys or repetitions, years; it is short; and how good ones are made. */
export type PassphraseHint = keyof typeof hintWords;

/** Below this it is refused unless the person insists. */
const weakBelow = 35;
const strongFrom = 55;

/**
 * Estimates a passphrase by taking it apart as guessers do: well-known words and patterns first, then dates, repetitions and rows of the
 * keyboard, words, and only the rest letter by letter (the idea of NIST SP 800-63B, section 5.1.1.2, and of zxcvbn: length and commonness, not
 * kinds of characters). Knows no dictionary, so it says what is likely, not what is certain.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const parts = partsOf(passphrase.slice(0, 256));
  const bits = Math.round(parts.reduce((sum, part) => sum + part.bits, 0));
  const grade = bits < weakBelow ? "weak" : bits < strongFrom ? "fair" : "strong";
  const hints = grade === "strong" ? [] : hintsFor(passphrase, parts);
  return { bits, grade, means: meanings[grade], hints, advice: hints.map((hint) => hintWords[hint]) };
}

const meanings = {
  weak: "Whoever copies your files and has some computers guesses this one before long.",
  fair: "Guessing this one takes years of computing, by this estimate, and less where the words belong together.",
  strong: "Guessing this one takes longer than anybody will try, by this estimate.",
} as const;

interface Part {
  readonly kind: "common" | "repeat" | "row" | "year" | "digits" | "word" | "letters" | "other";
  readonly bits: number;
}

/** What people choose most, by the published lists of leaked passwords; spelled in lower case. */
const common =
  "password passwort passw0rd pass admin welcome willkommen letmein login master secret geheim hallo hello iloveyou love liebe schatz monkey dragon football fussball baseball princess sunshine shadow superman batman pokemon starwars freedom whatever trustno1 michael daniel thomas jessica ashley charlie summer sommer winter spring herbst android xiaomi redmi samsung google candor phone handy mobile test guest root user computer internet changeme default azerty".split(
    " ",
  );
const rows = [
  "qwertzuiop",
  "qwertyuiop",
  "azertyuiop",
  "asdfghjkl",
  "yxcvbnm",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
];
const digitRows = ["01234567890", "09876543210", "147258369", "123321", "112233445566778899"];
const unleet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const { part, length } = partAt(text, at);
    parts.push(part);
    at += length;
  }
  return parts;
}

function partAt(text: string, at: number): { readonly part: Part; readonly length: number } {
  const rest = text.slice(at);
  const low = rest.toLowerCase();
  const plain = Array.from(low, (letter) => unleet[letter] ?? letter).join("");
  const known = common
    .filter((word) => low.startsWith(word) || plain.startsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  if (known !== undefined) return { part: { kind: "common", bits: 7 }, length: known.length };
  const same = sameRun(rest);
  if (same >= 3) return { part: { kind: "repeat", bits: 5 + Math.log2(same) }, length: same };
  const row = Math.max(...[...rows, ...digitRows].map((each) => rowLength(each, low)));
  if (row >= 4) return { part: { kind: "row", bits: 5 + Math.log2(row) }, length: row };
  if (/^(?:19|20)\d\d(?!\d)/.test(rest)) return { part: { kind: "year", bits: 7 }, length: 4 };
  const digits = /^\d{1,256}/.exec(rest)?.[0].length ?? 0;
  if (digits > 0) return { part: { kind: "digits", bits: digits * 3 }, length: digits };
  const letters = /^\p{L}{1,256}/u.exec(rest)?.[0] ?? "";
  if (letters.length > 0) return { part: lettersPart(letters), length: letters.length };
  return { part: { kind: "other", bits: rest[0] === " " ? 1 : 4 }, length: 1 };
}

/** Letters that could be said aloud are likely a word (about 11 bits, or less than 2 a letter); others are likely chosen by chance. */
function lettersPart(letters: string): Part {
  const vowels = letters.match(/[aeiouyäöüéèàáíóú]/gi)?.length ?? 0;
  const share = vowels / letters.length;
  const shouts = /\p{Lu}/u.test(letters.slice(1)) && /\p{Ll}/u.test(letters);
  const spoken = letters.length >= 3 && share >= 0.2 && share <= 0.7 && !shouts;
  if (spoken) return { kind: "word", bits: Math.min(letters.length * 2, 13) + (/^\p{Lu}/u.test(letters) ? 1 : 0) };
  return { kind: "letters", bits: letters.length * (shouts ? 4.5 : 4) };
}

function sameRun(text: string): number {
  let length = 1;
  while (length < text.length && text[length] === text[0]) length++;
  return length;
}

/** How much of the beginning of a text runs along a row, forwards or backwards. */
function rowLength(row: string, text: string): number {
  const along = (line: string) => {
    let from = line.indexOf(text[0] ?? "\0");
    if (from < 0) return 0;
    const start = from;
    while (from < line.length && text[from - start] === line[from]) from++;
    return from - start;
  };
  return Math.max(along(row), along(Array.from(row).reverse().join("")));
}

const hintWords = {
  common: "It holds a word or a pattern that is guessed first.",
  rows: "Rows of keys and repeated letters add next to nothing.",
  year: "Years and birthdays are guessed early.",
  short: "Longer is better than odder.",
  words: "Five or six words that dice or a book opened at random chose are easy to keep in mind and hard to guess.",
} as const;

function hintsFor(text: string, parts: readonly Part[]): readonly PassphraseHint[] {
  const has = (kind: Part["kind"]) => parts.some((part) => part.kind === kind);
  const hints = [
    has("common") && "common",
    (has("row") || has("repeat")) && "rows",
    has("year") && "year",
    text.length < 16 && "short",
    "words",
  ] as const;
  return hints.filter((hint) => hint !== false);
}
