import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listFeeds, loadFeeds, updateFeeds } from "../../src/centre/feeds.ts";
import type { Feed } from "../../src/core/feed.ts";
import { type ExodusTrackers, exodusTrackers } from "../../src/feeds/exodus-trackers.ts";
import { type StalkerwareSamples, sampleApp, stalkerwareSamples } from "../../src/feeds/stalkerware-samples.ts";

const root = join(import.meta.dirname, "../..");
const shared = join(root, "../shared/feeds");
const noon = Date.UTC(2026, 6, 1, 12);
const feeds = [exodusTrackers, stalkerwareSamples] as readonly Feed<unknown>[];

let folder: string;
let server: Server;
let base: string;
let bodies: Record<string, Buffer>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-app-feeds-"));
  bodies = {
    "/exodus-trackers/trackers.json": readFileSync(join(shared, "exodus/trackers.json")),
    "/stalkerware-samples/samples.csv": readFileSync(join(shared, "stalkerware-indicators/samples.csv")),
  };
  server = createServer(({ url }, response) => {
    const body = bodies[url ?? ""];
    response.writeHead(body ? 200 : 404).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const update = () => updateFeeds(folder, { feeds, base, now: () => noon });

test("without an update there is neither list, and that is said", async () => {
  expect((await listFeeds(folder, feeds)).map(({ loaded, problem }) => [loaded, problem])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("both lists are fetched, stored and found in them again what they hold", async () => {
  const results = await update();
  expect(results.map(({ id, state, before, after, date }) => [id, state, before, after, date])).toEqual([
    ["exodus-trackers", "updated", 0, 432, "2026-07-01"],
    ["stalkerware-samples", "updated", 0, 3_228, "2026-07-01"],
  ]);
  const [exodus, samples] = await loadFeeds(folder, feeds);
  const { trackers } = (exodus?.value ?? { trackers: [] }) as ExodusTrackers;
  expect(trackers.find(({ id }) => id === 12)).toMatchObject({
    name: "AppsFlyer",
    codeSignature: "com.appsflyer.",
    networkSignature: "appsflyer\\.com",
  });
  const known = "2f3bc9ebe8c249f0416f5b0367f34b4b8f6aaa7d351dc5b4912fe2558491b6b7";
  expect(sampleApp(samples?.value as StalkerwareSamples, known)).toBe("1TopSpy");
  expect((await update()).map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
});

test("a page that is not the list, or one tracker that cannot be kept, leaves the old list in use", async () => {
  await update();
  for (const body of ["<html>Sign in</html>", '{"trackers":{"1":{"id":1,"name":"X","code_signature":5}}}']) {
    bodies["/exodus-trackers/trackers.json"] = Buffer.from(body);
    bodies["/stalkerware-samples/samples.csv"] = Buffer.from(body);
    expect((await update()).map(({ state, after }) => [state, after])).toEqual([
      ["refused", 432],
      ["refused", 3_228],
    ]);
  }
  expect((await loadFeeds(folder, feeds)).map(({ entries }) => entries)).toEqual([432, 3_228]);
});

test("a list that shrank to less than half is not taken", async () => {
  await update();
  const original = JSON.parse(readFileSync(join(shared, "exodus/trackers.json"), "utf8")) as { trackers: object };
  const some = Object.fromEntries(Object.entries(original.trackers).slice(0, 200));
  bodies["/exodus-trackers/trackers.json"] = Buffer.from(JSON.stringify({ trackers: some }));
  expect((await update())[0]).toMatchObject({
    state: "refused",
    reason: expect.stringContaining("432 entries to 200"),
  });
});

test("`candor feeds update exodus-trackers` does it from the command line", { timeout: 60_000 }, async () => {
  const env = { ...process.env, CANDOR_HOME: folder, CANDOR_FEED_BASE: base };
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [join(root, "bin/candor.mjs"), ...args], { env });
    let out = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (out += String(data)));
    const code = await new Promise((resolve) => child.once("close", resolve));
    return { code, out };
  };
  const updated = await run("feeds", "update", "exodus-trackers");
  expect(updated.code, updated.out).toBe(0);
  expect(updated.out).toContain("432");
  expect(readdirSync(join(folder, "feeds"))).toEqual(["exodus-trackers.json"]);
  const listed = await run("feeds", "list");
  expect(listed.out).toMatch(/exodus-trackers[\s\S]*432/);
  expect(listed.out).toContain("trackers");
});
