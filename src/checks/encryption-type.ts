import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { byHand } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "encryption-type",
  category: "encryption",
  severity: "medium",
  question: "Is the data encrypted file by file, and not with one key for everything?",
  title: {
    pass: "Files are encrypted one by one, with keys per user",
    fail: "The phone uses the old encryption with one key for everything",
  },
  why: "The old full-disk encryption opens everything at once when the phone starts, often with a key that no PIN protects. Phones that came with Android 10 or newer no longer use it.",
  advice:
    "It cannot be changed by settings. Set a PIN or password that the phone asks for at start-up, switch the phone off when you hand it over, and plan to replace it.",
  references: [
    "https://source.android.com/docs/security/features/encryption",
    "https://source.android.com/docs/security/features/encryption/full-disk",
    "https://source.android.com/docs/security/features/encryption/file-based",
  ],
  messages: { block: "The phone encrypts its storage as one block (full-disk encryption)." },
  remedy: byHand(
    "screen-lock",
    "No setting changes the kind of encryption. Set a PIN or password, and let the phone ask for it at start where it offers that.",
    "Switch the phone off when you hand it over or cross a border.",
  ),
  needs: { properties },
  run: ({ properties: said }) => {
    const state = said["ro.crypto.state"]?.toLowerCase();
    if (state === "unencrypted" || state === "unsupported")
      return { notApplicable: "The data is not encrypted at all." };
    const type = reported(said["ro.crypto.type"], "ro.crypto.type");
    if (type.toLowerCase() === "file") return [];
    if (type.toLowerCase() !== "block") return unknownValue("ro.crypto.type", type);
    return [
      {
        subject: { kind: "device" },
        message: "block",
        evidence: [{ kind: "value", fact: properties, name: "ro.crypto.type", value: type }],
      },
    ];
  },
  examples: {
    pass: [{ name: "file-based", given: { properties: { "ro.crypto.state": "encrypted", "ro.crypto.type": "file" } } }],
    fail: [
      {
        name: "full-disk",
        given: { properties: { "ro.crypto.state": "encrypted", "ro.crypto.type": "block" } },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { properties: { "ro.crypto.state": "encrypted" } } },
      { name: "another word", given: { properties: { "ro.crypto.type": "other" } } },
    ],
    notApplicable: [{ name: "not encrypted", given: { properties: { "ro.crypto.state": "unencrypted" } } }],
  },
});
