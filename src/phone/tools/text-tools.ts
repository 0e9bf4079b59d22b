import { concat } from "../byte-queue.ts";
import { resolvePath } from "../path.ts";
import type { Io } from "../program.ts";
import { allLines, joinLines, lineBatches, maxHeld, openOperand, overOperands } from "./lines.ts";
import { parseOptions, type Tool, ToolError } from "./tool.ts";

/** `cat`: -e and the like are not there. */
export const cat: Tool = (args, io, phone) => {
  const { operands } = parseOptions(args, "u");
  return overOperands("cat", operands, io, phone, async (source) => {
    for await (const chunk of source) await io.write(chunk);
  });
};

/** `head -n LINES | -c BYTES`, also `-5`. */
export const head: Tool = (args, io, phone) => {
  const { operands, value } = parseOptions(shortCount(args), "n:c:q");
  const bytes = value("c");
  return overOperands("head", operands, io, phone, (source) =>
    bytes === undefined ? firstLines(source, count(value("n") ?? "10"), io) : firstBytes(source, count(bytes), io),
  );
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

/** `tail -n LINES | -n +LINE | -c BYTES`, also `-5`. */
export const tail: Tool = (args, io, phone) => {
  const { operands, value } = parseOptions(shortCount(args), "n:c:q");
  const bytes = value("c");
  const lines = value("n") ?? "10";
  return overOperands("tail", operands, io, phone, async (source) => {
    if (bytes !== undefined) await io.write(await lastBytes(source, count(bytes)));
    else if (lines.startsWith("+")) await linesFrom(source, count(lines.slice(1)), io);
    else await lastLines(source, count(lines), io);
  });
};

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
  for await (const lines of lineBatches(source)) {
    held.push(...lines);
    held = wanted === 0 ? [] : held.slice(-wanted);
    size = held.reduce((sum, line) => sum + line.length, 0);
    if (size > maxHeld) throw new ToolError("Out of memory");
  }
  await io.write(joinLines(held));
}

async function linesFrom(source: AsyncIterable<Uint8Array>, first: number, io: Io): Promise<void> {
  let skip = Math.max(0, first - 1);
  for await (const lines of lineBatches(source)) {
    const shown = lines.slice(skip);
    skip = Math.max(0, skip - lines.length);
    if (shown.length > 0) await io.write(joinLines(shown));
  }
}

/** `sort`: -n -r -u. */
export const sort: Tool = async (args, io, phone) => {
  const { operands, has } = parseOptions(args, "nruf");
  const all: Uint8Array[] = [];
  const status = await overOperands("sort", operands, io, phone, async (source) => {
    all.push(...(await allLines(source)));
  });
  const compare = has("n") ? (a: Uint8Array, b: Uint8Array) => numberOf(a) - numberOf(b) || bytewise(a, b) : bytewise;
  all.sort(has("r") ? (a, b) => compare(b, a) : compare);
  const shown = has("u")
    ? all.filter((line, index) => index === 0 || bytewise(line, all[index - 1] ?? line) !== 0)
    : all;
  await io.write(joinLines(shown));
  return status;
};

/** `uniq`: -c -d -u. */
export const uniq: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "cdu");
  return overOperands("uniq", operands.slice(0, 1), io, phone, async (source) => {
    let last: Uint8Array | undefined;
    let times = 0;
    const show = async () => {
      if (last === undefined || (has("d") && times < 2) || (has("u") && times > 1)) return;
      if (has("c")) await io.write(`${String(times).padStart(7)} `);
      await io.write(joinLines([last]));
    };
    for await (const lines of lineBatches(source)) {
      for (const line of lines) {
        if (last !== undefined && bytewise(last, line) === 0) times++;
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

/** `wc`: -l -w -c. */
export const wc: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "lwcm");
  const all = !["l", "w", "c", "m"].some(has);
  return overOperands("wc", operands, io, phone, async (source, operand) => {
    const total = { l: 0, w: 0, c: 0 };
    let inWord = false;
    for await (const chunk of source) {
      total.c += chunk.length;
      for (const byte of chunk) {
        if (byte === 10) total.l++;
        const isBlank = byte === 32 || (byte >= 9 && byte <= 13);
        if (!isBlank && !inWord) total.w++;
        inWord = !isBlank;
      }
    }
    const wanted = (["l", "w", "c"] as const).filter((key) => all || has(key) || (key === "c" && has("m")));
    const numbers = wanted.map((key) => String(total[key]).padStart(all ? 7 : 0)).join(" ");
    await io.write(operand === "-" ? `${numbers}\n` : `${numbers} ${operand}\n`);
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
    await phone.files.write(resolvePath(io.cwd, operand), body, { mode: 0o644 });
  }
  return 0;
};

/** `head -5` for `head -n 5`. */
function shortCount(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => (index === 0 && /^-[0-9]+$/.test(arg) ? ["-n", arg.slice(1)] : [arg]));
}

function count(text: string): number {
  if (!/^[0-9]{1,15}$/.test(text)) throw new ToolError(`not integer: ${text}`);
  return Number(text);
}

function bytewise(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function numberOf(line: Uint8Array): number {
  return Number.parseFloat(new TextDecoder("latin1").decode(line.subarray(0, 32))) || 0;
}
