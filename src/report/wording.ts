import type { Category, Severity, Subject, UserId } from "../core/check.ts";
import type { Outcome, Report, ReportEvidence, ReportFinding } from "../core/report.ts";

/** Category names for people, in the order of `categories`. */
export const categoryNames: Readonly<Record<Category, string>> = {
  encryption: "Encryption",
  boot: "Boot and integrity",
  "lock-screen": "Lock screen",
  updates: "Updates",
  device: "Device settings",
  "special-access": "Special access",
  permissions: "Permissions",
  apps: "Apps and installers",
  stalkerware: "Stalkerware and threats",
  collection: "Data collection",
  "pre-installed": "Pre-installed apps",
  network: "Network",
  users: "Users and profiles",
};

/** Severity names for people. */
export const severityNames: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info",
};

/** What a finding is about, in words. */
export function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case "device":
      return "This phone";
    case "user":
      return capital(userName(subject.user)) + (subject.name ? ` (${subject.name})` : "");
    case "app": {
      const app = subject.label ? `${subject.label} (${subject.package})` : subject.package;
      return isUsual(subject.user) ? app : `${app}, ${userName(subject.user)}`;
    }
    case "setting":
      return subject.user === undefined ? `Setting ${subject.name}` : capital(userName(subject.user));
    case "file":
      return subject.path;
    case "host":
      return subject.host;
  }
}

/** Whether a finding's message needs no subject before it: it is about the phone, or names the app, file or host itself. */
export function saidAlready({ subject, message }: ReportFinding): boolean {
  switch (subject.kind) {
    case "device":
      return true;
    case "setting":
      return isUsual(subject.user) || namesUser(message, subject.user ?? 0);
    case "user":
      return (
        subject.user === "current" ||
        namesUser(message, subject.user) ||
        (subject.name !== undefined && message.includes(subject.name))
      );
    case "app":
      return message.includes(subject.package) || (subject.label !== undefined && message.includes(subject.label));
    case "file":
      return message.includes(subject.path);
    case "host":
      return message.includes(subject.host);
  }
}

/** A user in words; "current" is the one in the foreground where the source does not say which that was. */
export function userName(user: UserId): string {
  return user === "current" ? "the current user" : `user ${user}`;
}

/** The owner, or the one user that a source tells of: nothing is gained by naming them. */
function isUsual(user: UserId | undefined): user is undefined | 0 | "current" {
  return user === undefined || user === 0 || user === "current";
}

function namesUser(message: string, user: UserId): boolean {
  return `${message.toLowerCase()} `
    .split(userName(user))
    .slice(1)
    .some((after) => !/^\d/.test(after));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Evidence in one line. */
export function evidenceText(evidence: ReportEvidence): string {
  switch (evidence.kind) {
    case "value":
      return `${evidence.name} = ${evidence.value}`;
    case "list":
      return `${evidence.name}: ${evidence.items.join(", ")}`;
    case "time":
      return `${evidence.name}: ${evidence.at.slice(0, 16).replace("T", " ")} UTC`;
  }
}

/** How a source is named to people. */
export function sourceName(report: Pick<Report, "source">): string {
  const { kind, name } = report.source;
  const kinds = {
    phone: "the phone",
    "bug-report": "the bug report",
    androidqf: "the AndroidQF acquisition",
    outputs: "the command outputs",
    capture: "the capture",
  } as const;
  return `${kinds[kind]} ${name}`;
}

/** The phone in one line, from what it says of itself. */
export function deviceName(report: Pick<Report, "device">): string {
  const { brand, model, name, android, hyperOs, miui, securityPatch } = report.device as Record<
    string,
    string | null | undefined
  >;
  const full = name ? `${name}${model ? ` (${model})` : ""}` : (model ?? "");
  const named = brand && !full.toLowerCase().startsWith(brand.toLowerCase()) ? `${brand} ${full}`.trim() : full;
  return [
    named || "A phone that does not say what it is",
    hyperOs ? `HyperOS ${hyperOs}` : miui ? `MIUI ${miui}` : undefined,
    android ? `Android ${android}` : undefined,
    securityPatch ? `patch level ${securityPatch}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** "3 high, 5 medium": findings per severity, worst first; "no findings" where there are none. */
export function findingCounts(report: Report): string {
  const counts = Object.entries(report.summary.findings).filter(([, count]) => count > 0);
  return counts.length === 0 ? "no findings" : counts.map(([severity, count]) => `${count} ${severity}`).join(", ");
}

/** Among findings of the same weight, what somebody may be using against the owner right now comes before what stands open. */
const urgency: readonly Category[] = [
  "stalkerware",
  "lock-screen",
  "encryption",
  "special-access",
  "device",
  "boot",
  "network",
  "apps",
  "permissions",
  "updates",
  "users",
  "collection",
  "pre-installed",
];

/** Of one category at most so many are named first: ten signs of one changed system are one matter. */
const firstOfCategory = 2;

/** The failed checks to begin with: the worst, the most urgent category first, at most `limit`. */
export function firstThings(report: Report, limit = 5): readonly Outcome[] {
  const order = Object.keys(severityNames);
  const sorted = report.outcomes
    .filter((outcome) => outcome.state === "fail" && outcome.severity !== "info" && outcome.severity !== "low")
    .sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) ||
        urgency.indexOf(a.category) - urgency.indexOf(b.category),
    );
  const counts = new Map<Category, number>();
  return sorted
    .filter(({ category }) => {
      const count = (counts.get(category) ?? 0) + 1;
      counts.set(category, count);
      return count <= firstOfCategory;
    })
    .slice(0, limit);
}

/** The apps that the worst findings of a failed check are about, in words: "a, b and 3 more"; empty where they are about none. */
export function appsConcerned(outcome: Outcome): string {
  const worst = (outcome.findings ?? []).filter(({ severity }) => severity === outcome.severity);
  const apps = [...new Set(worst.flatMap(({ subject }) => (subject.kind === "app" ? [subjectName(subject)] : [])))];
  const rest = apps.length - 3;
  return apps.slice(0, 3).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** The lists that findings were judged by, with their size and age. */
export function listsUsed(report: Pick<Report, "feeds">): string {
  const lists = report.feeds.map((feed) => `${feed.id} (${feed.entries} entries, ${feed.date}, ${feed.origin})`);
  if (lists.length === 0) return "";
  const few = report.feeds.some(({ origin }) => origin === "embedded")
    ? " Embedded lists came with Candor and name only the best known; “candor feeds update” fetches the full ones where they are published."
    : "";
  return `Lists used: ${lists.join("; ")}.${few}`;
}

/** Said before the findings. */
export const addedAppsNotice =
  "An “added app” is one that did not come with the phone: its owner or somebody else installed it.";

/** Signs of somebody watching: read about safety before removing anything. */
export function mayBeWatched(report: Pick<Report, "outcomes">): boolean {
  return report.outcomes.some(
    (outcome) =>
      outcome.category === "stalkerware" &&
      outcome.state === "fail" &&
      (outcome.severity === "critical" || outcome.severity === "high"),
  );
}

/** What a person who may be watched needs to know first. */
export const safetyNotice =
  "This report names something that may let somebody watch this phone. Before you remove or change anything: whoever installed it may notice at once, and the evidence is lost. " +
  "If you may be in danger, use another phone to get help first, for example from a local support organisation (https://stopstalkerware.org lists some).";

/** Said at the end of every report. */
export const closingNotice =
  "These are the answers of these checks alone, from what the phone said of itself. Where nothing was found, nothing was found by these checks. " +
  "When you are done, switch USB debugging off again.";
