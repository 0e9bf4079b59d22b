import { createResource, createSignal, For, type JSX, Match, onMount, Show, Switch } from "solid-js";
import type { ChangeRecord } from "../../../centre/change-records.ts";
import type { ActionCall } from "../../../core/action.ts";
import { ask, useJob } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ChangeOutcome } from "../../parts/change-outcome.tsx";
import { Sentences } from "../../parts/change-plan.tsx";
import { Failed, failureIn, Loading } from "../../parts/loading.tsx";
import { JobProgress } from "../../parts/progress.tsx";

/** What would bring apps back. */
interface Planned {
  /** Changes of Candor's that would be taken back, one sentence each. */
  readonly about: readonly string[];
  /** For what anything else put away. */
  readonly calls: readonly ActionCall[];
  readonly unknown: readonly string[];
  /** Names what is shown. */
  readonly digest: string;
}

/** Brings apps back: what Candor did is taken back, what anything else did is undone as far as it can be; says what was seen afterwards. */
export function RestoreDialog(props: {
  readonly phone: string;
  /** null for all that Candor put away. */
  readonly packages: readonly string[] | null;
  readonly user: number;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  let changed = false;
  const job = useJob();
  const base = () => `/phones/${encodeURIComponent(props.phone)}/restore`;
  const wish = () => ({ packages: props.packages, user: props.user });
  const [made, setMade] = createSignal<readonly ChangeRecord[]>();
  const [planned] = createResource(() => ask<Planned>(`${base()}/plan`, { body: wish() }));
  const ready = () => (planned.state === "ready" ? planned() : undefined);
  const sentences = (plan: Planned) => [
    ...plan.about,
    ...plan.calls.map(({ params }) => String(params["package"] ?? "")),
  ];
  const restore = async (agreed: string) => {
    changed = true;
    const end = await job.start(base(), { ...wish(), agreed });
    if (end.state === "done") setMade((end.result as { readonly made: readonly ChangeRecord[] }).made);
  };
  onMount(() => dialog?.showModal());
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="restore-title"
      onClose={() => props.onClose(changed)}
    >
      <h2 id="restore-title">{t("preinstalled.restoreTitle")}</h2>
      <Switch fallback={<Loading />}>
        <Match when={made()}>
          {(records) => (
            <For each={records()} fallback={<p>{t("preinstalled.awayNone")}</p>}>
              {(record) => <ChangeOutcome record={record} busy={false} />}
            </For>
          )}
        </Match>
        <Match when={planned.error}>
          <Failed failure={failureIn(planned.error)} />
        </Match>
        <Match when={ready()}>
          {(plan) => (
            <Show when={sentences(plan()).length > 0} fallback={<p>{t("preinstalled.awayNone")}</p>}>
              <p>{t("preinstalled.restoreAbout")}</p>
              <Sentences of={sentences(plan())} />
            </Show>
          )}
        </Match>
      </Switch>
      <JobProgress job={job} />
      <Show when={job.state().state !== "running"}>
        <div class="row end">
          <button type="button" class="button quiet" onClick={() => dialog?.close()}>
            {t(made() ? "work.close" : "change.cancel")}
          </button>
          <Show when={job.state().state === "idle" && ready() && sentences(ready() as Planned).length > 0}>
            <button type="button" class="button" onClick={() => void restore((ready() as Planned).digest)}>
              {t("preinstalled.restoreDo")}
            </button>
          </Show>
        </div>
      </Show>
    </dialog>
  );
}
