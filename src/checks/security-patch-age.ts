import { defineCheck, type Severity } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { takenAt } from "../core/needs.ts";
import { properties } from "../facts/properties.ts";
import { daysBetween, dayToTime, spokenAge } from "./wording/age.ts";
import { updateSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const name = "ro.build.version.security_patch";
/** Days: the European rules for phones give makers four months. */
const allowed = 122;

export default defineCheck({
  id: "security-patch-age",
  category: "updates",
  severity: "medium",
  question: "Are Android's security fixes up to date?",
  title: { pass: "Android's security fixes are from the last four months", fail: "Android's security fixes are old" },
  why: "In most months holes in Android become public together with their fixes. A phone without the fixes can be attacked through holes that everybody can read about.",
  advice:
    "Install all updates in Settings > System > System update (on Xiaomi: Settings > About phone). When the maker offers no more, plan to replace the phone.",
  references: ["https://source.android.com/docs/security/bulletin", "https://eur-lex.europa.eu/eli/reg/2023/1670/oj"],
  messages: {
    old: "The newest security fixes in Android are of {date}: {age} before this examination.",
    future: "The phone says that its security fixes are of {date}, which is after this examination.",
  },
  remedy: updateSystem,
  needs: { properties, takenAt },
  run: ({ properties: said, takenAt: now }) => {
    const date = reported(said[name], name);
    const time = dayToTime(date);
    if (time === undefined) return unknownValue(name, date);
    const days = daysBetween(time, now);
    const evidence = [{ kind: "value" as const, fact: properties, name, value: date }];
    const subject = { kind: "device" as const };
    // A level may be named some weeks ahead of its day.
    if (days < -60) return [{ subject, message: "future", severity: "low", params: { date }, evidence }];
    if (days <= allowed) return [];
    const severity: Severity = days > 365 ? "high" : "medium";
    return [{ subject, message: "old", severity, params: { date, age: spokenAge(days) }, evidence }];
  },
  examples: {
    pass: [
      { name: "two months", given: { properties: { [name]: "2026-01-01" }, takenAt: Date.UTC(2026, 2, 1) } },
      {
        name: "a level of next month",
        given: { properties: { [name]: "2026-04-01" }, takenAt: Date.UTC(2026, 2, 20) },
      },
    ],
    fail: [
      {
        name: "ten months",
        given: { properties: { [name]: "2025-05-01" }, takenAt: Date.UTC(2026, 2, 1) },
        findings: 1,
      },
      {
        name: "seven years",
        given: { properties: { [name]: "2019-05-05" }, takenAt: Date.UTC(2026, 2, 1) },
        findings: 1,
      },
      {
        name: "after the examination",
        given: { properties: { [name]: "2027-01-01" }, takenAt: Date.UTC(2026, 2, 1) },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { properties: {}, takenAt: Date.UTC(2026, 2, 1) } },
      { name: "no date", given: { properties: { [name]: "recent" }, takenAt: Date.UTC(2026, 2, 1) } },
    ],
  },
});
