import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSources } from "./wording/xiaomi.ts";

const key = "init.svc.mqsasd";

/** Xiaomi's service that records faults for upload. */
export default defineCheck({
  id: "miui-quality-service",
  category: "collection",
  severity: "info",
  question: "Does Xiaomi's quality service run?",
  title: { pass: "Xiaomi's quality service does not run", fail: "Xiaomi's quality service runs" },
  why: "The service mqsasd records crashes and faults of the system. The package com.miui.daemon, which belongs to it, sends data to Xiaomi.",
  advice:
    "It belongs to the system and cannot be switched off alone. Switching off the User Experience Program and diagnostic data limits what leaves the phone.",
  references: [
    "https://github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation",
    xiaomiSources[0],
  ],
  messages: { running: "The quality service (mqsasd) runs." },
  noRemedy:
    "The service is part of the system image, and nothing that can be taken back stops it. What leaves the phone is limited by the User Experience Program and by diagnostic data, which are asked about apart.",
  needs: { properties },
  run: ({ properties: all }) => {
    const notApplicable = notXiaomi(all);
    if (notApplicable !== undefined) return { notApplicable };
    const state = all[key];
    if (state === undefined) return { notApplicable: "This version has no service of that name." };
    if (state !== "running") return [];
    return [
      {
        subject: { kind: "device" },
        message: "running",
        evidence: [{ kind: "value", fact: properties, name: key, value: state }],
      },
    ];
  },
  examples: {
    pass: [{ name: "stopped", given: { properties: { ...hyperOs, [key]: "stopped" } } }],
    fail: [{ name: "running", given: { properties: { ...hyperOs, [key]: "running" } }, findings: 1 }],
    notApplicable: [
      { name: "no Xiaomi system", given: { properties: stockAndroid } },
      { name: "no such service", given: { properties: hyperOs } },
    ],
  },
});
