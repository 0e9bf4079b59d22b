import { type Category, categories, type Severity } from "../core/check.ts";
import type { Outcome, Report, ReportFinding } from "../core/report.ts";
import { plainText, wrap } from "./plain-text.ts";
import { remedyHint, remedyLines } from "./remedy-text.ts";
import {
  addedAppsNotice,
  appsConcerned,
  categoryNames,
  closingNotice,
  deviceName,
  evidenceText,
  findingCounts,
  firstThings,
  listsUsed,
  mayBeWatched,
  safetyNotice,
  saidAlready,
  severityNames,
  sourceName,
  subjectName,
} from "./wording.ts";

export interface TerminalOptions {
  /** Escape codes for colour; only where the output is a terminal. */
  readonly color: boolean;
  /** Columns to wrap at. */
  readonly width: number;
  /** Evidence, why, sources, and what passed. */
  readonly verbose: boolean;
}

/** Findings of one check shown before "and N more"; `verbose` shows all. */
const shownFindings = 6;

/** The report for a terminal or a plain text file: grouped by category and severity, then what could not be examined, then what to do first. */
export function writeTerminal(report: Report, options: TerminalOptions): string {
  const out = new Lines(options);
  heading(report, out);
  if (mayBeWatched(report)) out.gap().text(safetyNotice, "red");
  for (const category of categories) section(category, report, out);
  notExamined(report, out);
  first(report, out);
  out.gap().text(`${closingNotice} ${listsUsed(report)}`.trim(), "dim");
  return out.toString();
}

function heading(report: Report, out: Lines): void {
  const { checks } = report.summary;
  out.text(deviceName(report), "bold");
  const when = report.takenAt ? `${report.takenAt.slice(0, 16).replace("T", " ")} UTC` : "at an unknown time";
  out.text(
    `${report.source.kind === "phone" ? "Examined" : "Taken"} ${when}, from ${sourceName(report)}, by Candor ${report.candor}`,
    "dim",
  );
  out.gap().text(`${findingCounts(report)}`, "bold");
  out.text(
    `${checks.total} questions: ${checks.fail} have findings, ${checks.pass} found nothing, ${checks.unknown} could not be answered, ${checks.notApplicable} do not arise here`,
  );
  out.text(addedAppsNotice, "dim");
}

function section(category: Category, report: Report, out: Lines): void {
  const outcomes = report.outcomes.filter((outcome) => outcome.category === category);
  const failed = outcomes.filter((outcome) => outcome.state === "fail");
  const passed = outcomes.filter((outcome) => outcome.state === "pass");
  if (failed.length === 0 && passed.length === 0) return;
  out.gap().text(categoryNames[category].toUpperCase(), "bold");
  const order = Object.keys(severityNames);
  for (const outcome of failed.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)))
    failure(outcome, report, out);
  if (passed.length === 0) return;
  if (out.options.verbose) for (const outcome of passed) out.label("ok", "green", outcome.title);
  else out.label("ok", "green", passed.map((outcome) => outcome.title).join(" · "), "dim");
}

function failure(outcome: Outcome, report: Report, out: Lines): void {
  const findings = outcome.findings ?? [];
  out.label(severityNames[outcome.severity].toLowerCase(), severityStyles[outcome.severity], outcome.title, "bold");
  // Without its evidence, a finding that only repeats the title says nothing.
  const telling = findings.filter(({ message }) => message !== `${outcome.title}.`);
  const shown = out.options.verbose ? findings : telling.slice(0, shownFindings);
  for (const item of shown) finding(item, outcome, out);
  const rest = out.options.verbose ? 0 : telling.length - shown.length;
  if (rest > 0) out.bullet(`and ${rest} more (-v shows them)`, "dim");
  for (const sentence of outcome.unread ?? []) out.bullet(`Not seen: ${sentence}`, "dim");
  if (out.options.verbose) out.detail(`Why it matters: ${outcome.why}`);
  if (outcome.severity !== "info" || out.options.verbose) {
    out.detail(`What to do: ${outcome.advice}`);
    const hint = remedyHint(report, outcome);
    if (hint) out.detail(hint.command === null ? hint.text : `${hint.text} ${hint.command}`, "cyan");
  }
  if (out.options.verbose) for (const reference of outcome.references) out.detail(`Source: ${reference}`, "dim");
}

function finding(item: ReportFinding, outcome: Outcome, out: Lines): void {
  const about = saidAlready(item) ? "" : `${subjectName(item.subject)}: `;
  const weight = item.severity === outcome.severity ? "" : ` [${item.severity}]`;
  const sure = item.confidence === "certain" ? "" : ` (${item.confidence})`;
  out.bullet(`${about}${item.message}${weight}${sure}`);
  if (!out.options.verbose) return;
  for (const evidence of item.evidence)
    out.evidence(`${evidenceText(evidence)}  ← ${evidence.from.join("; ") || evidence.fact}`);
  const { candor, byHand } = remedyLines(item);
  for (const words of candor) out.evidence(`→ Candor can: ${words}`);
  for (const step of byHand) out.evidence(`→ ${step}`);
}

function notExamined(report: Report, out: Lines): void {
  const unknown = report.outcomes.filter((outcome) => outcome.state === "unknown");
  if (unknown.length === 0) return;
  out.gap().text(`COULD NOT BE EXAMINED (${unknown.length})`, "bold");
  const byReason = new Map<string, Outcome[]>();
  for (const outcome of unknown) {
    const reason = outcome.reason ?? "";
    byReason.set(reason, [...(byReason.get(reason) ?? []), outcome]);
  }
  for (const [reason, outcomes] of byReason) {
    out.label("?", "yellow", outcomes.map((outcome) => outcome.question).join(" "));
    out.detail(reason, "dim");
  }
}

function first(report: Report, out: Lines): void {
  const things = firstThings(report);
  if (things.length === 0) return;
  out.gap().text("WHAT TO DO FIRST", "bold");
  things.forEach((outcome, i) => {
    const apps = appsConcerned(outcome);
    out.numbered(i + 1, `${outcome.title}${apps === "" ? "" : ` (${apps})`}. ${outcome.advice}`);
  });
}

type Style = "bold" | "dim" | "red" | "yellow" | "green" | "cyan" | "magenta" | "plain";

const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: "magenta",
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "dim",
};

const codes: Readonly<Record<Style, string>> = {
  bold: "1",
  dim: "2",
  red: "31",
  yellow: "33",
  green: "32",
  cyan: "36",
  magenta: "35",
  plain: "",
};

/** Lines of the page. Every text passes `plainText` here, so that nothing a phone says reaches the terminal raw. */
class Lines {
  readonly options: TerminalOptions;
  readonly #lines: string[] = [];

  constructor(options: TerminalOptions) {
    this.options = options;
  }

  gap(): this {
    this.#lines.push("");
    return this;
  }

  text(text: string, style: Style = "plain"): this {
    return this.#put("", text, style);
  }

  /** A word of at most eight characters in the margin, then the text. */
  label(word: string, wordStyle: Style, text: string, style: Style = "plain"): void {
    this.#put(`  ${this.#paint(word.padEnd(8), wordStyle)}  `, text, style, 12);
  }

  bullet(text: string, style: Style = "plain"): void {
    this.#put(`${" ".repeat(12)}• `, text, style, 14);
  }

  detail(text: string, style: Style = "plain"): void {
    this.#put(" ".repeat(12), text, style, 12);
  }

  evidence(text: string): void {
    this.#put(`${" ".repeat(14)}  `, text, "dim", 16);
  }

  numbered(number: number, text: string): void {
    this.#put(`${String(number).padStart(3)}. `, text, "plain", 5);
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  #put(prefix: string, text: string, style: Style, indent = prefix.length): this {
    const columns = Math.max(30, this.options.width - indent);
    wrap(plainText(text, 2000), columns).forEach((line, i) => {
      this.#lines.push((i === 0 ? prefix : " ".repeat(indent)) + this.#paint(line, style));
    });
    return this;
  }

  #paint(text: string, style: Style): string {
    return this.options.color && codes[style] !== "" ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
  }
}
