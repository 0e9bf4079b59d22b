import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setPassphrase, unlock } from "../../src/centre/privacy-lock.ts";
import { startedActivities } from "../../src/phone/commands/start-activity.ts";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { isSystem } from "../../src/phone/state/package-state.ts";
import { withTool } from "../tools.ts";
import { candorHere as candor } from "./run.ts";

const passphrase = "gravel otter violin mustard candle";
const phone = createPhone("hyperos", { now: Date.now });
const apps = [...phone.state.packages.values()].filter((pkg) => !isSystem(pkg) && pkg.users.get(0)?.installed);
const stateOf = (name: string) => phone.state.packages.get(name)?.users.get(0);
let root = "";
let home = "";
let listener: Listener;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "candor-hide-"));
  home = join(root, "data");
  listener = await startPhone(phone);
});
afterAll(async () => {
  await listener.close();
  rmSync(root, { recursive: true, force: true });
});

const env = () => ({ CANDOR_HOME: home, XDG_RUNTIME_DIR: root });
const place = () => ({ dataFolder: home, now: Date.now, process: { env: env() as NodeJS.ProcessEnv } });
const run = async (args: readonly string[], more: NodeJS.ProcessEnv = {}) => await candor(args, { ...env(), ...more });
const onPhone = async (...args: string[]) => await run([...args, "--address", `127.0.0.1:${listener.port}`]);
const grep = (text: string) => {
  try {
    return execFileSync("grep", ["-rlai", "--", text, home], { encoding: "utf8" });
  } catch {
    return "";
  }
};

const [diary, chat] = apps
  .map(({ name }) => name)
  .filter((name) => stateOf(name)?.enabled === 0 && stateOf(name)?.suspendedBy === null);
if (diary === undefined || chat === undefined) throw new Error("the phone has too few apps of its owner");

test("without a privacy password nothing is hidden, and a dry run shows the commands all the same", async () => {
  const refused = await onPhone("hide", diary, "--yes");
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining("candor lock set")]);
  const dry = await onPhone("hide", diary, "--dry-run");
  expect(dry.out).toContain(`adb shell pm disable-user --user 0 ${diary}`);
  expect(dry.out).toContain("encrypts nothing");
  expect(stateOf(diary)?.enabled).toBe(0);
  expect((await onPhone("hide")).code).toBe(2);
});

test("apps are hidden, told only with the passphrase, and brought back to exactly what they were", async () => {
  await setPassphrase(place(), passphrase, 8);
  const locked = await onPhone("hide", diary, "--yes");
  expect([locked.code, locked.err]).toEqual([3, expect.stringContaining("passphrase is needed")]);
  expect(stateOf(diary)?.enabled).toBe(0);

  await unlock(place(), passphrase);
  const plain = join(root, "emergency.sh");
  const one = await onPhone("hide", diary, "--yes", "--emergency", plain);
  expect(one.code, one.out + one.err).toBe(0);
  const two = await onPhone("hide", chat, "--way", "suspend", "--yes");
  expect(two.code, two.out + two.err).toBe(0);
  expect([stateOf(diary)?.enabled, stateOf(chat)?.suspendedBy]).toEqual([3, "com.android.shell"]);
  expect(readFileSync(plain, "utf8")).toContain(`pm default-state --user 0 ${diary}`);
  const listed = await run(["hidden"]);
  expect(listed.out).toMatch(new RegExp(`^${diary}  disabled since .*\\n${chat}  suspended since`));

  await run(["lock", "now"]);
  for (const name of [diary, chat, "disable-user"]) expect(grep(name), name).toBe("");
  expect((await run(["hidden"])).code).toBe(3);
  expect((await onPhone("unhide", "--all", "--yes")).code).toBe(3);
  expect((await run(["journal"])).out).not.toContain(diary);
  expect(stateOf(diary)?.enabled).toBe(3);

  // For one command alone; the passphrase of the environment is no session of its own.
  const given = { CANDOR_PASSPHRASE: passphrase };
  const address = ["--address", `127.0.0.1:${listener.port}`];
  expect((await run(["unhide", "com.example.nothing", ...address, "--yes"], given)).code).toBe(2);
  const back = await run(["unhide", diary, ...address, "--yes"], given);
  expect(back.code, back.out + back.err).toBe(0);
  expect([stateOf(diary)?.enabled, stateOf(chat)?.suspendedBy]).toEqual([0, "com.android.shell"]);
  const rest = await run(["unhide", "--all", ...address, "--yes"], given);
  expect(rest.code, rest.out + rest.err).toBe(0);
  expect(stateOf(chat)?.suspendedBy).toBeNull();
  expect((await run(["hidden"], given)).out).toBe("Candor hid no apps.\n");
  for (const name of [diary, chat]) expect(grep(name)).toBe("");
}, 60_000);

test("what the phone refuses is said before it is tried, and nothing else is done instead", async () => {
  await unlock(place(), passphrase);
  const refused = await onPhone("hide", "com.miui.gallery", "--yes");
  expect(refused.out).toMatch(/Not possible|Left alone/);
  expect(refused.code).toBe(1);
  const wrong = await onPhone("hide", "no package; reboot", "--yes");
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("package name")]);
});

test("Xiaomi's own screen is opened on the phone", async () => {
  const opened = await onPhone("hide", "--vendor");
  expect(opened.code, opened.out + opened.err).toBe(0);
  expect(opened.out).toContain("The way there by hand: Settings");
  expect(startedActivities(phone.state).at(-1)).toContain("com.miui.securitycenter/");
});

withTool("age")(
  "the sealed emergency script opens with age",
  async (age) => {
    await unlock(place(), passphrase);
    await onPhone("hide", diary, "--yes");
    const key = join(root, "key.txt");
    const sheet = join(root, "sheet.txt");
    await run(["lock", "sheet", sheet], { CANDOR_PASSPHRASE: passphrase });
    execFileSync("sh", ["-c", `grep -o 'AGE-SECRET-KEY-1[A-Z0-9]*' '${sheet}' > '${key}'`]);
    const [sealed = ""] = execFileSync("find", [home, "-name", "rescue-*.sh.age"], { encoding: "utf8" }).split("\n");
    expect(existsSync(sealed)).toBe(true);
    const script = execFileSync(age, ["-d", "-i", key, sealed], { encoding: "utf8" });
    expect(script).toContain(`pm default-state --user 0 ${diary}`);
    await onPhone("unhide", "--all", "--yes");
  },
  60_000,
);
