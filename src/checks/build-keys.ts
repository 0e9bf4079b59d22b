import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { originalSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "build-keys",
  category: "boot",
  severity: "high",
  question: "Is the system signed with private keys?",
  title: {
    pass: "The system says that it is signed with release keys",
    fail: "The system says that it is signed with keys that are not secret",
  },
  why: "The test keys of Android are public. On a system signed with them, anyone can build an app that counts as part of the system.",
  advice:
    "Install the maker's original system, or a version of your own system that its makers sign with their own keys.",
  references: [
    "https://source.android.com/docs/core/ota/sign_builds",
    "https://developer.android.com/reference/android/os/Build#TAGS",
  ],
  messages: {
    test: "The system is marked as signed with public test keys.",
    dev: "The system is marked as signed with development keys.",
  },
  remedy: originalSystem,
  needs: { properties },
  run: ({ properties: said }) => {
    // ro.build.display.id says "test-keys" on many official builds: only the tags count.
    const tags = reported(said["ro.build.tags"], "ro.build.tags");
    const words = tags
      .toLowerCase()
      .split(",")
      .map((word) => word.trim());
    const key = words.includes("test-keys") ? "test" : words.includes("dev-keys") ? "dev" : undefined;
    if (key === undefined) return words.includes("release-keys") ? [] : unknownValue("ro.build.tags", tags);
    return [
      {
        subject: { kind: "device" },
        message: key,
        evidence: [{ kind: "value", fact: properties, name: "ro.build.tags", value: tags }],
      },
    ];
  },
  examples: {
    pass: [{ name: "release keys", given: { properties: { "ro.build.tags": "release-keys" } } }],
    fail: [
      { name: "test keys", given: { properties: { "ro.build.tags": "test-keys" } }, findings: 1 },
      { name: "development keys", given: { properties: { "ro.build.tags": "unofficial,dev-keys" } }, findings: 1 },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "another word", given: { properties: { "ro.build.tags": "keys" } } },
    ],
  },
});
