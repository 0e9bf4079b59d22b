import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { capture } from "../../src/centre/capture.ts";
import type { ExaminationSummary } from "../../src/centre/examinations.ts";
import type { LookedAtFile } from "../../src/centre/look-at-file.ts";
import { openSource } from "../../src/centre/open-source.ts";
import { receiveFile } from "../../src/centre/receive-file.ts";
import { done, type Visited, visit } from "./browser.ts";

const shared = join(import.meta.dirname, "..", "..", "..", "shared");
let visited: Visited;
beforeAll(async () => {
  visited = await visit();
});
afterAll(async () => await visited.close());

const bytes = { "content-type": "application/octet-stream" };
const drop = (name: string, body: Uint8Array) =>
  visited.job<LookedAtFile>(`/files?name=${encodeURIComponent(name)}`, { body, headers: bytes });
const left = async () => await readdir(join(visited.folder, "uploads")).catch(() => []);

test("a capture that is dropped is examined under its own name, kept, and removed itself", async () => {
  const folder = await mkdtemp(join(tmpdir(), "candor-drop-"));
  try {
    const path = join(folder, "phone.candor");
    const open = { dataFolder: folder, now: Date.UTC(2026, 10, 21), env: {} };
    const source = await openSource({ input: "virtual:stalked" }, open);
    await capture(source, path, { dataFolder: folder });
    await source.close();
    const found = done(await drop("../../evil/phone.candor", await readFile(path)));
    if (found.kind !== "examination") throw new Error("no examination");
    expect(found.examination).toMatchObject({ phone: null, source: { kind: "capture", name: "phone.candor" } });
    expect(found.examination.summary.findings.critical).toBeGreaterThan(0);
    const { examinations } = await visited.json<{ examinations: ExaminationSummary[] }>("/examinations");
    expect(examinations.map(({ id }) => id)).toContain(found.examination.id);
    expect(await left()).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("an app that is dropped is looked into", async () => {
  const found = done(await drop("an app.apk", await readFile(join(shared, "apks", "debsrc-politedroid.apk"))));
  if (found.kind !== "app") throw new Error("no app");
  expect(found.apps[0]?.page.packageName).toBe("com.politedroid");
  expect(await left()).toEqual([]);
}, 30_000);

test.each([
  ["nothing that is known", new TextEncoder().encode("hello\n".repeat(100))],
  ["a damaged zip", new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, i) => i % 256)])],
  ["a damaged examination", new TextEncoder().encode('{"schema": "candor.snapshot/1", ')],
])("%s is told, and removed", async (_, body) => {
  const ended = await drop("x", body);
  expect(ended).toMatchObject({ type: "failed", failure: { code: "unreadable" } });
  expect(await left()).toEqual([]);
});

test("an empty file, and one that says it is too large, are refused before anything is written", async () => {
  expect((await visited.ask("/api/v1/files", { body: new Uint8Array(), headers: bytes })).status).toBe(422);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { cookie: visited.cookie, origin: visited.base, "content-length": String(2 ** 30) };
    const sent = request(`${visited.base}/api/v1/files`, { method: "POST", headers }, (answer) => {
      resolve(answer.resume().statusCode);
      sent.destroy();
    });
    sent.once("error", reject).flushHeaders();
  });
  expect(status).toBe(413);
  expect(await left()).toEqual([]);
  expect((await visited.ask("/api/v1/about")).status).toBe(200);
});

test("a gigabyte that does not say how much it is ends where it is too much, and nothing of it stays", async () => {
  const block = Buffer.alloc(1024 * 1024);
  let sentBytes = 0;
  const status = await new Promise<number | undefined>((resolve) => {
    const headers = { cookie: visited.cookie, origin: visited.base, "transfer-encoding": "chunked" };
    const sent = request(`${visited.base}/api/v1/files`, { method: "POST", headers }, (answer) => {
      resolve(answer.resume().statusCode);
    });
    // Whoever goes on sending after the refusal may only see the connection end.
    sent.on("error", () => resolve(undefined));
    const more = () => {
      while (sentBytes < 2 ** 30 && !sent.destroyed) {
        sentBytes += block.length;
        if (!sent.write(block)) return void sent.once("drain", more);
      }
      sent.end();
    };
    more();
  });
  expect(status ?? 413).toBe(413);
  expect(sentBytes).toBeLessThan(1000 * 1024 * 1024);
  expect(await left()).toEqual([]);
  expect((await visited.ask("/api/v1/about")).status).toBe(200);
}, 60_000);

test("a sender who stops sending, a disk without room, and odd names leave nothing behind", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "candor-drop-"));
  try {
    const stuck = new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(new Uint8Array(10)) });
    const to = { dataFolder, name: "x", declared: null };
    await expect(receiveFile(to, stuck, { idleMs: 30 })).rejects.toMatchObject({ code: "timeout" });
    const spare = Number.MAX_SAFE_INTEGER;
    await expect(receiveFile(to, new Blob(["x"]).stream(), { spare })).rejects.toMatchObject({ code: "unwritable" });
    expect(await readdir(join(dataFolder, "uploads"))).toEqual([]);
    for (const name of ["..", "", "/etc/passwd", "C:\\x\\..\\y.zip", "\0\n\u202eapk.exe", "a".repeat(500), ".part"]) {
      const file = await receiveFile({ ...to, name }, new Blob(["x"]).stream());
      expect(file.name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,70}$/u);
      expect(file.path.startsWith(join(dataFolder, "uploads"))).toBe(true);
      await file.remove();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});
