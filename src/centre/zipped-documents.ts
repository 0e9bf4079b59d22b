import { FormatError } from "../core/errors.ts";
import type { ZippedDocuments } from "../core/feed.ts";
import { memoryFile, nodeCodec } from "../device/file.ts";
import { openZip, readEntry } from "../formats/zip.ts";

/** Bytes of all that is kept. */
const maxKept = 60_000_000;

/**
 * What is kept of the JSON documents of a zip: one a line, in the order of their names.
 *
 * @throws FormatError when it is no zip, a document is no JSON or not what the list expects, or there is more of anything than it says
 */
export async function keptDocuments(
  zipped: Uint8Array,
  { maxEntries, maxEntryBytes, keep }: ZippedDocuments,
): Promise<Uint8Array> {
  const limits = { maxEntries, maxDirectoryBytes: 32 * 1024 * 1024, maxEntryBytes, maxRatio: 250 };
  const zip = await openZip(memoryFile(zipped), limits);
  const names = [...zip.entries.values()].flatMap((each) =>
    !each.directory && each.name.endsWith(".json") ? each.name : [],
  );
  const lines: string[] = [];
  let length = 0;
  for (const name of names.sort()) {
    let document: unknown;
    try {
      document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await readEntry(zip, name, nodeCodec)));
    } catch (error) {
      if (error instanceof FormatError) throw error;
      throw new FormatError("zip", `${name.slice(0, 100)} is no JSON`);
    }
    const kept = keep(document);
    if (kept === null) continue;
    const line = `${JSON.stringify(kept)}\n`;
    length += line.length;
    if (length > maxKept) throw new FormatError("zip", "there is too much in it");
    lines.push(line);
  }
  if (lines.length === 0) throw new FormatError("zip", "there is nothing in it that is of use");
  return new TextEncoder().encode(lines.join(""));
}
