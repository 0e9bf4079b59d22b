import type { ThreatIndicator, ThreatIndicators } from "../mobile-threat-indicators.ts";

/**
 * A few indicators of documented spyware on Android, so that Candor looks for something before the first update.
 * Each group names the published report it is from; the mobile verification toolkit's lists (MIT) hold many more.
 */
export const embeddedThreats: { readonly date: string; readonly value: ThreatIndicators } = {
  date: "2026-04-08",
  value: {
    indicators: [
      ...group(
        "RCS Lab Spyware",
        "RCSLab",
        "https://www.lookout.com/threat-intelligence/article/hermit-spyware-discovery",
        [
          ["package", "com.androidservices.support"],
          ["package", "com.vodaservices"],
          ["package", "com.fintur.support"],
        ],
      ),
      ...group(
        "WyrmSpy and DragonEgg",
        "WyrmSpy_DragonEgg",
        "https://www.lookout.com/threat-intelligence/article/wyrmspy-dragonegg-surveillanceware-apt41",
        [
          ["package", "com.adobe.flash.jni"],
          ["package", "com.adobe.flash.dex"],
          ["package", "com.adobe.flash.listen.beta"],
          ["package", "com.android.system.configs.service"],
          ["package", "remote.google.rt.googleservice"],
          ["package", "com.hx.rootwifi"],
          ["package", "xx.an"],
        ],
      ),
      ...group("Predator Spyware", "Predator", "https://blog.talosintelligence.com/mercenary-intellexa-predator/", [
        ["file-path", "/data/local/tmp/wd/"],
        ["file-path", "/data/local/tmp/wd/fs.db"],
      ]),
    ],
  },
};

function group(
  campaign: string,
  malware: string,
  reference: string,
  rows: readonly (readonly [ThreatIndicator["kind"], string])[],
): readonly ThreatIndicator[] {
  return rows.map(([kind, value]) => ({ kind, value, malware, campaign, platform: "android", reference }));
}
