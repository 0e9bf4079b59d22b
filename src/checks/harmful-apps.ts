import { defineCheck } from "../core/check.ts";
import { appInspections } from "../facts/app-inspections.ts";
import { exampleApp, exampleInspections, exampleVerdict } from "./wording/app-examples.ts";
import { tellVerdicts, verdictsOf, wasJudged } from "./wording/engine-verdicts.ts";
import { appName, appSubject, unreadOf } from "./wording/inspected-apps.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

const noList =
  "There was no list of known files to compare the apps with: “candor feeds update stalkerware-samples” fetches one.";

export default defineCheck({
  id: "harmful-apps",
  category: "stalkerware",
  severity: "critical",
  question: "Is an installed app known as harmful by its file or by what is in it?",
  title: {
    pass: "No file of an installed app is known as harmful to the lists and rules in use",
    fail: "An installed app is known as harmful by its file or by what is in it",
  },
  why: "An app can take any name. The digest of its file names one build beyond doubt, and rules recognise what is in it, whatever the app is called.",
  advice:
    "If it may have been installed to watch somebody, do not remove it before you have thought about your safety and kept evidence: helplines are at stopstalkerware.org. Else remove it.",
  references: [
    "https://github.com/AssoEchap/stalkerware-indicators",
    "https://virustotal.github.io/yara/",
    "https://stopstalkerware.org/",
  ],
  messages: { known: "{app}: {said}" },
  needs: { appInspections },
  run: ({ appInspections: all }) => ({
    findings: all.apps.flatMap((app) => {
      const told = tellVerdicts(app, verdictsOf(app, "listed"));
      if (told === undefined) return [];
      const grave = told.severity === "critical" || told.severity === "high";
      return [
        {
          subject: appSubject(app),
          message: "known" as const,
          params: { app: appName(app), said: told.said },
          severity: told.severity,
          confidence: told.confidence,
          evidence: told.evidence,
          ...(grave ? { remedy: beforeRemoving(app.package) } : {}),
        },
      ];
    }),
    unread: [
      ...(wasJudged(all, "listed") ? [] : [noList]),
      ...unreadOf(
        "The files of",
        all.apps.filter(({ depth }) => depth === "none"),
      ),
    ],
  }),
  examples: {
    pass: [
      { name: "no engine says anything", given: exampleInspections(exampleApp("com.example.shop")) },
      {
        name: "only its name is listed, which another check asks about",
        given: exampleInspections(
          exampleApp("com.apspy.app", {
            verdicts: [
              exampleVerdict({ engine: "stalkerware-names", evidence: { name: "package", value: "com.apspy.app" } }),
            ],
          }),
        ),
      },
    ],
    fail: [
      {
        name: "its file and its signer are listed: one finding",
        given: exampleInspections(
          exampleApp("com.example.sync", {
            verdicts: [exampleVerdict(), exampleVerdict({ engine: "stalkerware-signers", confidence: "likely" })],
          }),
          exampleApp("com.example.shop"),
        ),
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "no list of known files was there",
        given: { appInspections: { ...exampleInspections(exampleApp("a.b")).appInspections, engines: [] } },
      },
      {
        name: "an app that could not be looked into",
        given: exampleInspections(exampleApp("com.example.shop", { depth: "none", signers: [] })),
      },
    ],
  },
});
