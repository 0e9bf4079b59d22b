import { defineCheck } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { userKinds } from "../facts/user-kinds.ts";

const steps = ["Open Settings > Apps > Dual apps and switch off the copies that you do not use."];

/** Copies of apps under a user of their own (Xiaomi's dual apps, clone profiles). */
export default defineCheck({
  id: "dual-apps",
  category: "users",
  severity: "info",
  question: "Are there second copies of apps (dual apps)?",
  title: { pass: "There are no second copies of apps", fail: "There are second copies of apps" },
  why: "A copy has its own account and its own permissions: what was taken from an app may still be allowed to its copy.",
  advice: "Fine if you made them. A copy of a messenger that you did not make may carry your messages elsewhere.",
  references: [
    "https://source.android.com/docs/devices/admin/multi-user",
    "AOSP: frameworks/base/core/java/android/os/UserManager.java (USER_TYPE_PROFILE_CLONE)",
  ],
  messages: { user: "User {user} ({name}) holds second copies of apps.", on: "Dual apps are switched on." },
  needs: { secureSettings },
  wants: { userKinds },
  run: ({ secureSettings: settings }, { userKinds: kinds }) => {
    const copies = kinds?.filter(({ kind }) => kind === "dual-apps") ?? [];
    if (copies.length > 0)
      return copies.map(({ user, name }) => ({
        subject: { kind: "user", user, name },
        message: "user",
        params: { user, name },
        evidence: [{ kind: "value", fact: userKinds, name: `kind of user ${user}`, value: "dual-apps" }],
        remedy: { kind: "steps", steps, screen: "users" },
      }));
    const switches = settings.flatMap(({ settings }) => settings["xspace_enabled"] ?? []);
    if (switches.includes("1"))
      return [
        {
          subject: { kind: "setting", name: "xspace_enabled" },
          message: "on",
          confidence: "likely",
          evidence: [{ kind: "value", fact: secureSettings, name: "xspace_enabled", value: "1" }],
          remedy: { kind: "steps", steps, screen: "users" },
        },
      ];
    if (kinds?.some(({ kind }) => kind === "profile"))
      return { unread: ["A profile on this phone is of a kind that the phone did not tell."] };
    if (kinds || switches.includes("0")) return [];
    return { unread: ["The phone told neither its users nor whether dual apps are on."] };
  },
  examples: {
    pass: [
      { name: "switched off", given: { secureSettings: [{ user: "current", settings: { xspace_enabled: "0" } }] } },
      {
        name: "the owner alone",
        given: { secureSettings: [{ user: 0, settings: {} }] },
        wanted: { userKinds: [{ user: 0, name: "Owner", kind: "owner" }] },
      },
    ],
    fail: [
      {
        name: "user 999",
        given: { secureSettings: [{ user: 0, settings: {} }] },
        wanted: { userKinds: [{ user: 999, name: "XSpace", kind: "dual-apps" }] },
        findings: 1,
      },
      {
        name: "switched on",
        given: { secureSettings: [{ user: "current", settings: { xspace_enabled: "1" } }] },
        findings: 1,
      },
    ],
    unknown: [{ name: "nothing told", given: { secureSettings: [{ user: "current", settings: {} }] } }],
  },
});
