import { createSignal } from "solid-js";
import type { PrivacyStatus } from "../centre/privacy-lock.ts";
import { ask } from "./api.ts";

const [privacy, setPrivacy] = createSignal<PrivacyStatus | null>(null);
const [turn, setTurn] = createSignal(1);

/** How it stands with the privacy password; null until it is known. `turn` counts up when views have to be made anew. */
export { privacy, turn };

/** Milliseconds between looks at whether Candor has locked by itself. Asking does not count as use. */
const lookEvery = 15_000;

/** Asks how it stands. Where Candor has locked meanwhile, what is shown goes from the screen. */
export async function lookAtPrivacy(): Promise<void> {
  const status = await ask<PrivacyStatus>("/privacy").catch(() => null);
  if (status) takePrivacy(status);
}

/** Takes over what the server said of it. */
export function takePrivacy(status: PrivacyStatus): void {
  const was = privacy()?.state;
  setPrivacy(status);
  if (was === "unlocked" && status.state === "locked") remake();
}

/** Makes all views anew: what could not be read before may be readable, or must not be shown any more. */
export function remake(): void {
  setTurn(turn() + 1);
}

/** Locks at once. */
export async function lockNow(): Promise<void> {
  takePrivacy((await ask<{ readonly status: PrivacyStatus }>("/privacy/lock", { body: {} })).status);
}

/** After how many minutes without use it locks, as this browser was told. */
export function lockMinutes(): number {
  const kept = Number(localStorage.getItem("lock-minutes"));
  return minuteChoices.find((each) => each === kept) ?? 15;
}

export const minuteChoices = [5, 15, 30, 60] as const;

export function keepLockMinutes(minutes: number): void {
  localStorage.setItem("lock-minutes", String(minutes));
}

const look = () => {
  if (!document.hidden) void lookAtPrivacy();
};
look();
setInterval(look, lookEvery);
document.addEventListener("visibilitychange", look);
