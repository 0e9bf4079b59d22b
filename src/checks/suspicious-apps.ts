import { defineCheck } from "../core/check.ts";
import { appInspections } from "../facts/app-inspections.ts";
import { exampleApp, exampleInspections, exampleVerdict } from "./wording/app-examples.ts";
import { tellVerdicts, verdictsOf, wasJudged } from "./wording/engine-verdicts.ts";
import { appName, appSubject, isOfTheImage, unreadOf } from "./wording/inspected-apps.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

const byRules = exampleVerdict({
  engine: "heuristics",
  list: "heuristics",
  severity: "high",
  confidence: "likely",
  name: "built like stalkerware",
  message: "It has no icon, reads the screen and text messages, and starts with the phone.",
  evidence: { name: "reasons", value: "no icon; accessibility; text messages; starts with the phone" },
});

export default defineCheck({
  id: "suspicious-apps",
  category: "stalkerware",
  severity: "high",
  question: "Is an added app built the way harmful apps are?",
  title: {
    pass: "No added app is built the way harmful apps are, by Candor's own rules",
    fail: "An added app is built the way harmful apps are",
  },
  why: "New or renamed spy apps stand in no list. What they need gives them away: powers over the whole phone together with hiding.",
  advice:
    "Ask yourself whether you or somebody whom you trust installed it, and for what. If nobody did, get help before you remove it: whoever installed it may notice.",
  references: [
    "https://stopstalkerware.org/",
    "https://attack.mitre.org/matrices/mobile/",
    "https://developers.google.com/android/play-protect/phacategories",
  ],
  messages: { built: "{app}: {said}" },
  needs: { appInspections },
  run: ({ appInspections: all }) => ({
    findings: all.apps.flatMap((app) => {
      const told = isOfTheImage(app) ? undefined : tellVerdicts(app, verdictsOf(app, "shape"));
      if (told === undefined) return [];
      return [
        {
          subject: appSubject(app),
          message: "built" as const,
          params: { app: appName(app), said: told.said },
          severity: told.severity,
          confidence: told.confidence,
          evidence: told.evidence,
          ...(told.severity === "high" || told.severity === "critical" ? { remedy: beforeRemoving(app.package) } : {}),
        },
      ];
    }),
    unread: [
      ...(wasJudged(all, "shape") ? [] : ["Candor's own rules were not applied to the apps."]),
      ...unreadOf(
        "The code of",
        all.apps.filter((app) => !isOfTheImage(app) && app.depth !== "code"),
      ),
    ],
  }),
  examples: {
    pass: [{ name: "an ordinary app", given: exampleInspections(exampleApp("com.example.shop")) }],
    fail: [
      {
        name: "hides and reads the screen",
        given: exampleInspections(exampleApp("com.example.sync", { installer: null, verdicts: [byRules] })),
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "its code could not be read",
        given: exampleInspections(exampleApp("com.example.shop", { depth: "signer" })),
      },
      {
        name: "the rules were not applied",
        given: { appInspections: { ...exampleInspections(exampleApp("a.b")).appInspections, engines: [] } },
      },
    ],
  },
});
