import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand, setSecure } from "./wording/remedies.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";

const key = "install_non_market_apps";

/** The one switch for apps from anywhere, up to Android 7. */
export default defineCheck({
  id: "unknown-sources-legacy",
  category: "device",
  severity: "medium",
  question: "Are apps from unknown sources blocked (up to Android 7)?",
  title: { pass: "Apps from unknown sources are blocked", fail: "Apps from unknown sources may be installed" },
  why: "Up to Android 7 one switch lets every app install further apps. From Android 8 on each app is asked separately.",
  advice: "Switch it off after the app you wanted is installed.",
  references: [
    "https://developer.android.com/reference/android/provider/Settings.Secure#INSTALL_NON_MARKET_APPS",
    "https://developer.android.com/about/versions/oreo/android-8.0-changes",
  ],
  messages: { on: "Apps from unknown sources may be installed." },
  needs: { properties, secureSettings },
  run: ({ properties, secureSettings: all }) => {
    const sdk = Number(reported(properties["ro.build.version.sdk"], "ro.build.version.sdk"));
    if (sdk >= 26) return { notApplicable: "From Android 8 on each app is asked separately." };
    const owner = all.find(({ user }) => user === 0 || user === "current");
    const value = reported(owner ? settingValue(owner.settings, key) : undefined, key);
    if (value === "0") return [];
    return [
      {
        subject: { kind: "setting", name: key },
        message: "on",
        evidence: settingEvidence(secureSettings, key, value),
        remedy: setSecure(
          owner?.user ?? "current",
          [key],
          "0",
          byHand("security", "Open Settings > Security and switch “Unknown sources” off."),
        ),
      },
    ];
  },
  examples: {
    pass: [{ name: "Android 7, off", given: phone("24", "0") }],
    fail: [{ name: "Android 7, on", given: phone("25", "1"), findings: 1 }],
    unknown: [{ name: "Android 7, not told", given: phone("25", "null") }],
    notApplicable: [{ name: "Android 14, where the value says nothing", given: phone("34", "1") }],
  },
});

function phone(sdk: string, value: string) {
  return { properties: { "ro.build.version.sdk": sdk }, secureSettings: [{ user: 0, settings: { [key]: value } }] };
}
