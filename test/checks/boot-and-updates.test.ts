import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import bootPropertiesConsistent from "../../src/checks/boot-properties-consistent.ts";
import bootloaderLocked from "../../src/checks/bootloader-locked.ts";
import buildKeys from "../../src/checks/build-keys.ts";
import debuggableBuild from "../../src/checks/debuggable-build.ts";
import encryptionState from "../../src/checks/encryption-state.ts";
import encryptionType from "../../src/checks/encryption-type.ts";
import oemUnlockAllowed from "../../src/checks/oem-unlock-allowed.ts";
import securityPatchAge from "../../src/checks/security-patch-age.ts";
import vendorPatchAge from "../../src/checks/vendor-patch-age.ts";
import verifiedBoot from "../../src/checks/verified-boot.ts";
import { daysBetween, dayToTime, spokenAge } from "../../src/checks/wording/age.ts";
import { hasOwnLock } from "../../src/checks/wording/own-lock.ts";
import type { Check } from "../../src/core/check.ts";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import { answer } from "../../src/core/judge.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { openInput } from "../../src/device/open.ts";
import { properties } from "../../src/facts/properties.ts";
import { androidSupport } from "../../src/feeds/android-support.ts";
import { chromiumMilestones } from "../../src/feeds/chromium-milestones.ts";

test("ages in words", () => {
  expect([0, 1, 45, 89, 123, 304, 729, 730, 1826].map(spokenAge)).toEqual([
    "0 days",
    "1 day",
    "45 days",
    "89 days",
    "4 months",
    "10 months",
    "24 months",
    "2 years",
    "5 years",
  ]);
  expect(daysBetween(Date.UTC(2026, 0, 1), Date.UTC(2026, 4, 4, 23))).toBe(123);
});

test("only days of the calendar are days", () => {
  expect(dayToTime("2026-02-28")).toBe(Date.UTC(2026, 1, 28));
  for (const text of ["2026-02-30", "2026-13-01", "2026-1-1", "26-01-01", "", "2026-01-01x"])
    expect(dayToTime(text)).toBeUndefined();
});

test("whose lock screen is whose", () => {
  const lock = (user: number, separate: boolean | null) => ({
    user,
    secured: false,
    type: null,
    separate,
    disabled: null,
  });
  const user = (id: number, flags: number) => ({ id, name: "x", flags, running: null });
  expect(hasOwnLock(lock(0, null), undefined)).toBe(true);
  expect(hasOwnLock(lock(999, null), undefined)).toBe(false);
  expect(hasOwnLock(lock(10, null), undefined)).toBe(false);
  expect(hasOwnLock(lock(10, false), [user(10, 0x1030)])).toBe(false);
  expect(hasOwnLock(lock(10, true), [user(10, 0x1030)])).toBe(true);
  expect(hasOwnLock(lock(11, null), [user(11, 0x10)])).toBe(true);
});

test("the lists that come with Candor are in order", () => {
  const { versions } = androidSupport.embedded?.value ?? { versions: [] };
  expect(versions.map(({ sdk }) => sdk)).toEqual([...versions.keys()].map((i) => i + 21));
  for (const { ended } of versions) if (ended !== null) expect(dayToTime(ended)).toBeDefined();
  const { milestones, asOf } = chromiumMilestones.embedded?.value ?? { milestones: [], asOf: "" };
  expect(milestones.at(-1)).toEqual({ version: 150, released: "2026-06-30" });
  expect(milestones.find(({ version }) => version === 100)?.released).toBe("2022-03-29");
  for (const [i, { version, released }] of milestones.entries()) {
    expect(dayToTime(released)).toBeDefined();
    expect(released <= asOf).toBe(true);
    const before = milestones[i - 1];
    if (before) expect(before.version < version && before.released < released).toBe(true);
  }
});

const captures = join(import.meta.dirname, "../../../shared/captures");

describe.runIf(existsSync(captures))("property dumps of real phones", () => {
  const folders = ["getprop-xiaomi", "getprop-other"];
  const files = existsSync(captures)
    ? folders.flatMap((folder) => readdirSync(join(captures, folder)).map((file) => join(captures, folder, file)))
    : [];

  const snapshots: { readonly file: string; readonly snapshot: Snapshot }[] = [];

  beforeAll(async () => {
    for (const file of files) {
      const source = await openInput(file).catch((error: unknown) => {
        if (error instanceof DeviceError && error.code === "unreadable") return undefined;
        throw error;
      });
      if (!source) continue;
      const snapshot = await collect(source, [properties], { version: "0" });
      await source.close();
      if (snapshot.facts["properties"]?.state === "read")
        snapshots.push({ file: basename(file), snapshot: { ...snapshot, takenAt: "2026-05-01T00:00:00.000Z" } });
    }
  });

  test("all but the two that were cut up by hand are read", () => {
    expect(files.length - snapshots.length).toBe(2);
  });

  function outcomes(check: Check): Map<string, string> {
    return new Map(snapshots.map(({ file, snapshot }) => [file, answer(check, snapshot, []).state]));
  }

  test.each([
    // [check, pass, fail, unknown, not applicable]: counted by hand against the dumps.
    [verifiedBoot, 32, 7, 0, 0],
    [bootloaderLocked, 32, 7, 0, 0],
    [encryptionState, 38, 1, 0, 0],
    [encryptionType, 34, 4, 0, 1],
    [oemUnlockAllowed, 27, 5, 7, 0],
    [buildKeys, 39, 0, 0, 0],
    [debuggableBuild, 39, 0, 0, 0],
    [securityPatchAge, 0, 39, 0, 0],
    [vendorPatchAge, 0, 31, 8, 0],
  ] as const)("$id", (check, pass, fail, unknown, notApplicable) => {
    const states = [...outcomes(check).values()];
    const count = (state: string) => states.filter((found) => found === state).length;
    expect([count("pass"), count("fail"), count("unknown"), count("not-applicable")]).toEqual([
      pass,
      fail,
      unknown,
      notApplicable,
    ]);
  });

  test("only the changed systems contradict themselves", () => {
    const states = outcomes(bootPropertiesConsistent);
    const failing = [...states].filter(([, state]) => state !== "pass").map(([file]) => file.split("_Android")[0]);
    expect(failing.sort()).toEqual(["HyperOS_2.0.8.0", "LineageOS_23.0"]);
  });
});
