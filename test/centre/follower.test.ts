import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepExamination } from "../../src/centre/examinations.ts";
import { examine } from "../../src/centre/examine.ts";
import { takeLock } from "../../src/centre/folder-lock.ts";
import { type FollowEvent, Follower, type FollowNews } from "../../src/centre/follower.ts";
import { readFollowing } from "../../src/centre/following-settings.ts";
import { growingEvents } from "../../src/centre/growing-events.ts";
import { lockNow, setPassphrase, unlock } from "../../src/centre/privacy-lock.ts";
import { openPrivate, type PrivatePlace } from "../../src/centre/private-store.ts";
import type { PhoneEvent } from "../../src/centre/watch.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

let place: PrivatePlace & { readonly process: { readonly env: NodeJS.ProcessEnv } };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-follow-"));
  const env = { XDG_RUNTIME_DIR: folder, PATH: "" };
  place = { dataFolder: join(folder, "data"), now: () => Date.UTC(2026, 10, 22, 9), process: { env } };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const phone = createPhone("stock", { now: () => Date.UTC(2026, 10, 22, 9) });
const { serial } = phone;

/** A follower of one phone that a test plugs in and out. */
function following() {
  const cable = growingEvents<PhoneEvent>(forever());
  const shown: string[] = [];
  const follower = new Follower({
    place,
    events: (signal) => until(signal, cable.events),
    open: async () => phoneSource(phone),
    refOf: (name) => `serial:${name}`,
    notify: async ([title]) => {
      shown.push(title);
      return null;
    },
  });
  const plug = () => cable.add({ kind: "connected", phone: serial });
  const news = async (count: number): Promise<readonly FollowNews[]> => {
    await expect.poll(async () => (await follower.news()).length, { timeout: 30_000 }).toBe(count);
    return await follower.news();
  };
  return { follower, plug, unplug: () => cable.add({ kind: "gone", phone: serial }), news, shown };
}

async function* forever(): AsyncGenerator<PhoneEvent> {
  await new Promise(() => {});
  yield { kind: "gone", phone: "" };
}

async function* until(signal: AbortSignal, events: AsyncIterable<PhoneEvent>): AsyncGenerator<PhoneEvent> {
  const ended = new Promise<"ended">((resolve) => signal.addEventListener("abort", () => resolve("ended")));
  const each = events[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([each.next(), ended]);
    if (next === "ended" || next.done === true) return;
    yield next.value;
  }
}

async function examineOnce(): Promise<void> {
  const found = await examine(phoneSource(phone), { dataFolder: place.dataFolder });
  await keepExamination(await openPrivate(place), { ...found, phone: `serial:${serial}` }, place.now());
}

test("off at first; switched on it leaves strangers alone, follows what was examined, and tells a change once", async () => {
  const { follower, plug, unplug, news, shown } = following();
  await follower.begin();
  expect(await follower.state()).toMatchObject({ state: "off", settings: { on: false } });
  await follower.set({ on: true, notify: true });
  expect(await readFollowing(place.dataFolder)).toEqual({ on: true, notify: true });
  plug();
  await expect.poll(async () => (await follower.state()).strangers).toEqual([serial]);
  unplug();
  await expect.poll(async () => (await follower.state()).strangers).toEqual([]);
  await examineOnce();
  plug();
  const [first] = await news(1);
  expect(first).toMatchObject({ first: true, notified: false, model: "Pixel 8" });
  phone.state.settings.global.set("package_verifier_enable", "0");
  plug();
  const told = await news(2);
  expect(told[1]).toMatchObject({ first: false, notified: true });
  expect(told[1]?.news?.findings.map(({ difference }) => difference)).toEqual(["new"]);
  expect(shown).toEqual(["Candor: Pixel 8"]);
  const stop = new AbortController();
  const events: FollowEvent[] = [];
  for await (const event of follower.events(first?.n ?? 0, stop.signal)) {
    events.push(event);
    if (events.length === 2) stop.abort();
  }
  expect(events.map((event) => (event.type === "news" ? event.news.n : event.state.state))).toEqual(["waiting", 2]);
  await follower.set({ on: false, notify: true });
  expect(await follower.state()).toMatchObject({ state: "off" });
  phone.state.settings.global.delete("package_verifier_enable");
}, 60_000);

test("locked: nothing is told or remembered, and a phone that came meanwhile is examined after it was unlocked", async () => {
  await examineOnce();
  const { follower, plug, news } = following();
  await follower.set({ on: true, notify: false });
  plug();
  await news(1);
  await setPassphrase(place, "copper lantern meadow outrun", 10);
  await lockNow(place);
  expect(await follower.news()).toEqual([]);
  expect(await follower.state()).toMatchObject({ state: "locked" });
  phone.state.settings.global.set("package_verifier_enable", "0");
  plug();
  await unlock(place, "copper lantern meadow outrun", 60_000);
  await expect
    .poll(
      async () => {
        await follower.look();
        return (await follower.news()).length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  expect((await follower.news())[0]).toMatchObject({ first: false, notified: false });
  await follower.close();
  phone.state.settings.global.delete("package_verifier_enable");
}, 60_000);

test("where another Candor follows phones, this one waits until it has ended", async () => {
  const { follower } = following();
  mkdirSync(place.dataFolder, { recursive: true });
  const release = await takeLock(join(place.dataFolder, "watch.lock"), new Date(0));
  await follower.set({ on: true, notify: false });
  await expect.poll(async () => (await follower.state()).state).toBe("elsewhere");
  await release();
  await follower.look();
  await expect.poll(async () => (await follower.state()).state).toBe("waiting");
  await follower.close();
});

test("while a phone is examined it is told how much is done: upwards, and never the whole", async () => {
  const { follower, plug, news } = following();
  await examineOnce();
  await follower.set({ on: true, notify: false });
  const stop = new AbortController();
  const seen: (number | null)[] = [];
  const watching = (async () => {
    for await (const event of follower.events(0, stop.signal))
      if (event.type === "state") seen.push(event.state.percent);
  })();
  plug();
  await news(1);
  await expect.poll(async () => (await follower.state()).percent, { timeout: 30_000 }).toBeNull();
  stop.abort();
  await watching;
  await follower.close();
  const percents = seen.filter((each) => each !== null);
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
  expect(percents.filter((each) => each > 0 && each < 100).length).toBeGreaterThan(1);
  expect(percents.length).toBe(percents.filter((each) => each < 100).length);
}, 60_000);
