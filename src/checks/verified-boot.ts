import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { originalSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const severities = { yellow: "medium", orange: "high", red: "critical" } as const;

export default defineCheck({
  id: "verified-boot",
  category: "boot",
  severity: "high",
  question: "Did the phone check at start that Android is the maker's own?",
  title: {
    pass: "The phone reports that it started Android as its maker signed it",
    fail: "The phone did not start Android as its maker signed it",
  },
  why: "Verified boot is what stops somebody from putting a changed Android with spyware on the phone. Without it, no other answer of the phone can be relied on.",
  advice:
    "If you did not unlock or change the phone yourself, have the maker's service install the original system and lock the bootloader; a second-hand seller or somebody with access may have changed it.",
  references: [
    "https://source.android.com/docs/security/features/verifiedboot/boot-flow",
    "https://source.android.com/docs/security/features/verifiedboot",
  ],
  messages: {
    yellow: "Android was checked against a key that somebody installed, not against the maker's.",
    orange: "The bootloader is unlocked, so Android was not checked against the maker's key.",
    red: "The check of Android failed at start.",
  },
  remedy: originalSystem,
  needs: { properties },
  run: ({ properties: said }) => {
    const state = reported(said["ro.boot.verifiedbootstate"], "ro.boot.verifiedbootstate");
    const known = state.toLowerCase();
    if (known === "green") return [];
    if (known !== "yellow" && known !== "orange" && known !== "red")
      return unknownValue("ro.boot.verifiedbootstate", state);
    return [
      {
        subject: { kind: "device" },
        message: known,
        severity: severities[known],
        evidence: [{ kind: "value", fact: properties, name: "ro.boot.verifiedbootstate", value: state }],
      },
    ];
  },
  examples: {
    pass: [
      { name: "green", given: { properties: { "ro.boot.verifiedbootstate": "green" } } },
      { name: "in capitals", given: { properties: { "ro.boot.verifiedbootstate": "GREEN" } } },
    ],
    fail: [
      { name: "own key", given: { properties: { "ro.boot.verifiedbootstate": "yellow" } }, findings: 1 },
      { name: "unlocked", given: { properties: { "ro.boot.verifiedbootstate": "orange" } }, findings: 1 },
      { name: "failed", given: { properties: { "ro.boot.verifiedbootstate": "red" } }, findings: 1 },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "another word", given: { properties: { "ro.boot.verifiedbootstate": "blue" } } },
    ],
  },
});
