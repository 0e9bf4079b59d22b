import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { devicePolicy } from "../facts/device-policy.ts";
import { properties } from "../facts/properties.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "encryption-default-key",
  category: "encryption",
  severity: "high",
  question: "Does the key of the full-disk encryption depend on a PIN or password?",
  title: {
    pass: "The key of the full-disk encryption depends on the PIN or password",
    fail: "The storage is encrypted with a default key that needs no PIN",
  },
  why: "Full-disk encryption without a start-up PIN uses a key that the phone itself knows: whoever has the phone has the data.",
  advice: "Set a PIN or password and choose that it is asked for when the phone starts (secure start-up).",
  references: [
    "https://source.android.com/docs/security/features/encryption/full-disk",
    "AOSP: frameworks/base/core/java/android/app/admin/DevicePolicyManager.java, ENCRYPTION_STATUS_ACTIVE_DEFAULT_KEY",
  ],
  messages: { defaultKey: "The phone says that its storage is encrypted with the default key." },
  needs: { properties },
  wants: { devicePolicy },
  run: ({ properties: said }, { devicePolicy: policy }) => {
    const state = said["ro.crypto.state"]?.toLowerCase();
    if (state === "unencrypted" || state === "unsupported")
      return { notApplicable: "The data is not encrypted at all." };
    if (said["ro.crypto.type"]?.toLowerCase() === "file")
      return { notApplicable: "Files are encrypted per user; the question is one of full-disk encryption." };
    const status = reported(policy?.encryptionStatus, "which key encrypts its storage");
    if (["block", "per-user"].includes(status.toLowerCase())) return [];
    if (status.toLowerCase() !== "block default key") return unknownValue("Encryption Status", status);
    return [
      {
        subject: { kind: "device" },
        message: "defaultKey",
        evidence: [{ kind: "value", fact: devicePolicy, name: "Encryption Status", value: status }],
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings > Security > Screen lock.",
            "Set a PIN or password.",
            "Choose that it is required to start the phone.",
          ],
          screen: "screen-lock",
        },
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "own key",
        given: { properties: { "ro.crypto.type": "block" } },
        wanted: { devicePolicy: policyWith("block") },
      },
    ],
    fail: [
      {
        name: "default key",
        given: { properties: { "ro.crypto.type": "block" } },
        wanted: { devicePolicy: policyWith("block default key") },
        findings: 1,
      },
    ],
    unknown: [
      { name: "policy not read", given: { properties: { "ro.crypto.type": "block" } } },
      {
        name: "another word",
        given: { properties: { "ro.crypto.type": "block" } },
        wanted: { devicePolicy: policyWith("activating") },
      },
    ],
    notApplicable: [{ name: "file-based", given: { properties: { "ro.crypto.type": "file" } } }],
  },
});

function policyWith(encryptionStatus: string) {
  return { admins: [], deviceOwner: null, profileOwners: [], encryptionStatus };
}
