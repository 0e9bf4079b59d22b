import { concat } from "../byte-queue.ts";
import { resolvePath } from "../path.ts";
import { FileError, type Io, type Phone } from "../program.ts";
import { ToolError } from "./tool.ts";

/** Bytes of one line, and bytes kept by a tool that must see all of its input. */
export const maxHeld = 64 << 20;

/** The lines of a source without their line feeds, as many together as have arrived. @throws ToolError on an endless line. */
export async function* lineBatches(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
  let open: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      lines.push(concat([...open, chunk.subarray(start, end)]));
      open = [];
      size = 0;
      start = end + 1;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size > maxHeld) throw new ToolError("line too long");
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [concat(open)];
}

/** All lines of a source. @throws ToolError beyond 64 MiB. */
export async function allLines(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const lines of lineBatches(source)) {
    for (const line of lines) {
      size += line.length + 1;
      all.push(line);
    }
    if (size > maxHeld) throw new ToolError("Out of memory");
  }
  return all;
}

const lineFeed = Uint8Array.of(10);

/** Lines with their line feeds as one array. */
export function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  return concat(lines.flatMap((line) => [line, lineFeed]));
}

/** The bytes of an operand: a file, or standard input for `-`. */
export function openOperand(operand: string, io: Io, phone: Phone): AsyncIterable<Uint8Array> {
  return operand === "-" ? io.stdin : phone.files.open(resolvePath(io.cwd, operand));
}

/**
 * Runs a tool over each operand, over standard input where there are none, and goes on behind a file that cannot be
 * read, as toybox does; the exit code is then 1.
 */
export async function overOperands(
  name: string,
  operands: readonly string[],
  io: Io,
  phone: Phone,
  body: (source: AsyncIterable<Uint8Array>, operand: string) => Promise<void>,
): Promise<number> {
  let status = 0;
  for (const operand of operands.length === 0 ? ["-"] : operands) {
    try {
      await body(openOperand(operand, io, phone), operand);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await io.error(`${name}: ${operand}: ${error.message}\n`);
      status = 1;
    }
  }
  return status;
}
