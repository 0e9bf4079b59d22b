import { For, type JSX, Show } from "solid-js";
import type { FollowNews } from "../../../centre/follower.ts";
import type { News } from "../../../centre/watch-told.ts";
import { findingSaid, outcomeSaid } from "../../answers.ts";
import { formatTime, t } from "../../i18n.ts";
import { Link } from "../../parts/link.tsx";
import { NewsCounts } from "../../parts/news-counts.tsx";
import { SaidText } from "../../parts/said.tsx";
import { SeverityMark } from "../../parts/severity.tsx";

/** Findings of one telling that are shown. */
const shownFirst = 8;

/** What was told since Candor was started, the latest first. */
export function ToldNews(props: { readonly news: readonly FollowNews[] }): JSX.Element {
  return (
    <section aria-labelledby="following-told">
      <h2 class="section" id="following-told">
        {t("following.told")}
      </h2>
      <Show when={props.news.length > 0} fallback={<p class="soft">{t("following.toldNone")}</p>}>
        <p class="soft">{t("following.toldSince")}</p>
        <ul class="cards">
          <For each={props.news.toReversed()}>{(each) => <Told of={each} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function Told(props: { readonly of: FollowNews }): JSX.Element {
  const news = () => (props.of.first ? null : props.of.news);
  return (
    <li class="card column">
      <div class="row wrap">
        <h3 class="grow">{props.of.model}</h3>
        <time class="soft" datetime={props.of.at}>
          {formatTime(props.of.at)}
        </time>
      </div>
      <Show when={news()} fallback={<p>{t(props.of.first ? "following.first" : "following.notCompared")}</p>}>
        {(changes) => <Changes news={changes()} />}
      </Show>
      <p class="no-print">
        <Link to={`/e/${encodeURIComponent(props.of.examination)}`}>
          {t("following.show")}
          <span class="visually-hidden">
            : {props.of.model}, {formatTime(props.of.at)}
          </span>
        </Link>
      </p>
    </li>
  );
}

function Changes(props: { readonly news: News }): JSX.Element {
  const findings = () => props.news.findings;
  return (
    <>
      <NewsCounts news={props.news} />
      <ul class="differences">
        <For each={findings().slice(0, shownFirst)}>
          {(each) => (
            <li>
              <span class="row wrap">
                <SeverityMark severity={each.severity} />
                <span class="soft">{t(`overview.difference.${each.difference}`)}</span>
              </span>
              <Show when={each.after ?? each.before} fallback={<span>{each.title}</span>}>
                {(finding) => <SaidText said={findingSaid(each.check, finding())} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={findings().length > shownFirst}>
        <p class="soft">{t("following.more", { count: findings().length - shownFirst })}</p>
      </Show>
      <Questions title={t("following.lostTitle")} of={props.news.lost} />
      <Questions title={t("following.regainedTitle")} of={props.news.regained} />
    </>
  );
}

function Questions(props: { readonly title: string; readonly of: News["lost"] }): JSX.Element {
  return (
    <Show when={props.of.length > 0}>
      <p>
        <strong>{props.title}</strong>
      </p>
      <ul>
        <For each={props.of.slice(0, shownFirst)}>
          {({ check, question }) => (
            <li>
              <SaidText said={outcomeSaid({ check, state: "unknown", question }, "question")} />
            </li>
          )}
        </For>
        <Show when={props.of.length > shownFirst}>
          <li class="soft">{t("following.more", { count: props.of.length - shownFirst })}</li>
        </Show>
      </ul>
    </Show>
  );
}
