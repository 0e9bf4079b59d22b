import { defineCheck } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand, setSecure } from "./wording/remedies.ts";
import { isMain, userName } from "./wording/setting-value.ts";

/** What the locked phone offers, by the setting that switches it. */
const offers = {
  power_menu_locked_show_content: "cards and device controls in the power menu",
  lockscreen_show_wallet: "the wallet",
  lockscreen_show_controls: "device controls",
} as const;
const keys = Object.keys(offers) as (keyof typeof offers)[];

export default defineCheck({
  id: "lock-screen-controls",
  category: "lock-screen",
  severity: "low",
  question: "Does the locked phone offer the wallet or device controls?",
  title: {
    pass: "No switch lets the locked phone offer the wallet or device controls",
    fail: "The locked phone offers the wallet or device controls",
  },
  why: "What is offered on the lock screen is offered to everybody who holds the phone: cards and passes, cameras, lights and doors.",
  advice: "Switch it off in Settings > Display > Lock screen, unless you use it often.",
  references: [
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, POWER_MENU_LOCKED_SHOW_CONTENT, LOCKSCREEN_SHOW_WALLET, LOCKSCREEN_SHOW_CONTROLS",
  ],
  messages: { shown: "The locked phone of {user} may show: {what}." },
  needs: { secureSettings },
  run: ({ secureSettings: all }) => ({
    findings: all.flatMap(({ user, settings }) => {
      const on = keys.filter((key) => settings[key] === "1");
      if (on.length === 0) return [];
      return [
        {
          subject: { kind: "user" as const, user },
          message: "shown" as const,
          params: { user: userName(user), what: on.map((key) => offers[key]).join("; ") },
          evidence: on.map((name) => ({ kind: "value" as const, fact: secureSettings, name, value: "1" })),
          remedy: setSecure(
            user,
            on,
            "0",
            byHand(
              "lock-screen",
              "Open Settings > Display > Lock screen.",
              "Switch off what the locked phone need not show.",
            ),
          ),
        },
      ];
    }),
    // Profiles follow their owner's lock screen and have no such switches of their own.
    unread: all
      .filter(({ user, settings }) => isMain(user) && !keys.some((key) => /^[01]$/.test(settings[key] ?? "")))
      .map(({ user }) => `The phone did not report what the lock screen of ${userName(user)} offers.`),
  }),
  examples: {
    pass: [
      {
        name: "off",
        given: {
          secureSettings: [{ user: 0, settings: { lockscreen_show_wallet: "0", lockscreen_show_controls: "0" } }],
        },
      },
    ],
    fail: [
      {
        name: "power menu and wallet",
        given: {
          secureSettings: [{ user: 0, settings: { power_menu_locked_show_content: "1", lockscreen_show_wallet: "1" } }],
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "not reported", given: { secureSettings: [{ user: 0, settings: {} }] } }],
  },
});
