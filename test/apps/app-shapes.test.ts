import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AppRecord } from "../../src/apps/app-record.ts";
import { appShapes } from "../../src/apps/app-shapes.ts";
import { FormatError } from "../../src/core/errors.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { buildPlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { isSystem } from "../../src/phone/state/package-state.ts";
import { buildDex } from "../formats/dex-builder.ts";
import { record } from "./apk-record.ts";
import { filter, type MadeApk, madeRecord, named, target } from "./made-apk.ts";

const modules = ["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"];
const ordinary = [
  ...readdirSync("../shared/apks").map((name) => join("../shared/apks", name)),
  ...modules.flatMap((name) => {
    const folder = join("node_modules", name, "apks");
    return readdirSync(folder).map((file) => join(folder, file));
  }),
].filter((path) => path.endsWith(".apk"));

describe("ordinary apps have no shape of harmful ones", () => {
  test("there are some to try", () => expect(ordinary.length).toBeGreaterThan(10));

  test.each(ordinary)("%s", async (path) => {
    expect(await shapesOfFile(path)).toEqual([]);
  });
});

const shapesOfPlanted: Readonly<Record<string, readonly string[]>> = {
  trackers: [],
  cleartext: [],
  stalker: ["secret-watcher"],
  repackaged: [],
  split: [],
  "bad-pack": ["misleading-file"],
};

test.each(plantedApps)("the planted app $id", async (app) => {
  const files = await buildPlantedApp(app, signerRing());
  const records: AppRecord[] = [];
  for (const bytes of files.values()) records.push(await record(bytes));
  expect(appShapes(records).map(({ id }) => id)).toEqual(shapesOfPlanted[app.id]);
});

test.each([
  { model: "hyperos", found: { "com.turbo.cleanmaster.pro": ["account-emptier"] } },
  { model: "stalked", found: { "com.systemservice": ["secret-watcher"] } },
  { model: "stock", found: {} },
  { model: "miui12", found: {} },
  { model: "rooted", found: {} },
])("of the apps added to the virtual phone $model only the planted evil ones have one", async ({ model, found }) => {
  const phone = createPhone(model);
  const shapes: Record<string, readonly string[]> = {};
  for (const { name, apk } of [...phone.state.packages.values()].filter((each) => !isSystem(each))) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of phone.files.open(apk)) chunks.push(chunk);
    const ids = appShapes([await record(new Uint8Array(Buffer.concat(chunks)))]).map(({ id }) => id);
    if (ids.length > 0) shapes[name] = ids;
  }
  expect(shapes).toEqual(found);
});

const permissions = (...names: string[]) => names.map((name) => named("uses-permission", `android.permission.${name}`));
const accessibility = named("service", ".Screen", [filter(["android.accessibilityservice.AccessibilityService"])], {
  permission: "android.permission.BIND_ACCESSIBILITY_SERVICE",
});
const admin = named("receiver", ".Admin", [filter(["android.app.action.DEVICE_ADMIN_ENABLED"])], {
  permission: "android.permission.BIND_DEVICE_ADMIN",
});
const icon = named("activity", ".Main", [filter(["android.intent.action.MAIN"], ["android.intent.category.LAUNCHER"])]);
const page = named("activity", ".Page");

interface Made {
  readonly label?: string;
  readonly asks: readonly string[];
  readonly parts: MadeApk["children"];
  readonly target?: number;
  readonly entries?: MadeApk["entries"];
  readonly packageName?: string;
}

async function shapesOf({ label = "Notes", asks, parts = [], target: sdk = 34, entries, packageName }: Made) {
  const application = { name: "application", attributes: { label }, children: parts };
  const made = await madeRecord({
    attributes: packageName === undefined ? {} : { package: packageName },
    children: [target(sdk), ...permissions(...asks), application],
    ...(entries && { entries }),
  });
  return appShapes([made]).map(({ id, confidence }) => `${id} ${confidence}`);
}

const collecting = ["INTERNET", "RECORD_AUDIO", "READ_SMS", "READ_CALL_LOG", "READ_CONTACTS"];

describe("each shape needs all that it is made of", () => {
  test("watching in secret: powers, what it gathers, and that it hides", async () => {
    expect(await shapesOf({ asks: collecting, parts: [page, accessibility] })).toEqual(["secret-watcher possible"]);
    expect(await shapesOf({ asks: collecting, parts: [page, accessibility, admin] })).toEqual([
      "secret-watcher likely",
    ]);
    expect(await shapesOf({ label: "System Service", asks: collecting, parts: [icon, accessibility] })).toEqual([
      "secret-watcher possible",
    ]);
    expect(await shapesOf({ asks: collecting, parts: [icon, accessibility] }), "with an icon").toEqual([]);
    expect(await shapesOf({ asks: collecting, parts: [page] }), "without a power").toEqual([]);
    expect(await shapesOf({ asks: ["INTERNET", "RECORD_AUDIO"], parts: [page, accessibility] })).toEqual([]);
    expect(await shapesOf({ asks: collecting.slice(1), parts: [page, accessibility] }), "offline").toEqual([]);
  });

  test("emptying accounts: the screen, overlays, codes by message, and further code", async () => {
    const asks = ["INTERNET", "SYSTEM_ALERT_WINDOW", "RECEIVE_SMS", "REQUEST_INSTALL_PACKAGES"];
    const code = { "assets/more.dex": buildDex({ classes: ["Lcom/made/More;"] }) };
    expect(await shapesOf({ asks, parts: [icon, accessibility], entries: code })).toEqual(["account-emptier possible"]);
    expect(await shapesOf({ asks, parts: [icon, accessibility] }), "without further code").toEqual([]);
    expect(await shapesOf({ asks: asks.slice(0, 2), parts: [icon, accessibility], entries: code })).toEqual([]);
  });

  test("bringing others along: an app within it, the wish to install, and a wrapper", async () => {
    const asks = ["INTERNET", "REQUEST_INSTALL_PACKAGES"];
    const inner = { "assets/update.apk": new Uint8Array(100) };
    const packed = { ...inner, "lib/arm64-v8a/libjiagu.so": new Uint8Array(100) };
    expect(await shapesOf({ asks, parts: [icon], entries: packed })).toEqual(["app-bringer possible"]);
    expect(await shapesOf({ asks, parts: [icon], entries: inner }), "not packed").toEqual([]);
    expect(await shapesOf({ asks: ["INTERNET"], parts: [icon], entries: packed })).toEqual([]);
  });

  test("locking people out", async () => {
    const asks = ["SYSTEM_ALERT_WINDOW", "RECEIVE_BOOT_COMPLETED"];
    const boot = named("receiver", ".Boot", [filter(["android.intent.action.BOOT_COMPLETED"])]);
    expect(await shapesOf({ asks, parts: [page, admin, boot] })).toEqual(["screen-locker possible"]);
    expect(await shapesOf({ asks, parts: [icon, admin, boot] })).toEqual([]);
  });

  test("posing as a part of the system, unless it is one", async () => {
    const asks = ["INTERNET", "SYSTEM_ALERT_WINDOW"];
    expect(await shapesOf({ label: "Google Play Services", asks, parts: [icon] })).toEqual([
      "false-system-part possible",
    ]);
    expect(await shapesOf({ packageName: "com.android.helper", asks, parts: [icon] })).toEqual([
      "false-system-part possible",
    ]);
    expect(await shapesOf({ label: "Play Music", asks, parts: [icon] })).toEqual([]);
  });

  test("dodging permissions by an old target", async () => {
    const asks = ["INTERNET", "READ_SMS", "CAMERA"];
    expect(await shapesOf({ asks, parts: [page], target: 22 })).toEqual(["permission-dodger possible"]);
    expect(await shapesOf({ asks, parts: [page], target: 23 })).toEqual([]);
    expect(await shapesOf({ asks, parts: [icon], target: 22 })).toEqual([]);
  });
});

test("a split's code and powers count with its base, and reasons are in words", async () => {
  const base = await madeRecord({
    children: [target(34), ...permissions(...collecting), { name: "application", attributes: {}, children: [page] }],
  });
  const split = await madeRecord({
    attributes: { split: "more" },
    children: [{ name: "application", attributes: {}, children: [accessibility] }],
  });
  expect(appShapes([base])).toEqual([]);
  const [shape] = appShapes([base, split]);
  expect(shape?.id).toBe("secret-watcher");
  expect(shape?.reasons).toContain("may read what is on the screen and press buttons in other apps");
  expect(shape?.reasons).toHaveLength(shape?.points.length ?? 0);
});

async function shapesOfFile(path: string): Promise<readonly string[]> {
  try {
    return appShapes([await record(new Uint8Array(readFileSync(path)))]).map(({ id }) => id);
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}
