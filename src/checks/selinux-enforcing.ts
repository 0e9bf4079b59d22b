import { defineCheck } from "../core/check.ts";
import { selinux } from "../facts/selinux.ts";
import { originalSystem } from "./wording/remedies.ts";

export default defineCheck({
  id: "selinux-enforcing",
  category: "boot",
  severity: "high",
  question: "Does SELinux keep apps and system apart?",
  title: {
    pass: "SELinux keeps apps and system apart",
    fail: "SELinux does not keep apps and system apart",
  },
  why: "SELinux keeps an app that breaks out of its own space from reading others and the system. On a phone from a shop it always stands; root tools and some changed systems open it.",
  advice: "Have the maker's original system installed. If you did not change the phone yourself, find out who did.",
  references: ["https://source.android.com/docs/security/features/selinux"],
  messages: {
    permissive: "SELinux only logs what it should forbid (permissive).",
    disabled: "SELinux is switched off.",
  },
  remedy: originalSystem,
  needs: { selinux },
  run: ({ selinux: mode }) =>
    mode === "enforcing"
      ? []
      : [
          {
            subject: { kind: "device" },
            message: mode,
            evidence: [{ kind: "value", fact: selinux, name: "getenforce", value: mode }],
          },
        ],
  examples: {
    pass: [{ name: "enforcing", given: { selinux: "enforcing" } }],
    fail: [
      { name: "permissive", given: { selinux: "permissive" }, findings: 1 },
      { name: "disabled", given: { selinux: "disabled" }, findings: 1 },
    ],
  },
});
