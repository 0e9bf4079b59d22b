import { defineCheck } from "../core/check.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { exampleInstalled, examplePackage, fromComputer } from "./wording/example-packages.ts";
import { installOrigin, isSideloaded, originEvidence } from "./wording/install-origin.ts";
import { uninstallByHand } from "./wording/remedies.ts";

/** Names that Android itself uses. Nobody else publishes apps under them, but for these. */
const androidNames = ["android.", "com.android."];
const published = ["com.android.chrome", "com.android.vending", "com.android.thememanager", "com.android.egg"];

/** Names of companies that publish apps in stores too: only an app that did not come from a store is a finding. */
const makerNames =
  `com.google. com.miui. com.xiaomi. com.mi. com.sec. com.samsung. com.huawei. com.hihonor. com.oppo. com.coloros.
  com.heytap. com.oplus. com.oneplus. com.vivo. com.realme. com.motorola. com.qualcomm. com.qti. com.mediatek. com.sony. com.lge.
  com.asus. com.transsion. com.nothing. com.lenovo. com.zte.`.split(/\s+/);

/** Words by which apps that hide pose as a part of the system. Only where no store brought them: harmless apps use such words too. */
const systemWords =
  /(?:^|[._-])(?:android|system|sys)[._-]?(?:services?|updates?|updater|settings|manager|server|core|framework|process|sync|ui)(?:$|[._-])/i;

export default defineCheck({
  id: "system-name-imitation",
  category: "apps",
  severity: "high",
  question: "Does an added app bear a name that looks like a part of the system?",
  title: {
    pass: "No added app bears a name that looks like a part of the system",
    fail: "An added app bears a name that looks like a part of the system",
  },
  why: "Apps that hide call themselves like parts of Android, so that nobody who looks through the list of apps thinks of them. Parts of the system lie on the system partition and cannot be added.",
  advice:
    "Look the app up in Settings > Apps. If nobody who uses the phone knows it, remove it. If somebody may be watching you, get help first: they may notice.",
  references: [
    "https://developer.android.com/build/configure-app-module#set-application-id",
    "https://github.com/AssoEchap/stalkerware-indicators",
  ],
  messages: {
    android: "{app} was added to the phone, although its name is one that Android's own parts use.",
    words: "{app} did not come from a store, and its name reads like a part of the system.",
    maker:
      "{app} was added to the phone and did not come from a store, although its name is one of a phone maker or of Google.",
  },
  remedy: uninstallByHand,
  needs: { packages },
  wants: { packageDetails },
  run: ({ packages: all }, wanted) => {
    const details = new Map((wanted.packageDetails ?? []).map((entry) => [entry.name, entry]));
    const suspects = all.flatMap(({ name, path, system }) => {
      const kind = system === true ? null : kindOf(name, details.get(name));
      return kind === null ? [] : [{ name, path, kind: system === null ? "unclear" : kind }];
    });
    const unclear = suspects.filter(({ kind }) => kind === "unclear");
    return {
      findings: suspects.flatMap(({ name, path, kind }) => {
        if (kind === "unclear") return [];
        const own = details.get(name);
        return [
          {
            subject: { kind: "app", package: name } as const,
            message: kind,
            params: { app: name },
            severity: kind === "words" ? ("medium" as const) : ("high" as const),
            confidence: kind === "words" ? ("possible" as const) : ("likely" as const),
            evidence: [
              { kind: "value", fact: packages, name: "path", value: path ?? "not told" } as const,
              { kind: "value", fact: packages, name: "part of the system", value: "no" } as const,
              ...(own === undefined ? [] : originEvidence(own)),
            ],
          },
        ];
      }),
      unread:
        unclear.length === 0
          ? []
          : [
              `Whether a store installed these, whose names are a maker's or read like a part of the system, could not be read: ${unclear.map(({ name }) => name).join(", ")}.`,
            ],
    };
  },
  examples: {
    pass: [
      {
        name: "parts of the system, and a maker's app from a store",
        given: {
          packages: [exampleInstalled("com.android.settings", true), exampleInstalled("com.google.android.apps.bard")],
        },
        wanted: { packageDetails: [examplePackage("com.google.android.apps.bard")] },
      },
    ],
    fail: [
      {
        name: "a part of Android that was added",
        given: { packages: [exampleInstalled("com.android.system.optimizer"), exampleInstalled("com.example.app")] },
        findings: 1,
      },
      {
        name: "a name that reads like a part of the system, from a computer",
        given: { packages: [exampleInstalled("com.systemservice"), exampleInstalled("com.example.ecosystem")] },
        wanted: { packageDetails: [examplePackage("com.systemservice", { installSource: fromComputer })] },
        findings: 1,
      },
      {
        name: "a maker's name from a computer",
        given: { packages: [exampleInstalled("com.sec.android.qk7x")] },
        wanted: { packageDetails: [examplePackage("com.sec.android.qk7x", { installSource: fromComputer })] },
        findings: 1,
      },
    ],
    unknown: [
      { name: "who installed it was not read", given: { packages: [exampleInstalled("com.miui.notes")] } },
      {
        name: "not told what is part of the system",
        given: { packages: [exampleInstalled("com.android.phone", null)] },
      },
    ],
  },
});

/** Whose name it is; "unclear" for all but Android's where the installer is not known, null where nothing is wrong with it. */
function kindOf(name: string, details: PackageDetails | undefined): "android" | "maker" | "words" | "unclear" | null {
  if (published.includes(name)) return null;
  if (androidNames.some((prefix) => name.startsWith(prefix))) return "android";
  const maker = makerNames.some((prefix) => name.startsWith(prefix));
  if (!maker && !systemWords.test(name)) return null;
  if (details === undefined) return "unclear";
  return isSideloaded(installOrigin(details)) ? (maker ? "maker" : "words") : null;
}
