import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { cutSettings, settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

/** Whether the names of visited servers are asked for in the open. */
export default defineCheck({
  id: "private-dns",
  category: "network",
  severity: "low",
  question: "Are the names of the servers that apps ask for kept from the local network?",
  title: { pass: "Private DNS is not switched off", fail: "Private DNS is off" },
  why: "Before an app reaches a server it asks for its address by name. In the open, the owner of the Wi-Fi and everyone on the way sees which sites and services are used, and can answer falsely.",
  advice:
    "Set Private DNS to automatic, or to a provider that you trust. A VPN that answers DNS itself serves the same purpose.",
  references: [
    "https://support.google.com/android/answer/9654714",
    "https://source.android.com/docs/core/ota/modular-system/dns-resolver",
    "https://www.rfc-editor.org/rfc/rfc7858",
  ],
  messages: { off: "DNS questions go out unencrypted on every network." },
  needs: { globalSettings, properties },
  run: ({ globalSettings: settings, properties }) => {
    const sdk = Number(reported(properties["ro.build.version.sdk"], "ro.build.version.sdk"));
    if (sdk < 28) return { notApplicable: "Private DNS came with Android 9." };
    // Never set means the default, automatic.
    const mode = settingValue(settings, "private_dns_mode") ?? settingValue(settings, "private_dns_default_mode");
    if (mode === undefined) return { unread: cutSettings(settings) };
    if (mode === "opportunistic" || mode === "hostname") return [];
    if (mode !== "off") return unknownValue("private_dns_mode", mode);
    return [
      {
        subject: { kind: "setting", name: "private_dns_mode" },
        message: "off",
        evidence: settingEvidence(globalSettings, "private_dns_mode", mode),
        remedy: setGlobal(
          "private_dns_mode",
          "opportunistic",
          byHand("private-dns", "Open Settings > Network > Private DNS and choose Automatic."),
        ),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "never set",
        given: { globalSettings: { adb_enabled: "1" }, properties: { "ro.build.version.sdk": "34" } },
      },
      {
        name: "a chosen provider",
        given: {
          globalSettings: { private_dns_mode: "hostname", private_dns_specifier: "dns.example.org" },
          properties: { "ro.build.version.sdk": "34" },
        },
      },
    ],
    fail: [
      {
        name: "off",
        given: { globalSettings: { private_dns_mode: "off" }, properties: { "ro.build.version.sdk": "34" } },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "a word that is not known",
        given: { globalSettings: { private_dns_mode: "strict" }, properties: { "ro.build.version.sdk": "34" } },
      },
    ],
    notApplicable: [{ name: "Android 8", given: { globalSettings: {}, properties: { "ro.build.version.sdk": "26" } } }],
  },
});
