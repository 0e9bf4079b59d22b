import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { takeLock } from "../centre/folder-lock.ts";
import { notify } from "../centre/notify.ts";
import { attachedPhones } from "../centre/open-source.ts";
import { pauseFor, phoneEvents } from "../centre/phone-events.ts";
import { openPrivate } from "../centre/private-store.ts";
import { type PhoneEvent, type Telling, type WatchTools, watchPhones } from "../centre/watch.ts";
import { ownCommand, type ServiceKind, serviceText } from "../centre/watch-service.ts";
import { knownPhones } from "../centre/watch-store.ts";
import { notificationOf, phoneName } from "../centre/watch-words.ts";
import { type KeptWatched, watchWork } from "../centre/watch-work.ts";
import { DeviceError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";
import { tellingLines } from "./watch-text.ts";

export interface WatchFlags extends SourceFlags, AppsFlags {
  readonly once: boolean;
  readonly notify: boolean;
  /** Milliseconds. */
  readonly every?: number;
  readonly printService?: ServiceKind;
}

/** `candor watch`: examines phones when they come, and tells only what changed. */
export async function watch(this: Context, flags: WatchFlags, input?: string): Promise<void> {
  if (flags.printService !== undefined) {
    this.process.stdout.write(serviceText(flags.printService, serviceCommand(flags)));
    return;
  }
  try {
    await mkdir(this.dataFolder, { recursive: true, mode: 0o700 });
    const release = await takeLock(join(this.dataFolder, "watch.lock"), new Date(this.now()));
    try {
      this.process.exitCode = await follow(this, flags, input);
    } finally {
      await release();
    }
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** What a service runs: this very Candor, with the flags that were given. */
function serviceCommand({ every, notify: notifies, apps, serial }: WatchFlags): readonly string[] {
  return [
    ...ownCommand("watch"),
    ...(every === undefined ? [] : ["--every", `${Math.round(every / 60_000)}m`]),
    ...(notifies ? [] : ["--no-notify"]),
    ...(apps ? [] : ["--no-apps"]),
    ...(serial === undefined ? [] : ["--serial", serial]),
  ];
}

async function follow(context: Context, flags: WatchFlags, input: string | undefined): Promise<number> {
  const { stderr } = context.process;
  const say = (sentence: string) => stderr.write(`${plainText(sentence, 1000)}\n`);
  const named = flags.serial ?? flags.address ?? input;
  const seen = { names: new Set<string>(), news: 0, problems: 0 };
  const announce = teller(context, flags, say);
  if (!flags.once) say("Following your phones; Ctrl+C ends it.");
  const tools: WatchTools<KeptWatched> = {
    ...workOf(context, flags, input, say),
    events: await eventsOf(context, flags, named, say),
    everyMs: flags.once ? null : (flags.every ?? null),
    now: context.now,
    pause: pauseFor,
    signal: context.signal,
    isKnown: async (phone) => flags.once || phone === named || (await knownPhones(context)).has(phone),
    tell: async (telling) => {
      seen.names.add(phoneName(telling));
      if (!telling.first) seen.news++;
      await announce(telling);
    },
    say: (phone, problem) => {
      seen.problems++;
      if (problem === "stranger") {
        say(
          `${phone} was connected. Candor does not know it, and did not examine it. To follow it: candor watch --serial ${phone}`,
        );
        return;
      }
      say(`${phone}: ${problem.message}`);
      if (problem.next) say(`What to do: ${problem.next}`);
    },
  };
  const examined = new Set<string>();
  await watchPhones({
    ...tools,
    examine: async (phone) => {
      const found = await tools.examine(phone);
      examined.add(phoneName({ report: found.report, phone }));
      return found;
    },
  });
  if (flags.once && seen.news === 0 && examined.size > seen.names.size) say("Nothing changed since the last time.");
  if (examined.size > 0)
    say(
      `USB debugging is still on on ${[...examined].join(", ")}. If you do not need it, switch it off: Settings, Developer options, USB debugging.`,
    );
  if (flags.once && seen.problems > 0) return exitCodes.unreadable;
  return flags.once && seen.news > 0 ? exitCodes.findings : exitCodes.fine;
}

/** Prints what is to be told, and shows a notification. */
function teller(context: Context, flags: WatchFlags, say: (sentence: string) => void) {
  const { stdout, env } = context.process;
  const failed = new Set<string>();
  return async (telling: Telling) => {
    stdout.write(`${tellingLines(telling, new Date(context.now()).toISOString()).join("\n")}\n`);
    if (!flags.notify) return;
    const words = notificationOf(telling, (await openPrivate(context)).state !== "plain");
    const problem = words && (await notify(process.platform, words, env));
    if (problem && !failed.has(problem)) say(problem);
    if (problem) failed.add(problem);
  };
}

function workOf(context: Context, flags: WatchFlags, input: string | undefined, say: (sentence: string) => void) {
  const progress = progressOn(context.process.stderr, flags.progress);
  const looking = lookIntoApps(context, flags);
  const { dataFolder, signal } = context;
  const kind = input === undefined && flags.address === undefined ? "serial:" : flags.address ? "address:" : "";
  const work = watchWork(context, {
    open: (phone) =>
      open(
        context,
        input !== undefined ? { input } : flags.address !== undefined ? { address: phone } : { serial: phone },
        progress,
      ),
    examine: { dataFolder, signal, onProgress: (step) => progress.step(step), apps: looking?.options },
    refOf: (phone) => `${kind}${phone}`,
    onProblem: say,
  });
  return {
    ...work,
    examine: async (phone: string) => {
      try {
        return await work.examine(phone);
      } finally {
        looking?.end();
        progress.end();
      }
    },
  };
}

/** The phones to look at: the one that was named and is no phone of adb, those that are attached now, or those that come. */
async function eventsOf(
  { process: { env }, signal }: Context,
  flags: WatchFlags,
  named: string | undefined,
  say: (sentence: string) => void,
): Promise<AsyncIterable<PhoneEvent>> {
  const list = async () => {
    const all = await attachedPhones({ env, signal });
    return flags.serial === undefined ? all : all.filter(({ serial }) => serial === flags.serial);
  };
  if (named !== undefined && (flags.serial === undefined || flags.once))
    return staying(named, flags.once ? undefined : signal);
  if (flags.once) return listed((await readyOf(list)).map(({ serial }) => serial));
  return phoneEvents({ list, signal, onProblem: ({ message, next }) => say([message, next ?? ""].join(" ")) });
}

async function readyOf<Each extends { state: string; advice: string | null }>(list: () => Promise<readonly Each[]>) {
  const all = await list();
  const ready = all.filter(({ state }) => state === "device");
  if (ready.length > 0) return ready;
  const [first] = all;
  if (first) throw new DeviceError("offline", "No phone is ready.", first.advice ?? undefined);
  throw new DeviceError("no-device", "No phone is attached.", "Plug it in with USB debugging on, and unlock it.");
}

async function* listed(phones: readonly string[]): AsyncGenerator<PhoneEvent> {
  for (const phone of phones) yield { kind: "connected", phone };
}

/** One that is there; where a signal is given, until it aborts. */
async function* staying(phone: string, signal?: AbortSignal): AsyncGenerator<PhoneEvent> {
  yield { kind: "connected", phone };
  if (signal && !signal.aborted) await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
}
