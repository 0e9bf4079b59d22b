import { defineCheck } from "../core/check.ts";
import { packages } from "../facts/packages.ts";
import { mobileThreatIndicators, type ThreatIndicator } from "../feeds/mobile-threat-indicators.ts";
import { exampleInstalled } from "./wording/example-packages.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

const hermit: ThreatIndicator = {
  kind: "package",
  value: "com.fintur.support",
  malware: "RCSLab",
  campaign: "RCS Lab Spyware",
  platform: "android",
};

export default defineCheck({
  id: "mobile-threat-packages",
  category: "stalkerware",
  severity: "critical",
  question: "Is an app installed whose name is known from documented spyware?",
  title: {
    pass: "No installed app bears a name from the loaded lists of documented spyware",
    fail: "An installed app bears a name from the lists of documented spyware",
  },
  why: "Research groups publish the names of apps with which states and companies spied on people. The lists know only what was found: most such spyware changes its name or has none.",
  advice:
    "Do not remove the app yet. Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.",
  references: [
    "https://github.com/mvt-project/mvt-indicators",
    "https://securitylab.amnesty.org/get-help/",
    "https://www.accessnow.org/help/",
  ],
  messages: { listed: "{app} bears a name that is listed for {malware} ({campaign})." },
  needs: { packages, mobileThreatIndicators },
  run: ({ packages: installed, mobileThreatIndicators: { indicators } }) => {
    const listed = new Map(
      indicators
        .filter(({ kind, platform }) => kind === "package" && platform !== "ios")
        .map((indicator) => [indicator.value, indicator] as const),
    );
    return installed.flatMap(({ name, path, system }) => {
      const indicator = listed.get(name);
      if (indicator === undefined) return [];
      const { malware, campaign, reference } = indicator;
      return [
        {
          subject: { kind: "app", package: name } as const,
          message: "listed" as const,
          params: { app: name, malware, campaign },
          confidence: system === true ? ("possible" as const) : ("likely" as const),
          evidence: [
            {
              kind: "value",
              fact: mobileThreatIndicators,
              name: "listed for",
              value: `${malware} (${campaign})`,
            } as const,
            ...(reference === undefined
              ? []
              : [{ kind: "value", fact: mobileThreatIndicators, name: "published at", value: reference } as const]),
            { kind: "value", fact: packages, name: "path", value: path ?? "not told" } as const,
          ],
          remedy: beforeRemoving(name),
        },
      ];
    });
  },
  examples: {
    pass: [
      {
        name: "no listed name; a name that is listed for iPhones",
        given: {
          packages: [exampleInstalled("com.example.app")],
          mobileThreatIndicators: { indicators: [hermit, { ...hermit, value: "com.example.app", platform: "ios" }] },
        },
      },
    ],
    fail: [
      {
        name: "a listed name",
        given: {
          packages: [exampleInstalled("com.fintur.support")],
          mobileThreatIndicators: { indicators: [hermit] },
        },
        findings: 1,
      },
    ],
  },
});
