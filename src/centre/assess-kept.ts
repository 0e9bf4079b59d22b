import type { Assessment, Control } from "../core/assessment.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { writeAssessmentCsv } from "../report/assessment-csv.ts";
import { writeAssessmentHtml } from "../report/assessment-html.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
import {
  type AssessmentComparison,
  assessExamination,
  compareAssessments,
  describeProfile,
  families,
  findProfile,
} from "./assess.ts";
import { writeOscal, writeSarif } from "./assessment-files.ts";
import { type ExaminationSummary, listExaminations, readExamination } from "./examinations.ts";
import { judgeSnapshot } from "./examine.ts";
import { exportNote, noteInJournal } from "./journal-notes.ts";
import { answeredPhone, type GivenAnswer, keepAnswer, keptAnswers } from "./kept-answers.ts";
import { pdfOf } from "./letter-pdf.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";

/** What a kept examination is held against. */
export interface KeptQuestion {
  readonly profile: string;
  /** What records of traffic showed. */
  readonly traffic?: TrafficReport | undefined;
}

/** An assessment of a kept examination, with what a page needs to show it. */
export interface KeptAssessment {
  readonly assessment: Assessment;
  /** How each control of the profile is decided. */
  readonly controls: readonly Pick<Control, "id" | "asks" | "rule">[];
  /** The families of those controls, in their order. */
  readonly families: readonly { readonly id: string; readonly title: string }[];
  /** Earlier examinations of the same phone, the newest first. */
  readonly earlier: readonly ExaminationSummary[];
}

/** Files that an assessment can be saved as. */
export const assessmentFormats = ["html", "pdf", "csv", "oscal", "sarif", "json"] as const;
export type AssessmentFormat = (typeof assessmentFormats)[number];

/** Holds a kept examination against a profile, with what was answered by hand; undefined where there is none of this id. @throws VaultError `locked` */
export async function assessKept(
  place: PrivatePlace,
  id: string,
  question: KeptQuestion,
): Promise<KeptAssessment | undefined> {
  const profile = findProfile(question.profile);
  const assessed = await assessedBy(place, id, question);
  if (!assessed) return undefined;
  const { assessment } = assessed;
  const used = new Set(assessment.results.map(({ family }) => family));
  return {
    assessment,
    controls: describeProfile(profile).controls.map(({ id, asks, rule }) => ({ id, asks, rule })),
    families: families.flatMap(({ id, title }) => (used.has(id) ? [{ id, title }] : [])),
    earlier: await earlierExaminations(place, id),
  };
}

/** Two kept examinations against one profile; undefined where one of them is not there. @throws VaultError `locked` */
export async function compareKept(
  place: PrivatePlace,
  [before, after]: readonly [before: string, after: string],
  question: KeptQuestion,
): Promise<AssessmentComparison | undefined> {
  findProfile(question.profile);
  const [one, other] = [await assessedBy(place, before, question), await assessedBy(place, after, question)];
  return one && other && compareAssessments(one.assessment, other.assessment);
}

/** Keeps what a person says of a control of the phone that was examined; undefined where there is no such examination. @throws FormatError, VaultError */
export async function answerKept(
  place: PrivatePlace,
  id: string,
  given: GivenAnswer,
): Promise<{ readonly answered: number } | undefined> {
  const store = await openPrivate(place);
  const snapshot = await readExamination(store, id);
  if (!snapshot) return undefined;
  const { answers } = await keepAnswer(store, answeredPhone(snapshot), given, place.now());
  return { answered: answers.length };
}

/** A file for the person, and why it could not be noted in the journal; null where it was. */
export interface AssessmentFile {
  readonly name: string;
  readonly type: string;
  readonly data: string | Uint8Array;
  readonly problem: string | null;
}

/** Writes an assessment of a kept examination as a file, and notes its digest in the journal. @throws DeviceError `absent` for a PDF without a Chromium */
export async function assessmentFile(
  place: PrivatePlace & { readonly process: { readonly env: NodeJS.ProcessEnv } },
  id: string,
  { format, signal, ...question }: KeptQuestion & { readonly format: AssessmentFormat; readonly signal: AbortSignal },
): Promise<AssessmentFile | undefined> {
  findProfile(question.profile);
  const assessed = await assessedBy(place, id, question);
  if (!assessed) return undefined;
  const { assessment, snapshot, summary } = assessed;
  const [ending, type] = kinds[format];
  const name = `${fileName(assessment)}${ending}`;
  const data = await writeAs(assessment, format, { place, signal });
  const isVirtual = summary?.phone?.startsWith("virtual:") === true;
  const body = { ...exportNote(name, `assessment-${format}`, data, snapshot), file: name };
  const problem = isVirtual ? null : await noteInJournal(place, [{ kind: "export", body }]);
  return { name, type, data, problem };
}

const kinds: Readonly<Record<AssessmentFormat, readonly [ending: string, type: string]>> = {
  html: [".html", "text/html; charset=utf-8"],
  pdf: [".pdf", "application/pdf"],
  csv: [".csv", "text/csv; charset=utf-8"],
  oscal: [".oscal.json", "application/json"],
  sarif: [".sarif", "application/sarif+json"],
  json: [".json", "application/json"],
};

async function writeAs(
  assessment: Assessment,
  format: AssessmentFormat,
  {
    place,
    signal,
  }: {
    readonly place: PrivatePlace & { readonly process: { readonly env: NodeJS.ProcessEnv } };
    readonly signal: AbortSignal;
  },
): Promise<string | Uint8Array> {
  switch (format) {
    case "html":
      return writeAssessmentHtml(assessment);
    case "pdf":
      return await pdfOf(writeAssessmentHtml(assessment), place.process.env, signal);
    case "csv":
      return writeAssessmentCsv(assessment);
    case "oscal":
      return writeOscal(assessment, place.now());
    case "sarif":
      return writeSarif(assessment);
    case "json":
      return `${JSON.stringify(assessment, null, 1)}\n`;
  }
}

/** Model, profile and day; what a phone calls itself is outside text. */
function fileName({ device, profile, takenAt }: Assessment): string {
  const parts = ["candor", device["model"] ?? "phone", profile.id, takenAt?.slice(0, 10) ?? ""];
  return parts
    .map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, "-"))
    .map((part) => part.slice(0, 40).replace(/^-|-$/g, ""))
    .filter((part) => part !== "")
    .join("-");
}

interface Assessed {
  readonly assessment: Assessment;
  readonly snapshot: Snapshot;
  readonly report: Report;
  readonly summary: ExaminationSummary | undefined;
}

async function assessedBy(place: PrivatePlace, id: string, question: KeptQuestion): Promise<Assessed | undefined> {
  const store = await openPrivate(place);
  const snapshot = await readExamination(store, id);
  if (!snapshot) return undefined;
  const report = await judgeSnapshot(snapshot, place.dataFolder);
  const kept = await keptAnswers(store, answeredPhone(snapshot));
  const summary = (await listExaminations(store)).find((each) => each.id === id);
  return { assessment: await assessExamination(snapshot, report, { ...question, kept }), snapshot, report, summary };
}

async function earlierExaminations(place: PrivatePlace, id: string): Promise<readonly ExaminationSummary[]> {
  const all = await listExaminations(await openPrivate(place));
  const of = all.find((each) => each.id === id);
  if (!of || of.serial === null) return [];
  const time = ({ takenAt, keptAt }: ExaminationSummary) => takenAt ?? keptAt;
  return all.filter((each) => each.id !== id && each.serial === of.serial && time(each) <= time(of));
}
