import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Opened } from "../../src/centre/guide.ts";
import type { WatchedFinding } from "../../src/centre/watch-finding.ts";
import type { Report } from "../../src/core/report.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
const phone = "virtual:hyperos";
const there = `/phones/${encodeURIComponent(phone)}`;
beforeAll(async () => {
  visited = await visit();
});
afterAll(async () => await visited.close());

/** A finding that Candor can end, with the change that does. */
async function mendable() {
  const id = await examined(visited, phone);
  const { report } = await visited.json<{ report: Report }>(`/examinations/${id}`);
  for (const { check, findings = [] } of report.outcomes)
    for (const finding of findings)
      if (finding.remedy?.kind === "action" && finding.remedy.action === "set-global-setting")
        return { check, finding, calls: [{ action: finding.remedy.action, params: finding.remedy.params }] };
  throw new Error("nothing to mend");
}

test("a finding is watched until it has ended, whoever ends it", async () => {
  const { check, finding, calls } = await mendable();
  const body = { check, finding: { subject: finding.subject, messageKey: finding.messageKey }, seconds: 30 };
  const once = await visited.job<WatchedFinding>(`${there}/watch`, { body: { ...body, seconds: 1 } });
  expect(done(once)).toEqual({ state: "there" });
  const watching = visited.job<WatchedFinding>(`${there}/watch`, { body });
  const { digest } = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  done(await visited.job("/apply", { body: { phone, calls, agreed: digest } }));
  expect(done(await watching)).toMatchObject({ state: "ended" });
  expect((await visited.ask(`/api/v1${there}/watch`, { body: { ...body, check: "no-such" } })).status).toBe(404);
}, 60_000);

test("a screen is opened on the phone, or it is said why not", async () => {
  const { screens } = await visited.json<{ screens: { id: string }[] }>("/screens");
  const opened = await visited.json<Opened>(`${there}/screens/${screens[0]?.id}`, { body: {} });
  expect(opened.way.length).toBeGreaterThan(0);
  expect(["opened", "not-opened"]).toContain(opened.state);
  expect((await visited.ask(`/api/v1${there}/screens/none`, { body: {} })).status).toBe(404);
});

test("apps that were put away come back, and a script brings them back without Candor", async () => {
  type Told = { readonly apps: { readonly name: string; readonly states: { user: number; state: string }[] }[] };
  const before = await visited.json<Told & { presets: Record<string, string[]> }>(`${there}/preinstalled`);
  const packages = before.presets["minimal"]?.slice(0, 3) ?? [];
  const { calls } = await visited.json<{ calls: unknown[] }>("/preinstalled/calls", {
    body: { packages, user: 0, way: "uninstall" },
  });
  const { digest } = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  done(await visited.job("/apply", { body: { phone, calls, agreed: digest, irreversible: true } }));
  const { script, apps } = await visited.json<{ script: string; apps: number }>(`${there}/rescue`, { method: "POST" });
  expect(apps).toBe(packages.length);
  for (const name of packages) expect(script).toContain(name);
  const plan = await visited.json<{ digest: string }>(`${there}/restore/plan`, { body: { packages: null } });
  expect(plan).toMatchObject({ entries: [{ places: [2, 1, 0].slice(-packages.length) }], calls: [], unknown: [] });
  const other = { packages: packages.slice(0, 1), agreed: plan.digest };
  expect(await visited.job(`${there}/restore`, { body: other })).toMatchObject({ failure: { code: "refused" } });
  const body = { packages: null, agreed: plan.digest };
  const { made } = done(await visited.job<{ made: unknown[] }>(`${there}/restore`, { body }));
  expect(made.length).toBeGreaterThan(0);
  expect((await visited.json<Told>(`${there}/preinstalled`)).apps).toEqual(before.apps);
  const none = await visited.job(`${there}/restore`, { body: { packages: ["com.example.none"], agreed: plan.digest } });
  expect(none).toMatchObject({ type: "failed", failure: { code: "refused" } });
}, 60_000);

test("language and appearance are kept, and what is none is refused", async () => {
  expect(await visited.json("/settings")).toEqual({ language: null, theme: "system" });
  const body = { language: "id", theme: "dark" };
  await visited.json("/settings", { method: "PUT", body });
  expect(await visited.json("/settings")).toEqual(body);
  expect((await visited.ask("/api/v1/settings", { method: "PUT", body: { ...body, language: "../x" } })).status).toBe(
    400,
  );
  const path = join(visited.folder, "settings.json");
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(body);
  await writeFile(path, "{");
  expect(await visited.json("/settings")).toEqual({ language: null, theme: "system" });
});
