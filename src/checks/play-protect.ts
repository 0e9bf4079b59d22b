import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { packageVerifier } from "../facts/package-verifier.ts";
import { byHand } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const consent = "package_verifier_user_consent";
const enable = "package_verifier_enable";

export default defineCheck({
  id: "play-protect",
  category: "apps",
  severity: "high",
  question: "Are apps checked when they are installed?",
  title: { pass: "Apps are checked when they are installed", fail: "Apps are not checked when they are installed" },
  why: "On phones with Google Play, Play Protect compares each app with known harmful ones when it is installed and from time to time after. Who installs spyware switches it off first.",
  advice: "Open the Play Store, your picture, Play Protect, and switch scanning on.",
  references: [
    "https://support.google.com/googleplay/answer/2812853",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, PACKAGE_VERIFIER_USER_CONSENT",
  ],
  messages: {
    refused: "Somebody switched Play Protect off on this phone.",
    disabled: "The check of apps at installation is switched off on this phone.",
    nobody: "The phone names no app that checks others when they are installed.",
  },
  remedy: byHand(
    "play-protect",
    "Open the Play Store, touch your picture, then Play Protect, then the cog.",
    "Switch “Scan apps with Play Protect” on.",
  ),
  needs: { globalSettings },
  wants: { packageVerifier },
  run: ({ globalSettings: settings }, { packageVerifier: verifier }) => {
    const device = { kind: "device" } as const;
    const seen = (name: string) =>
      ({ kind: "value", fact: globalSettings, name, value: settings[name] ?? "not set" }) as const;
    if (settings[consent] === "-1") return [{ subject: device, message: "refused", evidence: [seen(consent)] }];
    if (settings[enable] === "0") return [{ subject: device, message: "disabled", evidence: [seen(enable)] }];
    if (verifier?.required.length === 0)
      return [
        {
          subject: device,
          message: "nobody",
          severity: "medium",
          evidence: [
            { kind: "value", fact: packageVerifier, name: "required verifier", value: "none" },
            seen(enable),
            seen(consent),
          ],
        },
      ];
    if (settings[consent] === "1") return [];
    if (settings[consent] !== undefined) return unknownValue(consent, settings[consent]);
    // Never asked: the verifier that the phone requires works all the same.
    if (verifier !== undefined && settings[enable] === "1") return [];
    return { unread: [`The phone did not report ${consent}, and which app checks others was not read.`] };
  },
  examples: {
    pass: [
      { name: "switched on", given: { globalSettings: { [consent]: "1", [enable]: "1" } } },
      {
        name: "never asked, the store is required as verifier",
        given: { globalSettings: { [enable]: "1" } },
        wanted: { packageVerifier: { required: ["com.android.vending"] } },
      },
    ],
    fail: [
      { name: "switched off", given: { globalSettings: { [consent]: "-1", [enable]: "1" } }, findings: 1 },
      { name: "no check at all", given: { globalSettings: { [enable]: "0" } }, findings: 1 },
      {
        name: "no verifier",
        given: { globalSettings: { [enable]: "1" } },
        wanted: { packageVerifier: { required: [] } },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { globalSettings: {} } },
      { name: "another value", given: { globalSettings: { [consent]: "7" } } },
    ],
  },
});
