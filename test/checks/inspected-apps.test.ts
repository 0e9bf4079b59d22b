import { describe, expect, test } from "vitest";
import appSigners from "../../src/checks/app-signers.ts";
import appTrackers from "../../src/checks/app-trackers.ts";
import harmfulApps from "../../src/checks/harmful-apps.ts";
import {
  exampleApp,
  exampleImageApp,
  exampleInspections,
  exampleSigner,
  exampleTracker,
  exampleVerdict,
} from "../../src/checks/wording/app-examples.ts";
import { examplePackage, fromComputer } from "../../src/checks/wording/example-packages.ts";
import { appName, fromOutsideStores, namesOf, unreadOf } from "../../src/checks/wording/inspected-apps.ts";
import type { Check } from "../../src/core/check.ts";
import { answer } from "../../src/core/judge.ts";
import { snapshotSchema } from "../../src/core/snapshot.ts";
import type { AppInspections } from "../../src/facts/app-inspections.ts";
import { writeHtml } from "../../src/report/html.ts";
import { writeTerminal } from "../../src/report/terminal.ts";
import { sampleReport } from "../report/sample.ts";

function judged(check: Check, { appInspections }: { readonly appInspections: AppInspections }) {
  const read = { state: "read", value: appInspections, from: ["candor apps"] } as const;
  const source = { kind: "phone", name: "example" } as const;
  const facts = { "app-inspections": read };
  return answer(check, { schema: snapshotSchema, candor: "0", source, takenAt: null, facts }, []);
}

describe("where an app came from", () => {
  const outside = (change: Parameters<typeof exampleApp>[1], details?: ReturnType<typeof examplePackage>) => {
    const app = exampleApp("com.example.a", change);
    const { appInspections } = exampleInspections(app, exampleImageApp("com.example.market"));
    return fromOutsideStores(app, appInspections, details && [details]);
  };

  test.each([
    ["Google Play", { installer: "com.android.vending" }, false],
    ["F-Droid, a store that was itself added", { installer: "org.fdroid.fdroid" }, false],
    ["a store of the phone's maker that Candor does not know", { installer: "com.example.market" }, false],
    ["an added app that Candor does not know", { installer: "com.example.other" }, true],
    ["a browser", { installer: "com.android.chrome" }, true],
    ["the package installer", { installer: "com.google.android.packageinstaller" }, true],
    ["nobody", { installer: null }, true],
    ["nobody, on a phone that does not tell what came with it", { installer: null, system: null }, true],
    ["with the phone", { installer: null, system: true }, false],
    ["with the phone, and updated by hand", { installer: "com.android.chrome", system: true, updated: true }, false],
  ] as const)("%s", (_, change, expected) => expect(outside(change)).toBe(expected));

  test("what the phone recorded of the installation counts for more than the installer", () => {
    const details = examplePackage("com.example.a", {
      installSource: { ...fromComputer, installing: "com.example.b" },
    });
    expect(outside({ installer: "com.android.vending" }, details)).toBe(true);
    expect(outside({ installer: null }, examplePackage("com.example.a"))).toBe(false);
  });
});

test("a name in messages never stands without the package, however it is made", () => {
  expect(appName({ label: "Shop", package: "a.b" })).toBe("Shop (a.b)");
  expect(appName({ label: "a.b", package: "a.b" })).toBe("a.b");
  expect(appName({ label: "  ", package: "a.b" })).toBe("a.b");
  expect(appName({ label: "x".repeat(5000), package: "a.b" })).toBe(`${"x".repeat(40)}… (a.b)`);
  expect(namesOf(["a", "b", "c", "d", "e"])).toBe("a, b, c, d and e");
  expect(namesOf(["a", "b", "c", "d", "e", "f"])).toBe("a, b, c, d and 2 more");
  expect(unreadOf("The code of", [])).toEqual([]);
  expect(unreadOf("The code of", [exampleApp("a.b", { unread: ["It is too large."] })])).toEqual([
    "The code of a.b could not be read: It is too large.",
  ]);
});

test("of several verdicts the gravest and surest speaks, and all of them are evidence", () => {
  const verdicts = [
    exampleVerdict({ severity: "medium", message: "Mild." }),
    exampleVerdict({ severity: "critical", confidence: "possible", message: "Grave, not sure." }),
    exampleVerdict({ engine: "yara", list: "rules.yar", severity: "critical", message: "Grave and sure." }),
    exampleVerdict({ engine: "heuristics", severity: "critical", message: "Another check's." }),
  ];
  const app = exampleApp("com.example.sync", { label: "Sync", users: [10], verdicts });
  const [finding, ...more] = judged(harmfulApps, exampleInspections(app)).findings ?? [];
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: "Sync (com.example.sync): Grave and sure.",
    severity: "critical",
    confidence: "certain",
    subject: { kind: "app", package: "com.example.sync", label: "Sync", user: 10 },
  });
  const said = JSON.stringify(finding?.evidence);
  for (const part of ["Mild.", "Grave, not sure.", "yara (rules.yar, 2026-11-01", "abab"]) expect(said).toContain(part);
  expect(said).not.toContain("Another check's.");
});

test("no verdict is no pass where an app could not be looked into", () => {
  const outcome = judged(
    harmfulApps,
    exampleInspections(exampleApp("a.b"), exampleApp("c.d", { depth: "none", unread: ["The phone refused it."] })),
  );
  expect(outcome).toMatchObject({
    state: "unknown",
    reason: "The files of c.d could not be read: The phone refused it.",
  });
  const without = { appInspections: { ...exampleInspections(exampleApp("a.b")).appInspections, engines: [] } };
  expect(judged(harmfulApps, without)).toMatchObject({ state: "unknown" });
});

test("two hundred apps with trackers drown nothing", () => {
  const names = ["Google", "Meta", "AppsFlyer", "Adjust", "Braze"];
  const apps = Array.from({ length: 200 }, (_, i) =>
    exampleApp(`com.example.a${i}`, { trackers: names.slice(0, i % 6).map((name) => exampleTracker(name)) }),
  );
  const { findings = [] } = judged(appTrackers, exampleInspections(...apps));
  expect(findings.map(({ severity, subject }) => [severity, subject.kind])).toEqual([
    ["low", "device"],
    ["info", "device"],
  ]);
  expect(findings[0]?.message).toMatch(/^66 apps carry trackers of 4 or more companies each: com\.example\.a5, /);
});

test("a system of published keys is told of once, and a repackaged app before its key", () => {
  const published = "a40da80a59d170caa950cf15c18c454d47a39b26989d8b640ecd745ba71bf5dc";
  const signers = [exampleSigner({ sha256: published, knownAs: "Android's public test key" })];
  const other = exampleVerdict({ engine: "known-signers", severity: "high", message: "Signed by somebody else." });
  const image = ["a.a", "b.b", "c.c", "d.d", "e.e"].map((name) => exampleImageApp(name, { signers }));
  const { findings = [] } = judged(
    appSigners,
    exampleInspections(exampleApp("com.whatsapp", { signers, verdicts: [other] }), ...image),
  );
  expect(findings.map(({ message }) => message)).toEqual([
    "com.whatsapp: Signed by somebody else.",
    "5 apps that came with the phone are signed with keys that are published with Android's source: a.a, b.b, c.c, d.d and e.e.",
  ]);
});

test("what an app says of itself reaches no terminal and no page as it is", () => {
  const evil = '\u001b[2J<script>alert(1)</script>"\u202e';
  const app = exampleApp("com.example.evil", {
    label: evil,
    verdicts: [exampleVerdict({ message: `It is ${evil}.`, name: evil })],
  });
  const report = { ...sampleReport("ordinary"), outcomes: [judged(harmfulApps, exampleInspections(app))] };
  const shown = writeTerminal(report, { color: false, width: 80, verbose: true });
  expect(shown).toContain("com.example.evil");
  expect(shown).not.toMatch(/\u001b|\u202e/);
  expect(writeHtml(report)).not.toContain("<script>alert");
});
