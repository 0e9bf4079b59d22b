/** What a tree of a snapshot holds of one name (restic's doc/design.rst, "Trees and Data"). */
export type EntryKind = "file" | "dir" | "symlink";

/**
 * One file, folder or link on its way into a vault, wherever it lies: on a disk, on a phone.
 *
 * Text of `path` and `linkTarget` is bytes as `textOfBytes` makes it, so that names that are no UTF-8 survive.
 */
export interface Entry {
  /** Names joined by "/", without one at the beginning. Folders above that never come as entries of their own are made up. */
  readonly path: string;
  readonly kind: EntryKind;
  /** Permission bits, with set-user-id (0o4000), set-group-id (0o2000) and sticky (0o1000). */
  readonly mode: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  /** Nanoseconds since 1970 of the last change of the inode; `modified` where the source does not know. */
  readonly changed?: bigint;
  readonly uid?: number;
  readonly gid?: number;
  readonly user?: string;
  readonly group?: string;
  readonly inode?: bigint;
  readonly device?: bigint;
  /** Hard links. */
  readonly links?: bigint;
  /** Bytes of a file, as the source said before it was read: tells whether the file changed since the parent snapshot. */
  readonly size?: bigint;
  readonly linkTarget?: string;
  /** The content of a file. Asked only where it is needed, and again when reading failed and is to be tried again. */
  open?(signal: AbortSignal | undefined): AsyncIterable<Uint8Array>;
}

/** Text of a name: UTF-8, where each byte that is none becomes a lone surrogate U+DC80…U+DCFF (as in Python's PEP 383). */
export function textOfBytes(bytes: Uint8Array): string {
  const plain = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (!plain.includes("\ufffd")) return plain;
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) text += String.fromCharCode(0xdc00 + Number(bytes[at++]));
    else {
      text += strict.decode(bytes.subarray(at, at + length));
      at += length;
    }
  }
  return text;
}

/** The bytes of a name that `textOfBytes` made. */
export function bytesOfText(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text, "utf8");
  const parts: Buffer[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const alone = character.length === 1 && code >= 0xdc80 && code <= 0xdcff;
    parts.push(alone ? Buffer.from([code - 0xdc00]) : Buffer.from(character, "utf8"));
  }
  return Buffer.concat(parts);
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes of the UTF-8 sequence that begins here, 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  try {
    strict.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
