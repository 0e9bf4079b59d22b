import { DeviceError, VaultError } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import { isNews, type News, newsOf, type Told } from "./watch-told.ts";

/** A phone came or went. `phone` is how it is reached, for example its serial number at the adb server; outside text. */
export interface PhoneEvent {
  readonly kind: "connected" | "gone";
  readonly phone: string;
}

/** What an examination gave. */
export interface Watched {
  /** The phone, the same whichever way it is reached. */
  readonly id: string;
  readonly report: Report;
}

/** What was found after an examination: `null` where what was told before is locked, so that nothing can be held against it. */
export interface Telling extends Watched {
  readonly phone: string;
  readonly first: boolean;
  readonly news: News | null;
}

/** What the loop works with. Nothing in it is reached but through this. */
export interface WatchTools<Found extends Watched = Watched> {
  /** Ends when no more phones can come. */
  readonly events: AsyncIterable<PhoneEvent>;
  /** Milliseconds after which a phone that stays connected is examined again; null for never. */
  readonly everyMs: number | null;
  /** Epoch milliseconds; may jump, also back. */
  readonly now: () => number;
  /** Ends after the time, or when the signal aborts; never rejects. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** No phone is begun any more when it aborts; what was begun is told and kept. */
  readonly signal: AbortSignal;
  /** Whether a phone is to be followed. @throws VaultError: said */
  readonly isKnown: (phone: string) => Promise<boolean>;
  /** Examines and keeps. @throws DeviceError, VaultError: said, and tried again later */
  readonly examine: (phone: string) => Promise<Found>;
  /** What was told of a phone. @throws VaultError `locked` */
  readonly readTold: (id: string) => Promise<Told | undefined>;
  readonly writeTold: (watched: Found, told: Told) => Promise<void>;
  readonly tell: (telling: Telling) => Promise<void>;
  /** A phone that is not followed, or one that could not be examined. */
  readonly say: (phone: string, problem: DeviceError | VaultError | "stranger") => void;
}

/**
 * Examines phones when they come and, while they stay, by schedule; tells what is not as it was. Ends with the events or the signal.
 *
 * What is told is written after it was told: ended between both, Candor tells once more rather than never. Only what was told last is held in
 * memory, and only while it is compared.
 */
export async function watchPhones<Found extends Watched>(tools: WatchTools<Found>): Promise<void> {
  const queue = new Queue(tools);
  const ended = queue.fill(tools.events);
  try {
    for (;;) {
      const phone = await queue.next();
      if (phone === undefined) break;
      await lookAt(phone, tools);
    }
  } finally {
    queue.end();
  }
  if (!tools.signal.aborted) await ended;
}

/** Examines one phone and tells what is not as it was. */
async function lookAt<Found extends Watched>(phone: string, tools: WatchTools<Found>): Promise<void> {
  try {
    if (!(await tools.isKnown(phone))) {
      tools.say(phone, "stranger");
      return;
    }
    const watched = await tools.examine(phone);
    const before = await toldOf(watched.id, tools.readTold);
    if (before === "locked") {
      await tools.tell({ ...watched, phone, first: false, news: null });
      return;
    }
    const { news, told } = newsOf(before, watched.report);
    const first = before === undefined;
    if (first || isNews(news)) await tools.tell({ ...watched, phone, first, news });
    await tools.writeTold(watched, told);
  } catch (error) {
    if (!(error instanceof DeviceError || error instanceof VaultError)) throw error;
    if (!tools.signal.aborted) tools.say(phone, error);
  }
}

async function toldOf(id: string, read: WatchTools["readTold"]): Promise<Told | undefined | "locked"> {
  try {
    return await read(id);
  } catch (error) {
    if (error instanceof VaultError && error.code === "locked") return "locked";
    throw error;
  }
}

type QueueTools = Pick<WatchTools, "everyMs" | "now" | "pause" | "signal">;

/** The phones that are to be examined: each at most once in it, however often it comes while another is examined. */
class Queue {
  readonly #tools: QueueTools;
  readonly #waiting = new Set<string>();
  /** Phones that are there, and when each was last begun. */
  readonly #there = new Map<string, number>();
  #wake: () => void = () => {};
  #open = true;
  #failed: { readonly error: unknown } | null = null;

  constructor(tools: QueueTools) {
    this.#tools = tools;
    tools.signal.addEventListener("abort", () => this.#wake(), { once: true });
  }

  async fill(events: AsyncIterable<PhoneEvent>): Promise<void> {
    try {
      for await (const { kind, phone } of events) {
        if (this.#tools.signal.aborted) break;
        this.#waiting.delete(phone);
        if (kind === "connected") this.#waiting.add(phone);
        else this.#there.delete(phone);
        this.#wake();
      }
    } catch (error) {
      this.#failed = { error };
    }
    this.#open = false;
    this.#wake();
  }

  /** The next phone, waited for; undefined where none will come any more. */
  async next(): Promise<string | undefined> {
    for (;;) {
      if (this.#failed) throw this.#failed.error;
      if (this.#tools.signal.aborted) return undefined;
      this.#addDue();
      const [phone] = this.#waiting;
      if (phone !== undefined) {
        this.#waiting.delete(phone);
        this.#there.set(phone, this.#tools.now());
        return phone;
      }
      if (!this.#open) return undefined;
      await this.#pause();
    }
  }

  end(): void {
    this.#waiting.clear();
    this.#there.clear();
  }

  #addDue(): void {
    for (const phone of this.#there.keys()) if (this.#restOf(phone) <= 0) this.#waiting.add(phone);
  }

  /** Milliseconds until a phone is due. A clock that went back makes it due, since nobody knows how long ago the last time was. */
  #restOf(phone: string): number {
    const { everyMs, now } = this.#tools;
    const since = now() - (this.#there.get(phone) ?? 0);
    if (everyMs === null) return Number.POSITIVE_INFINITY;
    return since < 0 ? 0 : everyMs - since;
  }

  async #pause(): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    const rest = Math.min(...[...this.#there.keys()].map((phone) => this.#restOf(phone)));
    // In steps, so that a clock that was set is noticed.
    await this.#tools.pause(Math.min(rest, longestPauseMs), woken.signal);
    this.#wake = () => {};
  }
}

const longestPauseMs = 15 * 60_000;
