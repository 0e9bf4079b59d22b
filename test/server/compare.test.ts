import { afterAll, beforeAll, expect, test } from "vitest";
import type { ComparedExaminations } from "../../src/centre/compare-examinations.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let clock = Date.UTC(2026, 10, 22);
beforeAll(async () => {
  visited = await visit({ now: () => (clock += 1000) });
});
afterAll(async () => await visited.close());

test("a second examination is held against the first: what was mended is gone, what was made is new", async () => {
  const phone = "virtual:hyperos";
  const first = await examined(visited, phone);
  expect(await visited.json(`/examinations/${first}/since`)).toEqual({ compared: null });
  const calls = [
    { action: "set-global-setting", params: { key: "package_verifier_user_consent", value: "-1" } },
    { action: "set-global-setting", params: { key: "stay_on_while_plugged_in", value: "7" } },
    { action: "set-global-setting", params: { key: "adb_enabled", value: "1" } },
    { action: "set-global-setting", params: { key: "http_proxy", value: "192.0.2.1:8080" } },
  ];
  const { digest } = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  const made = done(await visited.job<{ n: number }>("/apply", { body: { phone, calls, agreed: digest } }));
  const second = await examined(visited, phone);
  await visited.job("/undo", { body: { phone, entry: made.n } });
  const third = await examined(visited, phone);
  const since = (id: string) => visited.json<{ compared: ComparedExaminations }>(`/examinations/${id}/since`);
  const { compared: worse } = await since(second);
  expect(worse).toMatchObject({ samePhone: true, before: { id: first }, after: { id: second } });
  expect(worse.comparison.counts).toMatchObject({ "not-read": 0 });
  expect(worse.comparison.counts.new).toBeGreaterThan(0);
  const { compared: better } = await since(third);
  expect(better.before.id).toBe(second);
  expect(better.comparison.counts.gone).toBe(worse.comparison.counts.new);
  const same = await visited.json<ComparedExaminations>(`/compare?before=${first}&after=${third}`);
  expect(same.comparison.counts.new + same.comparison.counts.gone).toBe(0);
});

test("what is no examination is told", async () => {
  expect((await visited.ask("/api/v1/compare?before=x&after=y")).status).toBe(400);
  expect(
    (await visited.ask("/api/v1/compare?before=20260101T000000-00000000&after=20260101T000000-00000001")).status,
  ).toBe(404);
  expect((await visited.ask("/api/v1/compare")).status).toBe(400);
});
