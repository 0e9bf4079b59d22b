import { availableParallelism } from "node:os";
import { partMisfits } from "../apps/app-parts.ts";
import { type AppEngines, type EngineUse, engineUses, type Verdict, verdictsOn, worstFirst } from "./app-engines.ts";
import { lookAtAll } from "./app-folder.ts";
import { judgedApp } from "./app-summary.ts";
import { compileCache } from "./compile-cache.ts";
import { type FileEngineLane, type FileJudgement, openFileEngines } from "./file-engine.ts";
import type { FileAnswer, LookedInto, ScannedKind } from "./scan-file.ts";
import { type InputFault, type ScanInput, scanInputs } from "./scan-inputs.ts";
import { type JobOutcome, Lane, type ScanJob, type WorkerLoss } from "./scan-pool.ts";
import { ScanQueue } from "./scan-queue.ts";
import type { ScannedBefore } from "./scan-resume.ts";
import type { ScanWorkerData } from "./scan-worker.ts";

/** Version of the shape of one record. */
export const appFileSchema = "candor.app-file/1";

/** One file as looked into: a line of NDJSON. */
export interface AppFileRecord {
  readonly schema: typeof appFileSchema;
  /** As it was reached from what the person named. */
  readonly path: string;
  /** Bytes; null where the disk does not tell. */
  readonly size: number | null;
  /** ISO 8601 time of the last change. */
  readonly modified: string | null;
  readonly sha256: string | null;
  readonly state: "read" | "unread";
  /** Why it could not be read: a word for programs and a sentence for people. Absent when read. */
  readonly code?: UnreadCode;
  readonly reason?: string;
  /** By content; `folder`: one app in parts, in a folder that is its path. null where unread. */
  readonly kind: ScannedKind | null;
  /** An APK alone is one; a container has as many as it has APKs. */
  readonly apps: readonly ScannedApp[];
  /** What is odd about the file as a whole. */
  readonly notes: readonly string[];
  /** Against the file itself, where it is none of `apps`: a container, or a file that could not be read. */
  readonly verdicts: readonly Verdict[];
  /** Where there is no verdict, nothing was found by these. */
  readonly engines: readonly EngineUse[];
  /** What some of the engines could not judge of the file, in sentences: none of it is a pass. */
  readonly unjudged: readonly string[];
}

/** One APK with what the engines say of it. */
export interface ScannedApp extends LookedInto {
  readonly verdicts: readonly Verdict[];
}

export type UnreadCode = Extract<FileAnswer, { state: "unread" }>["code"] | InputFault | WorkerLoss;

/** What became of all files. */
export interface ScanSummary {
  readonly read: number;
  readonly unread: number;
  /** Files of an earlier run. */
  readonly skipped: number;
  /** Files in folders that are no apps. */
  readonly passedOver: number;
  readonly bytes: number;
  /** The person stopped it. */
  readonly stopped: boolean;
}

export interface ScanOptions {
  /** Where updated lists lie. */
  readonly dataFolder: string;
  readonly engines: AppEngines;
  readonly signal: AbortSignal;
  /** Files at a time; as many as there are processors where left out. */
  readonly jobs?: number | undefined;
  readonly before?: ScannedBefore | undefined;
  /** Awaited before the same worker takes another file, so that a slow reader slows the run instead of filling memory. */
  readonly onRecord: (record: AppFileRecord) => void | Promise<void>;
  readonly onProgress?: ((done: Omit<ScanSummary, "stopped"> & { readonly path: string }) => void) | undefined;
  /** Milliseconds for one file; for tests. */
  readonly timeLimit?: (job: ScanJob) => number;
  /** The module that workers run; for tests. */
  readonly entry?: URL;
  /** Megabytes of JavaScript objects in one worker; for tests. */
  readonly heapMegabytes?: number;
}

/** Twenty seconds, and one for each further megabyte: a busy machine reads ten times as fast. */
const usualLimit = ({ size }: ScanJob) => 20_000 + size / 1000;

/** Bytes of files are not among them: those are bounded by the limits of the formats. */
const usualHeap = 512;

/** Beside the sources it is TypeScript, in the published package JavaScript. */
const workerEntry = new URL(`./scan-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/**
 * Looks into app files, containers and folders of them, in worker threads. A bad file is a record like any other. Records come as they
 * are ready.
 */
export async function scanApps(
  paths: Iterable<string> | AsyncIterable<string>,
  options: ScanOptions,
): Promise<ScanSummary> {
  const run = new ScanRun(new ScanQueue(scanInputs(paths)), options);
  const lanes = Math.max(1, options.jobs ?? availableParallelism());
  const ended = await Promise.allSettled(Array.from({ length: lanes }, (_, nth) => run.lane(nth)));
  for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
  return { ...run.counts, stopped: options.signal.aborted };
}

class ScanRun {
  readonly counts = { read: 0, unread: 0, skipped: 0, passedOver: 0, bytes: 0 };
  readonly #queue: ScanQueue;
  readonly #options: ScanOptions;
  readonly #uses: readonly EngineUse[];
  /** Ends all lanes when one fails for a reason that is not its file's. */
  readonly #broken = new AbortController();
  readonly #signal: AbortSignal;

  constructor(queue: ScanQueue, options: ScanOptions) {
    this.#queue = queue;
    this.#options = options;
    this.#uses = engineUses(options.engines);
    this.#signal = AbortSignal.any([options.signal, this.#broken.signal]);
  }

  /** Takes one file after another until there are no more; all but the first only where there is enough for them. */
  async lane(nth: number): Promise<void> {
    if (nth > 0 && !(await this.#queue.enoughFor(nth, this.#signal))) return;
    const {
      entry = workerEntry,
      timeLimit = usualLimit,
      heapMegabytes = usualHeap,
      dataFolder,
      engines,
    } = this.#options;
    const { algorithms } = engines;
    const data: ScanWorkerData = { dataFolder, algorithms, compileCache: compileCache() };
    const lane = new Lane<FileAnswer>({ entry, data, timeLimit, heapMegabytes, signal: this.#signal });
    const beside = openFileEngines(engines.fileEngines ?? [], this.#signal);
    try {
      while (!this.#signal.aborted) {
        const next = await this.#queue.next(this.#signal);
        if (!next) break;
        await this.#take(next, lane, beside);
      }
    } catch (error) {
      this.#broken.abort();
      throw error;
    } finally {
      await Promise.all([lane.close(), beside.close()]);
    }
  }

  async #take(input: ScanInput, lane: Lane<FileAnswer>, beside: FileEngineLane): Promise<void> {
    if (input.state === "passed-over") this.counts.passedOver++;
    else if (input.state === "unread") {
      const { path, code, reason } = input;
      await this.#give(unread({ path, size: code === "empty" ? 0 : null, modified: null }, code, reason));
    } else {
      const { path, size, modified, parts } = input;
      if (this.#options.before?.has(path, size, modified)) this.counts.skipped++;
      else {
        const known = this.#options.before?.digestsOfSize(size) ?? [];
        const outcome = await lane.run({ path, size, known, ...(parts && { parts }) });
        if (outcome.state === "stopped") return;
        if (outcome.state === "answered" && outcome.answer.state === "known") this.counts.skipped++;
        else if (input.guessed && isNoApp(outcome)) this.counts.passedOver++;
        else {
          const judgement = await lookAtAll(beside, input);
          if (this.#signal.aborted) return;
          await this.#give(withJudgement(this.#record(input, outcome), judgement));
        }
        this.counts.bytes += size;
      }
    }
    this.#options.onProgress?.({ ...this.counts, path: input.path });
  }

  async #give(record: Omit<AppFileRecord, "engines">): Promise<void> {
    this.counts[record.state]++;
    await this.#options.onRecord({ ...record, engines: this.#uses });
  }

  #record(
    input: Extract<ScanInput, { state: "file" }>,
    outcome: Exclude<JobOutcome<FileAnswer>, { state: "stopped" }>,
  ): Omit<AppFileRecord, "engines"> {
    const { engines } = this.#options;
    if (outcome.state === "lost") return unread(input, outcome.loss, `It could not be read: ${outcome.reason}.`);
    const { answer } = outcome;
    if (answer.state === "known") throw new TypeError("a file that is known needs no record");
    const { digests } = answer;
    const itself = () => verdictsOn(engines, { packageName: null, digests, size: input.size, certificates: [] });
    if (answer.state === "unread")
      return {
        ...unread(input, answer.code, answer.reason),
        sha256: digests.sha256 ?? null,
        verdicts: itself(),
      };
    const { kind, apps, notes } = answer;
    const { path, size, modified } = input;
    return {
      schema: appFileSchema,
      path,
      size,
      modified,
      sha256: digests.sha256 ?? null,
      state: "read",
      kind,
      apps: apps.map((app) => ({ ...app, verdicts: verdictsOn(engines, judgedApp(app, apps)) })),
      notes: [...notes, ...misfits(kind, apps)],
      verdicts: apps.some(({ inside }) => inside === null) ? [] : itself(),
      unjudged: [],
    };
  }
}

/** APKs that an app carries with it are no parts of it. */
function misfits(kind: ScannedKind, apps: readonly LookedInto[]): readonly string[] {
  if (kind === "apk") return partMisfits(apps.slice(0, 1), false);
  return partMisfits(apps, kind !== "zip", kind === "apks");
}

/** A record with what engines say that read the file themselves. What is about a part of it that has no record is about the file. */
function withJudgement(
  record: Omit<AppFileRecord, "engines">,
  { verdicts, unjudged }: FileJudgement,
): Omit<AppFileRecord, "engines"> {
  if (verdicts.length === 0 && unjudged.length === 0) return record;
  const of = (place: string | null) => verdicts.flatMap(({ inside, verdict }) => (inside === place ? [verdict] : []));
  const known = new Set(record.apps.map(({ inside }) => inside));
  const others = verdicts.flatMap(({ inside, verdict }) => (known.has(inside) ? [] : [verdict]));
  return {
    ...record,
    apps: record.apps.map((app) => ({ ...app, verdicts: worstFirst([...app.verdicts, ...of(app.inside)]) })),
    verdicts: worstFirst([...record.verdicts, ...others]),
    unjudged: [...record.unjudged, ...unjudged],
  };
}

function isNoApp(outcome: JobOutcome<FileAnswer>): boolean {
  if (outcome.state !== "answered" || outcome.answer.state !== "unread") return false;
  return outcome.answer.code === "not-an-app" || outcome.answer.code === "encrypted";
}

function unread(
  { path, size, modified }: { readonly path: string; readonly size: number | null; readonly modified: string | null },
  code: UnreadCode,
  reason: string,
): Omit<AppFileRecord, "engines"> {
  return {
    schema: appFileSchema,
    path,
    size,
    modified,
    sha256: null,
    state: "unread",
    code,
    reason,
    kind: null,
    apps: [],
    notes: [],
    verdicts: [],
    unjudged: [],
  };
}
