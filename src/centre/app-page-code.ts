import type { CodeFacts } from "../apps/app-code.ts";
import type { AppRecord } from "../apps/app-record.ts";
import type { CallKind } from "../apps/code-calls.ts";
import type { AppView, PageRow, PageSection } from "./app-page.ts";
import { counted, line, list, rowsOf } from "./page-row.ts";

/** What is in its code. */
export function codeSection({ records: [base, ...parts], inspection }: AppView): PageSection {
  const title = "Its code";
  if (!base) {
    if (!inspection) return { title, rows: [] };
    const { loadsCode, packers, depth } = inspection;
    if (depth !== "code") return { title, rows: [line("code", "unknown: it was not read", "warn")] };
    return {
      title,
      rows: [
        ...list("wrapped by", packers, "warn"),
        ...(loadsCode === true ? [line("loads code", loads["loads-dex"])] : []),
      ],
    };
  }
  return { title, rows: [...rowsOf(base.code, "code", codeRows), ...parts.flatMap(partRows)] };
}

function codeRows(code: CodeFacts): readonly PageRow[] {
  const {
    classes,
    files,
    obfuscation,
    calls,
    callsComplete,
    packers,
    nativeLibraries,
    carried,
    disguised,
    disguisedComplete,
    more,
  } = code;
  const share = Math.round(obfuscation.share * 100);
  const kinds = [...new Set(calls.map(({ kind }) => kind))];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const asleep = files.filter(({ started }) => !started).map(({ entry }) => entry);
  return [
    line(
      "classes",
      `${counted(classes, "class", "classes")} in ${counted(files.length, "file")}, ${counted(bytes, "byte")}`,
    ),
    ...list(
      "wrapped by",
      packers.map(({ name, evidence }) => `${name}, which hides its code (${evidence})`),
      "warn",
    ),
    ...(obfuscation.extent === "none"
      ? []
      : [
          line(
            "names",
            `${share} % of its classes have shortened names${obfuscation.extent === "most" ? ": libraries can hardly be told by them" : ""}`,
          ),
        ]),
    ...kinds.map((kind) => ({ label: callNames[kind], items: callItems(kind, calls) })),
    ...(callsComplete ? [] : [line("calls", "not all code could be walked: some may be missing", "warn")]),
    ...list(
      "not started",
      asleep.map((entry) => `${entry}, which Android does not start by itself`),
      "warn",
    ),
    ...list("carries", carried),
    ...list("disguised", disguised.map(disguisedWords), "warn"),
    ...(disguisedComplete
      ? []
      : [line("disguised", "not all entries were looked at for code under other names", "quiet")]),
    ...list(
      "native",
      nativeLibraries.map(({ name, abis }) => `${name} (${abis.join(", ")})`),
      "quiet",
    ),
    ...(more > 0 ? [line("", `and ${more} more that are not listed`, "quiet")] : []),
  ];
}

const callNames: Readonly<Record<CallKind, string>> = {
  "loads-dex": "loads code",
  "loads-native": "loads native",
  "runs-commands": "runs programs",
  "sends-messages": "sends SMS",
};

const loads: Readonly<Record<CallKind, string>> = {
  "loads-dex": "it can load code that is not looked at here",
  "loads-native": "it loads native libraries",
  "runs-commands": "it can start other programs",
  "sends-messages": "it can send text messages by itself",
};

function callItems(kind: CallKind, calls: CodeFacts["calls"]) {
  const here = calls.filter((call) => call.kind === kind);
  const places = here.map(({ method, caller }) => ({ text: `${method}, called in ${caller}`, tone: "quiet" as const }));
  return [{ text: loads[kind] }, ...places];
}

/** Splits bring native libraries more often than code. */
function partRows({ code, identity }: AppRecord): readonly PageRow[] {
  const name = "split" in identity ? (identity.split ?? "part") : "part";
  return rowsOf(code, name, ({ classes, nativeLibraries }) => [
    ...(classes > 0 ? [line(name, counted(classes, "class", "classes"))] : []),
    ...list(
      name,
      nativeLibraries.map((library) => `${library.name} (${library.abis.join(", ")})`),
      "quiet",
    ),
  ]);
}

/** Where the files differ from what their formats ask. */
export function marksSection({ records, inspection }: AppView): PageSection {
  const title = "Marks of tampering";
  if (records.length === 0) return { title, rows: list("marks", inspection?.tampering ?? [], "warn") };
  const marks = records.flatMap(({ tampering }) => tampering.marks);
  const more = records.reduce((sum, { tampering }) => sum + tampering.more, 0);
  return {
    title,
    rows: [
      ...list(
        "marks",
        marks.map(({ kind, detail, entry }) => `${kind}: ${detail}${entry === null ? "" : ` (${entry})`}`),
        "warn",
      ),
      ...(more > 0 ? [line("", `and ${more} more`, "quiet")] : []),
    ],
  };
}

const disguises: Readonly<Record<CodeFacts["disguised"][number]["kind"], string>> = {
  dex: "Android code",
  "compact-dex": "Android code, prepared for a phone",
  "optimised-dex": "Android code, prepared for a phone",
  native: "a program for the processor",
  archive: "an archive",
};

function disguisedWords({ entry, kind, size }: CodeFacts["disguised"][number]): string {
  return `${entry}: ${disguises[kind]} under another name (${counted(size, "byte")})`;
}
