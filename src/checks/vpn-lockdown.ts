import { defineCheck } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { settingEvidence, settingValue, userName } from "./wording/setting-value.ts";

/** Whether traffic may pass beside an always-on VPN. */
export default defineCheck({
  id: "vpn-lockdown",
  category: "network",
  severity: "low",
  question: "Can traffic pass beside the always-on VPN?",
  title: { pass: "Without the VPN no traffic passes", fail: "Traffic can pass beside the always-on VPN" },
  why: "While the VPN starts, is updated or fails, apps reach the network directly, unless connections without it are blocked.",
  advice: "If you rely on the VPN, switch on “Block connections without VPN”.",
  references: [
    "https://developer.android.com/develop/connectivity/vpn",
    "https://developer.android.com/reference/android/app/admin/DevicePolicyManager#setAlwaysOnVpnPackage(android.content.ComponentName,%20java.lang.String,%20boolean)",
  ],
  messages: { open: "Connections without {app} are not blocked for {user}." },
  needs: { secureSettings },
  run: ({ secureSettings: all }) => {
    const vpns = all.flatMap(({ user, settings }) => {
      const app = settingValue(settings, "always_on_vpn_app");
      return app === undefined ? [] : [{ user, app, lockdown: settingValue(settings, "always_on_vpn_lockdown") }];
    });
    if (vpns.length === 0) return { notApplicable: "No VPN is set to be always on." };
    return vpns
      .filter(({ lockdown }) => lockdown !== "1")
      .map(({ user, app, lockdown }) => ({
        subject: { kind: "app", package: app, user },
        message: "open",
        params: { user: userName(user), app },
        evidence: settingEvidence(secureSettings, "always_on_vpn_lockdown", lockdown),
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings > Network > VPN, touch the wheel beside the VPN, switch on “Block connections without VPN”.",
          ],
          screen: "vpn",
        },
      }));
  },
  examples: {
    pass: [
      {
        name: "blocked",
        given: {
          secureSettings: [
            { user: 0, settings: { always_on_vpn_app: "org.example.vpn", always_on_vpn_lockdown: "1" } },
          ],
        },
      },
    ],
    fail: [
      {
        name: "not blocked",
        given: {
          secureSettings: [
            { user: 0, settings: { always_on_vpn_app: "org.example.vpn", always_on_vpn_lockdown: "0" } },
          ],
        },
        findings: 1,
      },
    ],
    notApplicable: [{ name: "no always-on VPN", given: { secureSettings: [{ user: 0, settings: {} }] } }],
  },
});
