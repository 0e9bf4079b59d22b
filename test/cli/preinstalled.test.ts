import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { withTool } from "../tools.ts";
import { candorHere as candor } from "./run.ts";

// The virtual phone behind the real protocol, and the command line as a process of its own.

let phone = createPhone("hyperos", { now: Date.now });
let listener: Listener;
let address = "";
/** Called for every command that the phone gets. */
let onCommand = (_name: string) => {};
beforeAll(async () => {
  listener = await listen((wire) => {
    const services = phoneServices(phone);
    return serve(wire, {
      banner: phone.banner,
      services: (name) => {
        onCommand(name);
        return services(name);
      },
    });
  });
  address = `127.0.0.1:${listener.port}`;
});
afterAll(() => listener.close());

let home = "";
beforeEach(() => {
  phone = createPhone("hyperos", { now: Date.now });
  home = mkdtempSync(join(tmpdir(), "candor-preinstalled-"));
});
afterEach(() => {
  onCommand = () => {};
  rmSync(home, { recursive: true, force: true });
});

const run = (...args: string[]) => candor(args, { CANDOR_HOME: home });
const onPhone = (...args: string[]) => run(...args, "--address", address);
const installed = (name: string, user = 0) => phone.state.packages.get(name)?.users.get(user)?.installed;
const states = () =>
  JSON.stringify(
    [...phone.state.packages.values()].map(({ name, users }) => [
      name,
      [...users].map(([id, each]) => [id, each.installed, each.enabled, each.suspendedBy]),
    ]),
  );

test("the list of what came with the phone: as a table, as CSV, as JSON, and one of it in full", async () => {
  const table = await run("preinstalled", "virtual:hyperos");
  expect(table.code).toBe(0);
  expect(table.out).toMatch(/○ removable +com\.miui\.analytics +in use +Collects how/);
  expect(table.out).not.toContain("com.lbe.security.miui");
  expect(Math.max(...table.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(170);
  expect((await run("preinstalled", "virtual:hyperos", "--all")).out).toMatch(/■ stays +com\.lbe\.security\.miui/);
  const csv = await run("preinstalled", "virtual:hyperos", "--csv");
  expect(csv.out.split("\r\n")[0]).toMatch(/^package,user,state,level,/);
  expect(csv.out).toMatch(/^com\.miui\.analytics,0,in-use,removable,Xiaomi,/m);
  const json = JSON.parse((await run("preinstalled", "virtual:hyperos", "--json")).out);
  expect(json.schema).toBe("candor.preinstalled/1");
  expect(json.apps.length).toBeGreaterThan(200);
  const page = await run("preinstalled", "show", "com.miui.analytics", "virtual:hyperos");
  expect(page.out).toContain("Sends unasked: use of the phone");
  expect((await run("preinstalled", "show", "com.example.none", "virtual:hyperos")).code).toBe(2);
}, 60_000);

test("what HyperOS refuses is said, and nothing stronger is done where nobody was asked", async () => {
  const before = states();
  const said = await onPhone("preinstalled", "remove", "com.miui.analytics", "--yes");
  expect(said.code).toBe(1);
  expect(said.out).toContain("HyperOS lets no computer disable apps of the system");
  expect(said.err).toContain("--way uninstall");
  expect(states()).toBe(before);
  const shown = await onPhone("preinstalled", "remove", "com.miui.analytics", "--dry-run");
  expect(shown.out).toContain("would be uninstalled for the user instead, with their data kept");
  expect(shown.out).toContain("pm uninstall -k --user 0 com.miui.analytics");
  expect(states()).toBe(before);
}, 60_000);

test("apps are put away for one user, after the rescue script was written, and come back as they were", async () => {
  const before = states();
  const seen: boolean[] = [];
  onCommand = (name) => {
    if (name.includes("pm uninstall")) seen.push(existsSync(join(home, "rescue")));
  };
  const said = await onPhone(
    "preinstalled",
    "remove",
    "com.miui.analytics",
    "com.miui.home",
    "--way",
    "uninstall",
    "--yes",
  );
  expect(said.code, said.err).toBe(1);
  expect(said.out).toContain("Candor leaves it alone");
  expect(said.out).toContain("forgets this computer after 7 days");
  expect(seen).toEqual([true]);
  expect([installed("com.miui.analytics"), installed("com.miui.analytics", 999), installed("com.miui.home")]).toEqual([
    false,
    true,
    true,
  ]);
  const back = await onPhone("restore", "com.miui.analytics", "--yes");
  expect(back.code, back.out + back.err).toBe(0);
  expect(states()).toBe(before);
  expect((await onPhone("restore", "--all", "--yes")).out).toContain("nothing to bring back");
}, 60_000);

test("what something else put away is brought back, too", async () => {
  const users = phone.state.packages.get("com.miui.notes")?.users.get(0);
  if (!users) throw new Error("no such app in the model");
  users.installed = false;
  const back = await onPhone("restore", "com.miui.notes", "--yes");
  expect(back.code, back.out + back.err).toBe(0);
  expect(users.installed).toBe(true);
  expect((await onPhone("restore", "com.example.none", "--yes")).code).toBe(2);
  expect((await onPhone("restore", "--yes")).code).toBe(2);
}, 60_000);

test("a preset is kept as a selection and used again; each preset holds the one before, and nothing that must stay", async () => {
  const chosen: string[][] = [];
  for (const preset of ["gentle", "private", "minimal"]) {
    const file = join(home, `${preset}.json`);
    const said = await run(
      "preinstalled",
      "remove",
      "--preset",
      preset,
      "--export",
      file,
      "--way",
      "uninstall",
      "--dry-run",
      "--address",
      address,
    );
    expect(said.code, said.err).toBe(0);
    chosen.push(JSON.parse(readFileSync(file, "utf8")).packages);
  }
  const [gentle = [], hidden = [], minimal = []] = chosen;
  expect(gentle).toContain("com.miui.analytics");
  expect(gentle).not.toContain("com.miui.notes");
  expect(gentle.length).toBeGreaterThan(2);
  expect(hidden).toEqual(expect.arrayContaining(gentle));
  expect(minimal).toEqual(expect.arrayContaining(hidden));
  expect(minimal.length).toBeGreaterThan(hidden.length);
  expect(minimal).not.toContain("com.android.vending");
  const again = await onPhone(
    "preinstalled",
    "remove",
    "--selection",
    join(home, "gentle.json"),
    "--way",
    "uninstall",
    "--yes",
  );
  expect(again.code, again.err).toBe(0);
  for (const name of gentle) expect(installed(name), name).toBe(false);
  expect((await onPhone("restore", "--all", "--yes")).code).toBe(0);
  for (const name of gentle) expect(installed(name), name).toBe(true);
}, 90_000);

test.each([
  ["no app named", []],
  ["two ways to name apps", ["com.miui.notes", "--preset", "gentle"]],
  ["an app that did not come with the phone", ["com.example.none"]],
  ["a user that there is not", ["com.miui.notes", "--user", "77"]],
  ["a selection that is none", ["--selection", "bad.json"]],
])(
  "%s: said, and nothing done",
  async (_, args) => {
    const before = states();
    const bad = join(home, "bad.json");
    writeFileSync(bad, '{"schema":"candor.selection/1","packages":["a b"]}');
    const said = await onPhone(
      "preinstalled",
      "remove",
      ...args.map((arg) => (arg === "bad.json" ? bad : arg)),
      "--yes",
    );
    expect(said.code).toBe(2);
    expect(said.err.trim()).not.toBe("");
    expect(states()).toBe(before);
  },
  60_000,
);

test("with a privacy password, the script that is kept names no app", async () => {
  const secret = { CANDOR_HOME: home, CANDOR_PASSPHRASE: "seven green lamps at noon" };
  expect((await candor(["lock", "set"], secret)).code).toBe(0);
  const args = ["preinstalled", "remove", "com.miui.notes", "--way", "uninstall", "--yes", "--address", address];
  const said = await candor(args, secret);
  expect(said.code, said.err).toBe(0);
  const kept = readdirSync(join(home, "rescue"));
  expect(kept).toHaveLength(1);
  for (const name of kept) expect(readFileSync(join(home, "rescue", name), "latin1")).not.toContain("miui");
}, 60_000);

withTool("adb")(
  "the rescue script brings everything back with nothing but adb",
  async (adb) => {
    const before = states();
    const preset = ["--preset", "private", "--way", "uninstall", "--yes"];
    expect((await onPhone("preinstalled", "remove", ...preset)).code).toBe(0);
    expect((await onPhone("preinstalled", "remove", "com.miui.gallery", "--way", "suspend", "--yes")).code).toBe(0);
    expect(states()).not.toBe(before);
    const [kept = ""] = readdirSync(join(home, "rescue"));
    const port = 20_000 + (process.pid % 20_000);
    const env = { ...process.env, ANDROID_ADB_SERVER_PORT: String(port), HOME: home };
    const shell = (file: string, ...args: string[]) =>
      new Promise<{ code: number | null; out: string }>((resolve, reject) => {
        const child = spawn(file, args, { env, stdio: ["ignore", "pipe", "pipe"] });
        let out = "";
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (bytes: Buffer) => {
            out += bytes.toString();
          });
        child.once("error", reject).once("close", (code) => resolve({ code, out }));
      });
    try {
      await shell(adb, "connect", address);
      const ran = await shell("/bin/sh", join(home, "rescue", kept));
      expect(ran.code, ran.out).toBe(0);
      expect(ran.out).toContain("Everything was put back.");
      expect(states()).toBe(before);
      phone.state.properties.set("ro.serialno", "another");
      expect((await shell("/bin/sh", join(home, "rescue", kept))).code).toBe(2);
    } finally {
      await shell(adb, "kill-server");
    }
  },
  120_000,
);
