import type { EngineUse } from "../centre/app-engines.ts";
import type { AppListSummary, AppRow } from "../centre/app-list.ts";
import { mayWatch } from "../centre/app-view.ts";
import { severities } from "../core/check.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { safetyNotice } from "../report/wording.ts";
import { engineNames } from "./apps-text.ts";
import { paint, type Tone } from "./paint.ts";
import { type Column, layOut } from "./text-table.ts";

/** What is to be shown, and for what kind of terminal. */
export interface AppTable {
  readonly rows: readonly AppRow[];
  readonly summary: AppListSummary;
  readonly engines: readonly EngineUse[];
  readonly missing: readonly string[];
  /** The list is sorted by size, so that it is shown. */
  readonly bySize: boolean;
  readonly color: boolean;
  readonly width: number;
}

/** Sentences are not written wider than this, however wide the terminal is. */
const readable = 110;

/** The apps as a table, one a line, with what it comes to below. */
export function appsTable(table: AppTable): string {
  const { rows, color, width } = table;
  const { head, lines, left } = layOut(columns(table), rows, width);
  const out: string[] = [];
  if (rows.length > 0) {
    out.push(paint(head, "bold", color));
    for (const [i, line] of lines.entries()) out.push(paint(line, toneOf(rows[i]), color));
    out.push("");
  }
  const say = (text: string, tone: Tone = "plain") => {
    for (const line of wrap(plainText(text, 4000), Math.min(width, readable))) out.push(paint(line, tone, color));
  };
  for (const [sentence, tone] of closing(table, left)) say(sentence, tone);
  if (rows.some(({ app }) => mayWatch(app.verdicts))) {
    out.push("");
    say(safetyNotice, "red");
  }
  return `${out.join("\n")}\n`;
}

function columns({ rows, bySize }: AppTable): readonly Column<AppRow>[] {
  const severalUsers = rows.some(({ app }) => app.users.some((user) => user !== 0));
  const number = { least: 4, most: 8, align: "right" } as const;
  return [
    { title: "app", value: ({ name }) => name, least: 15, most: 30, keepEnd: ({ app }) => !app.label },
    { title: "package", value: ({ app }) => app.package, least: 20, most: 44, priority: 4, keepEnd: true },
    ...(severalUsers
      ? [{ title: "users", value: ({ app }: AppRow) => app.users.join(","), least: 5, most: 11, priority: 2 }]
      : []),
    { title: "from", value: ({ origin }) => origin.words, least: 11, most: 30, priority: 5 },
    { title: "signed by", value: ({ signer }) => signer, least: 12, most: 34, priority: 3 },
    {
      title: "size",
      value: ({ size }) => (size === null ? "?" : megabytes(size)),
      least: 8,
      most: 10,
      align: "right",
      ...(bySize ? {} : { priority: 1 }),
    },
    {
      title: "trackers",
      value: ({ trackers }) => (trackers === null ? "?" : String(trackers)),
      ...number,
      priority: 7,
    },
    { title: "asks", value: ({ dangerous }) => (dangerous === null ? "?" : String(dangerous)), ...number, priority: 6 },
    { title: "verdict", value: ({ verdict }) => verdict.replace(/^nothing found/, "none"), least: 18, most: 60 },
  ];
}

function toneOf(row: AppRow | undefined): Tone {
  if (!row) return "plain";
  if (row.rank <= severities.indexOf("high")) return "red";
  if (row.rank < severities.length) return "yellow";
  return row.app.system === true ? "dim" : "plain";
}

type Said = readonly [sentence: string, tone: Tone];

function closing({ rows, summary, engines, missing }: AppTable, left: readonly string[]): readonly Said[] {
  const { shown, apps, added, system, withTrackers, withVerdict } = summary;
  const origins = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(system > 0 ? [`${system} pre-installed`] : []),
    ...(shown > added + system ? [`${shown - added - system} of unknown origin`] : []),
  ];
  const told = [`${withTrackers} with trackers`, `${withVerdict} with a verdict`];
  const counted = shown === apps ? `${shown} app${shown === 1 ? "" : "s"}` : `${shown} of ${apps} apps listed`;
  const lines: Said[] = [
    [shown === 0 ? `None of ${apps} apps is listed.` : `${counted}: ${[...origins, ...told].join(", ")}.`, "bold"],
  ];
  lines.push(...caveats(summary));
  const names = engineNames(engines);
  lines.push([
    engines.length === 0
      ? "No engine had a list to compare with, so nobody looked for known stalkerware."
      : `“none” means that nothing was found by these engines: ${names}. New and renamed apps are on no list.`,
    "dim",
  ]);
  if (missing.length > 0) lines.push([`Not used: ${missing.join(" ")}`, "dim"]);
  if (rows.length > 0)
    lines.push([
      `“trackers” are in the app, “asks” counts permissions that matter: neither proves what it does.${left.length > 0 ? ` No room for: ${left.join(", ")}.` : ""} All about one: candor apps show PACKAGE`,
      "dim",
    ]);
  return lines;
}

/** What the table does not show, and what nobody can tell. */
function caveats({ folded, foldedBySigner, undecided, unread }: AppListSummary): readonly Said[] {
  const lines: Said[] = [];
  if (folded > 0) {
    const which = `${folded} pre-installed app${folded === 1 ? " is" : "s are"} left out of the table`;
    const why =
      foldedBySigner > 0
        ? "nothing was found in what was read, their code not being read without --deep"
        : "nothing was found";
    lines.push([`${which}, as ${why}: --all lists all.`, "plain"]);
  }
  if (undecided > 0)
    lines.push([
      `Of ${undecided} more it is not known, as that was not read of them (--deep reads the code of apps that came with the phone).`,
      "yellow",
    ]);
  if (unread > 0)
    lines.push([
      `${unread} app${unread === 1 ? " was" : "s were"} not looked into, or not whole: --filter unread lists them, and candor apps show tells why.`,
      "yellow",
    ]);
  return lines;
}

/** Bytes for people. */
export function megabytes(bytes: number): string {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000)} kB`;
  return bytes < 10_000_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e6)} MB`;
}
