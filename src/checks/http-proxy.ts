import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { cutSettings, settingEvidence, settingValue } from "./wording/setting-value.ts";

const keys = ["http_proxy", "global_http_proxy_host", "global_proxy_pac_url"] as const;

/** A proxy that is set for the whole phone. */
export default defineCheck({
  id: "http-proxy",
  category: "network",
  severity: "high",
  question: "Does the phone send its web traffic through a proxy?",
  title: { pass: "No proxy is set for the whole phone", fail: "A proxy is set for the whole phone" },
  why: "A proxy sees which servers are asked, and everything that is not encrypted; together with an added certificate authority it reads the rest.",
  advice:
    "If neither you nor your employer set it, remove it. Proxies of single Wi-Fi networks are not seen here: look at the network's details.",
  references: [
    "https://developer.android.com/reference/android/provider/Settings.Global#HTTP_PROXY",
    "AOSP: packages/modules/Connectivity/service/src/com/android/server/connectivity/ProxyTracker.java",
  ],
  messages: { set: "Web traffic goes through {proxy}." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => ({
    unread: cutSettings(settings),
    findings: keys.flatMap((key) => {
      const value = settingValue(settings, key);
      // ":0" is how a proxy is taken away.
      if (value === undefined || value === ":0") return [];
      const port = key === "global_http_proxy_host" ? settingValue(settings, "global_http_proxy_port") : undefined;
      const proxy = port === undefined ? value : `${value}:${port}`;
      return [
        {
          subject: { kind: "setting" as const, name: key },
          message: "set" as const,
          params: { proxy },
          evidence: settingEvidence(globalSettings, key, proxy),
          remedy: setGlobal(
            key,
            key === "http_proxy" ? ":0" : null,
            byHand(
              undefined,
              "From a computer: adb shell settings put global http_proxy :0",
              "If a manager set it, ask them or remove the manager.",
            ),
          ),
        },
      ];
    }),
  }),
  examples: {
    pass: [
      { name: "never set", given: { globalSettings: { adb_enabled: "1" } } },
      {
        name: "taken away",
        given: { globalSettings: { adb_enabled: "1", http_proxy: ":0", global_http_proxy_host: "" } },
      },
    ],
    fail: [
      { name: "set over ADB", given: { globalSettings: { http_proxy: "192.0.2.1:8080" } }, findings: 1 },
      {
        name: "set by a manager",
        given: { globalSettings: { global_http_proxy_host: "proxy.example.org", global_http_proxy_port: "3128" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "a list that lacks what every phone stores", given: { globalSettings: {} } }],
  },
});
