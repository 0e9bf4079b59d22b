// Files made to cost time or memory, through the whole of a scan, in a process of their own: an answer or a reason for each, within bounds.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileName, oddApks } from "../formats/apk-files.ts";
import { writeAxml } from "../formats/axml-writer.ts";
import { buildDex } from "../formats/dex-builder.ts";
import { evilApks } from "../formats/evil-apks.ts";
import { evilContents } from "../formats/evil-contents.ts";

interface Line {
  readonly path: string;
  readonly state: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly unreadable: readonly { readonly entry: string; readonly reason: string }[];
  readonly code?: string;
  readonly reason?: string;
}

/** Seconds of processors for one file, on a machine that is busy, and MB of a whole process with its lists. */
const [mostSeconds, mostMegabytes] = [15, 300];
const folder = mkdtempSync(join(tmpdir(), "candor-evil-"));
afterAll(() => rmSync(folder, { recursive: true }));

function look(paths: readonly string[]): Line[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "scan-child.ts"), ...paths],
    { encoding: "utf8", timeout: 170_000, maxBuffer: 1 << 28 },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

function expectAnswer({ path, state, seconds, megabytes, code, reason }: Line): void {
  expect(state, path).toMatch(/^(?:read|unread)$/);
  if (state === "unread")
    expect([path, code, reason]).toEqual([path, "not-an-app", expect.stringMatching(/\w{3}.*\.$/s)]);
  expect(seconds, `${path}: seconds`).toBeLessThan(mostSeconds);
  expect(megabytes, `${path}: MB`).toBeLessThan(mostMegabytes);
}

test("the shared evil files", () => {
  const lines = look(oddApks);
  expect(lines.map(({ path }) => path)).toEqual(oddApks);
  for (const line of lines) expectAnswer(line);
  const unread = lines.filter(({ state }) => state === "unread").map(({ path }) => fileName(path));
  expect(unread.sort()).toEqual(["androguard-CertChain.apk", "generated-22-truncated-half.apk"]);
}, 180_000);

test("one file for each trick with zips", () => {
  const manifest = writeAxml({ name: "manifest", attributes: { package: "com.evil" } });
  const made = evilApks(manifest, buildDex({ classes: ["La/B;"] }), 7);
  const paths = made.map(({ bytes }, n) => {
    const path = join(folder, `${n}.apk`);
    writeFileSync(path, bytes);
    return path;
  });
  for (const line of look(paths)) expectAnswer(line);
}, 180_000);

describe("contents that cost", () => {
  test.each(Object.entries(evilContents))(
    "%s",
    (name, make) => {
      const path = join(folder, "contents.apk");
      writeFileSync(path, make());
      const [line] = look([path]);
      expect(line?.path).toBe(path);
      if (line) expectAnswer(line);
      const entries = line?.unreadable.map(({ entry }) => entry);
      if (name.startsWith("four DEX")) expect(entries).toHaveLength(4);
      if (name.startsWith("a DEX over")) expect(entries).toEqual(["classes.dex"]);
      expect(readFileSync(path).length).toBeLessThan(40_000_000);
    },
    180_000,
  );
});
