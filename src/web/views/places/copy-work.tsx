import { createSignal, type JSX, Match, onMount, Show, Switch } from "solid-js";
import type { CopyOutcome } from "../../../centre/vault-copies.ts";
import { ask, type JobState, useJob } from "../../api.ts";
import { formatBytes, formatNumber, t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import { timeSaid } from "../vault/words.ts";

export interface CopyWork {
  readonly state: () => JobState;
  readonly busy: () => boolean;
  /** Milliseconds of this page when what is counted now began. */
  readonly began: () => number;
  readonly start: (body: unknown) => Promise<JobState>;
  readonly stop: () => void;
}

interface Job {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly state: string;
}

/** Copying a vault, one place at a time; what goes on since before the page was loaded is taken up. */
export function useCopyWork(vault: string, onEnd: () => void): CopyWork {
  const job = useJob();
  const [began, setBegan] = createSignal(0);
  const busy = () => job.state().state === "running";
  const takeUp = async () => {
    const { jobs } = await ask<{ readonly jobs: readonly Job[] }>("/jobs").catch(() => ({ jobs: [] }));
    const found = jobs.findLast(
      ({ kind, about, state }) => kind === "vault-copy" && about === vault && state === "running",
    );
    if (!found || busy()) return;
    setBegan(performance.now());
    await job.follow(found.id);
    onEnd();
  };
  onMount(() => void takeUp());
  return {
    state: job.state,
    busy,
    began,
    stop: job.stop,
    start: async (body) => {
      job.reset();
      setBegan(performance.now());
      const end = await job.start(`/vaults/${vault}/copies`, body);
      onEnd();
      return end;
    },
  };
}

type Of<S extends JobState["state"]> = Extract<JobState, { state: S }>;

/** How far the copying is, and what became of it. */
export function CopyState(props: { readonly work: CopyWork }): JSX.Element {
  const of = <S extends JobState["state"]>(wanted: S) => {
    const now = props.work.state();
    return now.state === wanted ? (now as Of<S>) : undefined;
  };
  return (
    <Switch>
      <Match when={of("running")}>{(running) => <Progress work={props.work} running={running()} />}</Match>
      <Match when={of("failed")}>{(failed) => <Failed failure={failed().failure} />}</Match>
      <Match when={of("stopped")}>
        <p class="notice" role="status">
          {t("place.stopped")}
        </p>
      </Match>
      <Match when={of("done")}>{(done) => <Copied result={done().result as CopyOutcome} />}</Match>
    </Switch>
  );
}

function Progress(props: { readonly work: CopyWork; readonly running: Of<"running"> }): JSX.Element {
  const doing = () =>
    t(
      props.running.about === "verify"
        ? "place.doing.verify"
        : props.running.about === "copy"
          ? "place.doing.copy"
          : "place.doing.start",
    );
  const far = () => {
    const { done, of, about } = props.running;
    if (of === 0) return "";
    return about === "verify"
      ? t("place.done.files", { done: formatNumber(done), of: formatNumber(of) })
      : t("place.done.bytes", { done: formatBytes(done), of: formatBytes(of) });
  };
  const left = () => {
    const { done, of, about } = props.running;
    const seconds = (performance.now() - props.work.began()) / 1000;
    // The reading back begins later than the work: how long that takes is told by its own count.
    if (about !== "copy" || of === 0 || done === 0 || seconds < 3) return "";
    return t("vault.timeLeft", { time: timeSaid((seconds * (of - done)) / done) });
  };
  return (
    <section class="card column vault-work" aria-label={doing()}>
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
          {[far(), left()].filter((each) => each !== "").join(" · ")}
        </p>
        <button type="button" class="button quiet" onClick={() => props.work.stop()}>
          {t("work.stop")}
        </button>
      </div>
    </section>
  );
}

function Copied(props: { readonly result: CopyOutcome }): JSX.Element {
  const said = () => {
    const { place, files, bytes, there, verified } = props.result;
    return files === 0
      ? t("place.copiedNothing", { place, there, verified })
      : t("place.copied", { place, files, size: formatBytes(bytes), there, verified });
  };
  return (
    <section class="notice good" role="status">
      <p>{said()}</p>
      <Show when={props.result.onlyThere.keys > 0}>
        <p>{t("place.copiedKeys")}</p>
      </Show>
    </section>
  );
}
