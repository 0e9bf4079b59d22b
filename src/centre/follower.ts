import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DeviceError, VaultError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { takeLock } from "./folder-lock.ts";
import { type FollowingSettings, readFollowing, writeFollowing } from "./following-settings.ts";
import { type GrowingEvents, growingEvents } from "./growing-events.ts";
import { pauseFor } from "./phone-events.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { type PhoneEvent, type Telling, watchPhones } from "./watch.ts";
import { knownPhones } from "./watch-store.ts";
import type { News } from "./watch-told.ts";
import { notificationOf, phoneName } from "./watch-words.ts";
import { type KeptWatched, watchWork } from "./watch-work.ts";

/** What following works with. */
export interface FollowerTools {
  readonly place: PrivatePlace;
  /** Phones that come and go, until the signal aborts. */
  readonly events: (signal: AbortSignal, onProblem: (error: DeviceError) => void) => AsyncIterable<PhoneEvent>;
  readonly open: (phone: string, signal: AbortSignal) => Promise<Source>;
  /** As examinations name a phone. */
  readonly refOf: (phone: string) => string;
  /** Shows a notification; why it could not, else null. */
  readonly notify: (words: readonly [title: string, body: string]) => Promise<string | null>;
}

/** Something that was told of a phone. Texts of the phone are outside text. */
export interface FollowNews {
  readonly n: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly model: string;
  readonly examination: string;
  /** Nothing was known of it before: this examination is what the next is held against. */
  readonly first: boolean;
  /** null where nothing could be compared, because what was told before was locked then. */
  readonly news: News | null;
  /** Whether this computer showed a notification. */
  readonly notified: boolean;
}

/** How following stands. */
export interface FollowState {
  readonly settings: FollowingSettings;
  /** `elsewhere`: another Candor follows phones with this data folder. `locked`: phones that come are examined after it was unlocked. */
  readonly state: "off" | "waiting" | "examining" | "elsewhere" | "locked" | "failed";
  /** The phone that is being examined. */
  readonly phone: string | null;
  /** How much of that is done, from 0 to 99; null while none is. */
  readonly percent: number | null;
  readonly problem: { readonly message: string; readonly next: string | null } | null;
  /** Phones that are connected and were never examined, so that they are left alone. */
  readonly strangers: readonly string[];
}

export type FollowEvent =
  | { readonly type: "state"; readonly state: FollowState }
  | { readonly type: "news"; readonly news: FollowNews };

/** Of an examination, what reading the facts counts; looking into the apps takes longer. */
const factShare = 40;
/** What was told that is held in memory, and phones that are named. */
const most = { news: 50, strangers: 20 };

/**
 * Follows known phones while a server runs, as `candor watch` does: one run at a time, which is begun and ended by the settings. What was told
 * stays in memory, until Candor ends or is locked.
 */
export class Follower {
  readonly #tools: FollowerTools;
  readonly #listening = new Set<() => void>();
  readonly #strangers = new Set<string>();
  /** Phones that came while all was locked. */
  readonly #missed = new Set<string>();
  #settings: FollowingSettings = { on: false, notify: true };
  #run: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  #more: GrowingEvents<PhoneEvent> | null = null;
  #state: "waiting" | "elsewhere" | "failed" = "waiting";
  #phone: string | null = null;
  #percent = 0;
  #problem: FollowState["problem"] = null;
  #news: readonly FollowNews[] = [];
  #count = 0;

  constructor(tools: FollowerTools) {
    this.#tools = tools;
  }

  /** Begins where the settings say so. */
  async begin(): Promise<void> {
    this.#settings = await readFollowing(this.#tools.place.dataFolder);
    this.#start();
  }

  /** Keeps settings and goes by them. @throws the system's error */
  async set(settings: FollowingSettings): Promise<void> {
    await writeFollowing(this.#tools.place.dataFolder, settings);
    this.#settings = settings;
    if (settings.on) this.#start();
    else {
      await this.close();
      this.#problem = null;
    }
    this.#changed();
  }

  /** Takes up what another Candor, a failure or the lock kept it from, where that is over, and says how it stands. */
  async look(): Promise<FollowState> {
    this.#start();
    if (!(await this.#forgetWhereLocked())) {
      for (const phone of this.#missed) this.#more?.add({ kind: "connected", phone });
      this.#missed.clear();
    }
    return await this.state();
  }

  /** How it stands. */
  async state(): Promise<FollowState> {
    const locked = await this.#forgetWhereLocked();
    const working = this.#phone === null ? this.#state : "examining";
    return {
      settings: this.#settings,
      state: !this.#settings.on ? "off" : locked && working === "waiting" ? "locked" : working,
      phone: this.#phone,
      percent: this.#phone === null ? null : this.#percent,
      problem: this.#problem,
      strangers: [...this.#strangers],
    };
  }

  /** What was told, the latest last. Nothing while locked. */
  async news(): Promise<readonly FollowNews[]> {
    await this.#forgetWhereLocked();
    return this.#news;
  }

  /** How it stands, at once and whenever that changes, and what is told after the news of number `after`; until the signal aborts. */
  async *events(after: number, signal: AbortSignal): AsyncGenerator<FollowEvent> {
    let last = after;
    while (!signal.aborted) {
      let woken = false;
      let wake = () => {
        woken = true;
      };
      const listener = () => wake();
      this.#listening.add(listener);
      signal.addEventListener("abort", listener, { once: true });
      try {
        yield { type: "state", state: await this.state() };
        for (const news of await this.news()) {
          if (news.n <= last) continue;
          last = news.n;
          yield { type: "news", news };
        }
        if (!woken && !signal.aborted)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      } finally {
        this.#listening.delete(listener);
        signal.removeEventListener("abort", listener);
      }
    }
  }

  /** Ends the run; an examination that was begun is stopped. */
  async close(): Promise<void> {
    const run = this.#run;
    run?.stop.abort();
    await run?.ended;
  }

  #start(): void {
    if (!this.#settings.on || this.#run !== null) return;
    const stop = new AbortController();
    this.#state = "waiting";
    this.#problem = null;
    const ended = this.#follow(stop.signal).finally(() => {
      this.#run = null;
      this.#more = null;
      this.#phone = null;
      this.#strangers.clear();
      this.#missed.clear();
      this.#changed();
    });
    this.#run = { stop, ended };
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { dataFolder, now } = this.#tools.place;
    try {
      await mkdir(dataFolder, { recursive: true, mode: 0o700 });
      const release = await takeLock(join(dataFolder, "watch.lock"), new Date(now()));
      try {
        await this.#watch(signal);
      } finally {
        await release();
      }
    } catch (error) {
      const isBusy = error instanceof VaultError && error.code === "busy";
      this.#state = isBusy ? "elsewhere" : "failed";
      this.#problem = isBusy ? null : problemOf(error);
    }
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { place, events, open, refOf } = this.#tools;
    const onProblem = (error: DeviceError) => this.#say(problemOf(error));
    const more = growingEvents(this.#noting(events(signal, onProblem)));
    this.#more = more;
    const work = watchWork(place, {
      open: async (phone) => await open(phone, signal),
      examine: {
        dataFolder: place.dataFolder,
        signal,
        onProgress: ({ done, total }) => this.#reach((factShare * done) / total),
        apps: {
          onProgress: ({ stage, done, of }) => {
            if (stage !== "list" && of > 0) this.#reach(factShare + ((100 - factShare) * done) / of);
          },
        },
      },
      refOf,
      onProblem: (message) => this.#say({ message, next: null }),
    });
    await watchPhones<KeptWatched>({
      ...work,
      events: more.events,
      everyMs: null,
      now: place.now,
      pause: pauseFor,
      signal,
      isKnown: async (phone) => (await knownPhones(place)).has(phone),
      examine: async (phone) => {
        this.#phone = phone;
        this.#percent = 0;
        this.#say(null);
        try {
          return await work.examine(phone);
        } finally {
          this.#phone = null;
          this.#changed();
        }
      },
      tell: async (telling) => await this.#tell(telling as Telling & KeptWatched),
      say: (phone, problem) => {
        if (problem === "stranger") this.#addStranger(phone);
        else if (problem instanceof VaultError && problem.code === "locked") this.#missed.add(phone);
        else this.#say(problemOf(problem));
      },
    });
  }

  /** Passes events on; phones that went are named no more. */
  async *#noting(events: AsyncIterable<PhoneEvent>): AsyncGenerator<PhoneEvent> {
    for await (const event of events) {
      if (this.#strangers.delete(event.phone)) this.#changed();
      if (event.kind === "gone") this.#missed.delete(event.phone);
      yield event;
    }
  }

  #addStranger(phone: string): void {
    this.#strangers.add(phone);
    for (const old of [...this.#strangers].slice(0, -most.strangers)) this.#strangers.delete(old);
    this.#changed();
  }

  async #tell(telling: Telling & KeptWatched): Promise<void> {
    const { state } = await openPrivate(this.#tools.place);
    const words = this.#settings.notify ? notificationOf(telling, state !== "plain") : null;
    const problem = words && (await this.#tools.notify(words));
    const { first, news, kept } = telling;
    const told: FollowNews = {
      n: ++this.#count,
      at: new Date(this.#tools.place.now()).toISOString(),
      model: phoneName(telling),
      examination: kept.id,
      first,
      news,
      notified: words !== null && problem === null,
    };
    if (state !== "locked") this.#news = [...this.#news, told].slice(-most.news);
    if (problem) this.#say({ message: problem, next: null });
    this.#changed();
  }

  /** Goes up alone, and is told where a whole one is reached; the last is reached when it is kept. */
  #reach(percent: number): void {
    const whole = Math.min(99, Math.floor(percent));
    if (!(whole > this.#percent)) return;
    this.#percent = whole;
    this.#changed();
  }

  #say(problem: FollowState["problem"]): void {
    this.#problem = problem;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listening) listener();
  }

  async #forgetWhereLocked(): Promise<boolean> {
    const { state } = await openPrivate(this.#tools.place);
    if (state === "locked") this.#news = [];
    return state === "locked";
  }
}

function problemOf(error: unknown): NonNullable<FollowState["problem"]> {
  if (error instanceof DeviceError || error instanceof VaultError)
    return { message: error.message, next: error.next ?? null };
  return { message: `This is a fault of Candor. Please report it: ${String(error).slice(0, 300)}`, next: null };
}
