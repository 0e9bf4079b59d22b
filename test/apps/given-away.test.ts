// What real APKs give away: each secret was looked at by eye and is one; nothing else is found in any of them.
import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isUnread } from "../../src/apps/app-record.ts";
import { read, record } from "./apk-record.ts";

const shared = "../shared/apks";
const packages = [
  "android-apidemos/apks/ApiDemos-debug.apk",
  "appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk",
  "io.appium.settings/apks/settings_apk-debug.apk",
].map((path) => `node_modules/${path}`);
const all = [
  ...readdirSync(shared).map((name) => `${shared}/${name}`),
  ...readdirSync(`${shared}/evil`).map((name) => `${shared}/evil/${name}`),
  ...packages.filter((path) => existsSync(path)),
].filter((path) => path.endsWith(".apk"));

const known: Readonly<Record<string, readonly string[]>> = {
  "gh-battery-alarm.apk": ["google-api-key"],
  "gh-exodus-blooddonation.apk": ["google-api-key"],
  "gh-exodus-instapaper.apk": ["azure-storage-key", "google-api-key"],
  "appium-uiautomator2-server-v10.6.6.apk": ["private-key"],
};

test.each(all)("%s gives away what is known, and nothing else", async (path) => {
  const made = await record(path).catch(() => undefined);
  if (!made || isUnread(made.secrets)) return;
  expect(made.secrets.found.map(({ kind }) => kind)).toEqual(known[path.split("/").at(-1) ?? ""] ?? []);
  expect(made.secrets.more).toBe(0);
  if (!isUnread(made.code) && !path.includes("/evil/")) expect(made.code.disguised).toEqual([]);
});

test("a call of the app speaks for it, also where a support library in the same DEX comes first", async () => {
  const { found, complete } = read((await record(`${shared}/gh-appsflyer-demo.apk`)).behaviour);
  expect(complete).toBe(true);
  expect(found.map(({ id, grade, permission }) => `${id} ${grade} ${permission}`)).toEqual([
    "advertising-id called not-needed",
    "locates called not-asked",
    "reads-screen library-only not-needed",
  ]);
  expect(found[1]?.evidence).toEqual([
    {
      kind: "call",
      method: "android.location.LocationManager.getLastKnownLocation",
      caller: "com.appsflyer.d",
      entry: "classes.dex",
    },
  ]);
});
