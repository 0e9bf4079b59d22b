import { randomBytes } from "node:crypto";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";

/** What went wrong, for people. */
export interface JobFailure {
  readonly code: string;
  readonly message: string;
  /** What to do. */
  readonly next: string | null;
}

/** What a job tells while it is at work. Progress is told as it stands; an older one is not told again. */
export type JobEvent =
  | {
      readonly type: "progress";
      /** What is being done, in words. */
      readonly about: string;
      readonly done: number;
      readonly of: number;
    }
  /** Something for the person: the phone asks whether to allow this computer. */
  | { readonly type: "message"; readonly message: string }
  | { readonly type: "done"; readonly result: unknown }
  | { readonly type: "failed"; readonly failure: JobFailure }
  | { readonly type: "stopped" };

/** One long piece of work. It goes on whether a page listens or not. */
export interface Job {
  readonly id: string;
  /** What it is, for lists: `examine`, `apply` … */
  readonly kind: string;
  readonly about: string;
  readonly startedAt: number;
  readonly state: "running" | "done" | "failed" | "stopped";
  /** Events after the one of number `after`, then those to come, until the job ends or the signal aborts. */
  events(after: number, signal: AbortSignal): AsyncGenerator<{ readonly n: number; readonly event: JobEvent }>;
  stop(): void;
}

export interface JobTools {
  readonly signal: AbortSignal;
  readonly tell: (event: Extract<JobEvent, { type: "progress" | "message" }>) => void;
}

/** Jobs that have ended and are still told of. */
const maxEnded = 50;
const maxEvents = 500;

/** The jobs of a server. */
export class Jobs {
  readonly #jobs = new Map<string, Running>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins a job. */
  start(kind: string, about: string, work: (tools: JobTools) => Promise<unknown>): Job {
    const job = new Running(kind, about, this.#now(), work);
    this.#jobs.set(job.id, job);
    const ended = [...this.#jobs.values()].filter(({ state }) => state !== "running");
    for (const old of ended.slice(0, Math.max(0, ended.length - maxEnded))) this.#jobs.delete(old.id);
    return job;
  }

  get(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  list(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  /** Stops the jobs of a kind on one thing and tells of them no more: what they told may be private. */
  forget(kind: string, about: string): void {
    for (const job of this.#jobs.values()) {
      if (!job.kind.startsWith(kind) || job.about !== about) continue;
      job.stop();
      void job.ended.then(() => this.#jobs.delete(job.id));
    }
  }

  /** Stops all, and waits until they have. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.stop();
    await Promise.all([...this.#jobs.values()].map((job) => job.ended));
  }
}

class Running implements Job {
  readonly id = randomBytes(12).toString("base64url");
  readonly kind: string;
  readonly about: string;
  readonly startedAt: number;
  readonly ended: Promise<void>;
  state: Job["state"] = "running";
  readonly #stop = new AbortController();
  readonly #events: { readonly n: number; readonly event: JobEvent }[] = [];
  readonly #waiting = new Set<() => void>();
  #next = 1;

  constructor(kind: string, about: string, startedAt: number, work: (tools: JobTools) => Promise<unknown>) {
    this.kind = kind;
    this.about = about;
    this.startedAt = startedAt;
    this.ended = this.#run(work);
  }

  async #run(work: (tools: JobTools) => Promise<unknown>): Promise<void> {
    // A job begins when whoever started it has its id.
    await Promise.resolve();
    const { signal } = this.#stop;
    try {
      const result = await work({ signal, tell: (event) => this.#tell(event) });
      this.state = "done";
      this.#tell({ type: "done", result });
    } catch (error) {
      if (signal.aborted) {
        this.state = "stopped";
        this.#tell({ type: "stopped" });
      } else {
        this.state = "failed";
        this.#tell({ type: "failed", failure: failureOf(error) });
      }
    }
  }

  #tell(event: JobEvent): void {
    const before = this.#events.at(-1);
    if (before?.event.type === "progress" && event.type === "progress") this.#events.pop();
    this.#events.push({ n: this.#next++, event });
    if (this.#events.length > maxEvents) this.#events.shift();
    for (const wake of this.#waiting) wake();
  }

  async *events(after: number, signal: AbortSignal): AsyncGenerator<{ readonly n: number; readonly event: JobEvent }> {
    let last = after;
    while (!signal.aborted) {
      const news = this.#events.filter(({ n }) => n > last);
      for (const each of news) {
        last = each.n;
        yield each;
      }
      if (news.length > 0) continue;
      if (this.state !== "running") return;
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        this.#waiting.add(wake);
        signal.addEventListener("abort", wake, { once: true });
      });
    }
  }

  stop(): void {
    this.#stop.abort();
  }
}

/** What an error says to a person; a fault of Candor is named as one. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof DeviceError || error instanceof VaultError)
    return { code: error.code, message: error.message, next: error.next ?? null };
  if (error instanceof FormatError) return { code: "format", message: error.message, next: null };
  if (error instanceof Error && "syscall" in error && "code" in error)
    return { code: "system", message: `The disk or the system says ${String(error.code)}.`, next: null };
  const where = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: "fault",
    message: `This is a fault of Candor. Please report it: ${where.split("\n").slice(0, 4).join(" ")}`,
    next: null,
  };
}
