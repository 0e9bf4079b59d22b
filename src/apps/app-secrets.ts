import type { Literal } from "../formats/aho-corasick.ts";
import { hex } from "../formats/apk-certificate.ts";
import type { Crypto } from "../formats/crypto.ts";
import { isPassword, proveSecret } from "./secret-proofs.ts";
import { type SecretShape, secretShapes } from "./secret-shapes.ts";
import type { TextRange } from "./text-search.ts";

/** Keys, tokens and passwords that stand in the app, where everyone who has it can read them. */
export interface SecretFacts {
  readonly found: readonly FoundSecret[];
  /** How many more there were than are kept. */
  readonly more: number;
  /** What could not be searched, with the reason, or was left out. */
  readonly missed: readonly string[];
}

/** One of them; never the secret itself. */
export interface FoundSecret {
  /** As in `secretShapes`; `address-password`: an address with a name and a password. */
  readonly kind: string;
  readonly name: string;
  /** In words that go on after "As long as it is valid, anyone can". */
  readonly opens: string;
  /** `often-public`: made to stand in apps; what it may do is bounded elsewhere, or should be. */
  readonly exposure: SecretShape["exposure"];
  /** `certain`: its checksum or its structure fits; `likely`: only its shape does. Whether it still opens anything is not known. */
  readonly confidence: "certain" | "likely";
  /** Its first letters. */
  readonly masked: string;
  readonly length: number;
  /** First 16 digits of its SHA-256, to compare it by. */
  readonly sha256: string;
  /** Where it stands, up to ten entries. */
  readonly entries: readonly string[];
}

const maxSecrets = 200;
const maxEntries = 10;
/** Bytes of texts that begin as secrets do; and what looking at one costs at least. Ordinary apps have some thousand. */
const maxWork = 16 * 1024 * 1024;
const leastWork = 100;

/** Literals of all shapes, and by literal its shape. */
const shapeOf: readonly SecretShape[] = secretShapes.flatMap((shape) => shape.literals.map(() => shape));
/** What the one matcher over all texts looks for, in the order of `SecretGatherer.literal`. */
export const secretLiterals: readonly Literal[] = secretShapes.flatMap(({ literals }) =>
  literals.map((text) => ({ text })),
);
const lettersOf = new Map(secretShapes.map(({ letters }) => [letters, bytesOf(letters)] as const));

interface Kept {
  readonly kind: string;
  readonly name: string;
  readonly opens: string;
  readonly exposure: SecretShape["exposure"];
  readonly confidence: "certain" | "likely";
  readonly masked: string;
  readonly text: string;
  readonly entries: Set<string>;
}

/** Gathers secrets while texts are searched. */
export class SecretGatherer {
  readonly #kept = new Map<string, Kept>();
  #more = 0;
  #work = maxWork;

  /** A literal of `secretLiterals` stands at `start` up to `end`: looks whether a secret stands there. Bounded by the shape's longest. */
  literal(entry: string, range: TextRange, literal: number, start: number, end: number): void {
    const shape = shapeOf[literal];
    if (!shape || this.#work < 0) return;
    const text = textAround(range, shape, start, end, (bytes) => {
      this.#work -= bytes + leastWork;
    });
    const confidence = text === undefined ? undefined : proveSecret(text, shape.proof);
    if (text === undefined || confidence === undefined) return;
    const { id: kind, name, opens, exposure } = shape;
    const prefix = secretLiterals[literal]?.text ?? "";
    const masked = `${text.startsWith(prefix) ? prefix : text.slice(0, 4)}…`;
    this.#keep(entry, { kind, name, opens, exposure, confidence, masked, text });
  }

  /** An address with something before its host: `user:password`, or less. */
  credentials(entry: string, scheme: string, user: string, host: string): void {
    const colon = user.indexOf(":");
    if (colon < 1 || !isPassword(user.slice(colon + 1)) || /^(?:localhost|.*\.?example\.(?:com|net|org))$/.test(host))
      return;
    this.#keep(entry, {
      kind: "address-password",
      name: "Address with a name and a password",
      opens: `sign in at ${host}`,
      exposure: "secret",
      confidence: "likely",
      masked: `${scheme}://…@${host}`,
      text: `${scheme}://${user}@${host}`,
    });
  }

  /** The same text without the secrets that were found, which an address may hold. */
  redact(text: string): string {
    let shown = text;
    for (const { text: secret, masked } of this.#kept.values()) {
      shown = shown.replaceAll(secret, masked);
      // What is cut off in the middle of a secret ends in its beginning.
      const from = shown.lastIndexOf(secret.slice(0, 12));
      if (from >= 0 && secret.startsWith(shown.slice(from))) shown = `${shown.slice(0, from)}${masked}`;
    }
    return shown;
  }

  /** All that was found. */
  async facts(crypto: Crypto, missed: readonly string[]): Promise<SecretFacts> {
    const found: FoundSecret[] = [];
    for (const { text, entries, ...rest } of this.#kept.values()) {
      const sha256 = hex(await crypto.digest("sha256", new TextEncoder().encode(text))).slice(0, 16);
      found.push({ ...rest, length: text.length, sha256, entries: [...entries] });
    }
    const rank = ({ exposure }: FoundSecret) => (exposure === "secret" ? 0 : 1);
    found.sort(
      (a, b) => rank(a) - rank(b) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.sha256 < b.sha256 ? -1 : 1),
    );
    const left = this.#work < 0 ? ["more places begin as secrets do than are looked at"] : [];
    return { found, more: this.#more, missed: [...missed, ...left] };
  }

  #keep(entry: string, secret: Omit<Kept, "entries">): void {
    const key = `${secret.kind} ${secret.text}`;
    const known = this.#kept.get(key);
    if (known) {
      if (known.entries.size < maxEntries) known.entries.add(entry);
    } else if (this.#kept.size < maxSecrets) this.#kept.set(key, { ...secret, entries: new Set([entry]) });
    else this.#more++;
  }
}

/** The whole run of letters around a literal where it has the shape; undefined where it has not. `spend` is told how many bytes that took. */
function textAround(
  range: TextRange,
  shape: SecretShape,
  start: number,
  end: number,
  spend: (bytes: number) => void,
): string | undefined {
  const { bytes, lengths } = range;
  const letters = lettersOf.get(shape.letters) as Uint8Array;
  if (shape.before === 0 && !standsAlone(range, letters, start)) return undefined;
  let from = start;
  while (from > range.start && start - from < shape.before && letters[bytes[from - 1] as number] === 1) from--;
  let to = end;
  const limit = Math.min(range.end, from + shape.longest + 1);
  while (to < limit && letters[bytes[to] as number] === 1) to++;
  spend(to - from);
  // The length in front of a text can look like a letter of it.
  for (let begin = from; begin <= Math.min(from + lengths, start); begin++) {
    if (to - begin < shortest || !standsAlone(range, letters, begin)) continue;
    const run = ascii(bytes, begin, to);
    const text = shape.lead && run.startsWith(shape.lead) ? run.slice(shape.lead.length) : run;
    if (shape.pattern.test(text)) return text;
  }
  return undefined;
}

/** Whether no letter stands before it but the text's length, or the slashes of an address. */
function standsAlone({ bytes, start, lengths }: TextRange, letters: Uint8Array, at: number): boolean {
  if (at === start || letters[bytes[at] as number] !== 1 || letters[bytes[at - 1] as number] !== 1) return true;
  if (lengths > 0 && (at - lengths <= start || bytes[at - 1 - lengths] === 0)) return true;
  return bytes[at - 1] === slash && bytes[at - 2] === slash;
}

const slash = 0x2f;
/** No secret of any shape is shorter. */
const shortest = 20;

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, end)));
  return text;
}

function bytesOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    byte > 0 && byte < 0x80 && letters.test(String.fromCharCode(byte)) ? 1 : 0,
  );
}
