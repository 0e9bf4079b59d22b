import { BrokenPipe } from "./byte-queue.ts";
import type { Files } from "./program.ts";

/** Bytes after which a command lets others go first. */
const stretch = 4 << 20;

/**
 * Keeps a command from holding the process: pipes in memory never wait for anything outside, so that without a rest
 * `cat /dev/zero | wc -c` would stop every other connection, and would not hear that its client is gone.
 */
export interface Pacing {
  /** Tells of bytes that passed. @throws BrokenPipe when the client is gone. */
  passed(bytes: number): Promise<void>;
}

/** The pacing of one client's command. */
export function pacing(signal: AbortSignal): Pacing {
  let left = stretch;
  return {
    passed: async (bytes) => {
      if (signal.aborted) throw new BrokenPipe();
      left -= bytes;
      if (left > 0) return;
      left = stretch;
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

/** Files whose reading is paced and ends with the client. */
export function pacedFiles(files: Files, pace: Pacing): Files {
  return {
    lstat: (path) => files.lstat(path),
    stat: (path) => files.stat(path),
    readlink: (path) => files.readlink(path),
    list: (path) => files.list(path),
    open: (path, offset) => paced(files.open(path, offset), pace),
    write: (path, body, how) => files.write(path, body, how),
    change: (path, to) => files.change(path, to),
    mkdir: (path, mode) => files.mkdir(path, mode),
    symlink: (target, path) => files.symlink(target, path),
    rename: (from, to) => files.rename(from, to),
    remove: (path) => files.remove(path),
  };
}

async function* paced(source: AsyncIterable<Uint8Array>, pace: Pacing): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    await pace.passed(chunk.length);
    yield chunk;
  }
}
