import { createSignal } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { FollowNews, FollowState } from "../centre/follower.ts";
import type { FollowingSettings } from "../centre/following-settings.ts";
import { ask } from "./api.ts";

interface Following {
  state: FollowState | null;
  /** The latest last. */
  news: readonly FollowNews[];
}

const [following, hold] = createStore<Following>({ state: null, news: [] });
const [told, setTold] = createSignal<FollowNews | null>(null);

/** How following stands, and what was told since Candor was started; null until it is known. */
/** What was told just now, while this page is open; null after it was put away. */
export { following, setTold, told };

let events: EventSource | undefined;
let last = 0;

/** Asks how following stands, and listens where phones are followed. What cannot be asked is not known. */
export async function lookAtFollowing(): Promise<void> {
  const found = await ask<{ readonly state: FollowState; readonly news: readonly FollowNews[] }>("/following").catch(
    () => null,
  );
  if (!found) return;
  hold({ state: found.state });
  hold("news", reconcile([...found.news], { key: "n" }));
  last = Math.max(last, found.news.at(-1)?.n ?? 0);
  listen();
}

/** Switches following on or off, and keeps that. @throws ApiError */
export async function setFollowing(settings: FollowingSettings): Promise<void> {
  hold({ state: await ask<FollowState>("/following", { method: "PUT", body: settings }) });
  listen();
}

/** Only where phones are followed and the page is in sight: browsers let a server have few open connections. */
function listen(): void {
  const wanted = following.state?.settings.on === true && !document.hidden;
  if (!wanted) {
    events?.close();
    events = undefined;
    return;
  }
  if (events) return;
  events = new EventSource(`/api/v1/following/events?after=${last}`);
  events.addEventListener("state", (event) => hold({ state: JSON.parse(event.data) as FollowState }));
  events.addEventListener("news", (event) => {
    const news = JSON.parse(event.data) as FollowNews;
    last = Math.max(last, news.n);
    if (following.news.some(({ n }) => n === news.n)) return;
    hold("news", [...following.news, news]);
    setTold(news);
  });
}

document.addEventListener("visibilitychange", listen);
