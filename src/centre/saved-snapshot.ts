import { open } from "node:fs/promises";
import { DeviceError } from "../core/errors.ts";
import { type Snapshot, snapshotSchema } from "../core/snapshot.ts";

/** A snapshot is at most this long; a phone with 500 apps makes about 5 MB. */
const maxBytes = 256 * 1024 * 1024;

/**
 * Reads a snapshot that `check --save` wrote; undefined when the file is something else (another reader's turn).
 *
 * @throws DeviceError `unreadable` when it says it is a snapshot and is none that this version reads.
 */
export async function readSnapshot(path: string): Promise<Snapshot | undefined> {
  const text = await headThenAll(path);
  if (text === undefined) return undefined;
  const { snapshot } = await import("./schema.ts");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new DeviceError(
      "unreadable",
      `${path} begins like a saved examination, but is damaged.`,
      "Use another copy of it.",
    );
  }
  const result = snapshot.safeParse(parsed);
  if (result.success) return result.data as Snapshot;
  const version = (parsed as { schema?: unknown }).schema;
  throw new DeviceError(
    "unreadable",
    `${path} is a saved examination of another version (${String(version)}; this Candor reads ${snapshotSchema}).`,
    "Examine the phone again with this version, or use the version that saved it.",
  );
}

async function headThenAll(path: string): Promise<string | undefined> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, "r");
  } catch {
    return undefined;
  }
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(200);
    const { bytesRead } = await file.read(head, 0, head.length, 0).catch(() => ({ bytesRead: 0 }));
    const begins = head.subarray(0, bytesRead).toString("utf8");
    if (!/^\s*\{\s*"schema":\s*"candor\.snapshot\//.test(begins)) return undefined;
    if (size > maxBytes) throw new DeviceError("unreadable", `${path} is too large for a saved examination.`);
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}
