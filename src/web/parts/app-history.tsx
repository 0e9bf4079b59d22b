import { For, type JSX, Show } from "solid-js";
import type { AppChange, AppInDepth } from "../../centre/app-in-depth.ts";
import { useJob } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { JobProgress } from "./progress.tsx";
import { Phrase } from "./said.tsx";

/** What Candor changed about an app, with the way back. */
export function AppHistory(props: {
  readonly history: AppInDepth["history"];
  readonly phone: string | null;
  readonly onChanged: () => void;
}): JSX.Element {
  const job = useJob();
  const undo = async ({ entry, place }: AppChange) => {
    const end = await job.start("/undo", { phone: props.phone, entry, places: [place] });
    if (end.state === "done") {
      job.reset();
      props.onChanged();
    }
  };
  const mayUndo = (change: AppChange) =>
    props.phone !== null && !change.takenBack && (change.outcome === "done" || change.outcome === "partly");
  return (
    <section class="card column" aria-labelledby="app-history">
      <h2 id="app-history">{t("app.history")}</h2>
      <Show when={props.history !== null} fallback={<p class="notice ask">{t("app.historyLocked")}</p>}>
        <Show when={(props.history ?? []).length > 0} fallback={<p class="soft">{t("app.noHistory")}</p>}>
          <ul class="findings">
            <For each={props.history ?? []}>
              {(change) => (
                <li class="row">
                  <div class="grow">
                    <Phrase of={change.about} />
                    <div class="soft">
                      {formatTime(change.at)} · {outcomeWords(change)}
                    </div>
                  </div>
                  <Show when={mayUndo(change)}>
                    <button
                      type="button"
                      class="button quiet no-print"
                      disabled={job.state().state === "running"}
                      onClick={() => void undo(change)}
                    >
                      {t("change.undo")}
                    </button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <JobProgress job={job} />
    </section>
  );
}

function outcomeWords({ outcome, takenBack }: AppChange): string {
  if (takenBack) return t("app.takenBack");
  if (outcome === null) return t("app.interrupted");
  if (outcome === "done") return t("change.done");
  if (outcome === "partly") return t("change.partly");
  return outcome === "not-verified" ? t("change.notVerified") : t("change.notDone");
}
