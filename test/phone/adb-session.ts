import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { allowAfter, allowAlways, allowNever } from "../../src/phone/auth.ts";
import type { Listener } from "../../src/phone/listen.ts";
import type { Program } from "../../src/phone/program.ts";
import { startPhone } from "../../src/phone/start.ts";
import type { ToolTest } from "../tools.ts";
import { type AdbClient, type AdbCommand, adbClient } from "./adb-client.ts";
import { bigSize, smallPhone } from "./small-phone.ts";

/** Takes an APK as `cmd package install -S SIZE` does. */
const cmd: Program = async (args, io) => {
  let left = Number(args[args.indexOf("-S") + 1]);
  for await (const chunk of io.stdin) {
    left -= chunk.length;
    if (left <= 0) break;
  }
  await io.write(`Success ${args.join(" ")}\n`);
  return 0;
};
const hang: Program = () => new Promise<number>(() => {});

/**
 * What a real adb does with the virtual phone, whichever adb it is.
 *
 * @param command how it is started, undefined where it is missing: `withAdb` then says why.
 */
export function testAdb(command: AdbCommand | undefined, withAdb: ToolTest): void {
  const phone = smallPhone({ cmd, hang });
  const started: Listener[] = [];
  let client: AdbClient;
  let serial: string;

  async function start(options: Parameters<typeof startPhone>[1] = {}): Promise<string> {
    const listener = await startPhone(phone, options);
    started.push(listener);
    return `127.0.0.1:${listener.port}`;
  }

  const adb = (...args: string[]) => client.run(["-s", serial, ...args]);
  const state = async (of: string) => (await client.run(["-s", of, "get-state"])).stdout.toString().trim();

  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await condition()); tries++) {
      if (tries > 50) throw new Error("did not happen");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  beforeAll(async () => {
    if (command === undefined) return;
    client = await adbClient(command);
    serial = await start({ authorisation: allowAlways() });
    await client.run(["connect", serial]);
    await until(async () => (await state(serial)) === "device");
  });

  afterAll(async () => {
    for (const listener of started) await listener.close();
    await client?.close();
  });

  withAdb("adb names the model", async () => {
    const { stdout } = await client.run(["devices", "-l"]);
    expect(stdout.toString()).toContain(`${serial}`);
    expect(stdout.toString()).toContain("product:small_product model:Small_Phone device:small");
  });

  withAdb("adb shell keeps the streams apart and brings the exit code", async () => {
    expect(await adb("shell", "echo a; echo b >&2; exit 7")).toMatchObject({
      code: 7,
      stdout: Buffer.from("a\n"),
      stderr: "b\n",
    });
    for (const code of [0, 1, 127, 255]) expect((await adb("shell", `exit ${code}`)).code).toBe(code);
    expect(await adb("shell", "nosuch")).toMatchObject({
      code: 127,
      stderr: "/system/bin/sh: nosuch: inaccessible or not found\n",
    });
  });

  withAdb("adb shell without a protocol merges the streams", async () => {
    expect((await adb("shell", "-x", "echo a; echo b >&2")).stdout.toString()).toBe("a\nb\n");
  });

  withAdb("adb shell sends standard input, as a script or to a command", async () => {
    const input = Buffer.alloc(3_000_000, "0123456789abcde\n");
    const digest = createHash("sha256").update(input).digest("hex");
    expect((await client.run(["-s", serial, "shell", "sha256sum -b"], input)).stdout.toString()).toBe(`${digest}\n`);
    expect(await client.run(["-s", serial, "shell"], "x=5\necho $x\nexit 3\n")).toMatchObject({
      code: 3,
      stdout: Buffer.from("5\n"),
    });
  });

  withAdb("adb exec-out brings raw bytes", async () => {
    const { stdout } = await adb("exec-out", "dd", "if=/data/local/tmp/big", "bs=1000", "count=3", "status=none");
    expect(stdout.length).toBe(3000);
    expect(stdout.every((byte, index) => byte === index % 251)).toBe(true);
  });

  withAdb("adb push and adb pull bring files there and back", async () => {
    const folder = join(client.home, "files");
    await mkdir(join(folder, "inner"), { recursive: true });
    const body = Buffer.from(Uint8Array.from({ length: 300_001 }, (_, index) => index % 256));
    await writeFile(join(folder, "a,b c.bin"), body);
    await writeFile(join(folder, "inner", "empty"), "");
    expect((await adb("push", "files", "/data/local/tmp/pushed")).code).toBe(0);
    expect((await adb("shell", "cd /data/local/tmp; ls -R pushed")).stdout.toString()).toBe(
      "pushed:\na,b c.bin\ninner\n\npushed/inner:\nempty\n",
    );
    expect((await adb("pull", "/data/local/tmp/pushed", "back")).code).toBe(0);
    expect((await readFile(join(client.home, "back", "a,b c.bin"))).equals(body)).toBe(true);
    expect((await stat(join(client.home, "back", "inner", "empty"))).size).toBe(0);
  });

  withAdb("adb pull brings a big file whole, and keeps its time", async () => {
    const target = join(client.home, "big");
    expect((await adb("pull", "-a", "/data/local/tmp/big", "big")).code).toBe(0);
    expect((await stat(target)).size).toBe(bigSize);
    expect((await adb("pull", "-a", "/system/etc/hosts", "big")).code).toBe(0);
    expect((await stat(target)).mtimeMs).toBe(Date.UTC(2009, 0, 1));
  });

  withAdb("adb tells what is missing or denied", async () => {
    const words = async (...args: string[]) => {
      const { code, stdout, stderr } = await adb(...args);
      return `${code} ${stdout}${stderr}`;
    };
    expect(await words("pull", "/nosuch", ".")).toMatch(/^1 .*No such file or directory/);
    expect(await words("pull", "/system/build.prop", ".")).toMatch(/^1 .*Permission denied/);
    expect(await words("push", ".android/adbkey.pub", "/system/x")).toMatch(/^1 .*Read-only file system/s);
  });

  withAdb("adb ls lists a folder with modes, sizes and times", async () => {
    const { stdout } = await adb("ls", "/system/etc");
    expect(stdout.toString()).toContain(
      `000081a4 00000038 ${(Date.UTC(2009, 0, 1) / 1000).toString(16).padStart(8, "0")} hosts`,
    );
  });

  withAdb("adb install sends the app to the phone's own program", async () => {
    await writeFile(join(client.home, "app.apk"), Buffer.alloc(100_000, 7));
    const { stdout, stderr } = await adb("install", "app.apk");
    expect(stdout.toString() + stderr).toContain("Success package install -S 100000");
  });

  withAdb("adb hears refusals in words", async () => {
    expect((await adb("root")).stdout.toString()).toContain("adbd cannot run as root in production builds");
    expect((await adb("reverse", "tcp:1", "tcp:2")).stderr).toContain("the virtual phone has no reverse forwarding");
    expect((await adb("jdwp")).stderr).toContain("closed");
  });

  withAdb("many commands at once answer each their own", async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => String(index));
    const answers = await Promise.all(numbers.map((number) => adb("shell", `sleep 0.02; echo ${number}`)));
    expect(answers.map(({ stdout }) => stdout.toString().trim())).toEqual(numbers);
  });

  withAdb("a computer that is not allowed is unauthorised, until it is", async () => {
    const never = await start({ authorisation: allowNever() });
    await client.run(["connect", never]);
    await until(async () => (await client.run(["devices"])).stdout.toString().includes(`${never}\tunauthorized`));
    expect((await client.run(["-s", never, "shell", "id"])).stderr).toContain("unauthorized");
    const late = await start({ authorisation: allowAfter(300) });
    await client.run(["connect", late]);
    await until(async () => (await state(late)) === "device");
  });

  withAdb("a cable that is pulled ends a pull with an error", async () => {
    const cut = await start({ cutAfter: 1_000_000 });
    await client.run(["connect", cut]);
    expect((await client.run(["-s", cut, "pull", "/data/local/tmp/big", "half"])).code).not.toBe(0);
  });
}
