import { defineCheck, type Evidence, type Severity } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { takenAt } from "../core/needs.ts";
import { properties } from "../facts/properties.ts";
import { daysBetween, dayToTime, spokenAge } from "./wording/age.ts";
import { updateSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const name = "ro.vendor.build.security_patch";
const android = "ro.build.version.security_patch";
/** Builds of Huawei and Honor from Android 9 to 13 all name this day: it says nothing of their fixes. */
const frozen = "2018-06-19";
const allowed = 122;

export default defineCheck({
  id: "vendor-patch-age",
  category: "updates",
  severity: "medium",
  question: "Are the security fixes for chips and drivers up to date?",
  title: {
    pass: "The fixes for chips and drivers are from the last four months",
    fail: "The fixes for chips and drivers are old",
  },
  why: "Modem, graphics and camera drivers have holes of their own. Their fixes come from the chip's maker and can be left out while Android's level is raised.",
  advice:
    "Install all updates. When only this level stays behind, ask the maker for the fixes of the bulletin's second part.",
  references: [
    "https://source.android.com/docs/security/bulletin",
    "AOSP: build/make/core/main.mk, ro.vendor.build.security_patch",
  ],
  messages: { old: "The fixes for chips and drivers are of {date}: {age} before this examination." },
  remedy: updateSystem,
  needs: { properties, takenAt },
  run: ({ properties: said, takenAt: now }) => {
    const date = reported(said[name], name);
    const time = dayToTime(date);
    if (time === undefined) return unknownValue(name, date);
    if (date === frozen)
      return { unread: [`The phone reports ${frozen} in ${name}, a day that its maker never changes.`] };
    const days = daysBetween(time, now);
    if (days <= allowed) return [];
    const evidence: Evidence[] = [{ kind: "value", fact: properties, name, value: date }];
    if (said[android]) evidence.push({ kind: "value", fact: properties, name: android, value: said[android] });
    return [
      {
        subject: { kind: "device" },
        message: "old",
        severity: severityOf(days, date, said[android]),
        params: { date, age: spokenAge(days) },
        evidence,
      },
    ];
  },
  examples: {
    pass: [{ name: "two months", given: { properties: { [name]: "2026-01-01" }, takenAt: Date.UTC(2026, 2, 1) } }],
    fail: [
      {
        name: "behind Android's own level",
        given: { properties: { [name]: "2024-11-05", [android]: "2026-02-01" }, takenAt: Date.UTC(2026, 2, 1) },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { properties: {}, takenAt: Date.UTC(2026, 2, 1) } },
      { name: "the frozen day", given: { properties: { [name]: frozen }, takenAt: Date.UTC(2020, 2, 1) } },
      { name: "no date", given: { properties: { [name]: "none" }, takenAt: Date.UTC(2026, 2, 1) } },
    ],
  },
});

/** Where Android's own level is as old, that finding says it all, and this one weighs little. */
function severityOf(days: number, date: string, androidDate: string | undefined): Severity {
  if (androidDate !== undefined && androidDate <= date) return "low";
  return days > 365 ? "high" : "medium";
}
