import { defineCheck, type Evidence } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { originalSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "debuggable-build",
  category: "boot",
  severity: "high",
  question: "Can only those apps be debugged that ask for it?",
  title: {
    pass: "Only apps that ask for it can be debugged",
    fail: "Every app can be debugged",
  },
  why: "With this property on, a connected computer can look into the memory of every app, its passwords and messages included.",
  advice:
    "Have the maker's original system installed. On a phone from a shop this property is never on; a root tool may have set it.",
  references: [
    "https://source.android.com/docs/setup/create/new-device#build-variants",
    "AOSP: frameworks/base/core/java/com/android/internal/os/RoSystemProperties.java, ro.debuggable",
  ],
  messages: {
    on: "The property ro.debuggable is on.",
    user: "The property ro.debuggable is on, although the system calls itself a build for customers: somebody changed one of the two.",
  },
  remedy: originalSystem,
  needs: { properties },
  run: ({ properties: said }) => {
    const value = reported(said["ro.debuggable"], "ro.debuggable");
    if (value === "0") return [];
    if (value !== "1") return unknownValue("ro.debuggable", value);
    const type = said["ro.build.type"] ?? "";
    const evidence: Evidence[] = [{ kind: "value", fact: properties, name: "ro.debuggable", value }];
    if (type !== "") evidence.push({ kind: "value", fact: properties, name: "ro.build.type", value: type });
    return [{ subject: { kind: "device" }, message: type.toLowerCase() === "user" ? "user" : "on", evidence }];
  },
  examples: {
    pass: [{ name: "off", given: { properties: { "ro.debuggable": "0" } } }],
    fail: [
      {
        name: "developer build",
        given: { properties: { "ro.debuggable": "1", "ro.build.type": "userdebug" } },
        findings: 1,
      },
      { name: "customer build", given: { properties: { "ro.debuggable": "1", "ro.build.type": "user" } }, findings: 1 },
    ],
    unknown: [{ name: "not reported", given: { properties: {} } }],
  },
});
