import { type Confidence, defineCheck, type Severity } from "../core/check.ts";
import { accessibility } from "../facts/accessibility.ts";
import { appOps } from "../facts/app-ops.ts";
import { devicePolicy } from "../facts/device-policy.ts";
import { launcherApps } from "../facts/launcher-apps.ts";
import { notificationListeners } from "../facts/notification-listeners.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { installOrigin, isSideloaded, originEvidence } from "./wording/install-origin.ts";
import { powerExamples } from "./wording/power-examples.ts";
import { isReading, type PowerFacts, powersByApp } from "./wording/powers.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

type Message = "hidden" | "outside" | "unknownOrigin";

export default defineCheck({
  id: "power-combination",
  category: "stalkerware",
  severity: "high",
  question: "Does an added app hold the set of powers that watching a person takes?",
  title: {
    pass: "No hidden or side-loaded app holds several powers to watch",
    fail: "An added app holds the set of powers that watching a person takes",
  },
  why: "Lists of known spyware name only what was found before. What such apps cannot do without is a set of powers: reading the screen and the notifications, knowing the place, listening, and staying unseen. Automation apps hold similar sets, with their owner's knowledge.",
  advice:
    "If you do not know an app named here and did not give it these powers, treat it as an app that watches you. Get help before you remove it: whoever installed it may notice.",
  references: [
    "https://stopstalkerware.org/",
    "https://developer.android.com/guide/topics/ui/accessibility/service",
    "https://attack.mitre.org/techniques/T1453/",
  ],
  messages: {
    hidden: "{app} shows no icon and may {powers}.",
    outside: "{app} did not come from a store and may {powers}.",
    unknownOrigin: "{app} may {powers}. Who installed it could not be read.",
  },
  needs: { packages },
  wants: { packageDetails, accessibility, notificationListeners, devicePolicy, appOps, launcherApps },
  run: ({ packages: installed }, wanted) => {
    const details = new Map((wanted.packageDetails ?? []).map((entry) => [entry.name, entry]));
    const icons = wanted.launcherApps && new Set(wanted.launcherApps.flatMap((user) => user.packages ?? []));
    const iconUnread: string[] = [];
    const findings = [...powersByApp(installed, wanted)].flatMap(([name, powers]) => {
      const own = details.get(name);
      const hidden = icons !== undefined && !icons.has(name) && own?.flags.includes("HAS_CODE") === true;
      const outside = own === undefined ? null : isSideloaded(installOrigin(own));
      const strength = powers.filter(isReading).length;
      const grade = gradeOf(strength, hidden, outside);
      if (grade === null) {
        if (strength >= 2 && icons === undefined) iconUnread.push(name);
        return [];
      }
      return [
        {
          subject: { kind: "app", package: name } as const,
          message: grade.message,
          params: { app: name, powers: spoken(powers.map(({ does }) => does)) },
          severity: grade.severity,
          confidence: grade.confidence,
          evidence: [...powers.map(({ evidence }) => evidence), ...(own === undefined ? [] : originEvidence(own))],
          remedy: beforeRemoving(name),
        },
      ];
    });
    return { findings, unread: unread(wanted, iconUnread) };
  },
  examples: powerExamples,
});

/** Two powers to read what a person does, with a reason why the app may not want to be known; null where that is not so. */
function gradeOf(
  reading: number,
  hidden: boolean,
  outside: boolean | null,
): { readonly message: Message; readonly severity: Severity; readonly confidence: Confidence } | null {
  if (reading < 2) return null;
  if (hidden) return { message: "hidden", severity: outside === false ? "high" : "critical", confidence: "likely" };
  if (outside === true) return { message: "outside", severity: "high", confidence: "possible" };
  return outside === null ? { message: "unknownOrigin", severity: "medium", confidence: "possible" } : null;
}

function spoken(powers: readonly string[]): string {
  return powers.length < 2 ? powers.join("") : `${powers.slice(0, -1).join(", ")} and ${powers.at(-1)}`;
}

function unread(wanted: PowerFacts, iconUnread: readonly string[]): readonly string[] {
  // Android 7 to 9 tell the labels of running services and not whose they are.
  const nameless = wanted.accessibility?.some(
    ({ services, bound }) => services.length === 0 && (bound?.length ?? 0) > 0,
  );
  const missing = [
    wanted.accessibility === undefined || nameless === true ? "accessibility services" : null,
    wanted.notificationListeners === undefined ? "notification listeners" : null,
  ].filter((name) => name !== null);
  return [
    ...(missing.length === 0 ? [] : [`Not read, and so not counted: ${missing.join(", ")}.`]),
    ...(iconUnread.length === 0
      ? []
      : [
          `These came from a store and hold such powers; whether they show an icon could not be read: ${iconUnread.join(", ")}.`,
        ]),
  ];
}
