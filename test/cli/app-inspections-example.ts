import type { AppInspection, AppInspections } from "../../src/formats/app-inspections.ts";

/** One inspected app that is added by a shop and has nothing against it, with changes. */
export function inspection(name: string, change: Partial<AppInspection> = {}): AppInspection {
  return {
    package: name,
    label: null,
    versionName: "1.0",
    versionCode: "1",
    users: [0],
    system: false,
    updated: false,
    installer: "com.android.vending",
    files: [{ path: `/data/app/~~a==/${name}-b==/base.apk`, split: null, size: 12_000_000, sha256: "ab".repeat(32) }],
    depth: "code",
    unread: [],
    signers: [
      {
        sha256: "cd".repeat(32),
        sha1: "cd".repeat(20),
        md5: "cd".repeat(16),
        subject: "CN=Example, O=Example Ltd, C=DE",
        knownAs: null,
        debug: false,
      },
    ],
    platformSigned: false,
    trackers: [],
    dangerous: [],
    cleartext: false,
    packers: [],
    loadsCode: false,
    tampering: [],
    standsOut: [],
    verdicts: [],
    ...change,
  };
}

const list = { list: "stalkerware-indicators", date: "2026-06-21" } as const;

/** A phone with one app of every kind that a list tells apart, hostile texts among them. */
export const example: AppInspections = {
  schema: "candor.app-inspections/1",
  engines: [
    {
      id: "stalkerware-names",
      about: "package names of known stalkerware",
      ...list,
      origin: "embedded",
      entries: 81,
    },
  ],
  missing: ["stalkerware-samples: the list comes with an update (candor feeds update stalkerware-samples)."],
  apps: [
    inspection("com.android.settings", {
      label: "Settings",
      system: true,
      installer: null,
      depth: "signer",
      trackers: null,
      loadsCode: null,
      files: [{ path: "/system_ext/priv-app/Settings/Settings.apk", split: null, size: 61_000_000, sha256: null }],
      platformSigned: true,
    }),
    inspection("com.example.shop", {
      label: "Example Shop",
      trackers: [
        tracker("AppsFlyer", "AppsFlyer", "IL"),
        tracker("Facebook App Events", "Meta", "US"),
        tracker("Google AdMob", "Google", "US", "host-only"),
      ],
      dangerous: ["android.permission.ACCESS_FINE_LOCATION", "android.permission.CAMERA"],
      cleartext: true,
      files: [
        {
          path: "/data/app/~~x==/com.example.shop-y==/base.apk",
          split: null,
          size: 80_000_000,
          sha256: "12".repeat(32),
        },
        {
          path: "/data/app/~~x==/com.example.shop-y==/split_config.de.apk",
          split: "config.de",
          size: 1_000_000,
          sha256: null,
        },
      ],
    }),
    inspection("com.example.watcher", {
      label: "System Service",
      installer: null,
      dangerous: ["android.permission.RECORD_AUDIO", "android.permission.READ_SMS", "android.permission.READ_CONTACTS"],
      verdicts: [
        verdict(
          "critical",
          "TheWatcher",
          "Its package name is listed for TheWatcher, an app that watches whoever uses the phone.",
        ),
        verdict("medium", "OtherName", "Its package name is listed for OtherName."),
      ],
    }),
    inspection("com.example.chat", {
      label: "Beispiel-Plausch für die ganze Familie und alle ihre Freunde",
      installer: "com.android.chrome",
      trackers: null,
      cleartext: null,
      unread: ["Code: classes.dex: it is cut off."],
      users: [0, 10],
    }),
    inspection("com.example.formula", {
      label: '=HYPERLINK("http://example.net","go")',
      installer: "org.fdroid.fdroid",
      files: [{ path: "/data/app/com.example.formula-1/base.apk", split: null, size: null, sha256: null }],
    }),
    inspection("com.example.escape", { label: "Calm\u001b[2J\r\n\u202egnip", users: [10] }),
    inspection("jp.example.kanji", {
      label: "日本語のアプリの名前がとても長い場合の表示",
      depth: "none",
      signers: [],
      trackers: null,
    }),
  ],
};

function tracker(
  name: string,
  company: string,
  country: string,
  grade: "class-defined" | "host-only" = "class-defined",
) {
  return { name, company, country, purposes: ["analytics", "advertising"], grade };
}

function verdict(severity: "critical" | "medium", name: string, message: string) {
  const evidence = { name: "package", value: "com.example.watcher" };
  return { engine: "stalkerware-names", ...list, severity, confidence: "likely", name, message, evidence } as const;
}
