import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { unknownValue } from "./wording/unknown-value.ts";

export default defineCheck({
  id: "oem-unlock-allowed",
  category: "boot",
  severity: "medium",
  question: "Is unlocking the bootloader forbidden?",
  title: { pass: "Unlocking the bootloader is not allowed", fail: "Unlocking the bootloader is allowed" },
  why: "With this switch on, somebody who holds the phone can go on to unlock the bootloader and put another system on it; it also weakens the protection after theft.",
  advice: 'Switch off "OEM unlocking" in the developer options unless you are about to unlock the phone yourself.',
  references: ["https://source.android.com/docs/core/architecture/bootloader/locking_unlocking"],
  messages: { allowed: 'The switch "OEM unlocking" in the developer options is on.' },
  needs: { properties },
  run: ({ properties: said }) => {
    if (["0", "false"].includes(said["ro.oem_unlock_supported"] ?? ""))
      return { notApplicable: "The phone says that its bootloader cannot be unlocked." };
    const allowed = reported(said["sys.oem_unlock_allowed"], "sys.oem_unlock_allowed");
    if (allowed === "0") return [];
    if (allowed !== "1") return unknownValue("sys.oem_unlock_allowed", allowed);
    return [
      {
        subject: { kind: "device" },
        message: "allowed",
        evidence: [{ kind: "value", fact: properties, name: "sys.oem_unlock_allowed", value: allowed }],
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options.",
            'Switch off "OEM unlocking".',
          ],
          screen: "developer-options",
        },
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { properties: { "sys.oem_unlock_allowed": "0" } } }],
    fail: [
      {
        name: "on",
        given: { properties: { "sys.oem_unlock_allowed": "1", "ro.oem_unlock_supported": "1" } },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "another word", given: { properties: { "sys.oem_unlock_allowed": "yes" } } },
    ],
    notApplicable: [{ name: "not supported", given: { properties: { "ro.oem_unlock_supported": "0" } } }],
  },
});
