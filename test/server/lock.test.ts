import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
beforeEach(async () => {
  visited = await visit();
});
afterEach(() => visited.close());

const good = "copper lantern meadow outrun velvet sixty";
const status = async () => await visited.json<{ state: string; wrong: { count: number; waitMs: number } }>("/privacy");
const post = async (path: string, body: unknown) => await visited.ask(`/api/v1${path}`, { body });

test("a privacy password is set, locks all views, opens them again and is taken away", {
  timeout: 60_000,
}, async () => {
  const id = await examined(visited, "virtual:stock");
  expect(await status()).toMatchObject({ state: "plain" });
  const set = await visited.json<{ sealed: number; status: { state: string } }>("/privacy/set", {
    body: { passphrase: good },
  });
  expect(set).toMatchObject({ status: { state: "unlocked" } });
  expect(set.sealed).toBeGreaterThan(1);
  expect((await visited.ask(`/api/v1/examinations/${id}`)).status).toBe(200);
  expect(await visited.json("/privacy/lock", { body: {} })).toMatchObject({ was: true, status: { state: "locked" } });
  for (const path of [`/examinations/${id}`, "/examinations", "/hidden"]) {
    const refused = await visited.ask(`/api/v1${path}`);
    expect([path, refused.status]).toEqual([path, 423]);
    expect(await refused.json()).toMatchObject({ error: { code: "locked" } });
  }
  expect(await readFile(join(visited.folder, "examinations", `${id}.json.age`), "utf8").catch(String)).not.toContain(
    "properties",
  );
  const wrong = await post("/privacy/unlock", { passphrase: "not this one" });
  expect(wrong.status).toBe(403);
  expect(await wrong.text()).not.toContain("not this one");
  expect((await status()).wrong.count).toBe(1);
  expect(await visited.json("/privacy/unlock", { body: { passphrase: good, minutes: 5 } })).toMatchObject({
    status: { state: "unlocked", wrong: { count: 0 } },
  });
  const sheet = await visited.json<{ html: string; text: string }>("/privacy/sheet", { body: { passphrase: good } });
  expect(sheet.text).toMatch(/AGE-SECRET-KEY-1[0-9A-Z]+/);
  expect(await visited.json("/privacy/remove", { body: { passphrase: good } })).toMatchObject({
    status: { state: "plain" },
  });
  expect((await visited.ask(`/api/v1/examinations/${id}`)).status).toBe(200);
});

test("wrong passphrases make the next one wait, and a restart is no way round it", { timeout: 60_000 }, async () => {
  await visited.json("/privacy/set", { body: { passphrase: good } });
  await visited.json("/privacy/lock", { body: {} });
  for (let i = 0; i < 12 && (await status()).wrong.waitMs === 0; i++)
    expect((await post("/privacy/unlock", { passphrase: `wrong ${i}` })).status).toBe(403);
  expect((await status()).wrong.waitMs).toBeGreaterThan(0);
  const right = await post("/privacy/unlock", { passphrase: good });
  expect(right.status).toBe(409);
  expect(await right.json()).toMatchObject({ error: { code: "refused", message: expect.stringContaining("wrong") } });
});

test("a passphrase that is easily guessed is taken only where the person insists", async () => {
  expect((await post("/privacy/set", { passphrase: "password1" })).status).toBe(409);
  expect(await status()).toMatchObject({ state: "plain" });
  expect(await visited.json("/privacy/strength", { body: { passphrase: "password1" } })).toMatchObject({
    grade: "weak",
    hints: expect.arrayContaining(["common", "short"]),
  });
  expect(await visited.json("/privacy/strength", { body: { passphrase: good } })).toMatchObject({ hints: [] });
  expect((await post("/privacy/set", { passphrase: "password1", weakToo: true })).status).toBe(200);
});

test("what was forgotten is put aside, and only by whoever says so", async () => {
  await examined(visited, "virtual:stock");
  await visited.json("/privacy/set", { body: { passphrase: good } });
  await visited.json("/privacy/lock", { body: {} });
  expect((await post("/privacy/reset", {})).status).toBe(400);
  const { aside, status: after } = await visited.json<{ aside: string; status: { state: string; aside: string[] } }>(
    "/privacy/reset",
    { body: { understood: true } },
  );
  expect(after.state).toBe("plain");
  expect(after.aside).toHaveLength(1);
  expect(aside).toContain(after.aside[0] ?? "nothing");
  expect(await visited.json("/examinations")).toEqual({ examinations: [] });
});

test("apps are hidden only sealed, listed while it is open, and brought back", { timeout: 60_000 }, async () => {
  const phone = "virtual:stock";
  const table = await visited.json<{ rows: { package: string; system: boolean | null }[] }>(
    `/examinations/${await examined(visited, phone)}/apps`,
  );
  const name = table.rows.find(({ system }) => system === false)?.package ?? "";
  const { calls, reason } = await visited.json<{ calls: unknown[]; reason: string }>("/hidden/calls", {
    body: { packages: [name], way: "disable" },
  });
  const planned = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  const apply = { phone, calls, agreed: planned.digest, reason };
  expect(await visited.job("/apply", { body: apply })).toMatchObject({ type: "failed", failure: { code: "refused" } });
  await visited.json("/privacy/set", { body: { passphrase: good } });
  done(await visited.job("/apply", { body: apply }));
  const { apps } = await visited.json<{ apps: { package: string; entry: number; place: number }[] }>("/hidden");
  expect(apps).toMatchObject([{ package: name, way: "disable", user: 0 }]);
  const [{ entry, place } = { entry: -1, place: -1 }] = apps;
  done(await visited.job("/undo", { body: { phone, entry, places: [place] } }));
  expect(await visited.json("/hidden")).toMatchObject({ apps: [] });
});
