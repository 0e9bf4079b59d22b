import { createResource, For, type JSX, Show } from "solid-js";
import type { JournalRow } from "../../centre/journal-list.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { Failed, failureIn, Loading } from "../parts/loading.tsx";

/** Everything that was changed, the newest first. */
export default function JournalView(): JSX.Element {
  const [journal] = createResource(() =>
    ask<{ readonly damage: string | null; readonly rows: readonly JournalRow[] }>("/journal"),
  );
  return (
    <div class="page">
      <h1>{t("journal.title")}</h1>
      <Show
        when={journal()}
        fallback={
          <Show when={journal.error} fallback={<Loading />}>
            <Failed failure={failureIn(journal.error)} />
          </Show>
        }
      >
        {(found) => (
          <>
            <Show when={found().damage}>{(damage) => <p class="notice bad">{damage()}</p>}</Show>
            <Show when={found().rows.length > 0} fallback={<p>{t("journal.none")}</p>}>
              <ul class="cards">
                <For each={found().rows}>
                  {(row) => (
                    <li class="card">
                      <div class="grow">
                        <h2>{row.about ?? row.kind}</h2>
                        <p class="soft">
                          {formatTime(row.at)} · {row.phone?.model ?? ""}
                        </p>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
