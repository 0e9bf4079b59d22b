import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { originalSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "build-type",
  category: "boot",
  severity: "medium",
  question: "Is this a system for customers, or one for developers?",
  title: { pass: "The system is a build for customers", fail: "The system is a build for developers" },
  why: "Builds for developers let a connected computer become root and switch protections off. Phones in shops do not have them.",
  advice:
    "Install the maker's system for customers, unless you run a system of your own on purpose and know what it opens.",
  references: [
    "https://source.android.com/docs/setup/create/new-device#build-variants",
    "https://source.android.com/docs/setup/build/building",
  ],
  messages: {
    userdebug: 'The system is a "userdebug" build: a computer with debugging access can become root.',
    eng: 'The system is an "eng" build, made for work on Android itself.',
  },
  remedy: originalSystem,
  needs: { properties },
  run: ({ properties: said }) => {
    const type = reported(said["ro.build.type"], "ro.build.type");
    const known = type.toLowerCase();
    if (known === "user") return [];
    if (known !== "userdebug" && known !== "eng") return unknownValue("ro.build.type", type);
    return [
      {
        subject: { kind: "device" },
        message: known,
        severity: known === "eng" ? "high" : "medium",
        evidence: [{ kind: "value", fact: properties, name: "ro.build.type", value: type }],
      },
    ];
  },
  examples: {
    pass: [{ name: "user", given: { properties: { "ro.build.type": "user" } } }],
    fail: [
      { name: "userdebug", given: { properties: { "ro.build.type": "userdebug" } }, findings: 1 },
      { name: "eng", given: { properties: { "ro.build.type": "eng" } }, findings: 1 },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "another word", given: { properties: { "ro.build.type": "factory" } } },
    ],
  },
});
