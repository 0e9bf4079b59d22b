import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppInDepth } from "../../src/centre/app-in-depth.ts";
import type { AppTable } from "../../src/centre/app-table.ts";
import type { ChosenChanges } from "../../src/centre/permission-choice.ts";
import type { PermissionMatrix } from "../../src/centre/permission-matrix.ts";
import type { Preinstalled } from "../../src/centre/preinstalled.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let id = "";
const phone = "virtual:hyperos";
const there = `/phones/${encodeURIComponent(phone)}`;
beforeAll(async () => {
  visited = await visit();
  id = await examined(visited, phone, true);
}, 60_000);
afterAll(async () => await visited.close());

test("the apps of an examination come as a table, and one in depth", async () => {
  const { rows, notLookedInto, summary } = await visited.json<AppTable>(`/examinations/${id}/apps`);
  expect(notLookedInto).toBeNull();
  expect(rows).toHaveLength(summary.shown);
  expect(rows.some(({ companies }) => companies.length > 0)).toBe(true);
  expect(rows.some(({ lastOpened }) => lastOpened.state === "opened")).toBe(true);
  const tracked = rows.find(({ trackers, system }) => (trackers ?? 0) > 0 && !system);
  const app = await visited.json<AppInDepth>(`/examinations/${id}/apps/${tracked?.package}`);
  expect(app.row).toEqual(tracked);
  expect(app.view.records[0]?.schema).toBe("candor.app/1");
  expect(app.permissions.map(({ package: name }) => name)).toContain(tracked?.package);
  expect(app.history).toEqual([]);
  const [{ package: worst } = { package: "" }] = rows;
  const { findings } = await visited.json<AppInDepth>(`/examinations/${id}/apps/${worst}`);
  expect(findings.length).toBeGreaterThan(0);
});

test("an app that there is not, and an examination that there is not, are told", async () => {
  expect((await visited.ask(`/api/v1/examinations/${id}/apps/com.example.absent`)).status).toBe(404);
  expect((await visited.ask("/api/v1/examinations/20261122T000000-00000000/apps")).status).toBe(404);
  expect((await visited.ask("/api/v1/examinations/..%2F..%2Fadbkey/apps")).status).toBe(400);
});

test("apps that were not looked into are listed, and no verdict is given", async () => {
  const plain = await examined(visited, "virtual:stock");
  const { rows, notLookedInto } = await visited.json<AppTable>(`/examinations/${plain}/apps`);
  expect(notLookedInto).not.toBeNull();
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.every(({ depth, unread, trackers }) => depth === "none" && unread && trackers === null)).toBe(true);
});

test("permissions are told as examined and as they are now; a wish becomes changes", async () => {
  const then = await visited.json<PermissionMatrix>(`/examinations/${id}/permissions`);
  const now = await visited.json<PermissionMatrix>(`${there}/permissions`);
  expect(now.rows.length).toBe(then.rows.length);
  const row = now.rows.find(
    ({ system, cells }) =>
      !system && cells.some(({ group, state }) => group === "location" && /allowed|use/.test(state)),
  );
  const wish = { permissions: ["location"], to: "deny", apps: [row?.package], user: row?.user, unusedDays: null };
  const chosen = await visited.json<ChosenChanges>(`${there}/permissions/choice`, { body: wish });
  expect(chosen.calls.length).toBeGreaterThan(0);
  const { plan, digest } = await visited.json<{ plan: unknown; digest: string }>("/plan", {
    body: { phone, calls: chosen.calls },
  });
  expect(plan).toBeTruthy();
  const made = done(
    await visited.job<{ n: number; results: { outcome: string }[] }>("/apply", {
      body: { phone, calls: chosen.calls, agreed: digest },
    }),
  );
  expect(new Set(made.results.map(({ outcome }) => outcome))).toEqual(new Set(["done"]));
  const { history } = await visited.json<AppInDepth>(`/examinations/${id}/apps/${row?.package}`);
  expect(history).toHaveLength(chosen.calls.length);
  await visited.job("/undo", { body: { phone, entry: made.n } });
});

test("rules of permissions are kept, and what is none is refused", async () => {
  const rules = ["unused 90d: location, camera -> deny"];
  await visited.json("/permission-rules", { method: "PUT", body: { rules } });
  expect(await visited.json("/permission-rules")).toMatchObject({ rules: [{ text: rules[0] }] });
  const wrong = await visited.ask("/api/v1/permission-rules", { method: "PUT", body: { rules: ["nonsense"] } });
  expect(wrong.status).toBe(400);
  expect(await visited.json("/permission-rules")).toMatchObject({ rules: [{ text: rules[0] }] });
});

interface Collection {
  readonly switches: readonly {
    readonly id: string;
    readonly state: string;
    readonly user: number | null;
    readonly calls: { readonly off: unknown };
  }[];
}

test("switches of data collection are told, switched off, and the choice is noted", async () => {
  const then = await visited.json<Collection>(`/examinations/${id}/collection`);
  const one = then.switches.find(({ state }) => state === "on");
  const calls = [one?.calls.off];
  const { digest } = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  done(await visited.job("/apply", { body: { phone, calls, agreed: digest } }));
  const now = await visited.json<Collection>(`${there}/collection`);
  expect(now.switches.find(({ id }) => id === one?.id)).toMatchObject({
    state: "off",
    since: { entry: expect.any(Number) },
  });
  const body = { to: "off", switches: [{ id: one?.id, user: one?.user }] };
  expect(await visited.json(`${there}/collection/consent`, { body })).toEqual({ problem: null });
  const { rows } = await visited.json<{ rows: { kind: string }[] }>("/journal");
  expect(rows[0]?.kind).toBe("consent");
});

test("what came with the phone is told, with what each preset would put away", async () => {
  type Told = Preinstalled & { readonly presets: Record<string, readonly string[]> };
  const then = await visited.json<Told>(`/examinations/${id}/preinstalled`);
  const now = await visited.json<Told>(`${there}/preinstalled?user=0`);
  expect(now.apps.map(({ name }) => name)).toEqual(then.apps.map(({ name }) => name));
  expect(now.presets["minimal"]?.length).toBeGreaterThan(now.presets["gentle"]?.length ?? 0);
  const packages = now.presets["gentle"];
  const { calls } = await visited.json<{ calls: unknown[] }>("/preinstalled/calls", {
    body: { packages, user: 0, way: "disable" },
  });
  expect(calls).toHaveLength(packages?.length ?? 0);
  const { text } = await visited.json<{ text: string }>("/preinstalled/selection/write", { body: { packages } });
  expect(await visited.json("/preinstalled/selection/read", { body: { text } })).toEqual({ packages });
  expect((await visited.ask(`/api/v1${there}/preinstalled?user=x`)).status).toBe(400);
});
