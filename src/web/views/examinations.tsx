import { createResource, For, type JSX, Show } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import { severities } from "../../core/check.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { Link } from "../parts/link.tsx";
import { Failed, failureIn, Loading } from "../parts/loading.tsx";
import { SeverityMark } from "../parts/severity.tsx";

/** What was examined before. */
export default function Examinations(): JSX.Element {
  const [list] = createResource(() => ask<{ readonly examinations: readonly ExaminationSummary[] }>("/examinations"));
  return (
    <div class="page">
      <h1>{t("examinations.title")}</h1>
      <Show
        when={list()}
        fallback={
          <Show when={list.error} fallback={<Loading />}>
            <Failed failure={failureIn(list.error)} />
          </Show>
        }
      >
        {(found) => (
          <Show when={found().examinations.length > 0} fallback={<p>{t("examinations.none")}</p>}>
            <ul class="cards">
              <For each={found().examinations}>
                {(each) => (
                  <li class="card">
                    <div class="grow">
                      <h2>
                        <Link to={`/e/${each.id}`}>
                          {each.device["name"] ?? each.device["model"] ?? each.source.name}
                        </Link>
                      </h2>
                      <p class="soft">{formatTime(each.takenAt ?? each.keptAt)}</p>
                    </div>
                    <For each={severities.filter((severity) => each.summary.findings[severity] > 0).slice(0, 2)}>
                      {(severity) => (
                        <span class="row">
                          <strong>{each.summary.findings[severity]}</strong>
                          <SeverityMark severity={severity} />
                        </span>
                      )}
                    </For>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </div>
  );
}
