import { type JSX, Match, Show, Switch } from "solid-js";
import { phraseSaid } from "../answers.ts";
import type { JobHandle } from "../api.ts";
import { t } from "../i18n.ts";
import type { Said } from "../phrases.ts";
import { Failed } from "./loading.tsx";
import { Phrase, SaidText } from "./said.tsx";

/** What is being done, in words. */
const doing = (about: string): Said => (about === "" ? { text: t("work.loading") } : phraseSaid(about));

/** Where a job is, with a way to stop it. */
export function JobProgress(props: { readonly job: JobHandle; readonly again?: () => void }): JSX.Element {
  const state = () => props.job.state();
  return (
    <Switch>
      <Match when={state().state === "running" && (state() as Extract<ReturnType<typeof state>, { state: "running" }>)}>
        {(running) => (
          <div class="work">
            <Show when={running().message}>
              {(message) => (
                <p class="notice ask" role="alert">
                  <Phrase of={message()} />
                </p>
              )}
            </Show>
            <Show when={running().of > 0} fallback={<progress aria-label={t("work.loading")} />}>
              <progress max={running().of} value={running().done} aria-label={doing(running().about).text} />
            </Show>
            <div class="row">
              <span class="soft" aria-live="off">
                <SaidText said={doing(running().about)} />
              </span>
              <button type="button" class="button quiet" onClick={() => props.job.stop()}>
                {t("work.stop")}
              </button>
            </div>
          </div>
        )}
      </Match>
      <Match when={state().state === "failed" && (state() as Extract<ReturnType<typeof state>, { state: "failed" }>)}>
        {(failed) => <Failed failure={failed().failure} {...(props.again ? { again: props.again } : {})} />}
      </Match>
      <Match when={state().state === "stopped"}>
        <p class="notice" role="status">
          {t("work.stopped")}
        </p>
      </Match>
    </Switch>
  );
}
