import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { openZip, readEntry } from "../../src/formats/zip.ts";

const captures = "../shared/captures";

/** The text that one service dumped into a bug report of the real captures. */
export async function bugReportService(folder: string, service: string): Promise<string> {
  const bytes = readFileSync(`${captures}/${folder}/bugreport.zip`);
  const zip = await openZip({ size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) });
  const name = [...zip.entries.keys()].find((entry) => /^bugreport-.*\.txt$/.test(entry)) ?? "";
  const codec = {
    inflateRaw: (packed: Uint8Array) => inflateRawSync(packed),
    crc32: () => zip.entries.get(name)?.crc32 ?? 0,
  };
  const text = new TextDecoder().decode(await readEntry(zip, name, codec));
  const start = text.indexOf(`\nDUMP OF SERVICE ${service}:\n`);
  return text.slice(text.indexOf("\n", start + 1) + 1, text.indexOf(`\n${"-".repeat(79)}\n`, start) + 1);
}

/** One loose file of the captures as text, UTF-16 or UTF-8, without CR. */
export function captureText(path: string): string {
  const bytes = readFileSync(`${captures}/${path}`);
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);
  return text.replaceAll("\r", "");
}
