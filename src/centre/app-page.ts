import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { AppInspection } from "../formats/app-inspections.ts";
import type { EngineUse, Verdict } from "./app-engines.ts";
import { codeSection, marksSection } from "./app-page-code.ts";
import { networkSection, trackerSection } from "./app-page-data.ts";
import { behaviourSection, secretSection } from "./app-page-findings.ts";
import { filesSection, makerSection, originSection, verdictSection } from "./app-page-identity.ts";
import { librarySection } from "./app-page-libraries.ts";
import { doorsSection, powersSection, setupSection } from "./app-page-powers.ts";

/** All that is known of one app: of a phone, or of a file. */
export interface AppView {
  /** As the phone holds it; null for a file. */
  readonly inspection: AppInspection | null;
  /** Of its files, the base first; empty where only the inspection is there. */
  readonly records: readonly AppRecord[];
  readonly verdicts: readonly Verdict[];
  readonly engines: readonly EngineUse[];
  /** Engines that could not work, one sentence each. */
  readonly missing: readonly string[];
  /** Whole sentences, the most telling first. */
  readonly standsOut: readonly string[];
  /** What could not be read, in sentences. */
  readonly unread: readonly string[];
  readonly files: readonly {
    readonly name: string;
    readonly size: number | null;
    readonly sha256: string | null;
  }[];
}

/** One app as a page: titled sections of labelled rows, in the order in which a person asks. Outside text in it is not made safe yet. */
export interface AppPage {
  readonly name: string;
  readonly packageName: string | null;
  readonly version: string | null;
  readonly sections: readonly PageSection[];
}

export interface PageSection {
  readonly title: string;
  readonly rows: readonly PageRow[];
}

/** A label with one or more items below each other. */
export interface PageRow {
  readonly label: string;
  readonly items: readonly PageItem[];
}

/** One statement; `alarm` asks for attention, `quiet` is a detail, a reason or nothing found. */
export interface PageItem {
  readonly text: string;
  readonly tone?: "alarm" | "warn" | "quiet";
}

/** Puts the page together. What was not read is said in its place, never left out. */
export function appPage(view: AppView): AppPage {
  const { inspection, records } = view;
  const [base] = records;
  const identity = base && !isUnread(base.identity) ? base.identity : null;
  const label = identity && !isUnread(identity.label) ? identity.label.text : null;
  const packageName = inspection?.package ?? identity?.packageName ?? null;
  const sections = [
    verdictSection(view),
    makerSection(view),
    originSection(view),
    powersSection(view),
    trackerSection(view),
    networkSection(view),
    doorsSection(view),
    setupSection(view),
    codeSection(view),
    behaviourSection(view),
    secretSection(view),
    librarySection(view),
    marksSection(view),
    unreadSection(view),
    filesSection(view),
  ];
  return {
    name: inspection?.label || label || packageName || "An app without a readable manifest",
    packageName,
    version:
      inspection?.versionName ?? identity?.versionName ?? inspection?.versionCode ?? identity?.versionCode ?? null,
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

function unreadSection({ unread }: AppView): PageSection {
  const items = unread.map((text): PageItem => ({ text, tone: "warn" }));
  return { title: "What could not be read", rows: items.length > 0 ? [{ label: "not read", items }] : [] };
}
