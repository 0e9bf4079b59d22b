import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTool } from "../tools.ts";
import { candorHere as candor, root as checkout } from "./run.ts";

const passphrase = "gravel otter violin mustard candle";
let root = "";
let home = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "candor-lock-"));
  home = join(root, "data");
  writeFileSync(join(root, "passphrase"), `${passphrase}\nsecond line\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** No adb to ask: the virtual phone is examined. */
const noPhone = { PATH: "/nowhere", ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", ANDROID_SERIAL: "" };
const run = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  await candor(args, { CANDOR_HOME: home, XDG_RUNTIME_DIR: root, ...noPhone, ...env });
const grep = (text: string) => {
  try {
    return execFileSync("grep", ["-rlai", "--", text, home], { encoding: "utf8" });
  } catch {
    return "";
  }
};
const given = ["--passphrase-file", ""];

describe("candor lock", () => {
  test("an examination is kept, then sealed, read again, and examined while it is locked", async () => {
    given[1] = join(root, "passphrase");
    expect((await run(["lock", "status"])).out).toContain("No privacy password is set");
    const first = await run(["start", "--no-apps"]);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toContain("file://");
    expect(grep("USB debugging")).toContain("reports");

    const weak = await run(["lock", "set"], { CANDOR_PASSPHRASE: "Password1" });
    expect([weak.code, weak.err]).toEqual([3, expect.stringContaining("weak")]);
    const nobody = await run(["lock", "set"]);
    expect([nobody.code, nobody.err]).toEqual([3, expect.stringContaining("nobody to ask")]);
    const sheet = join(root, "sheet.html");
    const set = await run(["lock", "set", "--sheet", sheet], { CANDOR_PASSPHRASE: passphrase });
    expect(set.code, set.err).toBe(0);
    expect(set.out).not.toContain(passphrase);
    expect(statSync(sheet).mode & 0o077).toBe(0);
    expect(readFileSync(sheet, "utf8")).toMatch(/class="key">AGE-SECRET-KEY-1[A-Z0-9]{58}</);
    expect((await run(["lock", "set"], { CANDOR_PASSPHRASE: passphrase })).err).toContain("set already");
    expect(grep("USB debugging")).toBe("");
    expect(grep(passphrase)).toBe("");

    const locked = await run(["start", "--no-apps"]);
    expect(locked.code, locked.err).toBe(0);
    expect(locked.out).toContain("kept sealed");
    expect(grep("USB debugging")).toBe("");
    expect(readdirSync(join(home, "reports")).every((name) => name.endsWith(".html.age"))).toBe(true);
    const [name = ""] = readdirSync(join(home, "reports"));
    expect((await run(["lock", "open", `reports/${name}`])).err).toContain("candor unlock");
    expect((await run(["undo"])).code).toBe(3);
  }, 60_000);

  test("unlocked for a while, a report can be read from a copy that goes when it is locked", async () => {
    const wrong = await run(["unlock"], { CANDOR_PASSPHRASE: "no" });
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining("not the passphrase")]);
    expect((await run(["lock", "status"])).out).toContain("Wrong passphrases since the last right one: 1");
    expect((await run(["unlock", ...given, "--for", "40x"])).code).toBe(2);
    const unlocked = await run(["unlock", ...given, "--for", "5m"]);
    expect(unlocked.out, unlocked.err).toContain("5 minutes");
    expect((await run(["lock", "status"])).out).toMatch(/^Unlocked until \d\d:\d\d UTC/);
    const [name = ""] = readdirSync(join(home, "reports"));
    const [url = ""] = (await run(["lock", "open", `reports/${name}`])).out.split("\n");
    expect(readFileSync(fileURLToPath(url), "utf8")).toContain("USB debugging");
    expect((await run(["lock", "open", "../passphrase"])).err).toContain("not in Candor's own folder");
    expect((await run(["lock", "open", "reports/none"])).err).toContain("There is no");
    expect((await run(["lock", "now"])).out).toBe("Locked.\n");
    expect(() => statSync(fileURLToPath(url))).toThrow();
    // A script gives the passphrase for one command alone.
    const to = join(root, "out.html");
    const alone = await run(["lock", "open", `reports/${name}`, "--to", to], { CANDOR_PASSPHRASE: passphrase });
    expect(alone.code, alone.err).toBe(0);
    expect(readFileSync(to, "utf8")).toContain("USB debugging");
    expect((await run(["lock", "status"])).out).toMatch(/^Locked/);
  }, 60_000);

  test("changed, reset and removed", async () => {
    const changed = await run(["lock", "change", ...given], { CANDOR_NEW_PASSPHRASE: `${passphrase} ridge` });
    expect(changed.code, changed.err).toBe(0);
    expect((await run(["lock", "remove", ...given])).err).toContain("not the passphrase");
    const asked = await run(["lock", "reset"]);
    expect([asked.err, asked.out]).toEqual([expect.stringContaining("nobody to ask"), "Nothing was changed.\n"]);
    const removed = await run(["lock", "remove"], { CANDOR_PASSPHRASE: `${passphrase} ridge` });
    expect(removed.code, removed.err).toBe(0);
    expect(grep("USB debugging")).toContain("reports");
    await run(["lock", "set"], { CANDOR_PASSPHRASE: passphrase });
    const reset = await run(["lock", "reset", "--yes"]);
    expect(reset.out).toContain("not deleted");
    expect(readdirSync(home).filter((name) => name.startsWith("locked-"))).toHaveLength(1);
    expect((await run(["lock", "status"])).out).toContain("kept aside: locked-");
  }, 60_000);
});

test("asked at a terminal, a passphrase is not shown; two that differ are not taken", async () => {
  const own = join(root, "terminal");
  const shown = await atTerminal(own, "lock set", [passphrase, "another"]);
  expect(shown).toContain("not the same");
  expect((await run(["lock", "status"], { CANDOR_HOME: own })).out).toContain("No privacy password");
  const set = await atTerminal(own, "lock set", [passphrase, passphrase]);
  expect(set).toContain("privacy password is set");
  const unlocked = await atTerminal(own, "unlock", [passphrase]);
  expect(unlocked).toContain("it locks again after 15 minutes");
  for (const text of [shown, set, unlocked]) for (const word of passphrase.split(" ")) expect(text).not.toContain(word);
  await run(["lock", "now"], { CANDOR_HOME: own });
}, 60_000);

/** Runs a command on a terminal of its own (script, of Debian's bsdutils), types an answer to each question, and gives what was shown. */
async function atTerminal(dataFolder: string, command: string, answers: readonly string[]): Promise<string> {
  const line = `stty cols 100 rows 30; '${process.execPath}' '${join(checkout, "bin", "candor.mjs")}' ${command}`;
  const child = spawn("script", ["-qec", line, "/dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, CANDOR_HOME: dataFolder, XDG_RUNTIME_DIR: root, TERM: "xterm", CI: "" },
  });
  let shown = "";
  let answered = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    if (answered >= answers.length || questions(shown) <= answered) return;
    const answer = answers[answered++] ?? "";
    setTimeout(() => child.stdin.write(`${answer}\r`), 300);
  });
  await new Promise((resolve) => child.on("close", resolve));
  return shown;
}

/** Different questions that were asked so far; one is drawn anew with each key. */
function questions(shown: string): number {
  return [/passphrase:/i, /Once more:/].filter((question) => question.test(shown)).length;
}

withTool("age")(
  "the commands of the recovery sheet open everything",
  async (age) => {
    const own = join(root, "sheet's");
    const runOwn = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
      await candor(args, { CANDOR_HOME: own, XDG_RUNTIME_DIR: root, ...noPhone, ...env });
    await runOwn(["start", "--no-apps"]);
    const sheet = join(root, "sheet.txt");
    await runOwn(["lock", "set", "--sheet", sheet], { CANDOR_PASSPHRASE: passphrase });
    const text = readFileSync(sheet, "utf8");
    const [key = ""] = /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(text) ?? [];
    const folder = mkdtempSync(join(root, "opening-"));
    writeFileSync(join(folder, "key.txt"), key);
    const all = text.split("\n").find((line) => line.includes("find ")) ?? "exit 1";
    const env = { ...process.env, PATH: `${age.slice(0, -"/age".length)}:${process.env["PATH"]}` };
    execFileSync("sh", ["-ec", all], { cwd: folder, env });
    expect(execFileSync("grep", ["-rla", "USB debugging", own], { encoding: "utf8" })).toMatch(/\.html\n$/);
    const journal = text.split("\n").find((line) => line.includes("journal.ndjson |")) ?? "exit 1";
    writeFileSync(
      join(folder, "journal.ndjson"),
      `{"head":{},"sealed":"${execFileSync("sh", ["-ec", 'printf \'{"body":"hello"}\' | age -r "$(age-keygen -y key.txt)" | base64 -w0'], { cwd: folder, env, encoding: "utf8" })}"}\n`,
    );
    expect(execFileSync("sh", ["-ec", journal.trim()], { cwd: folder, env, encoding: "utf8" })).toContain(
      '{"body":"hello"}',
    );
  },
  60_000,
);
