import { defineCheck } from "../core/check.ts";
import { packages } from "../facts/packages.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { settingEvidence, userName, userValues } from "./wording/setting-value.ts";

/** The app through which all traffic goes, always. */
export default defineCheck({
  id: "always-on-vpn",
  category: "network",
  severity: "low",
  question: "Does all traffic go through one app?",
  title: { pass: "No VPN is set to be always on", fail: "A VPN is set to be always on" },
  why: "An always-on VPN sees when the phone talks to which server, and starts by itself. That protects if you chose the app and trust whoever runs it; it is a way to watch you if someone else set it.",
  advice:
    "Keep it if you set it up. If you do not know the app, switch it off in Settings and look at who installed it.",
  references: [
    "https://developer.android.com/develop/connectivity/vpn",
    "https://support.google.com/android/answer/9089766",
  ],
  messages: {
    set: "All traffic of {user} goes through {app}.",
    gone: "All traffic of {user} is to go through {app}, which is not in the list of installed apps.",
  },
  needs: { secureSettings },
  wants: { packages },
  run: ({ secureSettings: settings }, { packages: apps }) =>
    userValues(settings, "always_on_vpn_app").flatMap(({ user, value: app }) => {
      if (app === undefined) return [];
      const gone = apps !== undefined && !apps.some(({ name }) => name === app);
      return [
        {
          subject: { kind: "app" as const, package: app, user },
          message: gone ? ("gone" as const) : ("set" as const),
          params: { user: userName(user), app },
          evidence: settingEvidence(secureSettings, "always_on_vpn_app", app),
          remedy: {
            kind: "steps" as const,
            steps: ["Open Settings > Network > VPN, touch the wheel beside the VPN, switch “Always-on VPN” off."],
            screen: "vpn",
          },
        },
      ];
    }),
  examples: {
    pass: [
      { name: "none", given: { secureSettings: [{ user: 0, settings: { location_mode: "3" } }] } },
      { name: "taken away", given: { secureSettings: [{ user: 0, settings: { always_on_vpn_app: "null" } }] } },
    ],
    fail: [
      {
        name: "one for the owner",
        given: { secureSettings: [{ user: "current", settings: { always_on_vpn_app: "org.example.vpn" } }] },
        findings: 1,
      },
      {
        name: "an app that is not installed any more",
        given: { secureSettings: [{ user: 0, settings: { always_on_vpn_app: "org.example.vpn" } }] },
        wanted: { packages: [{ name: "com.other", path: null, system: true, updated: false, appId: null }] },
        findings: 1,
      },
    ],
  },
});
