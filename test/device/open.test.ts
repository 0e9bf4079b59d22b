import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { openInput } from "../../src/device/open.ts";
import { type ZipFile, zipOf } from "../../src/device/zip-writer.ts";
import { openZip, readEntry } from "../../src/formats/zip.ts";

const captures = join(import.meta.dirname, "../../../shared/captures");
/** Tests on real captures, which lie beside the project. */
const real = test.skipIf(!existsSync(captures));
const pad6 = join(captures, "hyperos2-a14-xiaomi-pad6");
const a9 = join(captures, "a9-emulator-gphone/bugreport.zip");
const a10 = join(captures, "a10-pixel-sailfish-userdebug-no-main-entry/bugreport.zip");
const limits = { timeoutMs: 1000, maxBytes: 32 * 1024 * 1024 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-open-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const zipped = (name: string, files: readonly ZipFile[]) => saved(name, Buffer.concat(zipOf(files)));
const folderFiles = (path: string, prefix: string) =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(path, name)).isFile())
    .map((name) => file(prefix + name.replaceAll("\\", "/"), readFileSync(join(path, name))));
const file = (name: string, content: string | Uint8Array): ZipFile => ({
  name,
  bytes: typeof content === "string" ? bytes(content) : content,
});

async function opened<T>(path: string, use: (source: Source) => Promise<T>): Promise<T> {
  const source = await openInput(path);
  try {
    return await use(source);
  } finally {
    await source.close();
  }
}
const answer = async (source: Source, ...command: string[]) =>
  new TextDecoder().decode((await source.run(command, limits)).stdout);

async function refused(path: string): Promise<DeviceError> {
  const error = await openInput(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeviceError);
  const refusal = error as DeviceError;
  expect(refusal.code).toBe("unreadable");
  expect(refusal.message).not.toContain("\n");
  expect(refusal.next).toBeTruthy();
  return refusal;
}

/** What a source says to every command worth asking, errors as their code. */
async function everything(path: string): Promise<unknown> {
  const commands = [
    ["getprop"],
    ["getenforce"],
    ["settings", "list", "global"],
    ["settings", "list", "secure"],
    ["settings", "list", "--user", "0", "secure"],
    ["dumpsys", "appops"],
    ["dumpsys", "package"],
    ["dumpsys", "activity", "services"],
    ["androidqf", "getprop.txt"],
    ["bugreport", "header"],
    ["no", "such command"],
  ];
  return await opened(path, async (source) => [
    source.kind,
    source.takenAt,
    ...(await Promise.all(
      commands.map((command) =>
        source.run(command, limits).then(
          ({ stdout, exitCode, origin }) => [Buffer.from(stdout).toString("base64").length, exitCode, origin],
          (error: unknown) => (error as DeviceError).code,
        ),
      ),
    )),
  ]);
}

real("reads a bug report with main_entry.txt", async () => {
  await opened(a9, async (source) => {
    expect([source.kind, source.name]).toEqual(["bug-report", "bugreport.zip"]);
    // 15:08:46 in Shanghai.
    expect(new Date(source.takenAt ?? 0).toISOString()).toBe("2019-08-15T07:08:46.000Z");
    expect(await answer(source, "getprop")).toContain("[ro.build.version.sdk]: [28]\n");
    expect(await answer(source, "settings", "list", "global")).toMatch(/^adb_enabled=1$/m);
    expect(await answer(source, "settings", "list", "--user", "0", "secure")).toMatch(/^lockscreen\.disabled=1$/m);
    expect(await answer(source, "dumpsys", "notification")).toMatch(/Notification List:[\s\S]*Notification listeners:/);
    expect(await answer(source, "bugreport", "header")).toContain("Command line: nopti qemu=1");
    expect(await answer(source, "bugreport", "section", "PROCESSES AND THREADS")).toMatch(/^LABEL +USER +PID/);
    expect(await answer(source, "dumpsys", "settings")).toMatch(/^GLOBAL SETTINGS/);
    await expect(source.run(["dumpsys", "activity", "services"], limits)).rejects.toMatchObject({ code: "absent" });
    await expect(source.run(["pm", "list", "users"], limits)).rejects.toMatchObject({ code: "absent" });
    await expect(source.run(["getprop"], { ...limits, maxBytes: 100 })).rejects.toMatchObject({ code: "too-large" });
    const signal = AbortSignal.abort();
    await expect(source.run(["getprop"], { ...limits, signal })).rejects.toMatchObject({ code: "cancelled" });
  });
});

real("reads a bug report without main_entry.txt, with the settings of two users", async () => {
  await opened(a10, async (source) => {
    expect(new Date(source.takenAt ?? 0).toISOString()).toBe("2020-01-08T14:30:07.000Z");
    expect(await answer(source, "getprop")).toContain("[ro.build.type]: [userdebug]\n");
    expect(await answer(source, "settings", "list", "--user", "11", "secure")).toMatch(/^\w+=/);
    expect(await answer(source, "settings", "list", "global")).toMatch(/^development_settings_enabled=1$/m);
    await expect(answer(source, "settings", "list", "secure")).rejects.toThrow("2 users");
    await expect(answer(source, "settings", "list", "--user", "12", "secure")).rejects.toMatchObject({
      code: "absent",
    });
    await expect(answer(source, "dumpsys", "media.camera")).rejects.toThrow("in time");
  });
});

real(
  "the bare text under any name, in a folder, wrapped in another zip, and in UTF-16 is the same report",
  async () => {
    const zip = await openZip(memoryFile(readFileSync(a9)));
    const name = [...zip.entries.keys()].find((entry) => entry.startsWith("bugreport-")) ?? "";
    const main = Buffer.from(await readEntry(zip, name, nodeCodec));
    const [text, inFolder] = [saved("report", main), saved("unpacked/deep/dumpState_SM-G960F.log", main)];
    const wrapped = zipped("wrapped.zip", [file("log.txt", "x\n"), file("MIUI/bugreport.zip", readFileSync(a9))]);
    const utf16 = saved(
      "utf16.txt",
      Buffer.from(`\ufeff${main.subarray(0, 400_000).toString().replaceAll("\n", "\r\n")}`, "utf16le"),
    );
    const expected = await everything(a9);
    expect(await everything(text)).toEqual(expected);
    expect(await everything(join(inFolder, "../.."))).toEqual(expected);
    expect(await everything(wrapped)).toEqual(expected);
    await opened(utf16, async (source) =>
      expect(await answer(source, "bugreport", "header")).toContain("== dumpstate: 2019"),
    );
  },
);

real("a folder of outputs and the same folder zipped, at its root or not, give the same answers", async () => {
  const expected = await everything(pad6);
  expect(expected).toMatchObject({ 0: "outputs", 1: Date.parse("2026-05-04T18:30:00-05:00") });
  for (const prefix of ["", "hyperos2/"])
    expect(await everything(zipped("pad6.zip", folderFiles(pad6, prefix)))).toEqual(expected);
});

real("an AndroidQF folder and the same zipped, at its root or not, give the same answers", async () => {
  const path = join(pad6, "derived-androidqf");
  const expected = await everything(path);
  expect(expected).toMatchObject({ 0: "androidqf", 1: Date.parse("2026-05-04T18:30:00-05:00") });
  for (const prefix of ["", "0c7b/"])
    expect(await everything(zipped("aqf.zip", folderFiles(path, prefix)))).toEqual(expected);
});

real("AndroidQF's own files come before its bug report, and its own time too", async () => {
  const dumpsys = `Currently running services:\n  usb\n${"-".repeat(79)}\nDUMP OF SERVICE usb:\nhere\n--------- 0.01s was the duration of dumpsys usb, ending at: 2024-01-01 00:00:00\n`;
  const path = zipped("own.zip", [
    file(
      "acquisition.json",
      '{"uuid":"x","started":"2024-02-03T04:05:06.123456789+02:00","completed":"0001-01-01T00:00:00Z"',
    ),
    file("selinux.txt", "Enforcing\n"),
    file("dumpsys.txt", dumpsys),
    file("packages.json", "[]\n"),
    file("settings_secure.txt", "android_id=1\n"),
    file("bugreport.zip", readFileSync(a9)),
  ]);
  await opened(path, async (source) => {
    expect(source.takenAt).toBe(Date.parse("2024-02-03T02:05:06.123Z"));
    expect(await answer(source, "getenforce")).toBe("Enforcing\n");
    expect(await answer(source, "dumpsys", "usb")).toBe("here\n");
    expect(await answer(source, "dumpsys", "webviewupdate")).toContain("WebView");
    expect(await answer(source, "settings", "list", "secure")).toBe("android_id=1\n");
    expect(await answer(source, "settings", "list", "--user", "0", "secure")).toContain("lockscreen.disabled=1");
    expect(await answer(source, "androidqf", "packages.json")).toBe("[]\n");
    expect((await source.run(["getprop"], limits)).origin).toBe("bugreport.zip, section SYSTEM PROPERTIES");
    await expect(answer(source, "androidqf", "../secret")).rejects.toMatchObject({ code: "absent" });
    await expect(answer(source, "pm", "list", "packages")).rejects.toMatchObject({ code: "absent" });
    await expect(answer(source, "constructor")).rejects.toMatchObject({ code: "absent" });
  });
});

real("loose outputs without a manifest are told by what they hold", async () => {
  const path = join(folder, "loose");
  cpSync(join(pad6, "getprop.txt"), join(path, "eins.dat"), { recursive: true });
  cpSync(join(pad6, "appops.txt"), join(path, "zwei"));
  cpSync(join(pad6, "settings"), join(path, "einstellungen"), { recursive: true });
  await opened(path, async (source) => {
    expect([source.kind, source.takenAt]).toEqual(["outputs", null]);
    expect(await answer(source, "getprop")).toContain("[ro.product.name]");
    expect(await answer(source, "dumpsys", "appops")).toContain("Current AppOps Service state");
    for (const namespace of ["global", "secure", "system"])
      expect(await answer(source, "settings", "list", namespace)).toBe(
        readFileSync(join(pad6, `settings/${namespace}.txt`), "utf8"),
      );
  });
  await opened(join(captures, "getprop-xiaomi/MIUI_12.5.3_Android_10_Redmi_Note_7.txt"), async (source) =>
    expect((await source.run(["getprop"], limits)).stdout.length).toBeGreaterThan(1000),
  );
  expect((await refused(join(captures, "getprop-xiaomi"))).message).toContain("twice");
});

test("outputs.json reaches nothing outside of its folder, and says what is wrong with it", async () => {
  saved("secret.txt", "secret\n");
  const manifest = (value: unknown) =>
    join(saved("manifest/outputs.json", typeof value === "string" ? value : JSON.stringify(value)), "..");
  for (const path of ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "C:\\x", "..\\secret.txt"])
    expect((await refused(manifest({ outputs: { getprop: path } }))).message).toContain("outside");
  if (!existsSync(join(folder, "manifest/link"))) symlinkSync("../secret.txt", join(folder, "manifest/link"));
  await opened(
    manifest({ outputs: { getprop: "link", "ls /": { file: "gone.txt", exitCode: 1 } } }),
    async (source) => {
      await expect(answer(source, "getprop")).rejects.toMatchObject({ code: "absent" });
      await expect(answer(source, "ls", "/")).rejects.toThrow("not there");
      await expect(answer(source, "__proto__")).rejects.toMatchObject({ code: "absent" });
    },
  );
  expect((await refused(manifest("{"))).message).toContain("JSON");
  expect((await refused(manifest([]))).message).toContain("outputs");
  expect((await refused(manifest({ outputs: {}, takenAt: "2026-05-04 18:30" }))).message).toContain("zone");
  expect((await refused(manifest({ outputs: { a: { file: "x", exitCode: 256 } } }))).message).toContain("exit code");
  expect((await refused(manifest({ outputs: {}, schema: "candor.capture/99" }))).message).toContain("another version");
  expect((await refused(join(folder, "manifest/outputs.json"))).next).toContain("folder");
});

test.each([
  ["a missing file", () => join(folder, "nothing-here"), "does not exist"],
  ["an empty file", () => saved("empty.zip", ""), "is empty"],
  [
    "an empty folder",
    () => mkdirSync(join(folder, "hollow"), { recursive: true }) ?? join(folder, "hollow"),
    "no file",
  ],
  ["a text that is no bug report", () => saved("letter.txt", "hello\n".repeat(1000)), "nothing that Candor knows"],
  ["a zip of something else", () => zipped("photos.zip", [file("a.jpg", "x")]), "nothing that Candor knows"],
  [
    "a zip that was cut off",
    () => saved("cut.zip", readFileSync(zipped("x.zip", [file("a", "x")])).subarray(0, -9)),
    "cut off",
  ],
  ["an AndroidQF zip locked with age", () => saved("x.zip.age", "age-encryption.org/v1\n-> X25519 x\n"), "age"],
  ["an encrypted backup", () => saved("backup.ab", "ANDROID BACKUP\n5\n1\nAES-256\n"), "encrypted Android backup"],
  ["a plain backup", () => saved("backup2.ab", "ANDROID BACKUP\n5\n1\nnone\n\0"), "is an Android backup"],
  ["a device file", () => "/dev/null", "neither a file nor a folder"],
  ["no path at all", () => "\0", "cannot be opened"],
  [
    "two bug reports",
    () =>
      zipped(
        "two.zip",
        ["a", "b"].map((name) => file(`${name}/dumpstate.txt`, "== dumpstate: 2026-01-01 00:00:00\n")),
      ),
    "several bug reports",
  ],
  [
    "two acquisitions",
    () =>
      zipped(
        "many.zip",
        ["a", "b"].map((name) => file(`${name}/acquisition.json`, "{}")),
      ),
    "several examinations",
  ],
  ["a path that leads outside", () => zipped("evil.zip", [file("../evil", "x")]), "outside"],
])("%s is refused with one sentence and what to do", async (_, path, words) => {
  expect((await refused(path())).message).toContain(words);
});

test("a zip locked with a password says so", async () => {
  const zip = Buffer.concat(zipOf([file("bugreport-x.txt", "what a locked entry holds")]));
  // Bit 0 of the flags, in the table of contents.
  zip.writeUInt16LE(1, zip.readUInt32LE(zip.length - 6) + 8);
  const path = saved("locked.zip", zip);
  expect((await refused(path)).message).toContain("password");
});

test("zips in zips and bombs are bounded", async () => {
  let inner = Buffer.concat(zipOf([file("bugreport-x.txt", "== dumpstate: 2026-01-01 00:00:00\n")]));
  for (let depth = 0; depth < 6; depth++) inner = Buffer.concat(zipOf([file(`${depth}.zip`, inner)]));
  expect((await refused(saved("deep.zip", inner))).message).toContain("nothing that Candor knows");
  const zeros = file("bugreport-x.txt", new Uint8Array(64 * 1024 * 1024));
  expect((await refused(zipped("bomb.zip", [zeros]))).message).toContain("bomb");
});

test("captures with bytes changed or cut off anywhere give a source or a DeviceError", async () => {
  const dump = (name: string) =>
    `${"-".repeat(79)}\nDUMP OF SERVICE ${name}:\nUnknown argument: -a\nGLOBAL SETTINGS (user 0)\n_id:1 name:a pkg:b value:c\n--------- 0.01s was the duration of dumpsys ${name}\n`;
  const text = `== dumpstate: 2026-01-01 00:00:00\n\n------ SYSTEM PROPERTIES (getprop) ------\n[a]: [b]\n------ DUMPSYS (x) ------\n${dump("settings")}${dump("alarm")}------ 1.0s was the duration of 'DUMPSYS' ------\n`;
  const report = Buffer.concat(zipOf([file("main_entry.txt", "bugreport-x.txt"), file("bugreport-x.txt", text)]));
  const acquisition = zipOf([
    file("acquisition.json", '{"started":"2024-02-03T04:05:06Z"}'),
    file("getprop.txt", "[a]: [b]\n"),
    file("bugreport.zip", report),
  ]);
  const outputs = zipOf([
    file("outputs.json", '{"schema":"candor.capture/1","outputs":{"getprop":{"file":"a","exitCode":0}}}'),
    file("a", "[a]: [b]\n"),
  ]);
  const originals = [
    report,
    Buffer.concat(acquisition),
    Buffer.concat(outputs),
    Buffer.from(text),
    Buffer.from(text, "utf16le"),
  ];
  const survives = async (content: Uint8Array) => {
    try {
      await everything(saved("fuzz", content));
    } catch (error) {
      expect(error).toBeInstanceOf(DeviceError);
    }
  };
  for (const original of originals)
    for (let length = 0; length < original.length; length += 1 + Math.floor(original.length / 60))
      await survives(original.subarray(0, length));
  const change = fc.tuple(
    fc.constantFrom(...originals),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
  );
  await fc.assert(
    fc.asyncProperty(change, async ([original, changes]) => {
      const copy = new Uint8Array(original);
      for (const [at, value] of changes) copy[at % copy.length] = value;
      await survives(copy);
    }),
    { numRuns: 300 },
  );
});
