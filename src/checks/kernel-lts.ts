import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { kernelVersion } from "../facts/kernel-version.ts";
import { properties } from "../facts/properties.ts";
import { type AndroidBulletins, androidBulletins } from "../feeds/android-bulletins.ts";
import { kernelLines } from "../feeds/kernel-lines.ts";
import { exampleBulletins, osLevel } from "./wording/patch-levels.ts";
import { updateSystem } from "./wording/remedies.ts";

export default defineCheck({
  id: "kernel-lts",
  category: "updates",
  severity: "low",
  question: "Is the phone's kernel of a line that still gets fixes?",
  title: {
    pass: "The kernel is of a line that gets fixes",
    fail: "The kernel is old",
  },
  why: "The kernel is the innermost part of the system. Its makers keep some lines for years; after their end, fixes come only where the phone's maker carries them over one by one.",
  advice: "Install all updates. A phone hardly ever gets a newer line: when its own has ended, plan to replace it.",
  references: [
    "https://www.kernel.org/category/releases.html",
    "https://source.android.com/docs/core/architecture/kernel/android-common",
  ],
  messages: {
    ended: "The kernel is {release}. Its makers ended the line {line} in {ended}.",
    behind: "The kernel is {release}. With the level of {level} that the phone names goes {wanted} or newer.",
  },
  remedy: updateSystem,
  needs: { kernelVersion, takenAt, kernelLines, androidBulletins },
  wants: { properties },
  run: (
    { kernelVersion: { release }, takenAt: now, kernelLines: { asOf, lines }, androidBulletins: bulletins },
    { properties: said },
  ) => {
    const [, line = "", patch = ""] = /^(\d{1,3}\.\d{1,3})\.(\d{1,5})/.exec(release) ?? [];
    const known = lines.find((each) => each.line === line);
    const today = new Date(now).toISOString();
    const subject = { kind: "device" as const };
    const evidence = [{ kind: "value" as const, fact: kernelVersion, name: "release", value: release }];
    const short = release.slice(0, 60);
    if (known?.ended && known.ended < today.slice(0, 7))
      return [{ subject, message: "ended", params: { release: short, line, ended: known.ended }, evidence }];
    const wanted = floorOf(bulletins, line, said?.[osLevel]);
    if (wanted && Number(patch) < wanted.patch)
      return [
        {
          subject,
          message: "behind",
          confidence: "likely",
          params: { release: short, level: wanted.level, wanted: `${line}.${wanted.patch}` },
          evidence,
        },
      ];
    if (!known) return { unread: [`The list of ${asOf} does not hold the line of the kernel.`] };
    if (now - Date.parse(asOf) > 365 * 24 * 60 * 60 * 1000 && !known.ended)
      return { unread: [`The list of kernel lines is of ${asOf}, too long before this examination.`] };
    return [];
  },
  examples: {
    pass: [{ name: "a line that is kept", given: given("5.10.209-android12-9", Date.UTC(2026, 4, 4)) }],
    fail: [
      { name: "a line that ended", given: given("4.14.186-perf", Date.UTC(2026, 4, 4)), findings: 1 },
      {
        name: "behind its own level",
        given: {
          ...given("5.10.100-android12-9", Date.UTC(2026, 4, 4)),
          androidBulletins: { ...exampleBulletins, kernels: [{ level: "2026-01-01", versions: ["5.10.209"] }] },
        },
        wanted: { properties: { [osLevel]: "2026-02-01" } },
        findings: 1,
      },
    ],
    unknown: [
      { name: "a line of its own", given: given("5.11.3", Date.UTC(2026, 4, 4)) },
      { name: "the list is too old", given: given("5.10.209", Date.UTC(2029, 4, 4)) },
    ],
  },
});

/** The version of the line that goes with the newest level up to the phone's own; undefined where no list tells. */
function floorOf({ kernels }: AndroidBulletins, line: string, level: string | undefined) {
  if (level === undefined) return undefined;
  const floors = kernels
    .filter((each) => each.level <= level)
    .flatMap((each) =>
      each.versions.flatMap((version) =>
        version.startsWith(`${line}.`) ? [{ level: each.level, patch: Number(version.slice(line.length + 1)) }] : [],
      ),
    );
  return floors.sort((a, b) => (a.level < b.level ? 1 : -1))[0];
}

function given(release: string, takenAt: number) {
  const lines = [
    { line: "4.14", ended: "2024-01" },
    { line: "5.10", ended: null },
  ];
  return {
    kernelVersion: { release, text: `Linux version ${release}` },
    takenAt,
    kernelLines: { asOf: "2026-01-31", lines },
    androidBulletins: exampleBulletins,
  };
}
