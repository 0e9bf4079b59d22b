import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examine } from "../../src/centre/examine.ts";
import type { Report } from "../../src/core/report.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { buildPlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { writeTerminal } from "../../src/report/terminal.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = Date.UTC(2026, 10, 20, 12, 30);
let folder: string;
let report: Report;

/** A small ordinary phone on which all planted apps were installed from files. */
async function plantedPhone(): Promise<VirtualPhone> {
  const phone = createPhone("stock", { now: () => now });
  const { packages, files } = phone.state;
  const [model] = [...packages.values()].filter(({ apk }) => apk.startsWith("/data/app/"));
  if (!model) throw new Error("the model has changed");
  const kept = new Set(["android", "com.android.settings", "com.android.systemui"]);
  for (const name of packages.keys()) if (!kept.has(name)) packages.delete(name);
  const signers = signerRing();
  for (const [i, app] of plantedApps.entries()) {
    const { package: name, versionCode, versionName, label, permissions = [] } = app.apk;
    const path = `/data/app/~~${i}==/${name}-0==`;
    packages.set(name, {
      ...model,
      ...{ name, path, apk: `${path}/base.apk`, versionCode: versionCode ?? 1, versionName: versionName ?? null },
      label: typeof label === "string" ? label : name,
      splits: (app.splits ?? []).map((split) => split.name).sort(),
      appId: 10_900 + i,
      requested: permissions
        .map((each) => (typeof each === "string" ? each : each.name))
        .map((each) => (each.includes(".") ? each : `android.permission.${each}`)),
      ...{ flags: ["HAS_CODE"], hiddenSystemPath: null, sharedUser: null, users: new Map(model.users) },
      ...{ installer: "com.google.android.packageinstaller", initiating: null, originating: null, packageSource: 3 },
    });
    for (const [file, body] of await buildPlantedApp(app, signers))
      files.plant(`${path}/${file}`, { mode: 0o644, mtime: now, body });
  }
  return phone;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-planted-"));
  const source = phoneSource(await plantedPhone());
  ({ report } = await examine(source, { dataFolder: folder, apps: {} }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a check says: severity and app of each finding. */
function said(check: string) {
  const outcome = report.outcomes.find((each) => each.check === check);
  expect([check, outcome?.unread ?? outcome?.reason]).toEqual([check, undefined]);
  return (outcome?.findings ?? []).map(({ severity, confidence, subject }) => [
    subject.kind === "app" ? subject.package : subject.kind,
    severity,
    confidence,
  ]);
}

// What nobody planted is in none of these lists: each is the whole of what a check found on this phone.
test.each([
  [
    "app-signers",
    [
      ["com.whatsapp", "high", "likely"],
      ["com.example.weather", "medium", "certain"],
    ],
  ],
  [
    "suspicious-apps",
    [
      ["com.example.sync.service", "high", "likely"],
      ["com.example.flashlight", "medium", "likely"],
    ],
  ],
  ["misleading-apps", [["com.example.flashlight", "high", "likely"]]],
  [
    "app-trackers",
    [
      ["com.example.shop", "low", "certain"],
      ["com.example.travel", "info", "certain"],
    ],
  ],
  ["app-cleartext", [["com.example.weather", "low", "certain"]]],
  [
    "hidden-code-apps",
    [
      ["com.example.flashlight", "info", "certain"],
      ["com.example.sync.service", "info", "certain"],
      ["com.whatsapp", "info", "certain"],
    ],
  ],
] as const)("%s", (check, expected) => expect(said(check)).toEqual(expected));

test("where no list was there to compare with, nothing found is no answer", () => {
  for (const check of ["harmful-apps", "stalkerware-certificates", "mobile-threat-certificates"]) {
    const outcome = report.outcomes.find((each) => each.check === check);
    expect(outcome).toMatchObject({ state: "unknown", reason: expect.stringContaining("candor feeds update") });
  }
});

test("a person reads who it is about, what was seen and where it was read", () => {
  const text = writeTerminal(report, { color: false, width: 100, verbose: true }).replace(/\s+/g, " ");
  expect(text).toContain("Example Travel (com.example.travel) carries trackers of Sensors Data (CN) and Alibaba (CN).");
  expect(text).toContain("candor apps");
  expect(text).not.toMatch(/undefined|\[object/);
});
