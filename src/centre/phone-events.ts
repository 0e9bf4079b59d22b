import { setTimeout as sleep } from "node:timers/promises";
import { DeviceError } from "../core/errors.ts";
import type { ListedDevice } from "../device/adb-devices.ts";
import type { PhoneEvent } from "./watch.ts";

export interface PhoneEventTools {
  /** The phones that the adb server knows. @throws DeviceError */
  readonly list: () => Promise<readonly ListedDevice[]>;
  readonly signal: AbortSignal;
  /** Why phones cannot be seen, once for each reason. */
  readonly onProblem: (error: DeviceError) => void;
  /** Ends after the time, or when the signal aborts; never rejects. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const lookEveryMs = 2000;
/** While adb is missing or does not answer. */
const problemMs = 30_000;

/**
 * The phones of the adb server that become ready, and those that go, until the signal aborts. It is asked again and again, so that a server
 * that ends and starts anew is no end. One that was away between two looks has another number at the server, and came anew.
 */
export async function* phoneEvents({
  list,
  signal,
  onProblem,
  pause = pauseFor,
}: PhoneEventTools): AsyncGenerator<PhoneEvent, void, undefined> {
  let there = new Map<string, bigint | null>();
  let problem = "";
  while (!signal.aborted) {
    let wait = lookEveryMs;
    try {
      const ready = (await list()).filter(({ state, serial }) => state === "device" && serial !== "");
      const now = new Map(ready.map(({ serial, transportId }) => [serial, transportId]));
      for (const phone of there.keys()) if (!now.has(phone)) yield { kind: "gone", phone };
      for (const [phone, transport] of now)
        if (!there.has(phone) || there.get(phone) !== transport) yield { kind: "connected", phone };
      there = now;
      problem = "";
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      if (!signal.aborted && problem !== error.message) onProblem(error);
      problem = error.message;
      wait = problemMs;
    }
    await pause(wait, signal);
  }
}

/** Waits, or until the signal aborts; never rejects. */
export async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await sleep(Math.min(ms, 2 ** 31 - 1), undefined, { signal }).catch(() => undefined);
}
