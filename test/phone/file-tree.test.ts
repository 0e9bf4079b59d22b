import { expect, test } from "vitest";
import { createPhone } from "../../src/phone/models/index.ts";
import type { FileError, Files } from "../../src/phone/program.ts";

const files = (id = "hyperos"): Files => createPhone(id, { now: () => Date.UTC(2026, 3, 20) }).files;

async function code(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: FileError) => error.code,
  );
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function read(on: Files, path: string, offset = 0): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of on.open(path, offset)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

test("the shell reads what it may and is told what it may not", async () => {
  const on = files();
  expect(await read(on, "/system/etc/hosts")).toContain("localhost");
  expect(await read(on, "/proc/version")).toMatch(/^Linux version 6\.1\.90-android14/);
  expect(await code(on.list("/data/adb"))).toBe("EACCES");
  expect(await code(on.list("/data/data"))).toBe("EACCES");
  expect(await code(read(on, "/data/misc/adb/adb_keys"))).toBe("EACCES");
  expect(await on.list("/data/misc/user/0/cacerts-added")).toEqual(["5ed36f99.0"]);
  expect(await code(on.list("/nowhere"))).toBe("ENOENT");
  expect(await code(on.list("/system/etc/hosts"))).toBe("ENOTDIR");
  expect(await code(read(on, "/system/etc"))).toBe("EISDIR");
});

test("what was written comes back, from an offset too, with its time", async () => {
  const on = files();
  await on.write("/data/local/tmp/note", one("twelve bytes"), { mode: 0o640, mtime: 1_700_000_000 });
  expect(await read(on, "/data/local/tmp/note", 7)).toBe("bytes");
  expect(await on.stat("/data/local/tmp/note")).toMatchObject({
    mode: 0o100640,
    size: 12,
    mtime: 1_700_000_000,
    uid: 2000,
  });
  await on.write("/sdcard/Download/a", one("x"), { mode: 0o644 });
  expect(await read(on, "/storage/emulated/0/Download/a")).toBe("x");
  await on.rename("/sdcard/Download/a", "/sdcard/Download/b");
  expect(await code(read(on, "/sdcard/Download/a"))).toBe("ENOENT");
  await on.remove("/sdcard/Download/b");
  expect(await code(on.stat("/sdcard/Download/b"))).toBe("ENOENT");
});

test("read-only partitions, foreign folders and full folders stay as they are", async () => {
  const on = files();
  expect(await code(on.write("/system/etc/hosts", one("x"), { mode: 0o644 }))).toBe("EROFS");
  expect(await code(on.write("/vendor/x", one("x"), { mode: 0o644 }))).toBe("EROFS");
  expect(await code(on.mkdir("/data/evil", 0o777))).toBe("EACCES");
  expect(await code(on.remove("/sdcard/DCIM"))).toBe("ENOTEMPTY");
  expect(await code(on.mkdir("/sdcard/DCIM", 0o770))).toBe("EEXIST");
  expect(await code(on.change("/system/bin/sh", { mode: 0o777 }))).toBe("EROFS");
  expect(await code(on.change("/data/misc", { mode: 0o777 }))).toBe("EPERM");
});

test("links are followed, except by lstat, and endless ones end", async () => {
  const on = files();
  expect(await on.readlink("/sdcard")).toBe("/storage/self/primary");
  expect(((await on.lstat("/sdcard")).mode & 0o170000) === 0o120000).toBe(true);
  expect(((await on.stat("/sdcard")).mode & 0o170000) === 0o040000).toBe(true);
  await on.symlink("../tmp/there", "/data/local/tmp/link");
  await on.write("/data/local/tmp/there", one("end"), { mode: 0o644 });
  expect(await read(on, "/data/local/tmp/link")).toBe("end");
  await on.write("/data/local/tmp/link", one("new"), { mode: 0o644 });
  expect(await read(on, "/data/local/tmp/there")).toBe("new");
  await on.symlink("/system/etc/hosts", "/data/local/tmp/out");
  expect(await code(on.write("/data/local/tmp/out", one("x"), { mode: 0o644 }))).toBe("EROFS");
  expect(await code(read(files("hostile"), "/sdcard/Download/loop"))).toBe("ELOOP");
});
