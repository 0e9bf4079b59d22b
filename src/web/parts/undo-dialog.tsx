import { createResource, createSignal, For, type JSX, Match, onMount, Show, Switch } from "solid-js";
import type { ChangeRecord } from "../../centre/change-records.ts";
import type { ShownUndo } from "../../centre/undo-several.ts";
import { commandLine } from "../../core/source.ts";
import { ApiError, ask, useJob } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { reachPhone } from "../reach.ts";
import { brokenOff } from "./broken-off.ts";
import { ChangeOutcome } from "./change-outcome.tsx";
import { Fetched } from "./fetched.tsx";
import { Interrupted } from "./interrupted.tsx";
import { JobProgress } from "./progress.tsx";
import { Phrase } from "./said.tsx";

/** Which entries of the journal, and which of their changes; all of a phone where left out. */
export type UndoWish = readonly { readonly entry: number; readonly places?: readonly number[] }[] | undefined;

/** Shows what taking changes back would do, asks, does it, and says what was seen afterwards. */
export function UndoDialog(props: {
  /** As the phone reports it. */
  readonly serial: string;
  readonly chosen: UndoWish;
  readonly title: string;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const job = useJob();
  const [begun, setBegun] = createSignal(false);
  const [made, setMade] = createSignal<readonly ChangeRecord[]>();
  const [planned, { refetch }] = createResource(async () => {
    const phone = await reachPhone(props.serial);
    if (phone === null) throw new ApiError({ code: "no-device", message: t("undo.noPhone"), next: t("undo.connect") });
    const { plans, digest } = await ask<{ readonly plans: readonly ShownUndo[]; readonly digest: string }>(
      "/undo/plan",
      {
        body: { phone, chosen: props.chosen },
      },
    );
    return { phone, plans, digest };
  });
  onMount(() => dialog?.showModal());
  const run = async (phone: string, agreed: string) => {
    setBegun(true);
    const end = await job.start("/undo/several", { phone, chosen: props.chosen, agreed });
    if (end.state === "done") setMade((end.result as { readonly made: readonly ChangeRecord[] }).made);
  };
  const broken = brokenOff(job, () => props.serial);
  const running = () => job.state().state === "running";
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="undo-title"
      onClose={() => props.onClose(begun())}
    >
      <h2 id="undo-title">{props.title}</h2>
      <Switch
        fallback={
          <Fetched from={planned} again={() => void refetch()}>
            {(answer) => (
              <>
                <Show when={answer().plans.length > 0} fallback={<p>{t("undo.nothing")}</p>}>
                  <For each={answer().plans}>{(plan) => <Planned plan={plan} />}</For>
                </Show>
                <Show when={!begun() && answer().plans.some(({ changes }) => changes.length > 0)}>
                  <div class="row end">
                    <button type="button" class="button quiet" onClick={() => dialog?.close()}>
                      {t("change.cancel")}
                    </button>
                    <button type="button" class="button" onClick={() => void run(answer().phone, answer().digest)}>
                      {t("change.undo")}
                    </button>
                  </div>
                </Show>
              </>
            )}
          </Fetched>
        }
      >
        <Match when={broken()}>{(record) => <Interrupted record={record()} />}</Match>
        <Match when={made()}>
          {(records) => (
            <For each={records()} fallback={<p>{t("undo.nothing")}</p>}>
              {(record) => <ChangeOutcome record={record} busy={false} onUndo={() => {}} onOther={() => {}} />}
            </For>
          )}
        </Match>
      </Switch>
      <Show when={!broken()}>
        <JobProgress job={job} />
      </Show>
      <Show when={!running() && (begun() || planned.error || planned.latest?.plans.length === 0)}>
        <div class="row end">
          <button type="button" class="button quiet" onClick={() => dialog?.close()}>
            {t("work.close")}
          </button>
        </div>
      </Show>
    </dialog>
  );
}

function Planned(props: { readonly plan: ShownUndo }): JSX.Element {
  return (
    <section class="planned">
      <p class="soft">{t("undo.entry", { entry: String(props.plan.entry), time: formatTime(props.plan.at) })}</p>
      <Show when={props.plan.changes.length > 0} fallback={<p>{t("undo.nothing")}</p>}>
        <ul>
          <For each={props.plan.changes}>
            {({ about }) => (
              <li>
                <Phrase of={about} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.plan.changes.some(({ moved }) => moved)}>
        <p class="notice ask">{t("undo.moved")}</p>
      </Show>
      <Show when={props.plan.losses.length > 0}>
        <div class="notice ask">
          <p>{t("undo.lost")}</p>
          <ul>
            <For each={props.plan.losses}>
              {(loss) => (
                <li>
                  <Phrase of={loss} />
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <details>
        <summary>{t("change.commands")}</summary>
        <pre tabindex="0">{props.plan.changes.flatMap(({ commands }) => commands.map(commandLine)).join("\n")}</pre>
      </details>
    </section>
  );
}
