import { defineCheck } from "../core/check.ts";
import { packages } from "../facts/packages.ts";
import { type StalkerwareEntry, stalkerwareIndicators } from "../feeds/stalkerware-indicators.ts";
import { exampleInstalled } from "./wording/example-packages.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

const entry = (name: string, type: StalkerwareEntry["type"], app: string): StalkerwareEntry => ({
  name,
  type,
  packages: [app],
  certificates: [],
  domains: [],
});
const list = {
  entries: [
    entry("TheTruthSpy", "stalkerware", "com.apspy.app"),
    entry("FamilyWatch", "watchware", "com.example.familywatch"),
  ],
};

export default defineCheck({
  id: "stalkerware-packages",
  category: "stalkerware",
  severity: "critical",
  question: "Is an installed app known as stalkerware by its name?",
  title: {
    pass: "No installed app bears a name from the loaded list of stalkerware",
    fail: "An installed app is listed as stalkerware",
  },
  why: "Stalkerware shows another person the messages, calls and places of whoever uses the phone, and hides that it does.",
  advice:
    "If somebody close to you may be watching, do not remove the app before you have thought about your safety and kept evidence. Helplines for people affected are at stopstalkerware.org.",
  references: ["https://github.com/AssoEchap/stalkerware-indicators", "https://stopstalkerware.org/"],
  messages: {
    stalkerware: "{app} is listed as {product}, an app that watches whoever uses the phone.",
    watchware: "{app} is listed as {product}, an app for openly watching a phone, which can be misused.",
  },
  needs: { packages, stalkerwareIndicators },
  run: ({ packages: installed, stalkerwareIndicators: indicators }) => {
    const listed = new Map(
      indicators.entries.flatMap((product) => product.packages.map((app) => [app, product] as const)),
    );
    return installed.flatMap(({ name, path, system }) => {
      const product = listed.get(name);
      if (product === undefined) return [];
      return [
        {
          subject: { kind: "app", package: name } as const,
          message: product.type,
          params: { app: name, product: product.name },
          severity: product.type === "watchware" ? ("medium" as const) : ("critical" as const),
          // A name can be used twice: a part of the system that bears it is rather something else.
          confidence: system === true ? ("possible" as const) : ("likely" as const),
          evidence: [
            {
              kind: "value",
              fact: stalkerwareIndicators,
              name: "listed as",
              value: `${product.name} (${product.type})`,
            } as const,
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
        name: "no listed name",
        given: { packages: [exampleInstalled("com.example.app")], stalkerwareIndicators: list },
      },
    ],
    fail: [
      {
        name: "one of each kind",
        given: {
          packages: [exampleInstalled("com.apspy.app"), exampleInstalled("com.example.familywatch")],
          stalkerwareIndicators: list,
        },
        findings: 2,
      },
    ],
  },
});
