import { FormatError } from "../core/errors.ts";
import type { Output } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import { indexBugReport } from "../formats/bugreport.ts";
import { captureLimits } from "../formats/zip.ts";
import { bugReportAnswers, bugReportStored, findMainText } from "./bug-report.ts";
import { type Folder, readWhole, zipFolder } from "./folder.ts";
import { type Answers, type Stored, stdout } from "./stored.ts";

/** Files that make a folder with a `getprop.txt` an AndroidQF acquisition, where `acquisition.json` is missing. */
const companions = [
  "bugreport.zip",
  "dumpsys.txt",
  "packages.json",
  "services.txt",
  "selinux.txt",
  "settings_global.txt",
  "settings_secure.txt",
  "settings_system.txt",
  "root_binaries.json",
  "mounts.json",
  "processes.json",
  "processes.txt",
  "files.json",
] as const;

/** Files that hold the answer to one command. */
const commandFiles: ReadonlyMap<string, string> = new Map([
  ["getprop", "getprop.txt"],
  ["getenforce", "selinux.txt"],
  ["settings list global", "settings_global.txt"],
  ["settings list secure", "settings_secure.txt"],
  ["settings list system", "settings_system.txt"],
]);

/**
 * A source from the files of an AndroidQF acquisition; undefined where they are none. What its own files do not tell is looked for
 * in the bug report that it holds.
 *
 * AndroidQF 1.8: acquisition/acquisition.go, modules/*.go.
 */
export async function androidqfStored(folder: Folder): Promise<Stored | undefined> {
  const { files } = folder;
  const known = files.has("getprop.txt") && companions.some((name) => files.has(name));
  if (!files.has("acquisition.json") && !known) return undefined;
  const nested = once(() => nestedBugReport(folder));
  const dumps = once(() => dumpsysAnswers(folder));
  return {
    kind: "androidqf",
    name: folder.name,
    takenAt: (await acquisitionTime(folder)) ?? (await nested().catch(() => undefined))?.takenAt ?? null,
    noun: "AndroidQF acquisition",
    answers: firstOf([
      (command, maxBytes) => fileAnswer(folder, command, maxBytes),
      async (command, maxBytes) => (command[0] === "dumpsys" ? (await dumps())?.(command, maxBytes) : undefined),
      async (command, maxBytes) => (await nested())?.answers(command, maxBytes),
    ]),
    close: () => folder.close(),
  };
}

async function fileAnswer(folder: Folder, command: readonly string[], maxBytes: number): Promise<Output | undefined> {
  const own = command[0] === "androidqf" && command.length === 2 ? command[1] : commandFiles.get(command.join(" "));
  if (own === undefined || !folder.files.has(own)) return undefined;
  return stdout(await readWhole(folder, own, maxBytes), `file ${own}`);
}

/** What plain `dumpsys` printed. */
async function dumpsysAnswers(folder: Folder): Promise<Answers | undefined> {
  if (!folder.files.has("dumpsys.txt")) return undefined;
  const answers = bugReportAnswers(indexBugReport(await readWhole(folder, "dumpsys.txt", captureLimits.maxEntryBytes)));
  return async (command, maxBytes) => {
    const output = await answers(command, maxBytes);
    return output && { ...output, origin: `file dumpsys.txt, ${output.origin}` };
  };
}

async function nestedBugReport(folder: Folder): Promise<Stored | undefined> {
  if (!folder.files.has("bugreport.zip")) return undefined;
  const file = await folder.open("bugreport.zip");
  try {
    const text = await findMainText(await zipFolder(file, "bugreport.zip"));
    if (!text) throw new FormatError("bugreport.zip", "it holds no bug report");
    const { answers, ...rest } = bugReportStored(text.bytes, "bugreport.zip");
    return {
      ...rest,
      answers: async (command, maxBytes) => {
        const output = await answers(command, maxBytes);
        return output && { ...output, origin: `bugreport.zip, ${output.origin}` };
      },
    };
  } finally {
    await file.close();
  }
}

/** When the acquisition began, epoch milliseconds. */
async function acquisitionTime(folder: Folder): Promise<number | undefined> {
  if (!folder.files.has("acquisition.json")) return undefined;
  const text = decodeText(await readWhole(folder, "acquisition.json", 1024 * 1024));
  // Only this one value is needed, and the rest of the file may be cut off. Go prints the year 1 for a time that was never set.
  const written = /"started"\s*:\s*"([^"\s]{1,64})"/.exec(text)?.[1] ?? "";
  const zoned = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(written);
  const at = zoned ? Date.parse(written) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** The first of several that holds the answer. An answer that one holds but cannot give does not keep the others from giving it. */
function firstOf(all: readonly Answers[]): Answers {
  return async (command, maxBytes) => {
    let failure: unknown;
    for (const answers of all) {
      try {
        const output = await answers(command, maxBytes);
        if (output) return output;
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== undefined) throw failure;
    return undefined;
  };
}

/** Does the work at the first call and remembers what came of it. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
