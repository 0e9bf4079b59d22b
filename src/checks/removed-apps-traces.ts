import { defineCheck, type Evidence } from "../core/check.ts";
import { type RemovedPackage, removedPackages } from "../facts/removed-packages.ts";
import { mobileThreatIndicators } from "../feeds/mobile-threat-indicators.ts";
import { stalkerwareIndicators } from "../feeds/stalkerware-indicators.ts";
import { byHand } from "./wording/remedies.ts";

const watcher = {
  name: "TheTruthSpy",
  type: "stalkerware",
  packages: ["com.fone"],
  certificates: [],
  domains: [],
} as const;
const removed = (name: string, since: string | null = "2026-04-01-00-10-00"): RemovedPackage => ({
  name,
  trace: since === null ? "package-changes" : "battery-statistics",
  since,
});

export default defineCheck({
  id: "removed-apps-traces",
  category: "stalkerware",
  severity: "info",
  question: "Were apps removed in the last days?",
  title: {
    pass: "The phone keeps no trace of apps that were removed in the last days",
    fail: "Apps were removed in the last days",
  },
  why: "Spyware is often removed shortly before somebody examines the phone. Battery statistics keep the names of removed apps for some days, the package service until the phone restarts.",
  advice: "Removing apps is normal. Look for names that nobody who uses the phone remembers.",
  references: [
    "AOSP: frameworks/base/core/java/android/os/BatteryStats.java, dumpDailyLevelStepSummary",
    "AOSP: frameworks/base/services/core/java/com/android/server/pm/ChangedPackagesTracker.java",
  ],
  messages: {
    known: "{app}, which was removed, is listed as {malware}.",
    others: "No longer on the phone: {apps}.",
  },
  remedy: byHand(
    "apps",
    "Nothing is left on the phone to remove. Ask those who use it whether they know the names.",
    "If an app that watched somebody was among them, change the passwords of the accounts from another device.",
  ),
  needs: { removedPackages, stalkerwareIndicators, mobileThreatIndicators },
  run: ({ removedPackages: gone, stalkerwareIndicators: watchers, mobileThreatIndicators: threats }) => {
    const listed = new Map([
      ...watchers.entries.flatMap(({ name, packages }) => packages.map((app) => [app, name] as const)),
      ...threats.indicators.flatMap(({ kind, value, malware }) =>
        kind === "package" ? [[value, malware] as const] : [],
      ),
    ]);
    const others = gone.filter(({ name }) => !listed.has(name));
    return [
      ...gone
        .filter(({ name }) => listed.has(name))
        .map((app) => ({
          subject: { kind: "app", package: app.name } as const,
          message: "known" as const,
          params: { app: app.name, malware: listed.get(app.name) ?? "" },
          severity: "high" as const,
          confidence: "likely" as const,
          evidence: traces([app]),
        })),
      ...(others.length === 0
        ? []
        : [
            {
              subject: { kind: "device" } as const,
              message: "others" as const,
              params: { apps: firstNames(others.map(({ name }) => name)) },
              evidence: traces(others),
            },
          ]),
    ];
  },
  examples: {
    pass: [
      {
        name: "nothing removed",
        given: {
          removedPackages: [],
          stalkerwareIndicators: { entries: [watcher] },
          mobileThreatIndicators: { indicators: [] },
        },
      },
    ],
    fail: [
      {
        name: "a known watcher and two other apps",
        given: {
          removedPackages: [removed("com.fone"), removed("com.example.game"), removed("com.example.shop", null)],
          stalkerwareIndicators: { entries: [watcher] },
          mobileThreatIndicators: { indicators: [] },
        },
        findings: 2,
      },
    ],
  },
});

function traces(apps: readonly RemovedPackage[]): readonly Evidence[] {
  const items = apps.map(({ name, trace, since }) =>
    since === null ? `${name} (${trace})` : `${name} (${trace}, in the day from ${since}, the phone's time)`,
  );
  return [{ kind: "list", fact: removedPackages, name: "removed apps", items }];
}

function firstNames(names: readonly string[]): string {
  const rest = names.length - 5;
  return names.slice(0, 5).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
