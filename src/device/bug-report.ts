import { DeviceError, FormatError } from "../core/errors.ts";
import type { Output } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import {
  type BugReport,
  bugReportDump,
  bugReportHeadBytes,
  bugReportHeader,
  bugReportSection,
  indexBugReport,
  isBugReport,
} from "../formats/bugreport.ts";
import { type BugReportTime, bugReportTime } from "../formats/bugreport-time.ts";
import { parseSettingsDump, printSettingsList, type SettingsBlock } from "../formats/settings-dump.ts";
import { captureLimits } from "../formats/zip.ts";
import { type Folder, readWhole } from "./folder.ts";
import { type Answers, type Stored, stdout, stdoutText } from "./stored.ts";

/** The main text of a bug report found in a folder: its path and its bytes. */
export interface MainText {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that are looked into when no name tells which is the main text. */
const maxCandidates = 6;
/** A phone's settings are some hundred kB. */
const maxSettingsBytes = 16 * 1024 * 1024;
const mainNames = /(?:^|\/)(?:bugreport-[^/]*\.txt|dumpState_[^/]*\.log|dumpstate\.txt)$/i;

/**
 * The main text of the bug report in a folder or zip: what `main_entry.txt` names, else the text by its usual names (AOSP's,
 * Samsung's), else any text that begins like one; undefined where there is none.
 *
 * @throws DeviceError `unreadable` when there are several.
 */
export async function findMainText(folder: Folder): Promise<MainText | undefined> {
  const named = await namedMainText(folder);
  if (named) return named;
  const isText = (path: string) => folder.single === true || /\.(?:txt|log)$/i.test(path);
  const texts = [...folder.files.entries()].filter(([path]) => isText(path));
  const bySize = texts.sort((a, b) => b[1] - a[1]).map(([path]) => path);
  const usual = bySize.filter((path) => mainNames.test(path));
  const found = await mainTextsOf(folder, usual.slice(0, maxCandidates));
  if (found.length === 0) found.push(...(await mainTextsOf(folder, bySize.slice(0, maxCandidates))));
  if (found.length > 1)
    throw new DeviceError(
      "unreadable",
      `"${folder.name}" holds several bug reports: ${found.map(({ path }) => path).join(", ")}.`,
      "Unpack it and name one of them.",
    );
  return found[0];
}

async function namedMainText(folder: Folder): Promise<MainText | undefined> {
  const entries = [...folder.files.keys()].filter((path) => /(?:^|\/)main_entry\.txt$/.test(path));
  const [entry] = entries.sort((a, b) => a.split("/").length - b.split("/").length);
  if (entry === undefined || (folder.files.get(entry) ?? 0) > 4096) return undefined;
  const name = decodeText(await readWhole(folder, entry, 4096)).trim();
  const path = entry.slice(0, -"main_entry.txt".length) + name;
  if (!folder.files.has(path)) return undefined;
  return (await mainTextsOf(folder, [path]))[0];
}

/** Those of the files that begin like a bug report, at most two. */
async function mainTextsOf(folder: Folder, paths: readonly string[]): Promise<MainText[]> {
  const found: MainText[] = [];
  for (const path of paths) {
    if (found.length > 1) break;
    const file = await folder.open(path);
    try {
      const head = await file.read(0, Math.min(file.size, bugReportHeadBytes));
      if (!isBugReport(utf8(head))) continue;
      if (file.size > captureLimits.maxEntryBytes)
        throw new DeviceError(
          "too-large",
          `"${path}" is larger than the limit of ${captureLimits.maxEntryBytes} bytes.`,
        );
      found.push({ path, bytes: await file.read(0, file.size) });
    } finally {
      await file.close();
    }
  }
  return found;
}

/**
 * A source that answers from the main text of a bug report.
 *
 * @throws FormatError when the text holds no section and no dump.
 */
export function bugReportStored(bytes: Uint8Array, name: string): Stored {
  const report = indexBugReport(utf8(bytes));
  const time = bugReportTime(report);
  return {
    kind: "bug-report",
    name,
    takenAt: time?.at ?? null,
    noun: "bug report",
    answers: bugReportAnswers(report, time),
  };
}

/** Answers from an indexed bug report, or from the output of plain `dumpsys`. */
export function bugReportAnswers(report: BugReport, time?: BugReportTime): Answers {
  let settings: readonly SettingsBlock[] | undefined;
  const settingsBlocks = () => {
    const dump = bugReportDump(report, "settings");
    if (dump && dump.length > maxSettingsBytes)
      throw new FormatError("bug report", "its dump of settings is too large");
    if (dump) settings ??= parseSettingsDump(decodeText(dump));
    return settings;
  };
  return async (command) => {
    const [program = "", ...rest] = command;
    const [first = "", second = ""] = rest;
    if (program === "getprop" && rest.length === 0) return sectionAnswer(report, "SYSTEM PROPERTIES");
    if (program === "dumpsys" && rest.length === 1)
      return found(bugReportDump(report, first), `DUMP OF SERVICE ${first}`);
    if (program === "settings" && first === "list") return settingsAnswer(settingsBlocks(), rest.slice(1));
    if (program !== "bugreport") return undefined;
    if (first === "section" && rest.length === 2) return sectionAnswer(report, second);
    const zone = time && !time.zoneKnown ? "; its time has no zone and was taken as UTC" : "";
    return first === "header" && rest.length === 1 ? found(bugReportHeader(report), `header${zone}`) : undefined;
  };
}

function sectionAnswer(report: BugReport, title: string): Output | undefined {
  return found(bugReportSection(report, title), `section ${title}`);
}

function found(bytes: Uint8Array | undefined, origin: string): Output | undefined {
  return bytes && stdout(bytes, origin);
}

/** `settings list [--user N] NAMESPACE`. Without a user only where the dump leaves no doubt whose settings they are. */
function settingsAnswer(blocks: readonly SettingsBlock[] | undefined, rest: readonly string[]): Output | undefined {
  const namespace = rest.at(-1);
  const ofNamespace = blocks?.filter((block) => block.namespace === namespace) ?? [];
  const userGiven = rest.length === 3 && rest[0] === "--user" ? rest[1] : undefined;
  if (ofNamespace.length === 0 || (userGiven === undefined && rest.length !== 1)) return undefined;
  // Settings of the whole phone are dumped once, and are the same for every user.
  const user = namespace === "global" || userGiven === "current" ? undefined : userGiven;
  const matching = user === undefined ? ofNamespace : ofNamespace.filter((block) => String(block.user) === user);
  const [block] = matching;
  if (!block) return undefined;
  if (matching.length > 1)
    throw new FormatError(
      "bug report",
      `it holds ${namespace} settings of ${matching.length} users and does not say which of them was in the foreground`,
    );
  if (Object.keys(block.settings).length === 0) return undefined;
  return stdoutText(
    printSettingsList(block.settings),
    `DUMP OF SERVICE settings, ${block.namespace.toUpperCase()} SETTINGS (user ${block.user})`,
  );
}

/** Text that was saved as UTF-16, as Windows does when output is redirected, as UTF-8; any other text as it is. */
function utf8(bytes: Uint8Array): Uint8Array {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked ? new TextEncoder().encode(decodeText(bytes)) : bytes;
}
