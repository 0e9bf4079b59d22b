import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand } from "./wording/remedies.ts";
import { type UserSwitch, userSwitch } from "./wording/user-switch.ts";
import { hyperOs, notXiaomi, stockAndroid } from "./wording/xiaomi.ts";

const asked: UserSwitch = {
  key: "privacy_password_status",
  unset: "unread",
  bad: "off",
  steps: ["Open Settings and search for “privacy protection password”."],
};

/** Xiaomi's second password for hidden files, notes and photos. */
export default defineCheck({
  id: "privacy-password",
  category: "device",
  severity: "info",
  question: "Is Xiaomi's privacy password set?",
  title: { pass: "A privacy password is set", fail: "No privacy password is set" },
  why: "The privacy password guards hidden files, notes, photos and messages from someone who holds the unlocked phone. It is a lock, not encryption: it does not protect from a computer or a thief who knows the screen lock.",
  advice: "Set one, different from the screen lock, if you hide things on the phone or lend it.",
  references: ["https://c.mi.com/thread-44862-1-0.html"],
  messages: {
    set: "No privacy password is set for {user}.",
    unset: "No privacy password is set for {user}.",
  },
  remedy: byHand(
    "security",
    "Open Settings and search for “privacy protection password”.",
    "Set one that differs from the screen lock.",
  ),
  needs: { secureSettings, properties },
  run: ({ secureSettings: all, properties }) => {
    const notApplicable = notXiaomi(properties);
    return notApplicable === undefined ? userSwitch(asked, all) : { notApplicable };
  },
  examples: {
    pass: [
      {
        name: "set",
        given: { secureSettings: [{ user: 0, settings: { privacy_password_status: "1" } }], properties: hyperOs },
      },
    ],
    fail: [
      {
        name: "not set",
        given: { secureSettings: [{ user: 0, settings: { privacy_password_status: "0" } }], properties: hyperOs },
        findings: 1,
      },
    ],
    unknown: [{ name: "not told", given: { secureSettings: [{ user: 0, settings: {} }], properties: hyperOs } }],
    notApplicable: [
      { name: "no Xiaomi system", given: { secureSettings: [{ user: 0, settings: {} }], properties: stockAndroid } },
    ],
  },
});
