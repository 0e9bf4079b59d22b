import { createResource, createSignal, type JSX, Match, onMount, Show, Switch } from "solid-js";
import type { ChangeRecord } from "../../centre/change-records.ts";
import type { ChangePlan } from "../../centre/changes.ts";
import type { ActionCall } from "../../core/action.ts";
import { ask, useJob } from "../api.ts";
import { t } from "../i18n.ts";
import { brokenOff } from "./broken-off.ts";
import { ChangeOutcome } from "./change-outcome.tsx";
import { PlanPreview } from "./change-plan.tsx";
import { Interrupted } from "./interrupted.tsx";
import { Failed, failureIn, Loading } from "./loading.tsx";
import { JobProgress } from "./progress.tsx";
import { WatchedNotice } from "./watched-notice.tsx";

/**
 * Shows what changes would do, asks, makes them, says what was seen afterwards, and takes them back. Where the phone allows one of them only by
 * other means, those are offered and never taken unasked. `notes` stands above the plan: what the person should know before agreeing.
 */
export function ChangeDialog(props: {
  readonly phone: string;
  readonly calls: readonly ActionCall[];
  readonly title: string;
  /** Why, for the journal; the title where left out. */
  readonly reason?: string;
  readonly notes?: JSX.Element;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  let changed = false;
  const job = useJob();
  const [agreed, setAgreed] = createSignal(false);
  const [made, setMade] = createSignal<ChangeRecord>();
  const [calls, setCalls] = createSignal(props.calls);
  const [planned, { refetch }] = createResource(calls, (wanted) =>
    ask<{ readonly plan: ChangePlan; readonly digest: string }>("/plan", {
      body: { phone: props.phone, calls: wanted },
    }),
  );
  onMount(() => dialog?.showModal());
  const ready = () => (planned.state === "ready" ? planned() : undefined);
  const broken = brokenOff(job, () => ready()?.plan.phone.serial);
  const running = () => job.state().state === "running";
  const run = async (path: string, body: object) => {
    changed = true;
    const end = await job.start(path, { phone: props.phone, ...body });
    if (end.state === "done") setMade(end.result as ChangeRecord);
  };
  const apply = (digest: string) =>
    run("/apply", { calls: calls(), agreed: digest, irreversible: agreed(), reason: props.reason ?? props.title });
  const otherwise = (next: readonly ActionCall[]) => {
    job.reset();
    setMade(undefined);
    setAgreed(false);
    setCalls(next);
  };
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="change-title"
      onClose={() => props.onClose(changed)}
    >
      <h2 id="change-title">{props.title}</h2>
      <Switch fallback={<Loading />}>
        <Match when={broken()}>{(record) => <Interrupted record={record()} />}</Match>
        <Match when={made()}>
          {(record) => (
            <ChangeOutcome
              record={record()}
              busy={running()}
              onUndo={() => void run("/undo", { entry: record().n })}
              onOther={otherwise}
            />
          )}
        </Match>
        <Match when={planned.error}>
          <Failed failure={failureIn(planned.error)} again={() => void refetch()} />
        </Match>
        <Match when={ready()}>
          {(answer) => (
            <>
              <WatchedNotice />
              {props.notes}
              <PlanPreview plan={answer().plan} onOther={otherwise} />
              <Show when={job.state().state === "idle" && answer().plan.changes.length > 0}>
                <Show when={lasts(answer().plan)}>
                  <label class="notice ask">
                    <input type="checkbox" onInput={(event) => setAgreed(event.currentTarget.checked)} />{" "}
                    {t("change.irreversible")}
                  </label>
                </Show>
                <div class="row end">
                  <button type="button" class="button quiet" onClick={() => dialog?.close()}>
                    {t("change.cancel")}
                  </button>
                  <button
                    type="button"
                    class="button"
                    disabled={lasts(answer().plan) && !agreed()}
                    onClick={() => void apply(answer().digest)}
                  >
                    {t("change.apply")}
                  </button>
                </div>
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <Show when={!broken()}>
        <JobProgress job={job} />
      </Show>
      <Show
        when={
          !running() && (made() || planned.error || job.state().state !== "idle" || ready()?.plan.changes.length === 0)
        }
      >
        <div class="row end">
          <button type="button" class="button quiet" onClick={() => dialog?.close()}>
            {t("work.close")}
          </button>
        </div>
      </Show>
    </dialog>
  );
}

/** Whether something of it cannot be taken back. */
function lasts({ changes }: ChangePlan): boolean {
  return changes.some(({ steps }) => steps.some(({ undo }) => undo === null));
}
