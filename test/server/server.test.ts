import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/server/server.ts";

let folder = "";
let server: RunningServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-server-"));
  // A port that no adb server listens on: the tests see no phone of this computer.
  server = await startServer({
    dataFolder: folder,
    now: () => Date.UTC(2026, 10, 22),
    env: { ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", PATH: "" },
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const base = () => `http://127.0.0.1:${server.port}`;

/** A browser that was let in: its cookie, and the Origin that it sends. */
async function browser() {
  const opened = await fetch(server.link(), { redirect: "manual" });
  expect(opened.status).toBe(303);
  const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
  return async (path: string, init: { method?: string; body?: unknown; headers?: Record<string, string> } = {}) =>
    await fetch(`${base()}${path}`, {
      method: init.method ?? (init.body === undefined ? "GET" : "POST"),
      headers: { cookie, origin: base(), "content-type": "application/json", ...init.headers },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      redirect: "manual",
    });
}

/** The last event of a job. */
async function finished(ask: Awaited<ReturnType<typeof browser>>, started: Response) {
  const { job } = (await started.json()) as { readonly job: string };
  const text = await (await ask(`/api/v1/jobs/${job}/events`)).text();
  const last = text.trim().split("\n\n").at(-1) ?? "";
  return JSON.parse(/^data: (.*)$/m.exec(last)?.[1] ?? "null");
}

test("a link lets one browser in, once", async () => {
  const link = server.link();
  expect((await fetch(link, { redirect: "manual" })).status).toBe(303);
  const again = await fetch(link, { redirect: "manual" });
  expect(again.status).toBe(403);
  expect(await again.text()).toContain("press Enter");
});

test.each([
  ["no cookie", "/api/v1/phones", {}, 401],
  ["a made-up cookie", "/api/v1/phones", { cookie: "candor-1=abc" }, 401],
  ["another name of the host", "/", { host: "evil.example" }, 421],
  ["another page", "/", { "sec-fetch-site": "cross-site" }, 403],
  ["another port of this computer", "/", { "sec-fetch-site": "same-site" }, 403],
])("%s is refused", async (_, path, headers, status) => {
  const { request } = await import("node:http");
  const found = await new Promise<number | undefined>((resolve, reject) =>
    request(`${base()}${path}`, { headers }, (answer) => resolve(answer.resume().statusCode))
      .once("error", reject)
      .end(),
  );
  expect(found).toBe(status);
});

test("a post of another origin, or of none, is refused", async () => {
  const ask = await browser();
  for (const origin of ["http://evil.example", "null", `http://127.0.0.1:${server.port + 1}`])
    expect((await ask("/api/v1/examinations", { body: { phone: "virtual:stock" }, headers: { origin } })).status).toBe(
      403,
    );
});

test("answers forbid framing, inline scripts and caching", async () => {
  const { headers } = await (await browser())("/api/v1/about");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("strict-transport-security")).toBeNull();
});

test.each(["/../package.json", "/assets/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/nothing.js"])(
  "%s gives no file of the disk",
  async (path) => {
    const answer = await (await browser())(path);
    // Without an ending it may be a view, which the page itself reads.
    if (answer.status === 200) expect(await answer.text()).toMatch(/^<!doctype html>/i);
    else expect([404, 400]).toContain(answer.status);
  },
);

test("too much, and what is no JSON, is told", async () => {
  const ask = await browser();
  expect((await ask("/api/v1/plan", { body: { phone: 5 } })).status).toBe(400);
  expect((await ask("/api/v1/nothing")).status).toBe(404);
  // Whoever goes on sending after the refusal may only see the connection end.
  const large = await ask("/api/v1/plan", { body: { phone: "x".repeat(2_000_000), calls: [] } }).catch(() => null);
  expect(large?.status ?? 413).toBe(413);
  expect((await ask("/api/v1/about").catch(() => ask("/api/v1/about"))).status).toBe(200);
});

test("a virtual phone is examined, changed and changed back, and remembers it meanwhile", async () => {
  const ask = await browser();
  const examined = await finished(
    ask,
    await ask("/api/v1/examinations", { body: { phone: "virtual:stock", apps: false } }),
  );
  expect(examined).toMatchObject({ type: "done" });
  const { id } = examined.result.examination;
  const { examinations } = (await (await ask("/api/v1/examinations")).json()) as { examinations: { id: string }[] };
  expect(examinations.map((each) => each.id)).toEqual([id]);
  const { report } = (await (await ask(`/api/v1/examinations/${id}`)).json()) as { report: { schema: string } };
  expect(report.schema).toBe("candor.report/1");
  const calls = [{ action: "set-global-setting", params: { key: "candor_example", value: "1" } }];
  const planned = (await (await ask("/api/v1/plan", { body: { phone: "virtual:stock", calls } })).json()) as {
    digest: string;
  };
  const other = await finished(
    ask,
    await ask("/api/v1/apply", { body: { phone: "virtual:stock", calls, agreed: "0".repeat(64) } }),
  );
  expect(other).toMatchObject({ type: "failed", failure: { message: expect.stringContaining("has changed") } });
  const made = await finished(
    ask,
    await ask("/api/v1/apply", { body: { phone: "virtual:stock", calls, agreed: planned.digest } }),
  );
  expect(made.result.results).toMatchObject([{ outcome: "done" }]);
  const undone = await finished(
    ask,
    await ask("/api/v1/undo", { body: { phone: "virtual:stock", entry: made.result.n } }),
  );
  expect(undone.result.results).toMatchObject([{ outcome: "done" }]);
  const { rows } = (await (await ask("/api/v1/journal")).json()) as { rows: { kind: string }[] };
  expect(rows.map(({ kind }) => kind)).toEqual(["undo", "change"]);
});

test("a job is stopped, and its events are taken up again where they were left", async () => {
  const ask = await browser();
  const started = await ask("/api/v1/examinations", { body: { phone: "virtual:hyperos", apps: true } });
  const { job } = (await started.json()) as { job: string };
  const stopped = await ask(`/api/v1/jobs/${job}`, { method: "DELETE" });
  expect(stopped.status, await stopped.text()).toBe(200);
  const text = await (await ask(`/api/v1/jobs/${job}/events`)).text();
  expect(text).toContain("event: stopped");
  const last = Number([...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1]);
  expect(await (await ask(`/api/v1/jobs/${job}/events`, { headers: { "last-event-id": String(last) } })).text()).toBe(
    "",
  );
  expect(
    await (await ask(`/api/v1/jobs/${job}/events`, { headers: { "last-event-id": String(last - 1) } })).text(),
  ).toContain("stopped");
});
