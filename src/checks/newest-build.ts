import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { properties } from "../facts/properties.ts";
import { xiaomiBuilds } from "../feeds/xiaomi-builds.ts";
import { updateSystem } from "./wording/remedies.ts";
import { stockAndroid } from "./wording/xiaomi.ts";
import { exampleXiaomi, modelProperty, newestKnown } from "./wording/xiaomi-model.ts";

export default defineCheck({
  id: "newest-build",
  category: "updates",
  severity: "medium",
  question: "Does the phone run the newest system that its maker handed out?",
  title: {
    pass: "No newer system of the maker is known for this model",
    fail: "The maker has a newer system for this model",
  },
  why: "Makers hand a system out step by step and only when somebody looks for it. Fixes that are there and not installed protect nobody.",
  advice: "Look for an update on the phone. Updates come to some phones weeks after others.",
  references: ["https://github.com/XiaomiFirmwareUpdater/miui-updates-tracker", "https://trust.mi.com/"],
  messages: {
    newer: "The phone runs {version}. For {model} there is {newest}, of {date}.",
  },
  remedy: updateSystem,
  needs: { properties, takenAt, xiaomiBuilds },
  run: ({ properties: said, takenAt: now, xiaomiBuilds: builds }) => {
    const known = newestKnown(said, builds);
    if (!("newest" in known)) return known;
    const { model, version, newest, older } = known;
    if (!older || Date.parse(newest.date) > now) return [];
    return [
      {
        subject: { kind: "device" },
        message: "newer",
        confidence: "likely",
        params: { version: version.slice(0, 60), model: model.slice(0, 60), newest: newest.version, date: newest.date },
        evidence: [{ kind: "value", fact: properties, name: modelProperty, value: model }],
      },
    ];
  },
  examples: {
    pass: [
      { name: "the newest", given: exampleXiaomi("pipa_eea_global", "OS2.0.14.0.UMZEUXM") },
      { name: "newer than the list", given: exampleXiaomi("pipa_eea_global", "OS3.0.1.0.VMZEUXM") },
      {
        name: "examined before the newest came out",
        given: exampleXiaomi("pipa_eea_global", "OS2.0.12.0.UMZEUXM", Date.UTC(2026, 1, 1)),
      },
    ],
    fail: [{ name: "an older one", given: exampleXiaomi("pipa_eea_global", "OS2.0.12.0.UMZEUXM"), findings: 1 }],
    unknown: [
      { name: "a model that the list does not hold", given: exampleXiaomi("nobody_global", "OS2.0.12.0.UMZEUXM") },
      { name: "no model told", given: exampleXiaomi("", "OS2.0.12.0.UMZEUXM") },
      { name: "a system of its own", given: exampleXiaomi("pipa_eea_global", "eng.builder.20240101") },
    ],
    notApplicable: [
      {
        name: "another maker",
        given: { ...exampleXiaomi("pipa_eea_global", "OS2.0.12.0.UMZEUXM"), properties: { ...stockAndroid } },
      },
    ],
  },
});
