import { defineCheck } from "../core/check.ts";
import { type AppInspection, appInspections } from "../facts/app-inspections.ts";
import { packageDetails } from "../facts/package-details.ts";
import { exampleApp, exampleImageApp, exampleInspections } from "./wording/app-examples.ts";
import { findingsOn, fromOutsideStores, namesOf, unreadOf } from "./wording/inspected-apps.ts";
import { uninstallByHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "hidden-code-apps",
  category: "apps",
  severity: "medium",
  question: "Does an app from outside of the stores hide its code, or load more of it while it runs?",
  title: {
    pass: "No app from outside of the stores hides its code or loads more of it while it runs",
    fail: "An app from outside of the stores hides its code, or loads more of it while it runs",
  },
  why: "What an app does cannot be told from its file where the code is wrapped or comes later. Makers of games and banks wrap theirs against copying; malware does it against being found. No store has looked at these apps.",
  advice: "Keep such an app only if you know its maker, and get it from a store where it is in one.",
  references: [
    "https://developer.android.com/privacy-and-security/risks/dynamic-code-loading",
    "https://attack.mitre.org/techniques/T1407/",
    "https://attack.mitre.org/techniques/T1406/002/",
  ],
  messages: {
    packed:
      "{app} was installed from outside of a store, and its code is wrapped by {packers}, which hides what it does.",
    packedTogether: "{count} apps from outside of a store hide their code: {apps}.",
    loads: "{app} was installed from outside of a store, and its code can load more code while it runs.",
    loadsTogether: "{count} apps from outside of a store can load more code while they run: {apps}.",
  },
  remedy: uninstallByHand,
  needs: { appInspections },
  wants: { packageDetails },
  run: ({ appInspections: all }, { packageDetails: details }) => {
    const outside = all.apps.filter((app) => fromOutsideStores(app, all, details));
    const isPacked = ({ packers }: AppInspection) => packers.length > 0;
    return {
      findings: [
        ...findingsOn(outside.filter(isPacked), {
          one: "packed",
          many: "packedTogether",
          few: 6,
          severity: "medium",
          confidence: "likely",
          params: ({ packers }) => ({ packers: namesOf(packers) }),
          name: "wrapped by",
          items: ({ packers }) => packers,
        }),
        ...findingsOn(
          outside.filter((app) => app.loadsCode === true && !isPacked(app)),
          {
            one: "loads",
            many: "loadsTogether",
            few: 3,
            severity: "info",
            name: "installed by",
            items: ({ installer }) => [installer ?? "nobody named"],
          },
        ),
      ],
      unread: unreadOf(
        "The code of",
        outside.filter(({ loadsCode }) => loadsCode === null),
      ),
    };
  },
  examples: {
    pass: [
      {
        name: "wrapped code from a store and with the phone, open code from a file",
        given: exampleInspections(
          exampleApp("com.example.bank", { packers: ["Example Shield"], loadsCode: true }),
          exampleImageApp("com.example.theme", { packers: ["Example Shield"] }),
          exampleApp("com.example.notes", { installer: null }),
        ),
      },
    ],
    fail: [
      {
        name: "wrapped, and loading more, from a file",
        given: exampleInspections(
          exampleApp("com.example.a", { installer: null, packers: ["Example Shield"], loadsCode: true }),
          exampleApp("com.example.b", { installer: "com.android.chrome", loadsCode: true }),
        ),
        findings: 2,
      },
    ],
    unknown: [
      {
        name: "code that could not be read, from a file",
        given: exampleInspections(exampleApp("com.example.a", { installer: null, loadsCode: null })),
      },
    ],
  },
});
