import { overOperands } from "./lines.ts";
import { parseOptions, type Tool } from "./tool.ts";

const columns = ["l", "w", "c"] as const;
type Counts = Record<(typeof columns)[number], number>;

/** toybox `wc`: -l -w -c -m. One number, or one file alone, is printed without padding; several files get a total. */
export const wc: Tool = async (args, io, phone) => {
  const { operands, has } = parseOptions(args, "lwcm");
  const all = !["l", "w", "c", "m"].some(has);
  const wanted = columns.filter((key) => all || has(key) || (key === "c" && has("m")));
  const total: Counts = { l: 0, w: 0, c: 0 };
  const several = operands.length > 1;
  const padded = several || (operands.length === 0 && wanted.length > 1);
  const print = async (counts: Counts, name: string) => {
    const numbers = wanted.map((key) => String(counts[key]).padStart(padded ? 7 : 0)).join(" ");
    await io.write(name === "-" ? `${numbers}\n` : `${numbers} ${name}\n`);
  };
  const status = await overOperands("wc", operands, io, phone, async (source, operand) => {
    const counts = await counted(source);
    for (const key of columns) total[key] += counts[key];
    await print(counts, operand);
  });
  if (several) await print(total, "total");
  return status;
};

async function counted(source: AsyncIterable<Uint8Array>): Promise<Counts> {
  const counts: Counts = { l: 0, w: 0, c: 0 };
  let inWord = false;
  for await (const chunk of source) {
    counts.c += chunk.length;
    for (const byte of chunk) {
      if (byte === 10) counts.l++;
      const isBlank = byte === 32 || (byte >= 9 && byte <= 13);
      if (!isBlank && !inWord) counts.w++;
      inWord = !isBlank;
    }
  }
  return counts;
}
