import { ByteReader } from "../byte-reader.ts";
import { resolvePath } from "../path.ts";
import { FileError, type Io, type Phone } from "../program.ts";
import { humanSize } from "./ls.ts";
import { type Tool, ToolError } from "./tool.ts";

/** `dd`: if= of= bs= count= skip= status=, without seek and conversions. */
export const dd: Tool = async (args, io, phone) => {
  const values = new Map<string, string>();
  for (const arg of args) {
    const [, key, value] = /^(if|of|bs|ibs|obs|count|skip|status|iflag|oflag|conv)=(.*)$/s.exec(arg) ?? [];
    if (key === undefined || value === undefined) throw new ToolError(`bad arg ${arg}`);
    values.set(key, value);
  }
  const size = numberOf(values.get("bs") ?? values.get("ibs") ?? "512");
  const counted = { whole: 0, part: 0, bytes: 0 };
  const blocks = blocksOf(openInput(values.get("if"), numberOf(values.get("skip") ?? "0") * size, io, phone), size, {
    most: values.has("count") ? numberOf(values.get("count") ?? "") : Number.POSITIVE_INFINITY,
    counted,
  });
  const output = values.get("of");
  try {
    if (output !== undefined) await phone.files.write(resolvePath(io.cwd, output), blocks, { mode: 0o666 });
    else for await (const block of blocks) await io.write(block);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new ToolError(`${values.get("if") ?? output ?? ""}: ${error.message}`);
  }
  if (values.get("status") !== "none") await io.error(summary(counted, values.get("status") === "noxfer"));
  return 0;
};

interface Counted {
  whole: number;
  part: number;
  bytes: number;
}

function openInput(file: string | undefined, offset: number, io: Io, phone: Phone): AsyncIterable<Uint8Array> {
  return file === undefined ? skipped(io.stdin, offset) : phone.files.open(resolvePath(io.cwd, file), offset);
}

async function* skipped(source: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  let left = offset;
  for await (const chunk of source) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Reads without joining: a count of bytes is what matters to who reads, and a block of a gigabyte must not be held. */
async function* blocksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
  { most, counted }: { readonly most: number; readonly counted: Counted },
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const wanted = most * size;
  while (counted.bytes < wanted) {
    const chunk = await reader.next();
    if (chunk === undefined) break;
    const part = chunk.subarray(0, wanted - counted.bytes);
    counted.bytes += part.length;
    yield part;
  }
  await reader.cancel();
  counted.whole = Math.floor(counted.bytes / size);
  counted.part = counted.bytes % size === 0 ? 0 : 1;
}

function summary({ whole, part, bytes }: Counted, short: boolean): string {
  const records = `${whole}+${part} records in\n${whole}+${part} records out\n`;
  return short
    ? records
    : `${records}${bytes} bytes (${humanSize(bytes)}) copied, 0.001 s, ${humanSize(bytes * 1000)}/s\n`;
}

const units: Readonly<Record<string, number>> = { "": 1, b: 512, c: 1, k: 1024, K: 1024, M: 1 << 20, G: 1 << 30 };

function numberOf(text: string): number {
  const [, digits, unit = ""] = /^([0-9]{1,12})([bckKMG]?)$/.exec(text) ?? [];
  if (digits === undefined) throw new ToolError(`bad number '${text}'`);
  return Number(digits) * (units[unit] ?? 1);
}
