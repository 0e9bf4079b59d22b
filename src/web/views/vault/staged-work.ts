import { createEffect, createSignal, onMount } from "solid-js";
import { ask, type Failure, type JobState, useJob } from "../../api.ts";

/** Work in stages: what is looked at or shown first, and what is done when it was agreed to. */
export interface StagedWork<K extends string> {
  readonly state: () => JobState;
  readonly kind: () => K;
  readonly running: () => Extract<JobState, { state: "running" }> | undefined;
  readonly failure: () => Failure | undefined;
  /** What work of this kind ended with, where it was the last. */
  readonly result: <T>(kind: K) => T | undefined;
  /** The same, also while what it was agreed to could not be begun: the phone was away, perhaps. */
  readonly waiting: <T>(kind: K) => T | undefined;
  readonly busy: () => boolean;
  /** Milliseconds of this page when it began. */
  readonly began: () => number;
  readonly start: (kind: K, path: string, body: unknown) => Promise<JobState>;
  readonly stop: () => void;
  /** Back to the beginning. */
  readonly clear: () => void;
}

/**
 * One piece of work at a time. What goes on since before the page was loaded is taken up, and of these kinds also what it ended with.
 *
 * @param kinds as the server's jobs are called behind `vault-`
 */
export function useStagedWork<K extends string>(
  vault: string,
  kinds: readonly [K, ...K[]],
  { takesUp, onEnd }: { readonly takesUp: readonly K[] | "nothing"; readonly onEnd: () => void },
): StagedWork<K> {
  const job = useJob();
  const [kind, setKind] = createSignal<K>(kinds[0]);
  const [began, setBegan] = createSignal(0);
  const [plan, setPlan] = createSignal<{ readonly kind: K; readonly result: unknown }>();
  const running = () => {
    const now = job.state();
    return now.state === "running" ? now : undefined;
  };
  const failure = () => {
    const now = job.state();
    return now.state === "failed" ? now.failure : undefined;
  };
  const result = <T>(of: K) => {
    const now = job.state();
    return now.state === "done" && kind() === of ? (now.result as T) : undefined;
  };
  const waiting = <T>(of: K) => {
    const known = plan();
    const isLeft = job.state().state === "stopped" || (failure() !== undefined && failure()?.code !== "refused");
    return result<T>(of) ?? (isLeft && kind() !== of && known?.kind === of ? (known.result as T) : undefined);
  };
  createEffect(() => {
    const now = job.state();
    if (now.state === "done") setPlan({ kind: kind(), result: now.result });
  });
  const busy = () => running() !== undefined;
  const begin = (next: K) => {
    // What the work before ended with is not read as what this one ends with.
    job.reset();
    setKind(() => next);
    setBegan(performance.now());
  };
  const takeUp = async () => {
    const { jobs } = await ask<{ readonly jobs: readonly Listed[] }>("/jobs").catch(() => ({ jobs: [] }));
    // Other parts of the page take up their own.
    const own = jobs.filter(({ about, kind: of }) => about === vault && kinds.some((each) => of === `vault-${each}`));
    const last = own.findLast(({ state }) => state === "running") ?? own.at(-1);
    const found = kinds.find((each) => last?.kind === `vault-${each}`);
    // What failed or was stopped before is of no use any more.
    if (!last || !found || busy() || (last.state !== "running" && last.state !== "done")) return;
    if (last.state === "done" && !takesUp.includes(found)) return;
    begin(found);
    await job.follow(last.id);
    if (last.state === "running") onEnd();
  };
  if (takesUp !== "nothing") onMount(() => void takeUp());
  return {
    state: job.state,
    kind,
    running,
    failure,
    result,
    waiting,
    busy,
    began,
    start: async (next, path, body) => {
      begin(next);
      const end = await job.start(path, body);
      onEnd();
      return end;
    },
    stop: () => job.stop(),
    clear: () => job.reset(),
  };
}

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly state: string;
}
