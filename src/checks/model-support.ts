import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { properties } from "../facts/properties.ts";
import { xiaomiBuilds } from "../feeds/xiaomi-builds.ts";
import { daysBetween, dayToTime, spokenAge } from "./wording/age.ts";
import { updateSystem } from "./wording/remedies.ts";
import { stockAndroid } from "./wording/xiaomi.ts";
import { exampleXiaomi, modelProperty, newestKnown } from "./wording/xiaomi-model.ts";

/** Days without any new system after which a model hardly gets another one. */
const silent = 365;

export default defineCheck({
  id: "model-support",
  category: "updates",
  severity: "medium",
  question: "Does the maker still bring out systems for this model?",
  title: {
    pass: "The maker brought out a system for this model within a year",
    fail: "The maker has not brought out a system for this model for long",
  },
  why: "A model gets updates for some years and then none. Nobody tells its owners on the day when that ends.",
  advice: "Look up how long the maker promises updates for this model. When it has ended, plan to replace the phone.",
  references: ["https://trust.mi.com/misrc/updates/phone", "https://eur-lex.europa.eu/eli/reg/2023/1670/oj"],
  messages: {
    silent: "The newest known system for {model} is {newest}, of {date}: {age} before this examination.",
  },
  remedy: updateSystem,
  needs: { properties, takenAt, xiaomiBuilds },
  run: ({ properties: said, takenAt: now, xiaomiBuilds: builds }) => {
    const known = newestKnown(said, builds);
    if (!("newest" in known)) return known;
    const { model, newest } = known;
    const last = builds.builds.reduce((day, build) => (build.date > day ? build.date : day), "");
    const days = daysBetween(dayToTime(newest.date) ?? 0, now);
    if (days <= silent) return [];
    // A list that ended long ago does not know what came since.
    if (daysBetween(dayToTime(newest.date) ?? 0, dayToTime(last) ?? 0) <= silent)
      return { unread: [`The list of newest systems ends on ${last}, too long before this examination.`] };
    return [
      {
        subject: { kind: "device" },
        message: "silent",
        confidence: "likely",
        severity: days > 730 ? "high" : "medium",
        params: { model: model.slice(0, 60), newest: newest.version, date: newest.date, age: spokenAge(days) },
        evidence: [{ kind: "value", fact: properties, name: modelProperty, value: model }],
      },
    ];
  },
  examples: {
    pass: [{ name: "a system of last month", given: exampleXiaomi("pipa_eea_global", "OS2.0.12.0.UMZEUXM") }],
    fail: [{ name: "none for years", given: exampleXiaomi("whyred", "V12.0.3.0.PEICNXM"), findings: 1 }],
    unknown: [
      { name: "a model that the list does not hold", given: exampleXiaomi("nobody_global", "OS2.0.12.0.UMZEUXM") },
      {
        name: "the list is too old",
        given: exampleXiaomi("pipa_eea_global", "OS2.0.14.0.UMZEUXM", Date.UTC(2029, 1, 1)),
      },
    ],
    notApplicable: [
      {
        name: "another maker",
        given: { ...exampleXiaomi("whyred", "V12.0.3.0.PEICNXM"), properties: { ...stockAndroid } },
      },
    ],
  },
});
