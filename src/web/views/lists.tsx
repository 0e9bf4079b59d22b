import { createMemo, createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { FeedStatus, UpdateResult } from "../../centre/feeds.ts";
import type { LoadedFeed } from "../../core/feed.ts";
import { ask, useJob } from "../api.ts";
import { formatAgo, formatBytes, formatDay, t } from "../i18n.ts";
import { Fetched } from "../parts/fetched.tsx";
import { Icon } from "../parts/icon.tsx";
import { JobProgress } from "../parts/progress.tsx";
import "../style/keeping.css";
import { Phrase } from "../parts/said.tsx";

type List = Omit<FeedStatus, "loaded"> & {
  readonly loaded: Pick<LoadedFeed, "origin" | "date" | "sha256" | "entries"> | null;
};

/** The published lists that judgements are made with: how old, where from, under which licence, and fetching newer ones. */
export default function Lists(): JSX.Element {
  const [lists, { refetch }] = createResource(() => ask<{ readonly feeds: readonly List[] }>("/feeds"));
  const [results, setResults] = createSignal<ReadonlyMap<string, UpdateResult>>(new Map());
  const job = useJob();
  const update = async (ids: readonly string[]) => {
    const end = await job.start("/feeds/update", { ids });
    if (end.state === "done") {
      const { results: told } = end.result as { readonly results: readonly UpdateResult[] };
      setResults(new Map([...results(), ...told.map((each) => [each.id, each] as const)]));
    }
    // What was fetched before it was stopped is there.
    await refetch();
  };
  const busy = () => job.state().state === "running";
  return (
    <div class="page">
      <h1>{t("lists.title")}</h1>
      <p class="soft">{t("lists.about")}</p>
      <div class="row wrap bar no-print">
        <button type="button" class="button" disabled={busy()} onClick={() => void update([])}>
          {t("lists.update")}
        </button>
        <span class="soft">{t("lists.goesTo")}</span>
      </div>
      <JobProgress job={job} />
      <div role="status">
        <Show when={results().size > 0 && !busy()}>
          <Summary results={[...results().values()]} />
        </Show>
      </div>
      <Fetched from={lists} again={() => void refetch()}>
        {(found) => (
          <ul class="cards lists">
            <For each={found().feeds}>
              {(list) => (
                <ListCard
                  list={list}
                  result={results().get(list.id)}
                  busy={busy()}
                  onUpdate={() => void update([list.id])}
                />
              )}
            </For>
          </ul>
        )}
      </Fetched>
    </div>
  );
}

function Summary(props: { readonly results: readonly UpdateResult[] }): JSX.Element {
  const count = (...states: readonly UpdateResult["state"][]) =>
    props.results.filter(({ state }) => states.includes(state)).length;
  const bad = () => count("refused", "failed");
  return (
    <p class={`notice ${bad() > 0 ? "ask" : "good"}`}>
      {t("lists.summary", { updated: count("updated"), unchanged: count("unchanged"), bad: bad() })}
    </p>
  );
}

/** Days after which a list that is fetched is called old. */
const oldAfter = 30;
const dayLength = 86_400_000;

function ListCard(props: {
  readonly list: List;
  readonly result: UpdateResult | undefined;
  readonly busy: boolean;
  readonly onUpdate: () => void;
}): JSX.Element {
  const age = createMemo(() => Date.now() - Date.parse(props.list.loaded?.date ?? ""));
  const fetches = () => props.list.addresses.length > 0;
  const isOld = () => fetches() && age() > oldAfter * dayLength;
  return (
    <li class="card">
      <div class="grow">
        <h2>
          <Phrase of={props.list.about} />
        </h2>
        <p class="row wrap">
          <Show
            when={props.list.loaded}
            fallback={
              <span class="mark unknown">
                <Icon name="unknown" />
                {t("lists.nothing")}
              </span>
            }
          >
            {(loaded) => (
              <>
                <span class={`mark ${isOld() ? "medium" : "info"}`}>
                  <Icon name={isOld() ? "medium" : "history"} />
                  {age() < dayLength
                    ? t("lists.ofToday")
                    : t("lists.of", { date: formatDay(Date.parse(loaded().date)), ago: formatAgo(age()) })}
                </span>
                <span class="soft">
                  {t("lists.entries", { count: loaded().entries })} · {t(`lists.origin.${loaded().origin}`)}
                </span>
              </>
            )}
          </Show>
        </p>
        <Show when={props.list.problem}>
          {(problem) => (
            <p class="notice ask">
              <Phrase of={problem()} />
            </p>
          )}
        </Show>
        <Show when={props.result}>
          {(result) => (
            <p class={`notice ${result().state === "updated" || result().state === "unchanged" ? "good" : "ask"}`}>
              <strong>{t(`lists.state.${result().state}`)}</strong>{" "}
              <Show when={result().state === "updated"}>
                {t("lists.change", { before: result().before, after: result().after })}
              </Show>{" "}
              <Show when={result().reason}>{(reason) => <Phrase of={reason()} />}</Show>
            </p>
          )}
        </Show>
        <details>
          <summary>{t("lists.details")}</summary>
          <dl class="facts">
            <dt>{t("lists.publisher")}</dt>
            <dd>
              <a href={props.list.homepage} target="_blank" rel="noreferrer noopener">
                {props.list.publisher}
              </a>
            </dd>
            <dt>{t("lists.licence")}</dt>
            <dd>{props.list.licence}</dd>
            <dt>{t("lists.addresses")}</dt>
            <dd>
              <For each={props.list.addresses} fallback={t("lists.comesAlong")}>
                {(address) => (
                  <div>
                    <code>{address}</code>
                  </div>
                )}
              </For>
            </dd>
            <Show when={props.list.bytes}>
              {(bytes) => (
                <>
                  <dt>{t("lists.size")}</dt>
                  <dd>{formatBytes(bytes())}</dd>
                </>
              )}
            </Show>
            <Show when={props.list.loaded?.sha256}>
              {(digest) => (
                <>
                  <dt>SHA-256</dt>
                  <dd>
                    <code>{digest()}</code>
                  </dd>
                </>
              )}
            </Show>
          </dl>
        </details>
      </div>
      <Show when={fetches()}>
        <button type="button" class="button quiet no-print" disabled={props.busy} onClick={() => props.onUpdate()}>
          {t("lists.updateOne")}
          <span class="visually-hidden">
            : <Phrase of={props.list.about} />
          </span>
        </button>
      </Show>
    </li>
  );
}
