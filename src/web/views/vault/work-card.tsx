import { type JSX, Show } from "solid-js";
import type { JobState } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Phrase } from "../../parts/said.tsx";
import { timeSaid } from "./words.ts";

export type Running = Extract<JobState, { state: "running" }>;

/** How far long work on a vault is, with a way to stop it. */
export function WorkCard(props: {
  readonly running: Running;
  /** What is done, in words. */
  readonly doing: string;
  /** How far it is, in what is counted at the time; what is empty is left out. */
  readonly far: readonly string[];
  /** What is worked on. */
  readonly path?: string;
  /** What stopping does. */
  readonly hint?: string | undefined;
  readonly onStop: () => void;
  readonly ref?: (card: HTMLElement) => void;
}): JSX.Element {
  return (
    <section class="card column vault-work" aria-label={props.doing} ref={(card) => props.ref?.(card)}>
      <Show when={props.running.message}>
        {(message) => (
          <p class="notice ask" role="alert">
            <Phrase of={message()} />
          </p>
        )}
      </Show>
      <p role="status">
        <strong>{props.doing} …</strong>
      </p>
      <Show when={props.running.of > 0} fallback={<progress aria-label={props.doing} />}>
        <progress max={props.running.of} value={props.running.done} aria-label={props.doing} />
      </Show>
      <div class="row">
        <div class="grow" aria-live="off">
          <p>{props.far.filter((each) => each !== "").join(" · ")}</p>
          <Show when={props.path !== undefined}>
            <p class="soft mono path">{props.path}</p>
          </Show>
        </div>
        <button type="button" class="button quiet" onClick={() => props.onStop()}>
          {t("work.stop")}
        </button>
      </div>
      <Show when={props.hint}>{(hint) => <p class="soft hint">{hint()}</p>}</Show>
    </section>
  );
}

/** How long it will still take, by what was done since `began` (milliseconds of this page); empty while that tells nothing. */
export function timeLeft(began: number, { done, of }: Running): string {
  const seconds = (performance.now() - began) / 1000;
  if (of === 0 || done === 0 || seconds < 3) return "";
  return t("vault.timeLeft", { time: timeSaid((seconds * (of - done)) / done) });
}
