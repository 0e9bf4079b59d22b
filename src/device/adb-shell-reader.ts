import { ByteSink } from "./byte-sink.ts";

/** What a command has printed so far, and how it ended. */
export interface ShellReader {
  /** Takes the next piece from the phone, cut anywhere. */
  push(piece: Uint8Array): void;
  /** Bytes received for the command, known and unknown streams together. */
  readonly size: number;
  /** True once nothing more can follow. */
  readonly ended: boolean;
  /** Call when the phone has closed the stream. The answer, or null when the stream ended before the command did. */
  finish(): { readonly stdout: Uint8Array; readonly stderr: Uint8Array; readonly exitCode: number } | null;
}

const headerSize = 5;
const stdoutId = 1;
const stderrId = 2;
const exitId = 3;

/**
 * Reads shell protocol v2: packets of an id (u8), a length (u32 LE) and data; ids 1 stdout, 2 stderr, 3 exit code
 * (AOSP packages/modules/adb/shell_protocol.h).
 *
 * A packet is passed on while it arrives and never held back until it is whole: its length is the phone's word, up to 4 GB.
 *
 * @param maxBytes as for the command; do not call `finish` once `size` has passed it.
 */
export function shellV2Reader(maxBytes: number): ShellReader {
  const stdout = new ByteSink(maxBytes);
  const stderr = new ByteSink(maxBytes);
  const header = new Uint8Array(headerSize);
  let headerLength = 0;
  let left = 0;
  let size = 0;
  let exitCode: number | null = null;

  function data(piece: Uint8Array): void {
    if (header[0] === exitId) {
      exitCode = piece[0] ?? null;
      return;
    }
    size += piece.length;
    if (header[0] === stdoutId) stdout.push(piece);
    else if (header[0] === stderrId) stderr.push(piece);
  }

  function push(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length && exitCode === null) {
      if (left === 0) {
        header[headerLength++] = piece[at++] ?? 0;
        if (headerLength < headerSize) continue;
        headerLength = 0;
        left = new DataView(header.buffer).getUint32(1, true);
      } else {
        const part = piece.subarray(at, at + left);
        data(part);
        at += part.length;
        left -= part.length;
      }
    }
  }

  return {
    push,
    get size() {
      return size;
    },
    get ended() {
      return exitCode !== null;
    },
    finish: () => (exitCode === null ? null : { stdout: stdout.take(), stderr: stderr.take(), exitCode }),
  };
}

/**
 * Reads a plain stream whose last line is `marker`, the exit code and a line feed; both streams of the command arrive in one.
 *
 * @param marker cannot be guessed, so that no output can imitate an exit code.
 * @param maxBytes as for the command; do not call `finish` once `size` has passed it.
 */
export function markedReader(marker: string, maxBytes: number): ShellReader {
  const tailSize = marker.length + "255\n".length;
  const output = new ByteSink(maxBytes + tailSize);

  return {
    push: (piece) => output.push(piece),
    get size() {
      return Math.max(0, output.length - tailSize);
    },
    ended: false,
    finish() {
      const bytes = output.take();
      const tailStart = Math.max(0, bytes.length - tailSize);
      // Every byte becomes one character, so that positions in the text are positions in the bytes.
      const tail = String.fromCharCode(...bytes.subarray(tailStart));
      const at = tail.lastIndexOf(marker);
      const code = at < 0 ? null : /^(\d{1,3})\n$/.exec(tail.slice(at + marker.length));
      if (code === null || Number(code[1]) > 255) return null;
      return { stdout: bytes.slice(0, tailStart + at), stderr: new Uint8Array(), exitCode: Number(code[1]) };
    },
  };
}
