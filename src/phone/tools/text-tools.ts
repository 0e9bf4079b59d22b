import { concat } from "../byte-queue.ts";
import { ByteReader } from "../byte-reader.ts";
import { resolvePath } from "../path.ts";
import type { Io } from "../program.ts";
import { joinLines, lineBatches, maxHeld, openOperand, overOperands } from "./lines.ts";
import { bytewise, upperCase } from "./sort.ts";
import { parseOptions, type Tool, ToolError, UsageError } from "./tool.ts";

const lineFeed = 10;

/** `cat`: -e and the like are not there. */
export const cat: Tool = (args, io, phone) => {
  const { operands } = parseOptions(args, "u");
  return overOperands("cat", operands, io, phone, async (source) => {
    for await (const chunk of source) await io.write(chunk);
  });
};

/** `head -n LINES | -c BYTES`, also `-5`; -q and -v for the titles of several files. */
export const head: Tool = (args, io, phone) => {
  const { operands, value, has } = parseOptions(shortCount(args), "n:c:qv");
  const bytes = value("c");
  const title = titles(operands.length, has, io);
  return overOperands("head", operands, io, phone, async (source, operand) => {
    const opened = await underTitle(source, () => title(operand));
    if (bytes === undefined) await firstLines(opened, count(value("n") ?? "10"), io);
    else await firstBytes(opened, count(bytes), io);
  });
};

async function firstLines(source: AsyncIterable<Uint8Array>, wanted: number, io: Io): Promise<void> {
  let left = wanted;
  if (left === 0) return;
  for await (const chunk of source) {
    let end = 0;
    while (left > 0) {
      const feed = chunk.indexOf(10, end);
      if (feed === -1) break;
      end = feed + 1;
      left--;
    }
    await io.write(left === 0 ? chunk.subarray(0, end) : chunk);
    if (left === 0) return;
  }
}

async function firstBytes(source: AsyncIterable<Uint8Array>, wanted: number, io: Io): Promise<void> {
  let left = wanted;
  if (left === 0) return;
  for await (const chunk of source) {
    await io.write(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
    if (left === 0) return;
  }
}

/** `tail -n LINES | -n +LINE | -c BYTES | -c +BYTE`, also `-5`. */
export const tail: Tool = (args, io, phone) => {
  const { operands, value, has } = parseOptions(shortCount(args), "n:c:qv");
  const bytes = value("c");
  const lines = value("n") ?? "10";
  const title = titles(operands.length, has, io);
  return overOperands("tail", operands, io, phone, async (opened, operand) => {
    const source = await underTitle(opened, () => title(operand));
    if (bytes?.startsWith("+")) await bytesFrom(source, count(bytes.slice(1)), io);
    else if (bytes !== undefined) await io.write(await lastBytes(source, count(bytes)));
    else if (lines.startsWith("+")) await linesFrom(source, count(lines.slice(1)), io);
    else await lastLines(source, count(lines), io);
  });
};

/** Prints `==> FILE <==` before each of several files. */
function titles(files: number, has: (letter: string) => boolean, io: Io): (operand: string) => Promise<void> {
  let first = true;
  return async (operand) => {
    if (!has("v") && (files < 2 || has("q"))) return;
    await io.write(`${first ? "" : "\n"}==> ${operand} <==\n`);
    first = false;
  };
}

/** The source, once it is known that it can be read: a file that is missing gets no title. */
async function underTitle(source: AsyncIterable<Uint8Array>, title: () => Promise<void>): Promise<ByteReader> {
  const reader = new ByteReader(source);
  const first = await reader.next();
  if (first !== undefined) reader.unread(first);
  await title();
  return reader;
}

async function bytesFrom(source: AsyncIterable<Uint8Array>, first: number, io: Io): Promise<void> {
  let skip = Math.max(0, first - 1);
  for await (const chunk of source) {
    if (skip < chunk.length) await io.write(chunk.subarray(skip));
    skip = Math.max(0, skip - chunk.length);
  }
}

async function lastBytes(source: AsyncIterable<Uint8Array>, wanted: number): Promise<Uint8Array> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of source) {
    const joined = concat([held, chunk]);
    held = joined.slice(Math.max(0, joined.length - wanted));
  }
  return held;
}

async function lastLines(source: AsyncIterable<Uint8Array>, wanted: number, io: Io): Promise<void> {
  let held: Uint8Array[] = [];
  let size = 0;
  let last: number | undefined;
  const noting = (async function* () {
    for await (const chunk of source) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
  })();
  for await (const lines of lineBatches(noting)) {
    held.push(...lines);
    held = wanted === 0 ? [] : held.slice(-wanted);
    size = held.reduce((sum, line) => sum + line.length, 0);
    if (size > maxHeld) throw new ToolError("Out of memory");
  }
  const shown = joinLines(held);
  await io.write(last === lineFeed ? shown : shown.subarray(0, -1));
}

async function linesFrom(source: AsyncIterable<Uint8Array>, first: number, io: Io): Promise<void> {
  let skip = Math.max(0, first - 1);
  for await (const chunk of source) {
    let start = 0;
    for (; skip > 0 && start < chunk.length; skip--) {
      const feed = chunk.indexOf(lineFeed, start);
      if (feed === -1) break;
      start = feed + 1;
    }
    if (skip === 0 && start < chunk.length) await io.write(chunk.subarray(start));
  }
}

/** `uniq`: -c -d -i -u. */
export const uniq: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "cdui");
  const folded = (line: Uint8Array) => (has("i") ? upperCase(line) : line);
  const named: Io = { ...io, error: (text) => io.error(String(text).replace(/^uniq: /, "uniq: No file ")) };
  return overOperands("uniq", operands.slice(0, 1), named, phone, async (source) => {
    let last: Uint8Array | undefined;
    let times = 0;
    const show = async () => {
      if (last === undefined || (has("d") && times < 2) || (has("u") && times > 1)) return;
      if (has("c")) await io.write(`${String(times).padStart(7)} `);
      await io.write(joinLines([last]));
    };
    for await (const lines of lineBatches(source)) {
      for (const line of lines) {
        if (last !== undefined && bytewise(folded(last), folded(line)) === 0) times++;
        else {
          await show();
          last = line;
          times = 1;
        }
      }
    }
    await show();
  });
};

/** `tee [-a] FILE…`. */
export const tee: Tool = async (args, io, phone) => {
  const { operands, has } = parseOptions(args, "ai");
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) {
    chunks.push(chunk);
    if (chunks.reduce((sum, each) => sum + each.length, 0) > maxHeld) throw new ToolError("Out of memory");
    await io.write(chunk);
  }
  for (const operand of operands) {
    const before = has("a") ? openOperand(operand, io, phone) : [];
    const body = (async function* () {
      yield* before;
      yield* chunks;
    })();
    await phone.files.write(resolvePath(io.cwd, operand), body, { mode: 0o666 });
  }
  return 0;
};

/** `head -5` for `head -n 5`. */
function shortCount(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => (index === 0 && /^-[0-9]+$/.test(arg) ? ["-n", arg.slice(1)] : [arg]));
}

function count(text: string): number {
  if (/^-[0-9]+$/.test(text)) throw new UsageError("-n < 0");
  if (!/^[0-9]{1,15}$/.test(text)) throw new ToolError(`not integer: ${text}`);
  return Number(text);
}
