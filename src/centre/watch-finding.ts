import { setTimeout as pause } from "node:timers/promises";
import { DeviceError } from "../core/errors.ts";
import type { ReportFinding } from "../core/report.ts";
import type { Source } from "../core/source.ts";
import { type AgainOptions, checkOf, findAgain } from "./found-again.ts";

/**
 * What became of a finding while a person did something on the phone. `away`: the phone no longer answers, which is as it should be where
 * debugging was switched off.
 */
export type WatchedFinding =
  | { readonly state: "ended"; readonly how: string }
  | { readonly state: "there" }
  | { readonly state: "unknown"; readonly reason: string }
  | { readonly state: "away" };

export interface WatchOptions extends AgainOptions {
  /** How long it is looked for again. */
  readonly seconds: number;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
  readonly onLook?: ((looks: number) => void) | undefined;
}

/**
 * Reads again and again until a finding has ended or the time is over. Changes nothing.
 *
 * @throws DeviceError `cancelled`; RangeError for a check that there is not
 */
export async function watchFinding(
  source: Source,
  check: string,
  finding: Pick<ReportFinding, "subject" | "messageKey">,
  { seconds, everyMs = 1500, onLook, ...options }: WatchOptions,
): Promise<WatchedFinding> {
  const known = checkOf(check);
  if (!known) throw new RangeError(`there is no check ${JSON.stringify(check)}`);
  const end = performance.now() + seconds * 1000;
  for (let looks = 1; ; looks++) {
    try {
      const again = await findAgain(source, known, finding, options);
      if (again.state !== "there") return again;
    } catch (error) {
      if (error instanceof DeviceError && error.code === "gone") return { state: "away" };
      throw error;
    }
    onLook?.(looks);
    if (performance.now() >= end) return { state: "there" };
    await pause(everyMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}
