import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppRecord } from "../../src/apps/app-record.ts";
import { type AppView, appPage } from "../../src/centre/app-page.ts";
import { findApp, viewOfInstalled } from "../../src/centre/app-view.ts";
import { pageText } from "../../src/cli/app-page-text.ts";
import { writeCapture } from "../../src/device/capture.ts";
import type { AppInspections } from "../../src/formats/app-inspections.ts";
import { width } from "../../src/report/plain-text.ts";
import { example, inspection } from "./app-inspections-example.ts";
import { candor, root } from "./run.ts";

const apks = join(root, "..", "shared", "apks");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-show-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const flat = (text: string) => text.replace(/\s+/g, " ");
const look = { color: false, width: 100, all: false };

async function pageOf(wanted: string, of: AppInspections = example) {
  return pageText(appPage(await viewOfInstalled(findApp(of, wanted), of, join(folder, "data"))), look);
}

describe("the page of a file", () => {
  test("tells everything in the order in which a person asks", async () => {
    const { out, err, code } = await candor(["apps", "show", join(apks, "gh-insecurebankv2.apk")]);
    expect([err, code]).toEqual(["", 0]);
    const titles = out.split("\n").filter((line) => /^[A-Z][A-Z ,]+(?:-256)?$/.test(line));
    expect(titles.slice(0, 6)).toEqual([
      "IN SHORT",
      "WHO MADE IT",
      "WHERE IT CAME FROM",
      "WHAT IT MAY DO",
      "WHO ELSE GETS DATA",
      "HOW IT TALKS, AND WITH WHOM",
    ]);
    expect(titles.at(-1)).toMatch(/^FILES/);
    const text = flat(out);
    for (const words of [
      "signed by CN=Dinesh Shetty, OU=Services, O=SI, L=Boston, ST=MA",
      "8092db81ae717486631a1534977def465ee112903e1553d38d41df8abd57a375",
      "signature Android 7.0 to 17: verified (scheme v1)",
      "made for Android 5.1; runs from Android 4.0.3 on",
      "send text messages, which may cost money (SEND_SMS)",
      "Google United States",
      "Google AdMob: advertising, profiling",
      "Connections without encryption are let through",
      "activity com.android.insecurebankv2.PostLogin",
      "Anyone with a cable and a phone that allows debugging",
      "java.lang.Runtime.exec, called in com.android.insecurebankv2.PostLogin",
      "b18af2a0e44d7634bbcdf93664d9c78a2695e050393fcfbb5e8b91f902d194a4",
    ])
      expect(text).toContain(words);
    for (const line of out.split("\n")) expect(width(line)).toBeLessThanOrEqual(100);
    expect(out).not.toMatch(/undefined|null|\[object/);
  });

  test("leaves nothing out when all is asked for", async () => {
    const path = join(apks, "gh-insecurebankv2.apk");
    const [some, all] = [await candor(["apps", "show", path]), await candor(["apps", "show", path, "--all"])];
    expect(some.out).toContain("more (--all shows them)");
    expect(all.out).not.toContain("--all shows them");
    expect(all.out.length).toBeGreaterThan(some.out.length);
  });

  test("names libraries with their versions, and what behaves how", async () => {
    const { out } = await candor(["apps", "show", join(apks, "gh-exodus-instapaper.apk"), "--all"]);
    const text = flat(out);
    expect(text).toContain("WHAT IT IS MADE WITH built with Kotlin standard library");
    expect(text).toContain("Retrofit (Square (Block), Apache-2.0)");
    expect(text).toMatch(/Support Library AppCompat 27\.1\.0 \(Google, Apache-2\.0\)/);
    expect(text).toContain("WHAT ITS CODE CAN DO");
    expect(text).toContain("71 % of its classes have shortened names");
  });

  test("is the whole record as JSON", async () => {
    const path = join(apks, "gh-exodus-instapaper.apk");
    const { out, code } = await candor(["apps", "show", path, "--json"]);
    const { schema, source, apps } = JSON.parse(out) as {
      readonly schema: string;
      readonly source: unknown;
      readonly apps: readonly AppView[];
    };
    expect([schema, code, apps.length]).toEqual(["candor.app-view/1", 0, 1]);
    expect(source).toMatchObject({ kind: "file", name: path });
    const record: AppRecord | undefined = apps[0]?.records[0];
    expect(record?.file.sha256).toBe(apps[0]?.files[0]?.sha256);
    expect(record).toHaveProperty("endpoints.hosts");
  });

  test("says of what is no app why, and what to do with a folder", async () => {
    writeFileSync(join(folder, "text.apk"), "no app\n".repeat(50));
    const none = await candor(["apps", "show", join(folder, "text.apk")]);
    expect([none.code, none.out]).toEqual([3, ""]);
    expect(none.err).toMatch(/no app that can be read/);
    expect((await candor(["apps", "show", "missing.apk"])).err).toContain("there is no such file");
    const many = await candor(["apps", "show", `${apks}/`]);
    expect(many.code).toBe(3);
    expect(many.err).toContain("candor apps scan FOLDER");
  });

  test("of a file that is made to mislead stays one line a line", async () => {
    const { out, code } = await candor(["apps", "show", join(apks, "evil", "jadx-small.apk"), "--all"]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe("the page of an installed app whose records are not at hand", () => {
  test("tells what the inspection holds", async () => {
    const text = flat(await pageOf("com.example.watcher"));
    expect(text).toContain("CRITICAL, likely: Its package name is listed for TheWatcher");
    expect(text).toContain("stalkerware-names; stalkerware-indicators of 2026-06-21");
    expect(text).toContain("signed by CN=Example, O=Example Ltd, C=DE");
    expect(text).toContain("from not recorded");
    expect(text).toContain("record sound (RECORD_AUDIO)");
    expect(text).toContain("/data/app/~~a==/com.example.watcher-b==/base.apk");
    expect(text).toContain("Only a summary of it is kept here");
  });

  test("groups trackers by company, with the country, the strongest first", async () => {
    const text = await pageOf("com.example.shop");
    const at = (words: string) => text.indexOf(words);
    expect(flat(text)).toContain("AppsFlyer Israel AppsFlyer: analytics, advertising Meta United States");
    expect(at("only its host stands there")).toBeGreaterThan(at("Meta"));
    expect(flat(text)).toContain("no proof that it is used");
  });

  test("never says nothing where nothing was read", async () => {
    const none = flat(await pageOf("jp.example.kanji"));
    expect(none).toContain("verdict none: its files were not looked into");
    expect(none).toContain("signed by unknown");
    expect(none).toContain("permissions unknown");
    expect(none).toContain("trackers unknown");
    expect(none).not.toContain("nothing found");
    const signer = flat(await pageOf("com.android.settings"));
    expect(signer).toContain("trackers unknown: its code was not read");
    expect(signer).toContain("code unknown: it was not read");
    expect(flat(await pageOf("com.example.chat"))).toContain("not read Code: classes.dex: it is cut off.");
  });

  test("keeps a hash in one piece on 80 columns", async () => {
    const view = await viewOfInstalled(findApp(example, "com.example.shop"), example, join(folder, "data"));
    expect(pageText(appPage(view), { ...look, width: 80 })).toContain("12".repeat(32));
  });

  test("lets no name steer the terminal", async () => {
    expect(await pageOf("com.example.escape")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  test.each([50, 80, 110])("fits %i columns", async (columns) => {
    for (const app of example.apps) {
      const view = await viewOfInstalled(app, example, join(folder, "data"));
      for (const line of pageText(appPage(view), { ...look, width: columns }).split("\n"))
        expect(width(line), line).toBeLessThanOrEqual(columns);
    }
  });
});

describe("which app is meant", () => {
  test("is told by package, else by name", () => {
    expect(findApp(example, "com.example.chat").package).toBe("com.example.chat");
    expect(findApp(example, "example shop").package).toBe("com.example.shop");
  });

  test("is asked back where it is not clear", () => {
    const twins = { ...example, apps: [inspection("a.a", { label: "Twin" }), inspection("b.b", { label: "Twin" })] };
    expect(() => findApp(twins, "twin")).toThrow(/2 apps are called "twin"/);
    expect(() => findApp(example, "shopp")).toThrow(/no app/);
    try {
      findApp(example, "watch");
      expect.unreachable();
    } catch (error) {
      expect((error as { next?: string }).next).toContain("com.example.watcher");
    }
  });

  test("is found in a capture, for the user that was named", async () => {
    const path = join(folder, "phone.candor");
    const bytes = (of: string) => new TextEncoder().encode(of);
    const output = (text: string) => ({ stdout: bytes(text), stderr: new Uint8Array(), exitCode: 0 });
    const answers = new Map([["candor apps", output(`${JSON.stringify(example)}\n`)]]);
    await writeCapture(path, { source: { kind: "phone", name: "x" }, takenAt: null, answers }, "test");
    const shown = await candor(["apps", "show", "System Service", path]);
    expect([shown.err, shown.code]).toEqual(["", 0]);
    expect(shown.out).toMatch(
      /^System Service\ncom\.example\.watcher {2}1\.0\n\nThis report names something that may let/,
    );
    const other = await candor(["apps", "show", "com.example.shop", path, "--user", "10"]);
    expect(other.code).toBe(3);
    expect(other.err).toContain("not installed for user 10");
    const none = await candor(["apps", "show", "com.example.nothing", path]);
    expect(none.err).toMatch(/no app with the package or name/);
  });
});
