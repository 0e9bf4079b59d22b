import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileEngineLane, FileJudgement } from "./file-engine.ts";

/** A folder that holds one app in parts, as phones and download tools lay them down. */
export interface AppFolder {
  readonly path: string;
  /** Names of the files in it, the base first. */
  readonly parts: readonly string[];
  /** Bytes of all. */
  readonly size: number;
  /** ISO 8601 time of the last change of any. */
  readonly modified: string;
}

const baseNames = ["base.apk", "base-master.apk"];
/** `pm path` and adb pull; bundletool; an XAPK taken apart. */
const partName = /^(?:split_.+|base-.+|config\..+)\.apk$/;
const maxParts = 500;

/** Names of the files in a folder that are one app together; none where it holds no base with a part beside it. */
export function partsOfApp(names: readonly string[]): readonly string[] {
  const bases = baseNames.filter((name) => names.includes(name));
  const [base] = bases;
  if (base === undefined || bases.length > 1) return [];
  const parts = names.filter((name) => name !== base && partName.test(name));
  return parts.length === 0 || parts.length >= maxParts ? [] : [base, ...parts];
}

/** The folder with its parts. @throws the operating system's error where one of them is gone. */
export async function readAppFolder(path: string, parts: readonly string[]): Promise<AppFolder> {
  let size = 0;
  let modified = 0;
  for (const name of parts) {
    const info = await stat(join(path, name));
    size += info.size;
    modified = Math.max(modified, info.mtimeMs);
  }
  return { path, parts, size, modified: new Date(modified).toISOString() };
}

/** What engines that read files themselves say of a file, or of all parts in a folder. */
export async function lookAtAll(
  lane: FileEngineLane,
  { path, size, parts }: { readonly path: string; readonly size: number; readonly parts?: readonly string[] },
): Promise<FileJudgement> {
  if (!parts) return await lane.look({ path, size });
  const all: FileJudgement[] = [];
  for (const name of parts) {
    const file = join(path, name);
    const { verdicts, unjudged } = await lane.look({
      path: file,
      size: (await stat(file).catch(() => null))?.size ?? 0,
    });
    all.push({
      verdicts: verdicts.map((each) => ({
        ...each,
        inside: each.inside === null ? name : `${name}!/${each.inside}`,
      })),
      unjudged: unjudged.map((sentence) => `${name}: ${sentence}`),
    });
  }
  return { verdicts: all.flatMap((each) => each.verdicts), unjudged: all.flatMap((each) => each.unjudged) };
}
