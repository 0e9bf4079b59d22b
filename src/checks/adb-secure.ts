import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { byHand } from "./wording/remedies.ts";

/** What each property protects, and the finding where it is 0. */
const guards = [
  { name: "ro.adb.secure", message: "noQuestion" },
  { name: "ro.secure", message: "root" },
] as const;

export default defineCheck({
  id: "adb-secure",
  category: "boot",
  severity: "critical",
  question: "Does the phone ask before a computer may debug it?",
  title: {
    pass: "A computer must be allowed before it may debug, and starts without root rights",
    fail: "Any computer may debug the phone, or debugging starts with root rights",
  },
  why: "A phone from a shop asks before a computer may debug it, and never gives it root rights. Without that, a charging point can read everything.",
  advice:
    "Have the maker's original system installed. Until then, keep USB debugging off and plug the phone into your own chargers only.",
  references: [
    "https://developer.android.com/tools/adb",
    "AOSP: packages/modules/adb/daemon/main.cpp, ro.adb.secure and ro.secure",
  ],
  messages: {
    noQuestion: "The phone lets any computer debug it without asking (ro.adb.secure is 0).",
    root: "Debugging runs with root rights (ro.secure is 0).",
  },
  remedy: byHand(
    "developer-options",
    "Open the developer options, and switch USB debugging off when you are done here.",
    "Plug the phone into your own chargers only.",
    "Have the maker's service install the original system. That erases the phone.",
  ),
  needs: { properties },
  run: ({ properties: said }) => ({
    findings: guards.flatMap(({ name, message }) =>
      said[name] === "0"
        ? [
            {
              subject: { kind: "device" as const },
              message,
              evidence: [{ kind: "value" as const, fact: properties, name, value: "0" }],
            },
          ]
        : [],
    ),
    unread: guards.flatMap(({ name }) =>
      said[name] === "0" || said[name] === "1" ? [] : [`The phone did not report ${name}.`],
    ),
  }),
  examples: {
    pass: [{ name: "both on", given: { properties: { "ro.adb.secure": "1", "ro.secure": "1" } } }],
    fail: [
      { name: "no question", given: { properties: { "ro.adb.secure": "0", "ro.secure": "1" } }, findings: 1 },
      { name: "both off", given: { properties: { "ro.adb.secure": "0", "ro.secure": "0" } }, findings: 2 },
      { name: "one off, one not reported", given: { properties: { "ro.secure": "0" } }, findings: 1 },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "one reported", given: { properties: { "ro.secure": "1" } } },
    ],
  },
});
