import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "encryption-metadata",
  category: "encryption",
  severity: "low",
  question: "Are file sizes, folder layout and other details about files encrypted too?",
  title: {
    pass: "Details about files are encrypted too",
    fail: "Details about files are not encrypted",
  },
  why: "File-based encryption alone hides names and contents, but not how many files there are, how large and when they changed. Metadata encryption closes that gap.",
  advice:
    "It is decided by the maker when the phone is designed and cannot be switched on later. Prefer phones made for Android 11 or newer.",
  references: ["https://source.android.com/docs/security/features/encryption/metadata"],
  messages: { off: "The phone reports that metadata encryption is off." },
  noRemedy: "The maker decides it when the phone is designed; no setting changes it.",
  needs: { properties },
  run: ({ properties: said }) => {
    const state = said["ro.crypto.state"]?.toLowerCase();
    if (state === "unencrypted" || state === "unsupported")
      return { notApplicable: "The data is not encrypted at all." };
    if (said["ro.crypto.type"]?.toLowerCase() === "block")
      return { notApplicable: "The whole storage is encrypted as one block, details about files included." };
    const enabled = reported(said["ro.crypto.metadata.enabled"], "ro.crypto.metadata.enabled");
    if (enabled.toLowerCase() === "true") return [];
    if (enabled.toLowerCase() !== "false") return unknownValue("ro.crypto.metadata.enabled", enabled);
    return [
      {
        subject: { kind: "device" },
        message: "off",
        evidence: [{ kind: "value", fact: properties, name: "ro.crypto.metadata.enabled", value: enabled }],
      },
    ];
  },
  examples: {
    pass: [{ name: "on", given: { properties: { "ro.crypto.type": "file", "ro.crypto.metadata.enabled": "true" } } }],
    fail: [
      {
        name: "off",
        given: { properties: { "ro.crypto.type": "file", "ro.crypto.metadata.enabled": "false" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "not reported", given: { properties: { "ro.crypto.type": "file" } } }],
    notApplicable: [
      { name: "full-disk", given: { properties: { "ro.crypto.type": "block" } } },
      { name: "not encrypted", given: { properties: { "ro.crypto.state": "unencrypted" } } },
    ],
  },
});
