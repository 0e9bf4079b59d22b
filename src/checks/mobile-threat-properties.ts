import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { mobileThreatIndicators, type ThreatIndicator } from "../feeds/mobile-threat-indicators.ts";
import { byHand } from "./wording/remedies.ts";

const planted: ThreatIndicator = {
  kind: "property",
  value: "sys.example.implant",
  malware: "Example",
  campaign: "Example set",
  platform: "android",
};

export default defineCheck({
  id: "mobile-threat-properties",
  category: "stalkerware",
  severity: "critical",
  question: "Does the system hold a property that documented spyware sets?",
  title: {
    pass: "No system property is in the loaded lists of documented spyware",
    fail: "A system property is in the lists of documented spyware",
  },
  why: "Some spyware marks in the system's properties that it is there. Research has published such names.",
  advice:
    "Do not restart the phone. Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.",
  references: ["https://github.com/mvt-project/mvt-indicators", "https://securitylab.amnesty.org/get-help/"],
  messages: { listed: "The system property {name} is listed for {malware} ({campaign})." },
  remedy: byHand(
    undefined,
    "Do not restart the phone, and keep using another one for what is private.",
    "Save this report.",
    "Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.",
  ),
  needs: { properties, mobileThreatIndicators },
  run: ({ properties: values, mobileThreatIndicators: { indicators } }) =>
    indicators
      .filter(({ kind, value }) => kind === "property" && Object.hasOwn(values, value))
      .map(({ value: name, malware, campaign }) => ({
        subject: { kind: "device" } as const,
        message: "listed" as const,
        params: { name, malware, campaign },
        confidence: "likely" as const,
        evidence: [
          { kind: "value", fact: properties, name, value: values[name] ?? "" } as const,
          {
            kind: "value",
            fact: mobileThreatIndicators,
            name: "listed for",
            value: `${malware} (${campaign})`,
          } as const,
        ],
      })),
  examples: {
    pass: [
      {
        name: "no such property",
        given: {
          properties: { "ro.product.model": "Phone" },
          mobileThreatIndicators: { indicators: [planted, { ...planted, value: "constructor" }] },
        },
      },
    ],
    fail: [
      {
        name: "a listed property",
        given: { properties: { "sys.example.implant": "1" }, mobileThreatIndicators: { indicators: [planted] } },
        findings: 1,
      },
    ],
  },
});
