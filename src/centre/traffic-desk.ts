import { randomBytes } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import type { LawRegion } from "../feeds/privacy-laws.ts";
import type { TrafficMark } from "../traffic/marks.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
import { openPrivate, type PrivatePlace, type PrivateStore } from "./private-store.ts";
import type { ReceivedFile } from "./receive-file.ts";
import { keptRecords } from "./traffic-notes.ts";
import { reportTraffic } from "./traffic-report.ts";

/** What a person says about records before they are judged. */
export interface DeskQuestion {
  /** Ids of files that were received. */
  readonly files: readonly string[];
  /** Ids of records that Candor keeps. */
  readonly records: readonly string[];
  readonly region: LawRegion;
  readonly marks: readonly TrafficMark[];
  readonly nothingChosen: boolean;
}

/** A report in a list. */
export interface TrafficSummary {
  readonly id: string;
  /** Names of the records; outside text. */
  readonly files: readonly string[];
  readonly region: LawRegion;
  readonly period: TrafficReport["period"];
  readonly connections: number;
  /** Epoch milliseconds. */
  readonly judgedAt: number;
  /** Whether it lies on the disk, sealed where a privacy password is set; else it is gone when Candor ends. */
  readonly kept: boolean;
}

/** A report as it is shown, with what was said to get it. */
export interface DeskReport extends TrafficSummary {
  readonly report: TrafficReport;
  /** What had to be taken for granted while reading, in sentences. */
  readonly assumed: readonly string[];
  /** null where the records themselves are no longer here, so that nothing can be judged anew. */
  readonly question: DeskQuestion | null;
}

const folder = "traffic-reports";
/** What is held at a time; the oldest go. */
const mostReports = 8;
const mostFiles = 24;

/**
 * Records of traffic that a person looks at for now. Nothing of it is kept unless they ask: files that were received lie in a folder of their
 * own until Candor ends, is locked, or they are put away; reports are held in memory.
 */
export class TrafficDesk {
  readonly #place: PrivatePlace;
  readonly #files = new Map<string, ReceivedFile>();
  readonly #reports = new Map<string, DeskReport>();

  constructor(place: PrivatePlace) {
    this.#place = place;
  }

  /** Takes a file in, to be judged with others. @throws VaultError `locked` */
  async take(file: ReceivedFile): Promise<{ readonly id: string; readonly name: string; readonly size: number }> {
    try {
      await this.#open();
    } catch (error) {
      await file.remove();
      throw error;
    }
    const id = newId();
    this.#files.set(id, file);
    for (const [old, { remove }] of [...this.#files].slice(0, Math.max(0, this.#files.size - mostFiles))) {
      this.#files.delete(old);
      await remove();
    }
    return { id, name: file.name, size: file.size };
  }

  /**
   * Judges records, and holds the report under an id of its own; `instead` is one that it takes the place of.
   *
   * @throws DeviceError `unreadable` for what is no record, `cancelled`; VaultError `locked`, `gone` for a file that was put away
   */
  async judge(
    question: DeskQuestion,
    instead: string | undefined,
    options: { readonly signal: AbortSignal; readonly onProgress: (read: number, all: number) => void },
  ): Promise<TrafficSummary> {
    await this.#open();
    const paths = question.files.map((id) => {
      const file = this.#files.get(id);
      if (!file) throw gone();
      return file.path;
    });
    const { region, marks, nothingChosen } = question;
    const asked = { files: [...paths, ...question.records], region, marks, nothingChosen };
    const { report, assumed } = await reportTraffic(asked, { ...this.#place, ...options });
    const id = newId();
    const summary = summaryOf(id, report, this.#place.now(), false);
    this.#reports.set(id, { ...summary, report, assumed, question });
    if (instead !== undefined) this.#reports.delete(instead);
    for (const old of [...this.#reports.keys()].slice(0, Math.max(0, this.#reports.size - mostReports)))
      this.#reports.delete(old);
    return summary;
  }

  /** Reports, the latest first, and the records that Candor itself made and keeps. @throws VaultError `locked` */
  async list(): Promise<{ readonly reports: readonly TrafficSummary[]; readonly records: readonly string[] }> {
    const store = await this.#open();
    const kept = await Promise.all((await keptIds(store)).map((id) => readKept(store, id)));
    const held = [...this.#reports.values()];
    const reports = [...held, ...kept.flatMap((each) => each ?? [])].filter(
      ({ id }, i, all) => all.findIndex((other) => other.id === id) === i,
    );
    return {
      reports: reports.map(bare).sort((a, b) => b.judgedAt - a.judgedAt),
      records: await keptRecords(store),
    };
  }

  /** One report. @throws VaultError `locked`, `damaged` */
  async get(id: string): Promise<DeskReport | undefined> {
    const store = await this.#open();
    return this.#reports.get(id) ?? (await readKept(store, id));
  }

  /** Keeps a report on the disk, sealed where a privacy password is set. The records themselves are not kept. @throws VaultError `locked` */
  async keep(id: string): Promise<TrafficSummary | undefined> {
    const store = await this.#open();
    const found = await this.get(id);
    if (!found) return undefined;
    const kept = { ...found, kept: true };
    const { report, assumed, judgedAt } = kept;
    await store.write(nameOf(id), `${JSON.stringify({ schema: keptSchema, judgedAt, assumed, report })}\n`);
    this.#reports.set(id, kept);
    return bare(kept);
  }

  /** Puts a report away, kept or not, and the files that no other report was made of. @throws VaultError `locked` */
  async remove(id: string): Promise<boolean> {
    const store = await this.#open();
    const found = await this.get(id);
    if (!found) return false;
    this.#reports.delete(id);
    if (found.kept) await store.remove(nameOf(id));
    const used = new Set([...this.#reports.values()].flatMap(({ question }) => question?.files ?? []));
    for (const file of found.question?.files ?? []) {
      if (used.has(file)) continue;
      await this.#files.get(file)?.remove();
      this.#files.delete(file);
    }
    return true;
  }

  /** Puts everything away that is not kept. */
  async close(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    this.#reports.clear();
    await Promise.all(files.map(({ remove }) => remove()));
  }

  async #open(): Promise<PrivateStore> {
    const store = await openPrivate(this.#place);
    if (store.state !== "locked") return store;
    // What is private is not shown while locked, and does not stay behind either.
    await this.close();
    throw new VaultError("locked", "Records of traffic are locked.", "Unlock Candor: candor unlock");
  }
}

const keptSchema = "candor.kept-traffic-report/1";
const newId = () => randomBytes(9).toString("hex");
const nameOf = (id: string) => `${folder}/${id}.json`;

async function keptIds(store: PrivateStore): Promise<readonly string[]> {
  return (await store.names(folder)).flatMap((name) => /^([0-9a-f]{18})\.json$/.exec(name)?.[1] ?? []);
}

async function readKept(store: PrivateStore, id: string): Promise<DeskReport | undefined> {
  if (!/^[0-9a-f]{18}$/.test(id)) return undefined;
  const text = await store.readText(nameOf(id));
  if (text === undefined) return undefined;
  const kept = parsed(text);
  if (kept?.schema !== keptSchema || kept.report?.schema !== "candor.traffic-report/1")
    throw new VaultError(
      "damaged",
      "A report on traffic is not as Candor wrote it.",
      "Remove the file, or restore it.",
    );
  const { report, judgedAt, assumed } = kept;
  return { ...summaryOf(id, report, judgedAt, true), report, assumed, question: null };
}

function parsed(text: string): Pick<DeskReport, "report" | "judgedAt" | "assumed"> & { readonly schema: string } {
  try {
    return JSON.parse(text);
  } catch {
    throw new VaultError(
      "damaged",
      "A report on traffic is not as Candor wrote it.",
      "Remove the file, or restore it.",
    );
  }
}

function summaryOf(id: string, report: TrafficReport, judgedAt: number, kept: boolean): TrafficSummary {
  const { region, period, flows } = report;
  const files = report.records.map(({ file }) => file);
  return { id, files, region: region.id, period, connections: flows.length, judgedAt, kept };
}

function bare({ id, files, region, period, connections, judgedAt, kept }: TrafficSummary): TrafficSummary {
  return { id, files, region, period, connections, judgedAt, kept };
}

function gone(): VaultError {
  return new VaultError("absent", "The record is no longer here.", "Drop it onto the page once more.");
}
