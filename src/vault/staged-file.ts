import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { partialName } from "./cut-uploads.ts";
import { diskError } from "./disk-error.ts";
import { writeBytes } from "./file-pieces.ts";

/**
 * A file that is written before its name is known, under one by which it is swept away where nobody comes to name it. Written by the thread itself,
 * which is there for that. Every call throws VaultError: `denied`, `unwritable`, `unreachable`.
 */
export interface StagedFile {
  readonly path: string;
  /** `part` may be used again at once. */
  write(part: Uint8Array): void;
  /** All of it so far. */
  content(): Uint8Array;
  /** No more is to come. To have it on the disk for certain is for whoever names it. */
  close(): void;
  /** Removes it, as far as that can be done. */
  drop(): void;
}

/** Begins a file in a folder, which is made where it is missing. */
export function stageFile(folder: string): StagedFile {
  const path = join(folder, partialName());
  const waiting = Buffer.allocUnsafeSlow(writeBytes);
  let waits = 0;
  let open = true;
  const onDisk = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw diskError(error, path);
    }
  };
  const file = onDisk(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(path, "wx", 0o600);
  });
  const flush = () => {
    for (let done = 0; done < waits; ) done += writeSync(file, waiting, done, waits - done);
    waits = 0;
  };
  return {
    path,
    write(part) {
      for (let at = 0; at < part.length; ) {
        const piece = part.subarray(at, at + writeBytes - waits);
        waiting.set(piece, waits);
        waits += piece.length;
        at += piece.length;
        if (waits === writeBytes) onDisk(flush);
      }
    },
    content: () =>
      onDisk(() => {
        flush();
        return readFileSync(path);
      }),
    close() {
      onDisk(flush);
      open = false;
      closeSync(file);
    },
    drop() {
      if (open) closeSync(file);
      open = false;
      rmSync(path, { force: true });
    },
  };
}
