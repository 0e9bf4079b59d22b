import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppChoice } from "../../src/centre/app-choice.ts";
import { appList } from "../../src/centre/app-list.ts";
import { startVirtualPhone } from "../../src/centre/virtual-phone.ts";
import { appsCsv } from "../../src/cli/apps-csv.ts";
import { appsTable } from "../../src/cli/apps-table.ts";
import { cut, layOut } from "../../src/cli/text-table.ts";
import { DeviceError } from "../../src/core/errors.ts";
import { writeCapture } from "../../src/device/capture.ts";
import type { AppInspections } from "../../src/formats/app-inspections.ts";
import { width } from "../../src/report/plain-text.ts";
import { example, inspection } from "./app-inspections-example.ts";
import { candor, stopAtFirstWord } from "./run.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-list-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listed(choice: Partial<AppChoice> = {}, of: AppInspections = example) {
  const { rows, summary } = appList(of, { sort: "verdict", filters: [], ...choice });
  return { summary, names: rows.map(({ app }) => app.package.replace(/^(?:com|jp)\.(?:example|android)\./, "")), rows };
}

describe("the list", () => {
  test("has what was found first, then what no shop brought, and last what came with the phone", () => {
    expect(listed().names).toEqual(["watcher", "chat", "formula", "escape", "shop", "kanji", "settings"]);
  });

  test.each([
    ["name", ["formula", "chat", "escape", "shop", "settings", "watcher", "kanji"]],
    ["trackers", ["shop", "formula", "escape", "watcher", "chat", "settings", "kanji"]],
    ["permissions", ["watcher", "shop", "formula", "chat", "escape", "settings", "kanji"]],
    ["size", ["shop", "settings", "chat", "escape", "watcher", "kanji", "formula"]],
    ["installer", ["chat", "formula", "escape", "shop", "kanji", "watcher", "settings"]],
  ] as const)("sorted by %s, what is unknown comes last", (sort, names) => {
    expect(listed({ sort }).names).toEqual(names);
  });

  test.each([
    [["trackers"], ["shop"], 3],
    [["sideloaded"], ["watcher", "chat"], 0],
    [["system"], ["settings"], 0],
    [["user"], ["watcher", "chat", "formula", "escape", "shop", "kanji"], 0],
    [["verdict"], ["watcher"], 1],
    [["cleartext"], ["shop"], 1],
    [["unread"], ["chat", "kanji"], 0],
    [["user", "trackers"], ["shop"], 2],
    [["verdict", "trackers"], [], 1],
  ] as const)("picks by %s and counts those that cannot be told", (filters, names, undecided) => {
    const { summary, ...found } = listed({ filters });
    expect(found.names).toEqual(names);
    expect(summary.undecided).toBe(undecided);
  });

  test("is searched in names, packages, installers, signers and trackers", () => {
    expect(listed({ search: "BEISPIEL" }).names).toEqual(["chat"]);
    expect(listed({ search: "example.watch" }).names).toEqual(["watcher"]);
    expect(listed({ search: "f-droid" }).names).toEqual(["formula"]);
    expect(listed({ search: "meta" }).names).toEqual(["shop"]);
    expect(listed({ search: "cdcdcdcd" }).names).toHaveLength(6);
    expect(listed({ search: "nowhere" }).summary).toMatchObject({ apps: 7, shown: 0, worst: null });
  });

  test("is of one user", () => {
    expect(listed({ user: 10 }).names).toEqual(["chat", "escape"]);
  });

  test("counts what it shows, and names the worst", () => {
    expect(listed().summary).toEqual({
      apps: 7,
      shown: 7,
      added: 6,
      system: 1,
      withTrackers: 1,
      withVerdict: 1,
      unread: 2,
      undecided: 0,
      folded: 0,
      foldedBySigner: 0,
      worst: "critical",
    });
  });

  test("leaves out of a table what came with the phone, where nothing was found and all was read", () => {
    const quiet = inspection("com.android.quiet", { system: true });
    const tracked = { ...quiet, package: "com.android.tracked", trackers: example.apps[1]?.trackers ?? [] };
    const unread = { ...quiet, package: "com.android.unread", unread: ["Code: gone."] };
    const none = { ...quiet, package: "com.android.none", depth: "none" } as const;
    const { names, summary } = listed({ fold: true }, { ...example, apps: [quiet, tracked, unread, none] });
    expect(names).toEqual(["none", "tracked", "unread"]);
    expect(summary).toMatchObject({ apps: 4, shown: 3, folded: 1, foldedBySigner: 0 });
  });

  test("never takes an app for harmless that was not looked into, or not whole", () => {
    const words = Object.fromEntries(listed().rows.map(({ app, verdict }) => [app.package.split(".").at(-1), verdict]));
    expect(words).toMatchObject({
      kanji: "not looked into",
      chat: "nothing found, parts unread",
      settings: "nothing found, code unread",
      shop: "nothing found",
      watcher: "critical: TheWatcher (and 1 more)",
    });
  });

  test("tells where an app came from, of a system whose phone does not tell it too", () => {
    const from = (change: Parameters<typeof inspection>[1]) =>
      listed({}, { ...example, apps: [inspection("a.b", change)] }).rows[0]?.origin;
    expect(from({ installer: "com.android.vending" })).toEqual({ kind: "shop", words: "Google Play" });
    expect(from({ installer: "com.whatsapp" })).toEqual({ kind: "outside", words: "WhatsApp (a message)" });
    expect(from({ installer: "com.android.shell" })).toEqual({ kind: "outside", words: "a computer" });
    expect(from({ installer: "com.strange" })).toEqual({ kind: "outside", words: "com.strange" });
    expect(from({ installer: null, system: null })).toEqual({ kind: "unknown", words: "not recorded" });
    expect(from({ system: true, updated: true })).toEqual({
      kind: "system",
      words: "pre-installed, updated by Google Play",
    });
  });

  test("names signers by what their certificate says, and keys that anyone has as such", () => {
    const hashes = { sha256: "ab".repeat(32), sha1: "ab".repeat(20), md5: "ab".repeat(16) };
    const signer = (subject: string | null, debug = false, knownAs: string | null = null) =>
      listed({}, { ...example, apps: [inspection("a.b", { signers: [{ ...hashes, subject, knownAs, debug }] })] })
        .rows[0]?.signer;
    expect(signer("CN=Someone, O=Example\\, Ltd, C=DE")).toBe("Example, Ltd");
    expect(signer("CN=Dinesh")).toBe("Dinesh");
    expect(signer("CN=Unknown, O=Unknown")).toBe("no name (abababababab…)");
    expect(signer(null)).toBe("no name (abababababab…)");
    expect(signer("CN=Android Debug, O=Android", true)).toBe("a key for trying out");
    expect(signer("CN=x", false, "Android's public test key")).toBe("Android's public test key");
  });
});

const flat = (text: string) => text.replace(/\s+/g, " ");

describe("the table", () => {
  const shown = (columns: number, choice: Partial<AppChoice> = {}, color = false) => {
    const { rows, summary } = listed(choice);
    const { engines, missing } = example;
    return appsTable({ rows, summary, engines, missing, bySize: choice.sort === "size", color, width: columns });
  };

  test.each([40, 60, 80, 100, 160, 300])("fits %i columns, with one line for each app", (columns) => {
    const lines = shown(columns).split("\n");
    for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
    expect(lines.indexOf("")).toBe(8);
  });

  test("leaves out columns where there is no room, and says which", () => {
    expect(flat(shown(60))).toContain("No room for: package, users, from, signed by, size.");
    expect(shown(160)).not.toContain("No room for");
    expect(shown(100, { sort: "size" })).toMatch(/^app .* size /);
  });

  test("lets nothing through that steers a terminal", () => {
    for (const text of [shown(160), shown(60), shown(160, {}, true).replace(/\u001b\[(?:0|1|2|31|33)m/g, "")])
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(shown(160)).not.toContain("\u001b");
    expect(shown(160, {}, true)).toContain("\u001b[31mSystem Service");
  });

  test("says what was compared, what was not used and what cannot be told", () => {
    const text = flat(shown(300));
    expect(text).toContain(
      "7 apps: 6 added, 1 pre-installed, 1 with trackers, 1 with a verdict. 2 apps were not looked into, or not whole: --filter unread lists them",
    );
    expect(text).toContain(
      "nothing was found by these engines: stalkerware-names (stalkerware-indicators of 2026-06-21, 81 entries)",
    );
    expect(text).toContain("Not used: stalkerware-samples");
    expect(flat(shown(300, { filters: ["trackers"] }))).toContain("Of 3 more it is not known");
    expect(shown(300, { search: "nowhere" })).toContain("None of 7 apps is listed.");
  });

  test("puts safety first where somebody may be watched, and only there", () => {
    expect(flat(shown(100))).toContain("use another phone to get help first");
    expect(flat(shown(100, { search: "shop" }))).not.toContain("get help first");
  });

  test("keeps every line within its room for any texts", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), fc.integer({ min: 30, max: 200 }), (rows, room) => {
        const { head, lines } = layOut(
          [
            { title: "a", value: ([a]) => a, least: 5, most: 40 },
            { title: "bb", value: ([, b]) => b, least: 8, most: 80, keepEnd: true, priority: 1 },
          ],
          rows,
          room,
        );
        for (const line of [head, ...lines]) expect(width(line)).toBeLessThanOrEqual(room);
      }),
    );
  });

  test("cuts at the side that tells less", () => {
    expect(cut("com.example.long.name", 12, true)).toBe("…e.long.name");
    expect(cut("com.example.long.name", 12)).toBe("com.example…");
    expect(cut("日本語", 4)).toBe("日…");
    expect(cut("short", 5)).toBe("short");
  });
});

describe("CSV", () => {
  const csv = appsCsv(listed().rows);

  test("is as RFC 4180 has it", () => {
    const rows = parseCsv(csv);
    expect(rows).toHaveLength(8);
    expect(csv.endsWith("\r\n")).toBe(true);
    for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
    const [head = [], ...data] = rows;
    const cell = (name: string, title: string) => data.find((row) => row[1] === name)?.[head.indexOf(title)];
    expect(cell("com.example.shop", "tracker_companies")).toBe("AppsFlyer; Meta; Google");
    expect(cell("com.example.shop", "bytes")).toBe("81000000");
    expect(cell("com.example.chat", "trackers")).toBe("");
    expect(cell("com.example.escape", "trackers")).toBe("0");
    expect(cell("jp.example.kanji", "dangerous_permissions")).toBe("");
    expect(cell("com.example.watcher", "severity")).toBe("critical");
  });

  test("holds no formula and no control character", () => {
    for (const cell of parseCsv(csv).flat()) {
      expect(cell).not.toMatch(/^\s*[=+\-@|%]/);
      expect(cell).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
    }
    expect(csv).toContain(`"'=HYPERLINK(""http://example.net"",""go"")"`);
  });
});

describe("candor apps", () => {
  const capture = async (name: string, text: string | DeviceError) => {
    const path = join(folder, name);
    const bytes = (of: string) => new TextEncoder().encode(of);
    const answer = typeof text === "string" ? { stdout: bytes(text), stderr: new Uint8Array(), exitCode: 0 } : text;
    const getprop = { stdout: bytes("[ro.product.model]: [Example]\n"), stderr: new Uint8Array(), exitCode: 0 };
    const answers = new Map([
      ["candor apps", answer],
      ["getprop", getprop],
    ]);
    await writeCapture(path, { source: { kind: "phone", name: "x" }, takenAt: 1_780_000_000_000, answers }, "test");
    return path;
  };

  test("lists what a capture holds, and exits by what was found", async () => {
    const path = await capture("phone.candor", `${JSON.stringify(example)}\n`);
    const all = await candor(["apps", path]);
    expect(all.err).toBe("");
    expect(all.code).toBe(1);
    expect(all.out).toMatch(/^app +package/);
    expect(all.out).not.toContain("com.android.settings");
    expect(flat(all.out)).toContain(
      "1 pre-installed app is left out of the table, as nothing was found in what was read, their code not being read without --deep",
    );
    expect((await candor(["apps", path, "--all"])).out).toContain("com.android.settings");
    expect(all.out.split("\n")[1]).toMatch(/^System Service +com\.example\.watcher/);
    const shops = await candor(["apps", "list", path, "--filter", "user", "-f", "trackers", "--sort", "name"]);
    expect(shops.code).toBe(0);
    expect(shops.out).toContain("1 of 7 apps listed");
    expect((await candor(["apps", path, "--fail-on", "never"])).code).toBe(0);
  });

  test("prints JSON that holds the inspections themselves", async () => {
    const path = await capture("json.candor", `${JSON.stringify(example)}\n`);
    const { out, code } = await candor(["apps", path, "--json", "--user", "10"]);
    const { schema, summary, inspections, source, complete } = JSON.parse(out);
    expect([schema, code, complete]).toEqual(["candor.apps/1", 0, true]);
    expect(source).toMatchObject({ kind: "capture", takenAt: "2026-05-28T20:26:40.000Z" });
    expect(summary).toMatchObject({ apps: 7, shown: 2 });
    expect(inspections).toEqual({ ...example, apps: example.apps.filter(({ users }) => users.includes(10)) });
    expect((await candor(["apps", path, "--csv"])).out).toMatch(/^label,package,.*\r\n/);
  });

  test("lists what a saved examination holds, and says where it holds none", async () => {
    const of = (fact: unknown) => ({
      schema: "candor.snapshot/1",
      candor: "0",
      source: { kind: "phone", name: "x" },
      takenAt: "2026-05-28T20:26:40.000Z",
      facts: { "app-inspections": fact },
    });
    const saved = join(folder, "saved.json");
    writeFileSync(saved, JSON.stringify(of({ state: "read", value: example, from: [] })));
    const { out, code } = await candor(["apps", saved, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).inspections.apps).toHaveLength(7);
    const reason = "The apps were not looked into.";
    writeFileSync(saved, JSON.stringify(of({ state: "unknown", code: "absent", reason, from: [] })));
    const none = await candor(["apps", saved]);
    expect([none.code, none.out]).toEqual([3, ""]);
    expect(none.err).toContain(`does not hold what is in the apps. The reason: ${reason}`);
  });

  test("looks into a phone, and stops at once when it is asked to", async () => {
    const found = await candor(["apps", "virtual:stalked", "--filter", "sideloaded", "--json"]);
    expect([found.err, found.code]).toEqual(["", 1]);
    const { inspections } = JSON.parse(found.out) as { readonly inspections: AppInspections };
    expect(inspections.apps.map((app) => app.package)).toEqual(["com.systemservice"]);
    const shown = await candor(["apps", "show", "com.systemservice", "virtual:stalked"]);
    expect(shown.out).toMatch(/CRITICAL.*: Its package name is listed for TheTruthSpy/);
    expect(flat(shown.out)).toContain("once allowed read what is on the screen and press buttons in other apps");
    const stopped = await candor(["apps", "virtual:hyperos", "--progress", "plain"], {}, stopAtFirstWord("SIGINT"));
    expect([stopped.code, stopped.out]).toEqual([130, ""]);
    expect(stopped.err).toMatch(/Stopped\.\n$/);
  });

  test("does not take a phone that vanished for one without findings", async () => {
    const phone = await startVirtualPhone("stock", { now: () => 1_780_000_000_000, cutAfterBytes: 400_000 });
    try {
      const { code, out, err } = await candor(["apps", "--address", `127.0.0.1:${phone.port}`]);
      expect([code, err]).toEqual([3, expect.stringMatching(/The phone was lost on the way.*goes on from there/)]);
      expect(out).toContain("not looked into");
    } finally {
      await phone.close();
    }
  });

  test("says what to do where there is nothing of apps, or nothing that can be read", async () => {
    const none = await capture("none.candor", new DeviceError("absent", "no"));
    const absent = await candor(["apps", none]);
    expect(absent.code).toBe(3);
    expect(absent.err).toMatch(/does not hold what is in the apps\.\nWhat to do: /);
    const broken = await candor([
      "apps",
      await capture("broken.candor", '{"schema":"candor.app-inspections/1","apps":\n'),
    ]);
    expect(broken.code).toBe(3);
    expect(broken.err).toContain("cannot be read");
    expect(broken.err).not.toContain("fault of Candor");
    const two = await candor(["apps", none, "--json", "--csv"]);
    expect([two.code, two.out]).toEqual([2, ""]);
    expect((await candor(["apps", none, "--sort", "colour"])).code).toBe(2);
  });
});

function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push(row.splice(0));
  }
  return rows;
}
