import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "encryption-state",
  category: "encryption",
  severity: "critical",
  question: "Is the data on the phone encrypted?",
  title: { pass: "The phone reports that its data is encrypted", fail: "The data on the phone is not encrypted" },
  why: "Without encryption, anyone who holds the phone can copy its memory and read photos, messages and passwords, whatever the screen lock.",
  advice:
    "Back up the phone and switch encryption on in Settings > Security. Where there is no such entry, the phone is too old or its system was replaced: keep nothing private on it.",
  references: [
    "https://source.android.com/docs/security/features/encryption",
    "AOSP: system/vold/cryptfs.cpp, ro.crypto.state",
  ],
  messages: {
    unencrypted: "The phone reports that its storage is not encrypted.",
    unsupported: "The phone reports that it cannot encrypt its storage.",
  },
  needs: { properties },
  run: ({ properties: reportedProperties }) => {
    const state = reported(reportedProperties["ro.crypto.state"], "ro.crypto.state");
    const known = state.toLowerCase();
    if (known === "encrypted") return [];
    if (known !== "unencrypted" && known !== "unsupported") return unknownValue("ro.crypto.state", state);
    return [
      {
        subject: { kind: "device" },
        message: known,
        evidence: [{ kind: "value", fact: properties, name: "ro.crypto.state", value: state }],
        remedy: {
          kind: "steps",
          steps: ["Back up the phone.", "Open Settings > Security > Encryption.", "Charge the phone and encrypt it."],
          screen: "security",
        },
      },
    ];
  },
  examples: {
    pass: [{ name: "encrypted", given: { properties: { "ro.crypto.state": "encrypted" } } }],
    fail: [
      { name: "not encrypted", given: { properties: { "ro.crypto.state": "unencrypted" } }, findings: 1 },
      { name: "no support", given: { properties: { "ro.crypto.state": "unsupported" } }, findings: 1 },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "another word", given: { properties: { "ro.crypto.state": "maybe" } } },
    ],
  },
});
