import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { type AndroidManifest, launcherActivities } from "../../src/formats/android-manifest.ts";
import type { ResourceTable } from "../../src/formats/arsc.ts";
import { resolveText } from "../../src/formats/arsc-lookup.ts";
import { tool, withTool } from "../tools.ts";
import { fileName, oddApks, ordinaryApks, readApk } from "./apk-files.ts";

/** What `aapt dump badging` looks texts up for. */
const badging = { locale: "en-US", sdk: 10_000 } as const;

/** The lines of a badging that say the same as a manifest does, in its form. */
function linesOf(text: string): string[] {
  // Implied permissions are printed twice, of which the first lacks the reason; aapt does not know newer rules.
  const implied = new Set([...text.matchAll(/^uses-implied-permission: name='([^']*)'/gm)].map(([, name]) => name));
  const kept =
    /^(?:package: |sdkVersion|targetSdkVersion|maxSdkVersion|uses-permission: |application-label|application-icon|application: |application-debuggable|testOnly|uses-library|launchable-activity)/;
  const lines = text
    .split("\n")
    .filter((line) => kept.test(line))
    // For English of no country aapt takes en-XC, in which developers look for forgotten texts: marks of direction around each.
    .filter((line) => !/^application-label-en:'[\u200e\u200f]{8}/.test(line))
    .filter((line) => !implied.has(/^uses-permission: name='([^']*)'/.exec(line)?.[1] ?? ""))
    .map((line) =>
      line
        .replace(/ (?:platformBuild|compileSdk)\w+='[^']*'/g, "")
        .replace(/^(launchable-activity: name='[^']*').*/, "$1"),
    );
  return [...lines, ...[...implied].map((name) => `implied ${name}`)].sort();
}

/** The same lines from a manifest; labels and icons for the locales and densities that the badging names. */
function ownLines(manifest: AndroidManifest, table: ResourceTable, expected: readonly string[]): string[] {
  const { application } = manifest;
  const lines = [
    `package: name='${manifest.packageName}' versionCode='${manifest.versionCode ?? ""}' versionName='${manifest.versionName ?? ""}'`,
  ];
  if (manifest.minSdk !== null) lines.push(`sdkVersion:'${manifest.minSdk}'`);
  if (manifest.targetSdk !== null) lines.push(`targetSdkVersion:'${manifest.targetSdk}'`);
  if (manifest.maxSdk !== null) lines.push(`maxSdkVersion:'${manifest.maxSdk}'`);
  const implied = new Set(manifest.impliedPermissions.map(({ name }) => name));
  for (const { name, maxSdk, fromSdk23 } of manifest.usesPermissions)
    if (!fromSdk23) lines.push(`uses-permission: name='${name}'${maxSdk === null ? "" : ` maxSdkVersion='${maxSdk}'`}`);
  if (application?.debuggable.value) lines.push("application-debuggable");
  if (application?.testOnly.value) lines.push("testOnly='-1'");
  for (const { kind, name, required } of manifest.extras.libraries)
    if (kind === "library") lines.push(`uses-library${required ? "" : "-not-required"}:'${name}'`);
  for (const { kind, name } of launcherActivities(manifest))
    if (kind === "activity") lines.push(`launchable-activity: name='${name}'`);
  for (const line of expected) {
    const [, locale] = /^application-label(?:-([^:]+))?:/.exec(line) ?? [];
    const label = application?.labelResource
      ? resolveText(table, application.labelResource, { ...badging, ...(locale ? { locale } : {}) })
      : application?.label;
    if (line.startsWith("application-label"))
      lines.push(`application-label${locale ? `-${locale}` : ""}:'${label ?? ""}'`);
    const [, density] = /^application-icon-(\d+):/.exec(line) ?? [];
    if (density) lines.push(`application-icon-${density}:'${icon(manifest, table, Number(density)) ?? ""}'`);
    if (line.startsWith("application: "))
      lines.push(`application: label='${application?.label ?? ""}' icon='${icon(manifest, table, 160) ?? ""}'`);
    const [, permission] = /^implied (.*)/.exec(line) ?? [];
    if (permission && implied.has(permission)) lines.push(line);
  }
  return lines.sort();
}

function icon({ application }: AndroidManifest, table: ResourceTable, density: number): string | undefined {
  return application?.iconResource ? resolveText(table, application.iconResource, { ...badging, density }) : undefined;
}

async function compare(path: string, badgingText: string): Promise<void> {
  const { manifest, table } = await readApk(path, badging);
  const expected = linesOf(badgingText);
  expect(ownLines(manifest, table, expected)).toEqual(expected);
}

test.each(ordinaryApks.filter((path) => existsSync(expectedOf(path))))(
  "%s says what was expected of it",
  async (path) => {
    await compare(path, readFileSync(expectedOf(path), "utf8"));
  },
);

function expectedOf(path: string): string {
  return `../shared/apks/expected-badging/${basename(path, ".apk")}.txt`;
}

/** aapt looks a literal label up once for each language of the table, and this table has none. */
const wrongOnes = new Set(["aapt apktool-issue1730.apk"]);

/** An answer counts only where the program neither failed nor complained. */
function badgingBy(program: string, path: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, ["dump", "badging", path], { encoding: "utf8" });
  return status === 0 && stderr === "" ? stdout : undefined;
}

for (const program of ["aapt2", "aapt"]) {
  const installed = tool(program) !== undefined;
  let answers = 0;
  for (const path of [...ordinaryApks, ...oddApks]) {
    const answer = installed ? badgingBy(program, path) : undefined;
    if (installed && (answer === undefined || wrongOnes.has(`${program} ${fileName(path)}`))) continue;
    answers++;
    withTool(program)(`${fileName(path)} as ${program} reads it`, () => compare(path, answer ?? ""));
  }
  withTool(program)(`${program} answers often enough to tell something`, () => expect(answers).toBeGreaterThan(30));
}
