import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { TrafficSummary } from "../../../centre/traffic-desk.ts";
import { ask, type Failure, failureIn, useJob } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { useDrop } from "../../parts/file-dropping.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed } from "../../parts/loading.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { RightsLine } from "../../parts/rights/line.tsx";
import { takeHanded } from "../../parts/traffic/handed.ts";
import { periodOf } from "../../parts/traffic/words.ts";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/traffic.css";
import { ChooseFiles } from "../../parts/choose-files.tsx";

interface Desk {
  readonly reports: readonly TrafficSummary[];
  readonly records: readonly string[];
}

/** Records of traffic: open one, or go on with one that was looked at. */
export default function TrafficStart(): JSX.Element {
  const job = useJob();
  const [failure, setFailure] = createSignal<Failure>();
  const [sending, setSending] = createSignal(false);
  const [desk, { refetch }] = createResource(() => ask<Desk>("/traffic"));
  const busy = () => sending() || job.state().state === "running";
  const judge = async (files: readonly string[], records: readonly string[]) => {
    const asked = { files, records, region: "EU", marks: [], nothingChosen: false };
    const end = await job.start("/traffic/reports", asked);
    if (end.state === "done") go(`/traffic/${(end.result as TrafficSummary).id}`);
  };
  const open = async (files: readonly File[]) => {
    if (busy() || files.length === 0) return;
    setFailure(undefined);
    job.reset();
    setSending(true);
    try {
      const ids: string[] = [];
      for (const file of files) {
        const path = `/traffic/files?name=${encodeURIComponent(file.name)}`;
        ids.push((await ask<{ readonly id: string }>(path, { body: file })).id);
      }
      setSending(false);
      await judge(ids, []);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setSending(false);
    }
  };
  const over = useDrop(busy, (files) => void open(files));
  const handed = takeHanded();
  if (handed.length > 0) void open(handed);
  return (
    <div class="page traffic">
      <h1>{t("traffic.title")}</h1>
      <p class="soft lead">{t("traffic.lead")}</p>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <Show when={sending()}>
        <div class="work">
          <progress aria-label={t("work.loading")} />
        </div>
      </Show>
      <JobProgress job={job} />
      <div hidden={busy()}>
        <Open onFiles={(files) => void open(files)} />
        <Fetched from={desk} again={() => void refetch()}>
          {(found) => (
            <>
              <Show when={found().records.length > 0}>
                <h2 class="section">{t("traffic.records")}</h2>
                <ul class="cards">
                  <For each={found().records}>
                    {(id) => (
                      <li class="card">
                        <p class="grow mono">{id}</p>
                        <button type="button" class="button quiet" onClick={() => void judge([], [id])}>
                          {t("traffic.open")}
                          <span class="visually-hidden">: {id}</span>
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
              <h2 class="section">{t("traffic.reports")}</h2>
              <Reports of={found().reports} />
              <RightsLine />
            </>
          )}
        </Fetched>
      </div>
      <Show when={over()}>
        <div class="dropping">{t("traffic.dropHere")}</div>
      </Show>
    </div>
  );
}

function Open(props: { readonly onFiles: (files: readonly File[]) => void }): JSX.Element {
  return (
    <section class="card drop" aria-labelledby="traffic-drop">
      <Icon name="traffic" />
      <div class="grow">
        <h2 id="traffic-drop">{t("traffic.drop")}</h2>
        <p class="soft">{t("traffic.dropAbout")}</p>
        <p class="soft">{t("traffic.private")}</p>
      </div>
      <div class="drop-choose">
        <ChooseFiles multiple class="button" onFiles={props.onFiles}>
          {t("traffic.choose")}
        </ChooseFiles>
        <span class="soft">{t("file.drop")}</span>
      </div>
    </section>
  );
}

function Reports(props: { readonly of: readonly TrafficSummary[] }): JSX.Element {
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const toggle = (id: string) =>
    setChosen(chosen().includes(id) ? chosen().filter((each) => each !== id) : [...chosen().slice(-1), id]);
  // The earlier one first, by what is in the records.
  const pair = () =>
    props.of
      .filter(({ id }) => chosen().includes(id))
      .sort((a, b) => (a.period?.from ?? a.judgedAt) - (b.period?.from ?? b.judgedAt))
      .map(({ id }) => id);
  return (
    <Show when={props.of.length > 0} fallback={<p class="empty soft">{t("traffic.none")}</p>}>
      <Show when={props.of.length > 1}>
        <p class="soft">{t("traffic.compareAbout")}</p>
      </Show>
      <ul class="cards">
        <For each={props.of}>
          {(each) => (
            <li class="card">
              <Show when={props.of.length > 1}>
                <input
                  type="checkbox"
                  aria-label={t("traffic.chosen", { name: each.files.join(", ") })}
                  checked={chosen().includes(each.id)}
                  onChange={() => toggle(each.id)}
                />
              </Show>
              <div class="grow">
                <h3>
                  <Link to={`/traffic/${each.id}`}>{each.files.join(", ")}</Link>
                </h3>
                <p class="soft">
                  {t("traffic.connections", { count: each.connections })}
                  <Show when={each.period}>{(period) => ` · ${periodOf(period())}`}</Show>
                </p>
                <p class="soft">
                  {t(`traffic.region.${each.region}`)} · {formatTime(new Date(each.judgedAt).toISOString())} ·{" "}
                  {t(each.kept ? "traffic.kept" : "traffic.notKept")}
                </p>
              </div>
            </li>
          )}
        </For>
      </ul>
      <Show when={pair().length === 2}>
        <button type="button" class="button" onClick={() => go(`/traffic/compare/${pair().join("/")}`)}>
          {t("traffic.compare")}
        </button>
      </Show>
    </Show>
  );
}
