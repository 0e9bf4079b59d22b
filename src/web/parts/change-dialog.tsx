import { createResource, createSignal, For, type JSX, Match, onMount, Show, Switch } from "solid-js";
import type { ChangeRecord } from "../../centre/change-records.ts";
import type { ChangePlan } from "../../centre/changes.ts";
import type { ActionCall } from "../../core/action.ts";
import { commandLine } from "../../core/source.ts";
import { ask, useJob } from "../api.ts";
import { t } from "../i18n.ts";
import { Failed, failureIn, Loading } from "./loading.tsx";
import { JobProgress } from "./progress.tsx";

/** Shows what a change would do, asks, makes it, says what was seen afterwards, and takes it back. */
export function ChangeDialog(props: {
  readonly phone: string;
  readonly calls: readonly ActionCall[];
  readonly title: string;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const job = useJob();
  const [agreed, setAgreed] = createSignal(false);
  const [made, setMade] = createSignal<ChangeRecord>();
  const [planned, { refetch }] = createResource(() =>
    ask<{ readonly plan: ChangePlan; readonly digest: string }>("/plan", {
      body: { phone: props.phone, calls: props.calls },
    }),
  );
  onMount(() => dialog?.showModal());
  const lasting = (plan: ChangePlan) => plan.changes.some(({ steps }) => steps.some(({ undo }) => undo === null));
  const apply = async (digest: string, irreversible: boolean) => {
    const body = { phone: props.phone, calls: props.calls, agreed: digest, irreversible, reason: props.title };
    const end = await job.start("/apply", body);
    if (end.state === "done") setMade(end.result as ChangeRecord);
  };
  const undo = async (entry: number) => {
    const end = await job.start("/undo", { phone: props.phone, entry });
    if (end.state === "done") setMade(end.result as ChangeRecord);
  };
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="change-title"
      onClose={() => props.onClose(made() !== undefined)}
    >
      <h2 id="change-title">{props.title}</h2>
      <Show
        when={!made()}
        fallback={
          <Show when={made()}>{(record) => <Outcome record={record()} onUndo={() => void undo(record().n)} />}</Show>
        }
      >
        <Switch fallback={<Loading />}>
          <Match when={planned.error}>
            <Failed failure={failureIn(planned.error)} again={() => void refetch()} />
          </Match>
          <Match when={planned()}>
            {(answer) => (
              <>
                <Plan plan={answer().plan} />
                <Show when={job.state().state === "idle" && answer().plan.changes.length > 0}>
                  <Show when={lasting(answer().plan)}>
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
                      disabled={lasting(answer().plan) && !agreed()}
                      onClick={() => void apply(answer().digest, agreed())}
                    >
                      {t("change.apply")}
                    </button>
                  </div>
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </Show>
      <JobProgress job={job} />
      <Show when={made() || planned.error || planned()?.plan.changes.length === 0}>
        <div class="row end">
          <button type="button" class="button quiet" onClick={() => dialog?.close()}>
            {t("work.close")}
          </button>
        </div>
      </Show>
    </dialog>
  );
}

function Plan(props: { readonly plan: ChangePlan }): JSX.Element {
  return (
    <>
      <Show when={props.plan.changes.length > 0}>
        <h3>{t("change.preview")}</h3>
        <ul>
          <For each={props.plan.changes}>{({ about }) => <li>{about}</li>}</For>
        </ul>
        <details>
          <summary>{t("change.commands")}</summary>
          <pre>{props.plan.changes.flatMap(({ steps }) => steps.map(({ run }) => commandLine(run))).join("\n")}</pre>
          <p class="soft">{t("change.undoCommands")}</p>
          <pre>
            {props.plan.changes
              .flatMap(({ steps }) => steps.flatMap(({ undo }) => (undo ?? []).map(commandLine)))
              .join("\n")}
          </pre>
        </details>
      </Show>
      <For each={props.plan.plannings}>
        {({ planning }) => (
          <Switch>
            <Match when={planning.state === "done"}>
              <p>{t("change.already")}</p>
            </Match>
            <Match when={planning.state === "refused" && planning}>
              {(refused) => (
                <div class="notice">
                  <p>
                    <strong>{t("change.refused")}:</strong> {refused().refused}
                  </p>
                  <Show when={refused().advice}>{(advice) => <p>{advice()}</p>}</Show>
                </div>
              )}
            </Match>
            <Match when={planning.state === "unknown" && planning}>
              {(unknown) => (
                <p class="notice">
                  {t("change.unknown")}: {unknown().reason}
                </p>
              )}
            </Match>
          </Switch>
        )}
      </For>
    </>
  );
}

const words = {
  done: "change.done",
  refused: "change.notDone",
  partly: "change.partly",
  "not-verified": "change.notVerified",
  "not-run": "change.notDone",
} as const;

function Outcome(props: { readonly record: ChangeRecord; readonly onUndo: () => void }): JSX.Element {
  const results = () => props.record.results ?? [];
  const back = () => props.record.body.do === "undo";
  return (
    <div role="status">
      <For each={props.record.body.changes}>
        {({ about }, i) => (
          <Show when={results()[i()]}>
            {(result) => (
              <div class={`notice ${result().outcome === "done" ? "good" : "ask"}`}>
                <p>
                  <strong>
                    {back() && result().outcome === "done" ? t("change.undone") : t(words[result().outcome])}:
                  </strong>{" "}
                  {about}
                </p>
                <Show when={result().reason}>{(reason) => <p>{reason()}</p>}</Show>
                <Show when={result().advice}>{(advice) => <p>{advice()}</p>}</Show>
              </div>
            )}
          </Show>
        )}
      </For>
      <Show when={!back() && results().some(({ outcome }) => outcome === "done" || outcome === "partly")}>
        <button type="button" class="button quiet" onClick={() => props.onUndo()}>
          {t("change.undo")}
        </button>
      </Show>
    </div>
  );
}
