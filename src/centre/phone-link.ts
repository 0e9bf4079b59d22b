import { setTimeout as pause } from "node:timers/promises";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";

/** A phone that is connected again when its cable was pulled. */
export interface PhoneLink {
  /** The connection of now. */
  readonly source: Source;
  /** The phone's own serial number, whichever way it is connected. */
  readonly serial: string;
  /** Connects anew to the same phone, unless that was done since `broken`. @throws DeviceError `gone` after too long, `cancelled` */
  again(broken: Source): Promise<void>;
  close(): Promise<void>;
}

/** How the phone is reached, and how long is waited for it. */
export interface LinkOptions {
  readonly open: () => Promise<Source>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the phone has to come back; five minutes when left out. */
  readonly patienceMs?: number;
  /** Milliseconds between two tries; a second when left out. */
  readonly pauseMs?: number;
  /** Told once when the phone is gone. */
  readonly onGone?: (sentence: string) => void;
}

/** Codes of what passes when the cable is plugged in again. */
const passing: ReadonlySet<string> = new Set([
  "gone",
  "offline",
  "no-device",
  "timeout",
  "no-permission",
  "unauthorised",
]);

/** Whether an error means that the phone is not there, and not that it refuses. */
export function isAway(error: unknown): error is DeviceError {
  return error instanceof DeviceError && passing.has(error.code);
}

/** Asks a phone something that may be asked twice: one that is unplugged meanwhile is waited for and asked again, up to four times. */
export async function onLink<T>(link: PhoneLink, work: (source: Source) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const { source } = link;
    try {
      return await work(source);
    } catch (error) {
      if (!isAway(error) || tries >= 5) throw error;
      await link.again(source);
    }
  }
}

/** Connects to a phone. @throws DeviceError */
export async function openLink(options: LinkOptions): Promise<PhoneLink> {
  let source = await options.open();
  let serial: string;
  try {
    serial = await serialOf(source, options.signal);
  } catch (error) {
    await source.close();
    throw error;
  }
  let reconnecting: Promise<void> | undefined;
  return {
    serial,
    get source() {
      return source;
    },
    again: async (broken) => {
      if (broken !== source) return;
      reconnecting ??= reopened(source, serial, options).then((fresh) => {
        source = fresh;
      });
      try {
        await reconnecting;
      } finally {
        reconnecting = undefined;
      }
    },
    close: () => source.close(),
  };
}

async function reopened(broken: Source, serial: string, options: LinkOptions): Promise<Source> {
  const { open, signal, patienceMs = 300_000, pauseMs = 1000 } = options;
  const began = performance.now();
  options.onGone?.("The phone is gone. Plug it in again and unlock it: this goes on where it was.");
  await broken.close().catch(() => undefined);
  for (;;) {
    if (signal?.aborted) throw new DeviceError("cancelled", "It was stopped.");
    let fresh: Source | undefined;
    try {
      fresh = await open();
      const found = await serialOf(fresh, signal);
      if (found === serial) return fresh;
      throw new DeviceError(
        "no-device",
        `Another phone is connected (${found}) than the one it began with (${serial}).`,
      );
    } catch (error) {
      await fresh?.close().catch(() => undefined);
      if (signal?.aborted || !isAway(error)) throw error;
      if (performance.now() - began + pauseMs > patienceMs)
        throw new DeviceError(
          "gone",
          `The phone did not come back: ${error.message}`,
          "Repeat this when it is connected: what was kept so far is used.",
        );
      await pause(pauseMs);
    }
  }
}

/** As the phone tells it; its name where it tells none. */
async function serialOf(source: Source, signal: AbortSignal | undefined): Promise<string> {
  const limits = { timeoutMs: 15_000, maxBytes: 4096, signal };
  const { stdout } = await source.run(["getprop", "ro.serialno"], limits);
  const text = new TextDecoder().decode(stdout).trim();
  return /^[\x21-\x7e]{1,64}$/.test(text) ? text : source.name;
}
