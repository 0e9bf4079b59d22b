import { createEffect, type JSX, onMount, Show } from "solid-js";
import type { FollowNews } from "../../centre/follower.ts";
import { following, lookAtFollowing, setTold, told } from "../following.ts";
import { t } from "../i18n.ts";
import { privacy } from "../privacy.ts";
import { path } from "../router.ts";
import { Link } from "./link.tsx";
import { NewsCounts } from "./news-counts.tsx";
import "../style/history.css";

/** What following told just now, over whatever view is shown; also as a notification of the browser, where the computer shows none and it may. */
export default function FollowToast(): JSX.Element {
  onMount(() => {
    setTold(null);
    void lookAtFollowing();
  });
  createEffect(() => {
    const news = told();
    if (news && !news.first && !news.notified && following.state?.settings.notify) notifyByBrowser(news);
  });
  // Whoever went to what it tells of has seen it.
  createEffect(() => {
    if (path() === examinationOf(told())) setTold(null);
  });
  return (
    <div role="status" class="no-print">
      <Show when={told()}>
        {(news) => (
          <div class="toast">
            <p>
              <strong>{t("following.toast", { model: news().model })}</strong>
            </p>
            <Show when={news().news} fallback={<p>{t(news().first ? "following.first" : "following.notCompared")}</p>}>
              {(changes) => (
                <Show when={!news().first} fallback={<p>{t("following.first")}</p>}>
                  <NewsCounts news={changes()} />
                </Show>
              )}
            </Show>
            <p class="soft">{t("following.remind")}</p>
            <div class="row wrap">
              <Link to={examinationOf(news()) ?? "/"} class="button">
                {t("following.show")}
              </Link>
              <button type="button" class="button quiet" onClick={() => setTold(null)}>
                {t("work.close")}
              </button>
            </div>
          </div>
        )}
      </Show>
    </div>
  );
}

const examinationOf = (news: FollowNews | null): string | undefined =>
  news === null ? undefined : `/e/${encodeURIComponent(news.examination)}`;

/** With a privacy password it tells nothing of the phone: it is shown on a locked screen, too. */
function notifyByBrowser(news: FollowNews): void {
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  const isPrivate = privacy()?.state !== "plain";
  const body = isPrivate ? t("following.browserPrivate") : t("following.toast", { model: news.model });
  new Notification(t("app.title"), { body, tag: `candor-${news.n}` });
}
