import { afterAll, beforeAll, expect, test } from "vitest";
import type { FollowState } from "../../src/centre/follower.ts";
import type { PhoneHistory } from "../../src/centre/history.ts";
import { examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let clock = Date.UTC(2026, 10, 22);
beforeAll(async () => {
  visited = await visit({ now: () => (clock += 1000) });
});
afterAll(async () => await visited.close());

interface Following {
  readonly state: FollowState;
  readonly news: readonly unknown[];
}

test("following is off at first, is switched on and off, is kept, and says why no phone can be seen", async () => {
  expect(await visited.json<Following>("/following")).toMatchObject({ state: { state: "off" }, news: [] });
  const set = (on: boolean) => visited.json("/following", { method: "PUT", body: { on, notify: false } });
  await set(true);
  const look = async () => (await visited.json<Following>("/following")).state;
  await expect.poll(async () => (await look()).problem?.message ?? "").toMatch(/adb/);
  expect(await look()).toMatchObject({ state: "waiting", settings: { on: true, notify: false } });
  const stream = await visited.ask("/api/v1/following/events");
  const reader = stream.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toMatch(/^event: state\ndata: \{"settings":\{"on":true/);
  await set(false);
  await reader?.cancel();
  expect(await look()).toMatchObject({ state: "off", problem: null });
  expect((await visited.ask("/api/v1/following", { method: "PUT", body: { on: "yes" } })).status).toBe(400);
});

test("what a computer needs to follow phones without the page is told and not set up", async () => {
  const text = async (kind: string) => (await visited.json<{ text: string }>(`/following/service?kind=${kind}`)).text;
  expect(await text("systemd")).toMatch(/^ExecStart=".*" "watch"$/m);
  expect(await text("launchd")).toContain("<string>watch</string>");
  expect(await text("windows")).toContain("New-ScheduledTaskTrigger -AtLogOn");
  expect((await visited.ask("/api/v1/following/service?kind=cron")).status).toBe(400);
});

test("the history of a phone holds all its examinations, and which can still be opened", async () => {
  const history = async (id: string) =>
    await visited.json<{ history: PhoneHistory | null; kept: string[] }>(`/examinations/${id}/history`);
  const first = await examined(visited, "virtual:stock");
  const second = await examined(visited, "virtual:stock");
  await examined(visited, "virtual:hyperos");
  const told = await history(second);
  expect(told.history?.points.map(({ examination }) => examination)).toEqual([first, second]);
  expect(told.kept).toEqual([first, second]);
  await visited.json(`/examinations/${first}`, { method: "DELETE" });
  expect((await history(second)).history?.points).toHaveLength(1);
  expect(await history(first)).toEqual({ history: null, kept: [] });
});
