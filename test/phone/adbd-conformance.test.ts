import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "vitest";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { candorThrough } from "./adb-candor.ts";
import { type AdbAnswer, type AdbClient, adbClient, connect } from "./adb-client.ts";
import { fixture, type Scenario, scenarios } from "./shell-scenarios.ts";
import { adb34, type RealPhone, realPhone, trixie, withTrixie } from "./trixie.ts";

/** A phone and the adb that knows it. */
interface Reached {
  readonly client: AdbClient;
  readonly serial: string;
}

let real: RealPhone;
let virtual: Reached;
let listener: Listener;

const adb = ({ client, serial }: Reached, args: readonly string[], input?: string | Uint8Array) =>
  client.run(["-s", serial, ...args], input);

beforeAll(async () => {
  if (trixie === undefined) return;
  real = await realPhone(trixie);
  listener = await startPhone(createPhone("stock"));
  virtual = { client: await adbClient(adb34(trixie)), serial: `127.0.0.1:${listener.port}` };
  await connect(virtual.client, virtual.serial);
  for (const phone of [real, virtual])
    expect(await adb(phone, ["shell", fixture])).toMatchObject({ code: 0, stderr: "" });
});

afterAll(async () => {
  await virtual?.client.close();
  await listener?.close();
  await real?.close();
});

/**
 * The real phone's words as an Android phone would say them. Debian's shell is /bin/sh, is newer than Android's, puts a severity in
 * front of its messages and has turned the sentence about a file that cannot be opened around.
 */
function androidWords(text: string): string {
  return text
    .replaceAll(/^[EW]: /gm, "")
    .replaceAll(/^\/bin\/sh: (\S+): (create|open): /gm, "/bin/sh: can't $2 $1: ")
    .replaceAll("/bin/sh: ", "/system/bin/sh: ")
    .replaceAll("/system/system/", "/system/");
}

function shown({ code, stdout, stderr }: AdbAnswer): string {
  return JSON.stringify({ code, stdout: androidWords(stdout.toString("latin1")), stderr: androidWords(stderr) });
}

async function difference(scenario: Scenario): Promise<string[]> {
  const { script, input } = typeof scenario === "string" ? { script: scenario, input: "" } : scenario;
  const args = ["shell", `cd /data/local/tmp/t\n${script}`];
  const [expected, found] = await Promise.all([
    adb(real, args, input).then(shown),
    adb(virtual, args, input).then(shown),
  ]);
  return expected === found ? [] : [`${script}\n  real adbd     ${expected}\n  virtual phone ${found}`];
}

for (const [group, members] of Object.entries(scenarios)) {
  withTrixie(
    `${group}: the virtual phone answers as mksh and toybox behind the real adbd do`,
    async () => {
      const differences: string[] = [];
      // One after the other: some make files that others would see.
      for (const scenario of members) differences.push(...(await difference(scenario)));
      expect(differences.join("\n")).toBe("");
    },
    60_000,
  );
}

/** Runs the same on both phones and expects the same, with the real phone's as the measure. */
async function same<T>(body: (phone: Reached) => Promise<T>): Promise<T> {
  const [expected, found] = [await body(real), await body(virtual)];
  expect(found).toEqual(expected);
  return expected;
}

const body = Buffer.from(Uint8Array.from({ length: 300_001 }, (_, index) => (index * 7) % 256));

withTrixie("exec-out brings the same raw bytes, both streams in one", async () => {
  await same(async (phone) =>
    shown(await adb(phone, ["exec-out", "printf '\\r\\n\\0\\377'; cat /data/local/tmp/t/f; ls /nosuch"])),
  );
  await same(async (phone) => shown(await adb(phone, ["exec-out", "echo", "a b", "$HOME;"])));
});

withTrixie("without a protocol the streams are merged; a terminal writes CR LF", async () => {
  await same(async (phone) => (await adb(phone, ["shell", "-x", "echo a; echo b >&2; exit 3"])).stdout.toString());
  await same(async (phone) =>
    (await adb(phone, ["shell", "-t", "-t", "echo a; echo b >&2; exit 3"])).stdout.toString(),
  );
});

withTrixie(
  "pushed files and folders have the same names, sizes, modes and times, and come back unchanged",
  async () => {
    await same(async (phone) => {
      const folder = join(phone.client.home, "files");
      await mkdir(join(folder, "inner", "deep"), { recursive: true });
      await writeFile(join(folder, "a,b c.bin"), body);
      await writeFile(join(folder, "inner", "empty"), "");
      await writeFile(join(folder, "inner", "run.sh"), "echo ran\n");
      await chmod(join(folder, "inner", "run.sh"), 0o750);
      await symlink("run.sh", join(folder, "inner", "link"));
      const pushed = await adb(phone, ["push", "files", "/data/local/tmp/pushed"]);
      const listed = await adb(phone, [
        "shell",
        "cd /data/local/tmp/pushed; ls -R; stat -c '%n %a %F' . inner inner/*; stat -c '%n %s %a' a*; inner/run.sh",
      ]);
      const pulled = await adb(phone, ["pull", "/data/local/tmp/pushed", "back"]);
      const back = await readFile(join(phone.client.home, "back", "a,b c.bin"));
      return {
        codes: [pushed.code, pulled.code],
        listed: shown(listed),
        names: (await readdir(join(phone.client.home, "back"), { recursive: true })).sort(),
        digest: createHash("sha256").update(back).digest("hex"),
      };
    });
  },
);

withTrixie("times travel both ways", async () => {
  await same(async (phone) => {
    await adb(phone, ["pull", "-a", "/data/local/tmp/t/f", "timed"]);
    await adb(phone, ["push", "timed", "/data/local/tmp/timed"]);
    const shownTime = await adb(phone, ["shell", "stat -c '%Y %s %a' /data/local/tmp/timed"]);
    return [(await stat(join(phone.client.home, "timed"))).mtimeMs, shown(shownTime)];
  });
});

withTrixie("what cannot be pulled or pushed is told in the same words", async () => {
  const refused = [
    ["pull", "/nosuch", "."],
    ["pull", "/data/local/tmp/t/nosuch", "."],
    ["push", "nosuch", "/data/local/tmp/"],
    ["push", ".android/adbkey.pub", "/data/local/tmp/t/f/x"],
    ["push", ".android/adbkey.pub", "/nosuch/x"],
  ];
  for (const args of refused) {
    await same(async (phone) => {
      const { code, stdout, stderr } = await adb(phone, args);
      // Where progress is printed is left to chance; the root folder cannot be written for another reason on a phone.
      const said = `${stdout}${stderr}`.split(/[\r\n]+/).filter((line) => line.startsWith("adb: "));
      return { code, said: said.map((line) => line.replace("Permission denied", "Read-only file system")) };
    });
  }
});

withTrixie("adb ls lists the same entries", async () => {
  const listed = await same(async (phone) => {
    const { code, stdout } = await adb(phone, ["ls", "/data/local/tmp/t"]);
    // Folders and links: their sizes and times are the file system's own.
    const lines = stdout.toString().trim().split("\n");
    const rows = lines.map((line) => line.replace(/^(000041|0000a1)(..) \S+ \S+/, "$1$2"));
    return { code, rows: rows.toSorted() };
  });
  expect(listed.rows.length).toBeGreaterThan(10);
  await same(async (phone) => shown(await adb(phone, ["ls", "/nosuch"])));
});

withTrixie("a command that is cancelled ends, and the next one runs", async () => {
  await same(async (phone) => {
    const stop = new AbortController();
    const running = phone.client.run(["-s", phone.serial, "shell", "sleep 60; echo never"], "", stop.signal);
    await sleep(500);
    stop.abort();
    const { code } = await running;
    return [code, shown(await adb(phone, ["shell", "echo alive"]))];
  });
});

withTrixie("big input and output pass unchanged", async () => {
  const digest = createHash("sha256").update(body).digest("hex");
  await same(async (phone) => shown(await adb(phone, ["shell", "sha256sum"], body)));
  const back = await adb(virtual, ["exec-out", "cat /data/local/tmp/pushed/a*"]);
  expect(createHash("sha256").update(back.stdout).digest("hex")).toBe(digest);
});

withTrixie("examining the real adbd says that nearly nothing could be examined, and invents nothing", async () => {
  const { code, err, report } = await candorThrough(real.client.port, ["check", "--serial", real.serial], real.pid);
  expect(err).toBe("");
  const { pass, fail, unknown, total } = report.summary.checks;
  expect(unknown).toBeGreaterThan(total * 0.95);
  for (const outcome of report.outcomes) if (outcome.state === "unknown") expect(outcome.reason).toBeTruthy();
  // Debian's toybox has `su`, which a phone must not have; nothing else can be told of a phone without Android.
  expect(report.outcomes.filter(({ state }) => state === "fail").map(({ check }) => check)).toEqual(["root-traces"]);
  expect({ pass, fail, code }).toEqual({ pass: 0, fail: 1, code: 1 });
});
