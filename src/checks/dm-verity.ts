import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { originalSystem } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "dm-verity",
  category: "boot",
  severity: "high",
  question: "Is the system checked while it is being read?",
  title: {
    pass: "The phone reports that it checks its system while reading it",
    fail: "The phone does not fully check its system while reading it",
  },
  why: "dm-verity compares every block of the system with what the maker signed. When it is off, changed system files go unnoticed.",
  advice:
    "Have the maker's original system installed again. A message about corruption at start is a reason to do so soon.",
  references: [
    "https://source.android.com/docs/security/features/verifiedboot/dm-verity",
    "https://source.android.com/docs/security/features/verifiedboot/verified-boot",
  ],
  messages: {
    disabled: "Checking of the system while reading is switched off.",
    logging: "Damaged or changed parts of the system are only logged and used all the same.",
    eio: "The phone runs in the mode that it takes after it found a damaged or changed part of its system.",
  },
  remedy: originalSystem,
  needs: { properties },
  run: ({ properties: said }) => {
    const mode = reported(said["ro.boot.veritymode"], "ro.boot.veritymode");
    const known = mode.toLowerCase();
    if (known === "enforcing") return [];
    if (known !== "eio" && known !== "logging" && known !== "disabled") return unknownValue("ro.boot.veritymode", mode);
    return [
      {
        subject: { kind: "device" },
        message: known,
        severity: known === "eio" ? "medium" : "high",
        evidence: [{ kind: "value", fact: properties, name: "ro.boot.veritymode", value: mode }],
      },
    ];
  },
  examples: {
    pass: [{ name: "enforcing", given: { properties: { "ro.boot.veritymode": "enforcing" } } }],
    fail: [
      { name: "after corruption", given: { properties: { "ro.boot.veritymode": "eio" } }, findings: 1 },
      { name: "logging", given: { properties: { "ro.boot.veritymode": "logging" } }, findings: 1 },
      { name: "disabled", given: { properties: { "ro.boot.veritymode": "disabled" } }, findings: 1 },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "another word", given: { properties: { "ro.boot.veritymode": "other" } } },
    ],
  },
});
