import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { PhoneHistory } from "../../../centre/history.ts";
import { severities } from "../../../core/check.ts";
import { ask } from "../../api.ts";
import { formatNumber, formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { FollowLine } from "../../parts/follow-line.tsx";
import { allLanes, HistoryPicture } from "../../parts/history-picture.tsx";
import { Link } from "../../parts/link.tsx";
import { SeverityMark, StateMark } from "../../parts/severity.tsx";
import "../../style/tables.css";

/** What the server tells of the history that an examination belongs to. */
export interface HistoryAnswer {
  readonly history: PhoneHistory | null;
  readonly kept: readonly string[];
}

/** How the findings of the phone went over all its examinations. */
export default function History(props: { readonly id: string }): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.id,
    (id) => ask<HistoryAnswer>(`/examinations/${encodeURIComponent(id)}/history`),
  );
  return (
    <div class="history">
      <h1>{t("history.title")}</h1>
      <Fetched from={found} again={() => void refetch()}>
        {(answer) => (
          <Show when={answer().history} fallback={<p class="empty">{t("history.none")}</p>}>
            {(history) => (
              <>
                <Show when={history().points.length > 1} fallback={<p class="soft">{t("history.once")}</p>}>
                  <p class="soft">{t("history.lead")}</p>
                  <section class="card column" aria-label={t("history.overTime")}>
                    <HistoryPicture points={history().points} lanes={allLanes} here={props.id} />
                  </section>
                </Show>
                <FollowLine />
                <HistoryTable id={props.id} history={history()} kept={new Set(answer().kept)} />
              </>
            )}
          </Show>
        )}
      </Fetched>
    </div>
  );
}

/** Rows that are shown at once. */
const page = 50;

function HistoryTable(props: {
  readonly id: string;
  readonly history: PhoneHistory;
  readonly kept: ReadonlySet<string>;
}): JSX.Element {
  const [shown, setShown] = createSignal(page);
  const rows = () => props.history.points.toReversed();
  return (
    <>
      <h2 class="section" id="history-table">
        {t("history.table")}
      </h2>
      <section class="scroller" aria-labelledby="history-table" tabindex="0">
        <table class="history-table">
          <thead>
            <tr>
              <th scope="col">{t("history.when")}</th>
              <For each={severities}>
                {(severity) => (
                  <th scope="col">
                    <SeverityMark severity={severity} />
                  </th>
                )}
              </For>
              <th scope="col">
                <StateMark state="unknown" />
              </th>
              <th scope="col" class="no-print">
                <span class="visually-hidden">{t("history.compare")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={rows().slice(0, shown())}>
              {(point, i) => (
                <tr classList={{ here: point.examination === props.id }}>
                  <th scope="row">
                    <Show when={props.kept.has(point.examination)} fallback={formatTime(point.at)}>
                      <Link to={`/e/${encodeURIComponent(point.examination)}`}>{formatTime(point.at)}</Link>
                    </Show>
                    <Show when={point.examination === props.id}>
                      <span class="under">{t("history.this")}</span>
                    </Show>
                    <Show when={!props.kept.has(point.examination)}>
                      <span class="under">{t("history.removed")}</span>
                    </Show>
                  </th>
                  <For each={severities}>{(severity) => <td>{formatNumber(point.findings[severity])}</td>}</For>
                  <td>{formatNumber(point.unanswered)}</td>
                  <td class="no-print">
                    <CompareLink before={rows()[i() + 1]?.examination} after={point.examination} kept={props.kept} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={rows().length > shown()}>
        <button type="button" class="button quiet no-print" onClick={() => setShown(shown() + page)}>
          {t("history.more", { count: Math.min(page, rows().length - shown()) })}
        </button>
      </Show>
    </>
  );
}

function CompareLink(props: {
  readonly before: string | undefined;
  readonly after: string;
  readonly kept: ReadonlySet<string>;
}): JSX.Element {
  return (
    <Show when={props.before !== undefined && props.kept.has(props.before) && props.kept.has(props.after)}>
      <Link to={`/compare/${encodeURIComponent(props.before ?? "")}/${encodeURIComponent(props.after)}`}>
        {t("history.compare")}
      </Link>
    </Show>
  );
}
