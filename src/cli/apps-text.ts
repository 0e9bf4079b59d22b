import type { EngineUse, Verdict } from "../centre/app-engines.ts";
import { type AppSummary, summariesOf } from "../centre/app-summary.ts";
import type { AppFileRecord, ScanSummary } from "../centre/scan-apps.ts";
import { severities } from "../core/check.ts";
import { plainText, width, wrap } from "../report/plain-text.ts";
import { cut, padded } from "./text-table.ts";

/** One row of the table. Nothing else of a file is kept, so that a large corpus needs little memory. */
interface Row {
  readonly path: string;
  readonly app: string;
  readonly version: string;
  readonly trackers: number;
  readonly dangerous: number;
  readonly verdict: string;
  /** Place in `severities`; behind them where nothing was found. */
  readonly rank: number;
}

type Style = "bold" | "dim" | "red";
const codes: Readonly<Record<Style, string>> = { bold: "1", dim: "2", red: "31" };

/** Up to so many apps are shown in full; more become a table. */
const shownInFull = 1;
/** Lines of one kind in the page of one app: the rest is in --json. */
const shownLines = 8;

/** What a scan found, for people: a page for one app, a table for several. Outside text passes `plainText` here. */
export class AppPages {
  readonly #color: boolean;
  readonly #width: number;
  readonly #rows: Row[] = [];
  readonly #pages: string[] = [];
  readonly #unread: string[] = [];
  readonly #unjudged: string[] = [];

  constructor({ color, width: columns }: { readonly color: boolean; readonly width: number }) {
    this.#color = color;
    this.#width = columns;
  }

  add(record: AppFileRecord): void {
    const { path, verdicts, notes, unjudged } = record;
    for (const sentence of unjudged) this.#unjudged.push(`${path}: ${sentence}`);
    if (record.state === "unread") {
      this.#unread.push(`${path}: ${record.reason ?? ""}`);
      for (const verdict of verdicts) this.#rows.push(this.#row(path, undefined, [verdict]));
      return;
    }
    for (const { inside, record: app, reason } of record.apps)
      if (app === null) this.#unread.push(`${path}${inside === null ? "" : `!/${inside}`}: ${reason ?? ""}.`);
    const summaries = summariesOf(record.apps);
    for (const [i, summary] of summaries.entries()) {
      this.#rows.push(
        this.#row(path, summary, [...summary.verdicts, ...(i === 0 ? verdicts : [])], unjudged.length > 0),
      );
      if (this.#pages.length < shownInFull) this.#pages.push(this.#page(record, summary, i === 0 ? notes : []));
    }
  }

  toString(
    summary: ScanSummary,
    lists: { readonly engines: readonly EngineUse[]; readonly missing: readonly string[] },
  ): string {
    const lines: string[] = [];
    if (this.#rows.length > shownInFull) lines.push(...this.#table());
    else if (this.#pages.length > 0) lines.push(...this.#pages);
    else lines.push(...this.#rows.map(({ path, verdict }) => this.#paint(plainText(`${path}: ${verdict}`), "red")));
    const section = (title: string, sentences: readonly string[]) => {
      if (sentences.length === 0) return;
      lines.push("", this.#paint(`${title} (${sentences.length})`, "bold"));
      for (const sentence of sentences) lines.push(...this.#wrapped("  ", sentence));
    };
    section("COULD NOT BE READ", this.#unread);
    section("NOT JUDGED BY EVERY ENGINE", this.#unjudged);
    lines.push("", ...this.#wrapped("", closing(summary, this.#rows, lists.engines)));
    if (lists.missing.length > 0) lines.push(...this.#wrapped("", `Not used: ${lists.missing.join(" ")}`, "dim"));
    return `${lines.join("\n").replace(/^\n+/, "")}\n`;
  }

  #row(path: string, summary: AppSummary | undefined, verdicts: readonly Verdict[], unjudged = false): Row {
    const ranks = verdicts.map(({ severity }) => severities.indexOf(severity));
    const rank = Math.min(severities.length, ...ranks);
    const worst = verdicts[ranks.indexOf(rank)];
    return {
      path: clipped(path),
      app: clipped(summary?.name ?? "not readable"),
      version: clipped(summary?.version ?? ""),
      trackers: summary?.trackers.reduce((sum, { names }) => sum + names.length, 0) ?? 0,
      dangerous: summary?.dangerous.length ?? 0,
      verdict: worst
        ? clipped(`${worst.severity}: ${worst.name} (${worst.engine})`)
        : unjudged
          ? "nothing found, not all asked"
          : summary && summary.unread.length > 0
            ? "nothing found, parts unread"
            : "nothing found",
      rank,
    };
  }

  #page(record: AppFileRecord, app: AppSummary, notes: readonly string[]): string {
    const lines = [this.#paint(plainText(app.name), "bold")];
    const put = (title: string, text: string, style?: Style) =>
      lines.push(...this.#wrapped(`  ${title.padEnd(12)}`, text, style));
    const list = (title: string, items: readonly string[], none: string) => {
      if (items.length === 0) put(title, none, "dim");
      for (const [i, item] of items.slice(0, shownLines).entries()) put(i === 0 ? title : "", item);
      if (items.length > shownLines) put("", `and ${items.length - shownLines} more (--json has them)`, "dim");
    };
    put("package", app.packageName ?? "unknown");
    put("version", app.version ?? "not told");
    put("signed by", app.signer);
    put("file", app.parts > 1 ? `${record.path} (${app.parts} parts)` : record.path);
    put("SHA-256", record.sha256 ?? (record.kind === "folder" ? "one for each part (--json has them)" : "unknown"));
    const verdicts = [...record.verdicts, ...app.verdicts];
    if (verdicts.length === 0) put("verdict", `nothing found by these engines: ${engineNames(record.engines)}`);
    for (const { severity, confidence, message, engine, list: name, date } of verdicts)
      put("verdict", `${severity.toUpperCase()}, ${confidence}: ${message} (${engine}; ${name} of ${date})`, "red");
    const unreadTrackers = app.unread.find((text) => text.startsWith("Trackers: "));
    list(
      "trackers",
      app.trackers.map(({ company, names }) => `${company}: ${names.join(", ")}`),
      unreadTrackers ? "unknown" : "none of those that the lists know",
    );
    put(
      "may ask to",
      app.dangerous.length === 0 ? "nothing that the phone asks its owner about" : app.dangerous.join(", "),
    );
    list("stands out", [...notes, ...app.standsOut], "nothing");
    if (app.unread.length > 0) list("not read", app.unread, "");
    return lines.join("\n");
  }

  #table(): readonly string[] {
    const rows = this.#rows.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
    const titles = ["app", "version", "trackers", "asks", "verdict", "file"];
    const cells = rows.map(({ app, version, trackers, dangerous, verdict, path }) => [
      app,
      version,
      String(trackers),
      String(dangerous),
      verdict,
      path,
    ]);
    const widest = titles.map((title, i) =>
      Math.max(width(title), ...bounded(cells.map((row) => width(row[i] ?? "")))),
    );
    const limits = [26, 12, 8, 4, 34];
    const columns = widest.map((columns, i) => Math.min(columns, limits[i] ?? Number.MAX_SAFE_INTEGER));
    const used = columns.slice(0, -1).reduce((sum, columns) => sum + columns + 2, 0);
    columns[5] = Math.max(16, this.#width - used);
    const line = (row: readonly string[]) =>
      row
        .map((cell, i) =>
          i === 5 ? cut(cell, columns[5] ?? 16, true) : padded(cut(cell, columns[i] ?? 0), columns[i] ?? 0),
        )
        .join("  ")
        .trimEnd();
    return [
      this.#paint(line(titles), "bold"),
      ...cells.map((row, i) => ((rows[i]?.rank ?? 9) <= 1 ? this.#paint(line(row), "red") : line(row))),
    ];
  }

  #wrapped(prefix: string, text: string, style?: Style): readonly string[] {
    const room = Math.max(30, this.#width - prefix.length);
    return wrap(plainText(text, 1500), room).map((line, i) => {
      const shown = style ? this.#paint(line, style) : line;
      return (i === 0 ? prefix : " ".repeat(prefix.length)) + shown;
    });
  }

  #paint(text: string, style: Style): string {
    return this.#color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
  }
}

function closing(summary: ScanSummary, rows: readonly Row[], engines: readonly EngineUse[]): string {
  const { read, unread, skipped, passedOver } = summary;
  const found = rows.filter(({ rank }) => rank < severities.length).length;
  const files = [
    `${read} file${read === 1 ? "" : "s"} read`,
    ...(unread > 0 ? [`${unread} could not be read`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(passedOver > 0 ? [`${passedOver} passed over that are no apps`] : []),
  ];
  const names = engineNames(engines);
  const result =
    rows.length === 1
      ? "New and renamed apps are on no list."
      : found > 0
        ? `${found} with a verdict. Engines: ${names}.`
        : rows.length > 0
          ? `Nothing found by these engines: ${names}. New and renamed apps are on no list.`
          : "";
  return `${files.join(", ")}. ${result}`.trim();
}

/** Each engine with its list, for "nothing found by these engines: …". */
export function engineNames(engines: readonly EngineUse[]): string {
  return engines
    .map(({ id, list, date, entries }) => `${id} (${list} of ${date}${entries > 0 ? `, ${entries} entries` : ""})`)
    .join(", ");
}

/** A million numbers cannot be handed to one call. */
function bounded(numbers: readonly number[]): readonly number[] {
  return [numbers.reduce((most, number) => Math.max(most, number), 0)];
}

function clipped(text: string): string {
  return plainText(text, 300);
}
