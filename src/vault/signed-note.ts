import { createHash } from "node:crypto";
import { FormatError } from "../core/errors.ts";
import { type SigningKey, signEd25519, verifyEd25519 } from "./ed25519.ts";

/** State of a log at one moment: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Names the log; the same in every checkpoint of it. */
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  /** Root of the RFC 6962 tree over them, 32 bytes. */
  readonly root: Uint8Array;
}

/** The text of a checkpoint, which is what gets signed; its last character is a newline. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/** Reads the text of a checkpoint; lines of extensions behind the root are passed over. @throws FormatError */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", root = ""] = text.split("\n");
  const hash = Buffer.from(root, "base64");
  if (origin === "" || !/^(0|[1-9][0-9]{0,9})$/.test(size) || hash.length !== 32 || hash.toString("base64") !== root)
    throw new FormatError("checkpoint", "it is not origin, size and root hash, a line each");
  return { origin, size: Number(size), root: hash };
}

/** A key that others verify notes with: `name+hash+key` (C2SP signed-note). The name has no space, plus sign or line break. */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  const typed = Buffer.concat([ed25519Type, publicKey]);
  return `${name}+${keyHash(name, publicKey).toString("hex")}+${typed.toString("base64")}`;
}

/** Reads a verifier key. @throws FormatError */
export function readVerifierKey(text: string): { readonly name: string; readonly publicKey: Uint8Array } {
  const [, name = "", hash = "", typed = ""] =
    /^([^+\s]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(text.trim()) ?? [];
  const key = Buffer.from(typed, "base64");
  if (key.length !== 33 || key[0] !== 1 || keyHash(name, key.subarray(1)).toString("hex") !== hash)
    throw new FormatError("verifier key", "it is not a name, its hash and an Ed25519 key");
  return { name, publicKey: key.subarray(1) };
}

/**
 * Signs a text (C2SP signed-note): the text, an empty line, and a line with the signature.
 *
 * @param text ends with a newline and holds no empty line at its end.
 */
export function signNote(text: string, name: string, key: SigningKey): string {
  const signature = signEd25519(key, Buffer.from(text));
  const stamp = Buffer.concat([keyHash(name, key.publicKey), signature]).toString("base64");
  return `${text}\n— ${name} ${stamp}\n`;
}

/** A note and who signed it, as it says; nothing is verified by reading. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly hash: Uint8Array; readonly signature: Uint8Array }[];
}

/** Reads a signed note. @throws FormatError */
export function readNote(note: string): SignedNote {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) throw new FormatError("signed note", "it has no signature behind an empty line");
  const lines = note.slice(end + 2, -1).split("\n");
  if (lines.length > 100) throw new FormatError("signed note", "it has more than 100 signatures");
  return { text: note.slice(0, end + 1), signatures: lines.map(signatureOf) };
}

/** Whether one of the note's signatures is this key's under this name; others' are passed over, as the format asks. */
export function verifyNote(note: SignedNote, name: string, publicKey: Uint8Array): boolean {
  const hash = keyHash(name, publicKey);
  const own = note.signatures.filter((one) => one.name === name && hash.equals(one.hash));
  return own.length > 0 && own.every(({ signature }) => verifyEd25519(publicKey, Buffer.from(note.text), signature));
}

const ed25519Type = Uint8Array.of(1);

/** First four bytes of SHA-256(name ‖ newline ‖ type ‖ key). */
function keyHash(name: string, publicKey: Uint8Array): Buffer {
  return createHash("sha256").update(`${name}\n`).update(ed25519Type).update(publicKey).digest().subarray(0, 4);
}

function signatureOf(line: string): SignedNote["signatures"][number] {
  const [, name = "", stamp = ""] = /^— (\S{1,200}) ([A-Za-z0-9+/]{7,2000}={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(stamp, "base64");
  if (bytes.length < 5) throw new FormatError("signed note", "a line behind the empty one is no signature");
  return { name, hash: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}
