import type { HardwareStatement, PinChange } from "../facts/attestation.ts";
import type { AskedRoute, HardwareWord } from "./hardware-word.ts";

/** What is remembered of a phone's hardware from the first time on. */
export interface HardwarePin {
  /** ISO 8601 in UTC: when it was first asked. */
  readonly since: string;
  /** SHA-256 of the key that the phone was made with, in hexadecimal. */
  readonly identity: string | null;
  /** The key that verifies the system, in hexadecimal. */
  readonly bootKey: string | null;
  /** The newest that the hardware said. */
  readonly osPatchLevel: string | null;
  readonly vendorPatchLevel: string | null;
  readonly bootPatchLevel: string | null;
}

/** What is to be remembered now, and what differs from before. */
export interface Pinned {
  readonly pin: HardwarePin | null;
  readonly changed: readonly PinChange[];
}

/**
 * Holds what the hardware said against what is remembered of it. Another key leaves what is remembered as it is, so that it is told again each
 * time; levels are remembered at their newest.
 */
export function pinHardware(
  before: HardwarePin | null,
  routes: readonly AskedRoute[],
  { worth, statements }: HardwareWord,
  at: string,
): Pinned {
  if (worth === "refuted" || statements.length === 0) return { pin: before, changed: [] };
  const now = { ...keysOf(routes), ...levelsOf(statements) };
  if (before === null) return { pin: { since: at, ...now }, changed: [] };
  const other = (key: "identity" | "bootKey") => before[key] !== null && now[key] !== null && before[key] !== now[key];
  const keys: PinChange[] = [
    ...(other("identity") ? (["identity"] as const) : []),
    ...(other("bootKey") ? (["boot-key"] as const) : []),
  ];
  const older = levels.flatMap(([field, change]) => (isOlder(now[field], before[field]) ? [change] : []));
  const changed = [...keys, ...older];
  if (keys.length > 0) return { pin: before, changed };
  const pin = {
    since: before.since,
    identity: before.identity ?? now.identity,
    bootKey: before.bootKey ?? now.bootKey,
    osPatchLevel: newest([before.osPatchLevel, now.osPatchLevel]),
    vendorPatchLevel: newest([before.vendorPatchLevel, now.vendorPatchLevel]),
    bootPatchLevel: newest([before.bootPatchLevel, now.bootPatchLevel]),
  };
  return { pin, changed };
}

const levels = [
  ["osPatchLevel", "os-level"],
  ["vendorPatchLevel", "vendor-level"],
  ["bootPatchLevel", "boot-level"],
] as const;

/** Only what was signed without a fault tells a key. */
function keysOf(routes: readonly AskedRoute[]): Pick<HardwarePin, "identity" | "bootKey"> {
  let [identity, bootKey]: (string | null)[] = [null, null];
  for (const asked of routes) {
    if (!asked.obtained) continue;
    if (asked.route === "csr" && asked.verdict.faults.length === 0) identity = asked.verdict.identity;
    if (asked.route === "app_process" && asked.verdict.state !== "not-proven")
      bootKey = asked.verdict.says?.rootOfTrust?.bootKey ?? null;
  }
  // An unlocked phone has a key of zeros, which is no key.
  return { identity: identity ?? null, bootKey: bootKey && !/^0*$/.test(bootKey) ? bootKey : null };
}

function levelsOf(statements: readonly HardwareStatement[]) {
  const of = (field: (typeof levels)[number][0]) => newest(statements.map((each) => each[field]));
  return {
    osPatchLevel: of("osPatchLevel"),
    vendorPatchLevel: of("vendorPatchLevel"),
    bootPatchLevel: of("bootPatchLevel"),
  };
}

function newest(found: readonly (string | null)[]): string | null {
  return found.reduce((best, each) => (each !== null && (best === null || each > best) ? each : best), null);
}

/** Compared as far as both are told: a month alone is no older than a day in it. */
function isOlder(now: string | null, before: string | null): boolean {
  if (now === null || before === null) return false;
  const length = Math.min(now.length, before.length);
  return now.slice(0, length) < before.slice(0, length);
}
