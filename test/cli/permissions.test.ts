import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { withTool } from "../tools.ts";
import { candorHere as candor } from "./run.ts";

const name = "org.thoughtcrime.securesms";
const contacts = "android.permission.READ_CONTACTS";
let home = "";
let phone: VirtualPhone;
let listener: Awaited<ReturnType<typeof startPhone>>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "candor-permissions-"));
  phone = createPhone("stock", { now: Date.now });
  listener = await startPhone(phone, {});
});
afterAll(async () => {
  await listener.close();
  rmSync(home, { recursive: true, force: true });
});

const run = (...args: string[]) => candor(["permissions", ...args], { CANDOR_HOME: home });
const on = (...args: string[]) => run(...args, "--address", `127.0.0.1:${listener.port}`, "--progress", "none");
const grant = () => phone.state.packages.get(name)?.users.get(0)?.permissions.get(contacts);

describe("candor permissions", () => {
  test("lists apps with marks that stand for themselves, and says what they mean", async () => {
    const { code, out } = await on();
    expect(code).toBe(0);
    expect(out).toMatch(/^App +Ca +Mi +Lo/m);
    expect(out).toMatch(new RegExp(`^${name} .*●A`, "m"));
    expect(out).toContain("●A allowed");
    expect(out).toContain("came with the phone are not listed (--all)");
  });

  test("as JSON has every group of every app, with what could not be read", async () => {
    const { out } = await on("--json", "--all");
    const { schema, rows, unread } = JSON.parse(out);
    expect(schema).toBe("candor.permissions/1");
    expect(unread).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map(({ cells }: { cells: unknown[] }) => cells.length))).toEqual(new Set([14]));
  });

  test("a dry run prints the commands and changes nothing", async () => {
    const { code, out } = await on("set", "--permission", "contacts", "--app", name, "--to", "never", "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain(`adb shell pm revoke --user 0 ${name} ${contacts}`);
    expect(out).toContain(`undo: pm grant --user 0 ${name} ${contacts}`);
    expect(grant()?.granted).toBe(true);
  });

  test("withdraws, says what was seen afterwards, and takes it back with its flags", async () => {
    const before = { granted: grant()?.granted, flags: [...(grant()?.flags ?? [])] };
    const set = ["set", "--permission", "contacts", "--permission", "sms", "--app", name, "--to", "never"];
    const made = await on(...set, "--yes");
    expect(made.err).toBe("");
    expect(made.code).toBe(0);
    expect(made.out).toContain("seen on the phone afterwards");
    expect(grant()).toMatchObject({ granted: false, flags: expect.arrayContaining(["USER_FIXED"]) });
    const again = await on(...set, "--yes");
    expect(again.err).toContain("Nothing is to be done");
    const undone = await candor(["undo", "--yes", "--address", `127.0.0.1:${listener.port}`], { CANDOR_HOME: home });
    expect(undone.code).toBe(0);
    expect(grant()).toEqual(before);
  });

  test.each([
    [["set", "--permission", "contacts", "--to", "deny"], "Say which apps"],
    [
      ["set", "--permission", "contacts", "--app", "no.such.app", "--to", "deny", "--yes"],
      "no.such.app is not installed",
    ],
    [["set", "--permission", "contacts", "--app", name, "--to", "deny"], "nobody to ask"],
    [["set", "--permission", "contacts", "--all-user-apps", "--to", "deny", "--unused", "soon"], "90d, 12w or 3m"],
  ])("%j is refused with the reason", async (args, reason) => {
    const { code, err } = await on(...args);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(grant()?.granted).toBe(true);
  });

  test("HyperOS refuses while its security switch is off; by app-op it goes, and comes back", async () => {
    const hyperos = createPhone("hyperos", { now: Date.now });
    hyperos.state.properties.set("persist.security.adbinput", "0");
    const other = await startPhone(hyperos, {});
    const at = ["--address", `127.0.0.1:${other.port}`, "--progress", "none"];
    const uid = hyperos.state.packages.get("com.whatsapp")?.appId ?? 0;
    const mode = () => hyperos.state.appOps.get(uid)?.modes.get("CAMERA");
    try {
      const set = ["set", "--permission", "camera", "--app", "com.whatsapp", "--user", "0", "--to", "deny", "--yes"];
      const refused = await run(...set, ...at);
      expect(refused.code).toBe(1);
      expect(refused.out).toContain("USB debugging (Security settings)");
      expect(mode()).toBe("foreground");
      expect((await run(...set, "--by-app-op", ...at)).code).toBe(0);
      expect(mode()).toBe("ignore");
      expect((await run("--app", "whatsapp", "--user", "0", ...at)).out).toContain("camera: granted, but withheld");
      expect((await candor(["undo", "--yes", ...at], { CANDOR_HOME: home })).code).toBe(0);
      expect(mode()).toBe("foreground");
    } finally {
      await other.close();
    }
  });

  test("rules are kept, applied in one plan, exported and imported", async () => {
    expect((await run("rule", "add", "unused 90d: location -> deny")).code).toBe(0);
    const added = await run("rule", "add", `app ${name}: contacts → ask`);
    expect(added.out).toContain(`2  app ${name}: contacts -> ask`);
    const bad = await run("rule", "add", "gps -> deny");
    expect(bad).toMatchObject({ code: 2, out: "" });
    expect(bad.err).toContain('"gps" is none of');
    const dry = await on("rule", "apply", "--dry-run");
    expect(dry.out).toContain(`pm revoke --user 0 ${name} ${contacts}`);
    const file = join(home, "rules.json");
    expect((await run("rule", "export", file)).code).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8")).rules).toHaveLength(2);
    expect((await run("rule", "remove", "1")).out).not.toContain("unused");
    expect((await run("rule", "import", file)).out).toContain("unused 90d: location -> deny");
    writeFileSync(file, "{}");
    expect((await run("rule", "import", file)).code).toBe(2);
  });
});

withTool("adb")(
  "the real adb sees the permission, its flags and its app-op as Candor says, before, after, and taken back",
  async (adb) => {
    // A server of its own, so that nobody's phones are touched.
    const server = ["-P", String(20_000 + Math.floor(Math.random() * 20_000))];
    const serial = `127.0.0.1:${listener.port}`;
    const shell = async (command: string) =>
      (await promisify(execFile)(adb, [...server, "-s", serial, "shell", command])).stdout.trim();
    const seen = async () => (await shell(`dumpsys package ${name}`)).match(/READ_CONTACTS: granted=.*/)?.[0];
    try {
      await promisify(execFile)(adb, [...server, "connect", serial]);
      const before = await seen();
      expect(before).toMatch(/granted=true/);
      const wish = ["set", "--permission", "contacts", "--app", name];
      expect((await on(...wish, "--to", "never", "--yes")).code).toBe(0);
      expect(await seen()).toMatch(/granted=false, flags=\[.*USER_FIXED/);
      const { out } = await on("--app", name, "--json");
      const [row] = JSON.parse(out).rows;
      expect(row.cells).toContainEqual(expect.objectContaining({ group: "contacts", state: "never" }));
      expect((await on(...wish, "--to", "ask", "--yes")).code).toBe(0);
      expect(await seen()).not.toMatch(/granted=true|USER_SET|USER_FIXED/);
      const undo = ["undo", "--all", "--yes", "--address", serial, "--progress", "none"];
      expect((await candor(undo, { CANDOR_HOME: home })).code).toBe(0);
      expect(await seen()).toBe(before);
    } finally {
      await promisify(execFile)(adb, [...server, "kill-server"]).catch(() => {});
    }
  },
);
