import { createSignal, onMount } from "solid-js";
import { ask, type JobState, useJob } from "../../api.ts";

/** The parts of work with a phone: what is looked at or shown first, and what is done when it was agreed to. */
export interface PhoneWork<K extends string> {
  readonly state: () => JobState;
  readonly kind: () => K;
  readonly busy: () => boolean;
  readonly start: (kind: K, path: string, body: unknown) => Promise<JobState>;
  readonly stop: () => void;
  /** Back to the beginning. */
  readonly clear: () => void;
}

/**
 * One piece of work with a phone at a time. What goes on since before the page was loaded is taken up, and of these kinds also what it ended with.
 *
 * @param kinds as the server's jobs are called behind `vault-`
 */
export function usePhoneWork<K extends string>(
  vault: string,
  kinds: readonly [K, ...K[]],
  { takesUp, onEnd }: { readonly takesUp: readonly K[] | "nothing"; readonly onEnd: () => void },
): PhoneWork<K> {
  const job = useJob();
  const [kind, setKind] = createSignal<K>(kinds[0]);
  const busy = () => job.state().state === "running";
  const begin = (next: K) => {
    job.reset();
    setKind(() => next);
  };
  const takeUp = async () => {
    const { jobs } = await ask<{ readonly jobs: readonly Listed[] }>("/jobs").catch(() => ({ jobs: [] }));
    const last = jobs.findLast(
      ({ about, kind: of }) => about === vault && kinds.some((each) => of === `vault-${each}`),
    );
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
    busy,
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
