import { DeviceError, FormatError } from "../core/errors.ts";
import type { Output, Source } from "../core/source.ts";
import type { RandomAccess } from "../formats/zip.ts";

/** A file on a phone, of which only the parts that are asked for are transferred. */
export interface PhoneFile extends RandomAccess {
  /** Bytes that came from the phone so far. */
  readonly transferred: number;
}

/** Limits of one read, and who is told of the bytes. */
export interface PhoneFileOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told after each read of the bytes that it transferred. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** What `dd` counts in: it skips whole blocks by seeking on every Android, where flags for bytes came late (toybox 0.8). */
const blockBytes = 4096;
/** What a small read brings along: the parts that an analysis needs lie close together, and each read is a process on the phone. */
const leastBytes = 16 * 1024;
/** A part that is larger than this is not read: nothing in an APK that is looked into from afar has to be. */
const mostBytes = 128 * 1024 * 1024;
/** Answers that are kept for the next read: how many, and of what size. */
const keptWindows = 4;
const keptBytes = 256 * 1024;
/** Slower than the slowest cable; the silence of a phone that is gone is noticed elsewhere. */
const bytesPerSecond = 512 * 1024;
const patienceMs = 20_000;

const byBlocks = 'dd if="$0" bs=4096 skip="$1" count="$2" 2>/dev/null';
const byBytes = 'tail -c +"$1" "$0" 2>/dev/null | head -c "$2"';
/** Phones that have no `dd`. */
const withoutDd = new WeakSet<Source>();

/**
 * A file on a phone as bytes that can be read anywhere, by `dd` on the phone. `size` is what the phone said of it before.
 *
 * Its `read` throws DeviceError where the phone refuses, vanishes or is stopped, and FormatError where it gives another number of bytes than
 * was asked for, so that a phone that lies about a size is found out at the latest at the end of the file.
 */
export function phoneFile(source: Source, path: string, size: number, options: PhoneFileOptions = {}): PhoneFile {
  let transferred = 0;
  const windows: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  const fetched = async (offset: number, length: number): Promise<Uint8Array> => {
    const first = Math.floor(offset / blockBytes);
    const last = Math.ceil((offset + Math.max(length, Math.min(leastBytes, size - offset))) / blockBytes);
    const start = first * blockBytes;
    const wanted = Math.min(last * blockBytes, size) - start;
    const count = (bytes: number) => {
      transferred += bytes;
      options.onBytes?.(bytes);
    };
    const bytes = await readBlocks(source, path, { first, blocks: last - first, wanted }, options.signal, count);
    if (bytes.length <= keptBytes) {
      windows.unshift({ offset: start, bytes });
      windows.length = Math.min(windows.length, keptWindows);
    }
    return bytes.subarray(offset - start, offset - start + length);
  };
  return {
    size,
    get transferred() {
      return transferred;
    },
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size)
        throw new FormatError("file", "it is shorter than it says");
      if (length > mostBytes) throw new FormatError("file", "a part of it is too large to be read from a phone");
      if (length === 0) return new Uint8Array();
      const held = windows.find((each) => each.offset <= offset && offset + length <= each.offset + each.bytes.length);
      return held ? held.bytes.subarray(offset - held.offset, offset - held.offset + length) : fetched(offset, length);
    },
  };
}

interface Blocks {
  readonly first: number;
  readonly blocks: number;
  /** Bytes that these blocks have in a file of the size that the phone told. */
  readonly wanted: number;
}

async function readBlocks(
  source: Source,
  path: string,
  { first, blocks, wanted }: Blocks,
  signal: AbortSignal | undefined,
  count: (bytes: number) => void,
): Promise<Uint8Array> {
  const limits = {
    timeoutMs: patienceMs + Math.ceil((wanted / bytesPerSecond) * 1000),
    maxBytes: wanted + blockBytes,
    signal,
  };
  const answer = async (): Promise<Output> => {
    const command = withoutDd.has(source)
      ? [byBytes, path, String(first * blockBytes + 1), String(wanted)]
      : [byBlocks, path, String(first), String(blocks)];
    const output = await source.run(["sh", "-c", ...command], limits).catch(tooLong);
    count(output.stdout.length + output.stderr.length);
    return output;
  };
  let output = await answer();
  if (output.exitCode === 127 && !withoutDd.has(source)) {
    withoutDd.add(source);
    output = await answer();
  }
  const { stdout, exitCode } = output;
  if ((exitCode ?? 0) !== 0 || (stdout.length === 0 && wanted > 0))
    throw new DeviceError("refused", `The phone does not let it be read: ${await whyNot(source, path, signal)}`);
  if (stdout.length !== wanted)
    throw new FormatError("file", `the phone gave ${stdout.length} bytes of it where ${wanted} were asked for`);
  return stdout;
}

/** More bytes than were asked for are an odd answer of this file's, and not a limit that the asker set. */
function tooLong(error: unknown): never {
  if (error instanceof DeviceError && error.code === "too-large")
    throw new FormatError("file", "the phone gave more bytes of it than were asked for");
  throw error;
}

/** The phone's own words; what reads the bytes leaves them out, as they would stand among the bytes on an old phone. */
async function whyNot(source: Source, path: string, signal: AbortSignal | undefined): Promise<string> {
  const limits = { timeoutMs: patienceMs, maxBytes: 64 * 1024, signal };
  const { stderr } = await source.run(["head", "-c", "1", path], limits);
  const words = new TextDecoder().decode(stderr).trim().split("\n")[0] ?? "";
  return words === "" ? "it gives no bytes" : words.slice(0, 200);
}
