import { batches } from "./phone-apks.ts";
import { listening } from "./phone-hashes.ts";
import { onLink, type PhoneLink } from "./phone-link.ts";
import { type ReturnedFile, type ReturnPlan, volumeOf } from "./vault-return.ts";

/** What has the name of a file that is to be put on the phone: nothing of it is ever replaced. */
export interface TakenName {
  readonly file: ReturnedFile;
  /** `alike`: of the same size, so that it may be the same; compared to the last byte when it is its turn. */
  readonly found: "alike" | "other" | "unknown";
}

/** A part of the phone's storage that files are to be put on. */
export interface VolumeRoom {
  readonly volume: string;
  /** Bytes of files whose names are not taken. */
  readonly needs: number;
  /** Bytes that may still be written; null where the phone did not say. */
  readonly free: number | null;
}

const patienceMs = 30_000;
/** Blocks that are free for the shell, and bytes of one. */
const roomScript = 'stat -f -c "%a %S" "$1"; echo end';

/** One line for each name, in their order: the size of a file, or what is there. */
const lookScript =
  'for f; do if [ -f "$f" ]; then stat -L -c %s "$f" 2>/dev/null || echo no; elif [ -e "$f" ]; then echo other; else echo none; fi; done; echo end';

/** Looks which names of a plan are taken on the phone. Changes nothing. @throws DeviceError where the phone does not come back */
export async function takenNames(
  link: PhoneLink,
  { files }: Pick<ReturnPlan, "files">,
  { signal, onLooked }: { readonly signal: AbortSignal | undefined; readonly onLooked: (files: number) => void },
): Promise<readonly TakenName[]> {
  const byPath = new Map(files.map((file) => [file.to, file]));
  const taken: TakenName[] = [];
  let looked = 0;
  for (const batch of batches([...byPath.keys()])) {
    onLooked(looked);
    const lines = await linesOf(link, batch, signal);
    for (const [i, path] of batch.entries()) {
      const file = byPath.get(path);
      const found = file && foundAs(lines?.[i], file);
      if (file && found) taken.push({ file, found });
    }
    looked += batch.length;
  }
  return taken;
}

/** Asks the phone how much room each volume of a plan has. Changes nothing. @throws DeviceError where the phone does not come back */
export async function roomFor(
  link: PhoneLink,
  { files }: Pick<ReturnPlan, "files">,
  taken: readonly TakenName[],
  signal: AbortSignal | undefined,
): Promise<readonly VolumeRoom[]> {
  const there = new Set(taken.map(({ file }) => file));
  const needs = new Map<string, number>();
  for (const file of files) {
    const volume = volumeOf(file.to);
    needs.set(volume, (needs.get(volume) ?? 0) + (there.has(file) ? 0 : file.bytes));
  }
  const rooms: VolumeRoom[] = [];
  for (const [volume, bytes] of needs) rooms.push({ volume, needs: bytes, free: await freeOn(link, volume, signal) });
  return rooms;
}

/** Volumes that have less room than is needed, or did not say. */
export function tightRooms(rooms: readonly VolumeRoom[]): readonly VolumeRoom[] {
  return rooms.filter(({ needs, free }) => needs > 0 && (free === null || free < needs));
}

async function freeOn(link: PhoneLink, volume: string, signal: AbortSignal | undefined): Promise<number | null> {
  return await onLink(link, async (source) => {
    const limits = { timeoutMs: patienceMs, maxBytes: 4096, signal };
    const { stdout } = await listening(source, () => source.run(["sh", "-c", roomScript, "sh", volume], limits));
    const said = /^(\d{1,15}) (\d{1,7})\nend\n$/.exec(new TextDecoder().decode(stdout));
    return said ? Number(said[1]) * Number(said[2]) : null;
  });
}

/** Null for a name that is free. */
function foundAs(line: string | undefined, { bytes }: ReturnedFile): TakenName["found"] | null {
  if (line === "none") return null;
  if (line === "other") return "other";
  if (line === undefined || !/^\d{1,19}$/.test(line)) return "unknown";
  return Number(line) === bytes ? "alike" : "other";
}

/** As many lines as names; undefined where nobody knows which is whose. */
async function linesOf(
  link: PhoneLink,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[] | undefined> {
  const limits = { timeoutMs: patienceMs, maxBytes: 1024 * 1024, signal };
  return await onLink(link, async (source) => {
    const { stdout } = await listening(source, () => source.run(["sh", "-c", lookScript, "sh", ...paths], limits));
    const lines = new TextDecoder().decode(stdout).split("\n");
    return lines.length === paths.length + 2 && lines[paths.length] === "end" ? lines : undefined;
  });
}
