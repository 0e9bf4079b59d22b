import { createEffect, type JSX, on, Show } from "solid-js";
import type { JobState } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Phrase } from "../../parts/said.tsx";
import type { StagedWork } from "./staged-work.ts";

/** Jobs for the care of a vault, as the server calls them. */
export const careKinds = ["forget", "prune-look", "prune"] as const;
type CareKind = (typeof careKinds)[number];
export type CareWork = StagedWork<CareKind>;
type Running = Extract<JobState, { state: "running" }>;

const words = { forget: "forget", "prune-look": "look", prune: "prune" } as const;
const steps = ["reading", "rewriting", "index", "removing"] as const;

/** How far it is, in what is counted at the time. */
export function Progress(props: { readonly work: CareWork; readonly running: Running }): JSX.Element {
  const doing = () => t(`care.doing.${words[props.work.kind()]}`);
  const far = () => {
    const { about, done, of } = props.running;
    if (of === 0) return "";
    const step = steps.find((each) => each === about);
    return t(`care.step.${step ?? "snapshots"}`, { done, of });
  };
  let here: HTMLElement | undefined;
  // What was begun far below is to be seen.
  createEffect(on(props.work.kind, () => here?.scrollIntoView({ block: "nearest" })));
  return (
    <section
      class="card column vault-work"
      aria-label={doing()}
      ref={(element) => {
        here = element;
      }}
    >
      <Show when={props.running.message}>
        {(message) => (
          <p class="notice ask" role="alert">
            <Phrase of={message()} />
          </p>
        )}
      </Show>
      <p role="status">
        <strong>{doing()} …</strong>
      </p>
      <Show when={props.running.of > 0} fallback={<progress aria-label={doing()} />}>
        <progress max={props.running.of} value={props.running.done} aria-label={doing()} />
      </Show>
      <div class="row">
        <p class="grow" aria-live="off">
          {far()}
        </p>
        <button type="button" class="button quiet" onClick={() => props.work.stop()}>
          {t("work.stop")}
        </button>
      </div>
      <Show when={props.work.kind() === "prune"}>
        <p class="soft hint">{t("care.mayStop")}</p>
      </Show>
    </section>
  );
}

/** What holds where it was stopped. */
export const stoppedSaid = (kind: CareKind): string => t(`care.stopped.${words[kind]}`);
