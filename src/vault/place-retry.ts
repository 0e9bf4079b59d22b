import { setTimeout as wait } from "node:timers/promises";
import { VaultError } from "../core/errors.ts";

/** How long, how often and for how much at once a place is asked. */
export interface PlaceLimits {
  /** Milliseconds until a connection stands. */
  readonly connect: number;
  /** Milliseconds in which at least `stallBytes` must pass, either way, or the place counts as unreachable. */
  readonly stall: number;
  readonly stallBytes: number;
  /** How often a call is made in all, and milliseconds before the second time; doubled from then on. */
  readonly tries: number;
  readonly pause: number;
  /** Names that are asked for at once where a place gives listings in pages. */
  readonly page: number;
}

export const placeLimits: PlaceLimits = {
  connect: 20_000,
  stall: 60_000,
  stallBytes: 1024,
  tries: 5,
  pause: 500,
  page: 1000,
};

/**
 * Calls `work` until it gives something other than VaultError `unreachable`, within the limits. Everything that is asked of a place may
 * be asked again.
 */
export async function withRetries<T>(
  limits: PlaceLimits,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    mayGoOn(signal);
    try {
      return await work();
    } catch (error) {
      mayGoOn(signal);
      if (!(error instanceof VaultError) || error.code !== "unreachable") throw error;
      if (attempt >= limits.tries) throw attempt === 1 ? error : asked(error, attempt);
    }
    await pause(limits.pause * 2 ** (attempt - 1), signal);
  }
}

/** @throws VaultError `cancelled` */
export function mayGoOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

/** What a call ends with when its signal was given. */
export function cancelled(): VaultError {
  return new VaultError("cancelled", "This was stopped before it was finished.");
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => mayGoOn(signal));
}

function asked(error: VaultError, times: number): VaultError {
  return new VaultError("unreachable", `${error.message} It was asked ${times} times.`, error.next);
}
