import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { type UserSwitch, userSwitch } from "./wording/user-switch.ts";
import { hyperOs, notXiaomi, stockAndroid } from "./wording/xiaomi.ts";

const asked: UserSwitch = {
  key: "access_control_lock_enabled",
  unset: "unread",
  bad: "off",
  steps: ["Open Settings and search for “app lock”."],
  screen: "xiaomi-app-lock",
};

/** Xiaomi's lock in front of single apps. */
export default defineCheck({
  id: "app-lock-state",
  category: "device",
  severity: "info",
  question: "Is Xiaomi's app lock on?",
  title: { pass: "The app lock is on", fail: "The app lock is off" },
  why: "The app lock asks again before chosen apps open, so that someone who holds the unlocked phone does not read messages or mail. It is a lock, not encryption. Which apps it guards is not told to a computer.",
  advice: "Switch it on for messengers, mail, gallery and banking if others get the unlocked phone into their hands.",
  references: ["https://libble.eu/xiaomi-11t/online-manual-988812/"],
  messages: {
    set: "The app lock is off for {user}.",
    unset: "The app lock is off for {user}.",
  },
  needs: { secureSettings, properties },
  run: ({ secureSettings: all, properties }) => {
    const notApplicable = notXiaomi(properties);
    return notApplicable === undefined ? userSwitch(asked, all) : { notApplicable };
  },
  examples: {
    pass: [
      {
        name: "on",
        given: { secureSettings: [{ user: 0, settings: { access_control_lock_enabled: "1" } }], properties: hyperOs },
      },
    ],
    fail: [
      {
        name: "off",
        given: { secureSettings: [{ user: 0, settings: { access_control_lock_enabled: "0" } }], properties: hyperOs },
        findings: 1,
      },
    ],
    unknown: [{ name: "not told", given: { secureSettings: [{ user: 0, settings: {} }], properties: hyperOs } }],
    notApplicable: [
      { name: "no Xiaomi system", given: { secureSettings: [{ user: 0, settings: {} }], properties: stockAndroid } },
    ],
  },
});
