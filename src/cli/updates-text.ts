import type { ExploitedFix, LevelStanding, UpdateRow, Updates } from "../centre/updates.ts";
import type { Outcome } from "../core/report.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { paint } from "./paint.ts";
import { type Column, layOut } from "./text-table.ts";

interface Look {
  readonly width: number;
  readonly color: boolean;
}

const partWords: Readonly<Record<UpdateRow["part"], string>> = {
  framework: "Framework",
  system: "System",
  media: "Media",
  kernel: "Kernel",
  "play-system": "Google Play system",
  vendor: "Chips and drivers, all makers",
  "google-devices": "Google's own phones",
  "not-told": "Part not told",
};

const columns: readonly Column<UpdateRow>[] = [
  { title: "Part", value: ({ part }) => partWords[part], least: 12, most: 32 },
  ...(["critical", "high", "moderate", "low", "notTold"] as const).map(
    (grade): Column<UpdateRow> => ({
      title: grade === "notTold" ? "not graded" : grade,
      value: (row) => String(row[grade]),
      least: 4,
      most: 12,
      align: "right",
    }),
  ),
];

/** What is known of a phone's updates, for a terminal: one sentence, then the levels, the table, attacks, months, what is newer. */
export function updateLines(found: Updates, look: Look): readonly string[] {
  const { fixes } = found;
  return [
    ...wrap(paint(plainText(found.summary), "bold", look.color), look.width),
    "",
    ...levelLines(found),
    ...(fixes === null
      ? []
      : [...tableLines(fixes.rows, look), ...attackLines(fixes.os, fixes.vendor, look), ...monthLines(fixes, look)]),
    ...newestLines(found),
    ...fdroidLines(found),
    ...answerLines(found.outcomes, look),
    "",
    ...found.lists.map(
      ({ id, origin, date }) =>
        `List ${id}: of ${date}, ${origin === "embedded" ? "as it comes with Candor" : "updated"}`,
    ),
    ...wrap(
      "A level is the maker's word: the phone may have fixes that it does not promise, and lack some that it does.",
      look.width,
    ),
  ];
}

function levelLines({ fixes, playSystem, webview, kernel }: Updates): readonly string[] {
  const told = (standing: LevelStanding | undefined) =>
    standing?.unknown ?? (standing?.level === null ? "not told" : standing?.level) ?? "not told";
  const rows: readonly (readonly [string, string])[] = [
    ["Android", told(fixes?.os)],
    ["Chips and drivers", told(fixes?.vendor)],
    ["Google Play system", playSystem ?? "not told"],
    ["WebView", webview ?? "not told"],
    ["Kernel", kernel ?? "not told"],
  ];
  return rows.map(([name, value]) => `${name.padEnd(20)}${plainText(value, 120)}`);
}

function tableLines(rows: readonly UpdateRow[], look: Look): readonly string[] {
  if (rows.length === 0) return [];
  const { head, lines } = layOut(columns, rows, look.width);
  return ["", "Missing fixes, at least:", `  ${paint(head, "dim", look.color)}`, ...lines.map((line) => `  ${line}`)];
}

function attackLines(os: LevelStanding, vendor: LevelStanding, look: Look): readonly string[] {
  const open = [...os.exploited, ...vendor.exploited].sort((a, b) => (a.added < b.added ? 1 : -1));
  if (open.length === 0) return [];
  return [
    "",
    "Of these, known to be used in attacks:",
    ...open.map((fix) => `  ${paint("✗", "red", look.color)} ${attack(fix)}`),
  ];
}

function attack({ id, part, level, added, sure, vendor }: ExploitedFix): string {
  const whose = part === "vendor" ? ` (parts of ${plainText(vendor, 60)})` : ` (${partWords[part].toLowerCase()})`;
  return `${id}${whose}: listed on ${added}, ${sure ? "" : "probably "}fixed at the level of ${level}`;
}

function monthLines({ months, until, stale }: NonNullable<Updates["fixes"]>, look: Look): readonly string[] {
  if (months.length === 0) return [];
  const all = months.map(({ month, fixes, complete }) => `${month}: ${fixes}${complete ? "" : "+"}`);
  const parts = months.some(({ complete }) => !complete)
    ? " (+: at least; the list may not have all of that month)"
    : "";
  return [
    "",
    `Published fixes by month since the lower level${parts}:`,
    ...wrap(all.join("  "), look.width - 2).map((line) => `  ${line}`),
    ...(stale
      ? wrap(`The list ends in ${until}. What was published since is not in it: candor feeds update`, look.width)
      : []),
  ];
}

function newestLines({ newest }: Updates): readonly string[] {
  if (newest === null) return [];
  return ["", `Newest system known for ${plainText(newest.model)}: ${plainText(newest.version)} of ${newest.date}`];
}

function fdroidLines({ fdroid }: Updates): readonly string[] {
  if (fdroid === null) return [];
  const said = fdroid.apps.flatMap(({ package: name, version, newer, signer, vulnerable }) => [
    ...(newer === null ? [] : [`${name}: ${version ?? "version not told"}, newer is ${newer}`]),
    ...(vulnerable ? [`${name}: F-Droid says that this version has a known hole`] : []),
    ...(signer === "other" ? [`${name}: signed by somebody else than in the repository`] : []),
  ]);
  const lost = fdroid.missing.map((name) => `${name}: not in the repository (any more)`);
  const head = `Compared with F-Droid's index of ${fdroid.published}: ${fdroid.apps.length} apps`;
  return ["", head, ...[...said, ...lost].map((line) => `  ${plainText(line, 200)}`)];
}

const marks = { pass: "✓", fail: "✗", unknown: "?", "not-applicable": "–" } as const;
const tones = { pass: "green", fail: "red", unknown: "yellow", "not-applicable": "dim" } as const;

function answerLines(outcomes: readonly Outcome[], look: Look): readonly string[] {
  return [
    "",
    ...outcomes.flatMap((outcome) => {
      const { state, title, reason, findings = [] } = outcome;
      const said =
        state === "fail" ? findings.map(({ message }) => message) : state === "unknown" && reason ? [reason] : [];
      return [
        `${paint(marks[state], tones[state], look.color)} ${title}`,
        ...said.flatMap((text) => wrap(plainText(text), look.width - 4).map((line) => `    ${line}`)),
      ];
    }),
  ];
}
