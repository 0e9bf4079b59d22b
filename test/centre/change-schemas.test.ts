import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentName } from "../../src/centre/document-names.ts";
import { journalFile } from "../../src/centre/journal.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { candorHere as candor } from "../cli/run.ts";

// Held against the published files by a validator that has nothing to do with what made them.
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const published = join(import.meta.dirname, "..", "..", "docs", "schema");
const misfit = (name: DocumentName, document: unknown) => {
  const fits =
    ajv.getSchema(name) ??
    ajv.compile({ ...JSON.parse(readFileSync(join(published, `${name}.json`), "utf8")), $id: name });
  return fits(document) ? "" : ajv.errorsText(fits.errors);
};

let home = "";
let phone: VirtualPhone;
let listener: Awaited<ReturnType<typeof startPhone>>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "candor-schemas-"));
  phone = createPhone("hyperos", { now: Date.now });
  listener = await startPhone(phone, {});
});
afterAll(async () => {
  await listener.close();
  rmSync(home, { recursive: true, force: true });
});

/** What a command prints, which has to fit the schema of its name and no document that lacks one of its members. */
async function printed(name: DocumentName, args: readonly string[], live = true): Promise<Record<string, unknown>> {
  const at = live ? ["--address", `127.0.0.1:${listener.port}`, "--progress", "none"] : [];
  const { out, err } = await candor([...args, "--json", ...at], { CANDOR_HOME: home });
  expect(out, err).not.toBe("");
  const document: Record<string, unknown> = JSON.parse(out);
  expect(document["schema"]).toBe(`candor.${name}/1`);
  expect(misfit(name, document), args.join(" ")).toBe("");
  expect(misfit(name, { ...document, schema: "candor.other/1" })).not.toBe("");
  expect(misfit(name, { schema: document["schema"] }), "without its members").not.toBe("");
  return document;
}

describe("what commands print fits its schema", () => {
  test("changes, the journal, and taking them back", async () => {
    const off = ["optout", "off", "personalised-ads", "diagnostic-data"];
    expect(await printed("changes", [...off, "--dry-run"])).toMatchObject({ made: null });
    expect(await printed("changes", [...off, "--yes"])).toMatchObject({ made: { entry: 0 } });
    const many = ["fix", "preinstalled-collectors", "--dry-run"];
    expect(JSON.stringify(await printed("changes", many))).toContain('"refused"');
    await printed("journal", ["journal"], false);
    expect(await printed("journal-entry", ["journal", "0"], false)).toMatchObject({ record: { n: 0 } });
    expect(await printed("journal-entry", ["journal", "2"], false)).toMatchObject({ head: { kind: "step" } });
    await printed("journal-verdict", ["journal", "verify"], false);
    phone.state.settings.global.set("personalized_ad_enabled", "3");
    expect(JSON.stringify(await printed("drift", ["drift"]))).toContain('"came-back"');
    await printed("undo", ["undo", "--dry-run"]);
    expect(await printed("undo", ["undo", "--all", "--yes"])).toMatchObject({ made: [{ of: 0 }] });
    expect(await printed("resumed", ["journal", "resume"])).toMatchObject({ entry: null });
    // Interrupted: the plan stands in the journal, and nothing behind it.
    const [plan = ""] = readFileSync(join(home, journalFile), "utf8").split("\n");
    writeFileSync(join(home, journalFile), `${plan}\n`);
    expect(await printed("resumed", ["journal", "resume", "--undo", "--yes"])).toMatchObject({
      entry: { body: { of: 0 } },
    });
  });

  test("what there is to fix, and guides", async () => {
    const { fixes } = await printed("fixes", ["fix", "miui-diagnostic-data", "screen-lock-type", "camera-access"]);
    expect(fixes).not.toEqual([]);
    const { screens } = await candor(["guide", "--json"]).then(({ out }) => JSON.parse(out));
    expect(misfit("guide", { schema: "candor.guide/1", screens })).toBe("");
    expect(screens).toContainEqual({ id: "app", title: expect.any(String) });
    const at = ["--address", `127.0.0.1:${listener.port}`, "--progress", "none", "--json"];
    const guide = async (...args: string[]) => {
      const { code, out } = await candor(["guide", ...args, ...at], { CANDOR_HOME: home });
      expect(misfit("guide", JSON.parse(out))).toBe("");
      return { code, ...JSON.parse(out) };
    };
    expect(await guide("app", "--app", "com.whatsapp")).toMatchObject({ code: 0, opened: { state: "opened" } });
    expect(await guide("app")).toMatchObject({ code: 1, opened: { state: "not-opened" } });
    const check = "lock-screen-private-notifications";
    expect(await guide(check, "--wait", "0")).toMatchObject({ code: 1, state: "fail", watched: { state: "there" } });
    const running = guide(check, "--wait", "60");
    for (const table of phone.state.settings.secure.values()) table.set("lock_screen_allow_private_notifications", "0");
    expect(await running).toMatchObject({ check });
    expect(await guide(check)).toMatchObject({ code: 0, state: "pass", guided: null, watched: null, findings: [] });
  });

  test("permissions, special access, sensors, networks, data collection, pre-installed apps", async () => {
    await printed("permissions", ["permissions", "--all"]);
    await candor(["permissions", "rule", "add", "unused 90d: location -> deny"], { CANDOR_HOME: home });
    await printed("permission-rules", ["permissions", "rule", "list"], false);
    await printed("access", ["access"]);
    await printed("sensors", ["sensors"]);
    await printed("network", ["network"]);
    await printed("optouts", ["optout"]);
    await printed("preinstalled", ["preinstalled", "--all"]);
    await printed("preinstalled-app", ["preinstalled", "show", "com.miui.analytics"]);
    const mute = createPhone("stock", { now: Date.now, refuses: ["dumpsys", "cmd"] });
    const other = await startPhone(mute, {});
    const at = ["--address", `127.0.0.1:${other.port}`, "--progress", "none", "--json"];
    for (const name of ["access", "sensors", "network"] as const) {
      const { out } = await candor([name, ...at], { CANDOR_HOME: home });
      expect(out).toContain('"unknown"');
      expect(misfit(name, JSON.parse(out))).toBe("");
    }
    await other.close();
  });

  test("the privacy password, hidden apps, and selections", async () => {
    await printed("lock", ["lock", "status"], false);
    await printed("hidden", ["hidden"], false);
    const file = join(home, "mine.json");
    const away = ["preinstalled", "remove", "com.miui.analytics", "--export", file, "--dry-run"];
    await printed("changes", away);
    expect(misfit("selection", JSON.parse(readFileSync(file, "utf8")))).toBe("");
  });
});
