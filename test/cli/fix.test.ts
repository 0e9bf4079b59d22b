import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startedActivities } from "../../src/phone/commands/start-activity.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { ask, text } from "../phone/phone-source.ts";
import { withTool } from "../tools.ts";
import { candorHere as candor, root } from "./run.ts";

const now = () => Date.UTC(2026, 10, 22);
const notifications = "secure lock_screen_allow_private_notifications";
let home = "";
let phone: VirtualPhone;
let listener: Awaited<ReturnType<typeof startPhone>>;
const start = async (model: string) => {
  phone = createPhone(model, { now });
  listener = await startPhone(phone, {});
};
const run = (...args: string[]) =>
  candor([...args, "--address", `127.0.0.1:${listener.port}`], { CANDOR_HOME: home, HOME: home });

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "candor-fix-"));
  await start("hyperos");
});
afterEach(async () => {
  await listener.close();
  rmSync(home, { recursive: true, force: true });
});

describe("candor fix", () => {
  test("does what is safe without asking, sees it, and it can be taken back", async () => {
    const done = await run("fix", "--only", "safe", "--yes", "--no-apps");
    expect(done, done.err).toMatchObject({ code: 0 });
    expect(done.out).toMatch(/(\d+) of \1 done, seen on the phone afterwards/);
    expect(await text(phone, `settings get --user 0 ${notifications}`)).toBe("0\n");
    const again = await run("fix", "--only", "safe", "--yes", "--no-apps");
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain("nothing here that Candor can do");
    expect((await run("undo", "--yes")).code).toBe(0);
    expect(await text(phone, `settings get --user 0 ${notifications}`)).toBe("1\n");
  });

  test("changes nothing where nobody can be asked, and says what could be done", async () => {
    const { code, out, err } = await run("fix", "lock-screen-private-notifications", "sms-access");
    expect(code).toBe(1);
    expect(out).toContain("→ Hide what notifications say on the lock screen");
    expect(err).toContain("there is nobody to ask");
    expect(await text(phone, `settings get --user 0 ${notifications}`)).toBe("1\n");
  });

  test("--yes alone, and checks that there are not, are refused", async () => {
    expect(await run("fix", "--yes")).toMatchObject({ code: 2 });
    const strange = await run("fix", "no-such-check", "--yes");
    expect(strange).toMatchObject({ code: 2 });
    expect(strange.err).toContain('There is no check "no-such-check"');
    expect(await text(phone, `settings get --user 0 ${notifications}`)).toBe("1\n");
  });

  test("--json prints one document: findings with calls, words, risk and the way by hand", async () => {
    const { code, out } = await run("fix", "lock-screen-private-notifications", "--json");
    expect(code).toBe(1);
    const { schema, fixes } = JSON.parse(out);
    expect(schema).toBe("candor.fixes/1");
    expect(fixes[0]).toMatchObject({
      check: "lock-screen-private-notifications",
      risk: "safe",
      calls: [
        {
          action: "set-secure-setting",
          params: { user: 0, key: "lock_screen_allow_private_notifications", value: "0" },
        },
      ],
      screen: "lock-screen-notifications",
    });
    expect(fixes[0].does).toHaveLength(1);
    const made = await run("fix", "lock-screen-private-notifications", "--json", "--yes");
    expect(JSON.parse(made.out).made.results[0].outcome).toBe("done");
  });

  test("leaves alone what may be watching somebody, and says so", async () => {
    await listener.close();
    await start("stalked");
    const { out, err } = await run("fix", "sms-access", "accessibility-services", "--dry-run");
    expect(err).toMatch(/Left out is what is about apps that may be watching somebody \([\w., ]+\)/);
    const [, named = ""] = /somebody \(([\w., ]+)\)/.exec(err) ?? [];
    for (const name of named.split(", ")) expect(out).not.toContain(name);
  });

  test("a phone that refuses is believed: nothing is said to be done", async () => {
    await listener.close();
    await start("miui12");
    phone.state.properties.set("persist.security.adbinput", "0");
    const { code, out } = await run("fix", "--only", "safe", "--yes", "--no-apps");
    expect(out).toContain("USB debugging (Security settings)");
    expect(code).toBe(1);
  });

  test("makes a choice hold again that an update took back", async () => {
    expect((await run("fix", "private-dns", "--severity", "info", "--yes")).code).toBe(0);
    await ask(phone, "settings put global private_dns_mode off");
    const again = await run("fix", "choices-hold", "--severity", "info", "--yes");
    expect(again, again.err).toMatchObject({ code: 0 });
    expect(await text(phone, "settings get global private_dns_mode")).toBe("opportunistic\n");
  });
});

describe("candor guide", () => {
  test("opens the screen, says what to do, and sees when it is done", async () => {
    const running = run("guide", "lock-screen-private-notifications", "--wait", "60");
    while (startedActivities(phone.state).length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    await ask(phone, `settings put --user 0 ${notifications} 0`);
    const { code, out } = await running;
    expect(out).toContain("Opened on the phone: Notifications on the lock screen");
    expect(out).toContain("Candor can do this by itself: candor fix lock-screen-private-notifications");
    expect(out).toContain("Done. The phone says so now.");
    // The dual apps' user has the same finding: that one is left.
    expect(code).toBe(1);
  });

  test("says so where nothing was done in time", async () => {
    const { code, out } = await run("guide", "oem-unlock-allowed", "--wait", "1");
    expect(out).toContain("It is as it was.");
    expect(code).toBe(1);
    expect(startedActivities(phone.state)).toHaveLength(1);
  });

  test("opens the screen of one app, and lists screens without a phone", async () => {
    expect(await run("guide", "app", "--app", "com.whatsapp")).toMatchObject({ code: 0 });
    expect(startedActivities(phone.state)[0]).toContain("package:com.whatsapp");
    expect((await run("guide", "app")).code).toBe(1);
    expect((await run("guide", "nowhere")).code).toBe(2);
    const list = await candor(["guide"]);
    expect(list).toMatchObject({ code: 0 });
    expect(list.out).toContain("developer-options");
  });

  test("a check that finds nothing opens nothing", async () => {
    const { code, out } = await run("guide", "screen-lock-set");
    expect(code).toBe(0);
    expect(out).toContain("A PIN, pattern or password is set.");
    expect(startedActivities(phone.state)).toEqual([]);
  });
});

/** Runs candor on a terminal of its own; each key is pressed once its text stands there. */
async function onTerminal(script: string, args: string, keys: readonly (readonly [string, string])[]): Promise<string> {
  const line = `stty rows 50 cols 120; '${process.execPath}' '${join(root, "bin", "candor.mjs")}' ${args} --address 127.0.0.1:${listener.port}`;
  const child = spawn(script, ["-qec", line, "/dev/null"], {
    env: { ...process.env, CANDOR_HOME: home, HOME: home, TERM: "xterm", NO_COLOR: "1" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let said = "";
  let seen = 0;
  const left = [...keys];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    for (let next = left[0]; next; next = left[0]) {
      const at = said.indexOf(next[0], seen);
      if (at === -1) return;
      left.shift();
      seen = at + next[0].length;
      child.stdin.write(next[1]);
    }
  });
  await new Promise((resolve) => child.on("close", resolve));
  return said;
}

const down = "\u001b[B";

describe("at a terminal", () => {
  withTool("script")("explains, shows, asks, does and sees", async (script) => {
    const said = await onTerminal(script, "fix private-dns --severity info", [
      ["Stop here", "\r"],
      ["Do this?", "y"],
    ]);
    expect(said).toContain("Why it matters:");
    expect(said).toContain("Set Private DNS to automatic");
    expect(said).toContain("1 of 1 done");
    expect(said).toContain("Seen on the phone: Private DNS is not switched off.");
    expect(said).toContain("That was all.");
    expect(phone.state.settings.global.get("private_dns_mode")).toBe("opportunistic");
  });

  withTool("script")("leaves what is to be left, and stops where it is told to", async (script) => {
    const before = phone.state.settings.global.get("private_dns_mode");
    const left = await onTerminal(script, "fix private-dns --severity info", [["Stop here", `${down}${down}\r`]]);
    expect(left).toContain("1 of 1 are left.");
    const stopped = await onTerminal(script, "fix private-dns oem-unlock-allowed", [["Stop here", "\u0003"]]);
    expect(stopped).not.toContain("[2 of 2]");
    expect(phone.state.settings.global.get("private_dns_mode")).toBe(before);
  });

  withTool("script")("some of it is done where some is chosen", async (script) => {
    const said = await onTerminal(script, "fix lock-screen-controls", [
      ["Stop here", `${down}\r`],
      ["Space chooses", ` ${down}${down} \r`],
      ["Do these 2?", "y"],
    ]);
    expect(said).toContain("2 of 2 done");
    expect(said).toContain("Still there:");
    const secure = phone.state.settings.secure.get(0);
    expect(
      ["power_menu_locked_show_content", "lockscreen_show_wallet", "lockscreen_show_controls"].map((key) =>
        secure?.get(key),
      ),
    ).toEqual(["0", "1", "0"]);
  });

  withTool("script")("what the phone refuses is offered by hand", async (script) => {
    phone.state.properties.set("persist.security.adbinput", "0");
    const said = await onTerminal(script, "fix private-dns --severity info", [
      ["Stop here", "\r"],
      ["Still there:", ""],
      ["Stop here", "\r"],
      ["Press Enter to go on without", "\n"],
    ]);
    expect(said).toContain("USB debugging (Security settings)");
    expect(said).toContain("Still there: Private DNS is off");
    expect(said).toContain("Opened on the phone:");
    expect(startedActivities(phone.state)).toHaveLength(1);
    expect(phone.state.settings.global.get("private_dns_mode")).toBe("off");
  });

  withTool("script")("before anything about an app that may be watching, safety is spoken of", async (script) => {
    await listener.close();
    await start("stalked");
    const said = await onTerminal(script, "fix accessibility-services", [["Stop here", "\u0003"]]);
    const flat = said.replace(/\s+/g, " ");
    expect(flat).toContain("If you may be in danger, use another phone to get help first");
    expect(flat).toContain("Leave it until you are safe.");
    expect(flat.indexOf("get help first")).toBeLessThan(flat.indexOf("Why it matters"));
  });

  withTool("script")("guides: opens the screen, and goes on when the person presses Enter", async (script) => {
    const said = await onTerminal(script, "fix oem-unlock-allowed", [
      ["Stop here", "\r"],
      ["Press Enter to go on without", "\n"],
    ]);
    expect(startedActivities(phone.state)).toHaveLength(1);
    expect(said).toContain("It is as it was. Nothing was changed.");
    expect(said).toContain("1 of 1 are left.");
  });
});
