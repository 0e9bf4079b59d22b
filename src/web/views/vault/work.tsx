import { createEffect, createSignal, For, type JSX, Match, on, onMount, Show, Switch } from "solid-js";
import type { VaultKept, VaultLeftOut, VaultPulled, VaultRestored } from "../../../centre/vault-page.ts";
import type { CheckOutcome } from "../../../centre/vault-use.ts";
import { ask, type JobHandle, type JobState, useJob } from "../../api.ts";
import { formatBytes, formatNumber, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Failed } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import { timeSaid } from "./words.ts";

/** What is done with a vault for long. */
export type WorkKind = "put" | "estimate" | "pull" | "check" | "restore";
const kinds: readonly WorkKind[] = ["put", "estimate", "pull", "check", "restore"];

export interface VaultWork {
  readonly job: JobHandle;
  readonly kind: () => WorkKind;
  readonly busy: () => boolean;
  /** Milliseconds of this page when it began. */
  readonly began: () => number;
  readonly start: (kind: WorkKind, path: string, body: unknown) => Promise<JobState>;
}

/** One long piece of work on a vault at a time; what goes on since before the page was loaded is taken up. */
export function useVaultWork(vault: string, onEnd: () => void): VaultWork {
  const job = useJob();
  const [kind, setKind] = createSignal<WorkKind>("put");
  const [began, setBegan] = createSignal(0);
  const busy = () => job.state().state === "running";
  const begin = (next: WorkKind) => {
    // What the work before ended with is not read as what this one ends with.
    job.reset();
    setKind(next);
    setBegan(performance.now());
  };
  const takeUp = async () => {
    const { jobs } = await ask<{ readonly jobs: readonly RunningJob[] }>("/jobs").catch(() => ({ jobs: [] }));
    // Other parts of the page take up their own.
    const kindOf = ({ kind: of }: RunningJob) => kinds.find((each) => of === `vault-${each}`);
    const running = jobs.findLast((each) => each.about === vault && each.state === "running" && kindOf(each));
    const found = running && kindOf(running);
    if (!running || !found || busy()) return;
    begin(found);
    await job.follow(running.id);
    onEnd();
  };
  onMount(() => void takeUp());
  return {
    job,
    kind,
    busy,
    began,
    start: async (next, path, body) => {
      begin(next);
      const end = await job.start(path, body);
      onEnd();
      return end;
    },
  };
}

interface RunningJob {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly state: string;
}

type Running = Extract<JobState, { state: "running" }>;

/** How far the work is, and what became of it. */
export function WorkState(props: { readonly work: VaultWork }): JSX.Element {
  const state = () => props.work.job.state();
  const of = <S extends JobState["state"]>(wanted: S) => {
    const now = state();
    return now.state === wanted ? (now as Extract<JobState, { state: S }>) : undefined;
  };
  const stopped = () => {
    const kind = props.work.kind();
    if (kind === "restore") return t("vault.stoppedRestore");
    return t(kind === "put" || kind === "pull" ? "vault.stoppedKept" : "vault.stopped");
  };
  let here: HTMLDivElement | undefined;
  // What was begun far below is to be seen; an estimate is told where it was asked for.
  createEffect(
    on(props.work.busy, (busy) => {
      if (busy && props.work.kind() !== "estimate") here?.scrollIntoView({ block: "nearest" });
    }),
  );
  return (
    <div
      class="vault-now"
      ref={(element) => {
        here = element;
      }}
    >
      <Switch>
        <Match when={of("running")}>{(running) => <Progress work={props.work} running={running()} />}</Match>
        <Match when={of("failed")}>{(failed) => <Failed failure={failed().failure} />}</Match>
        <Match when={of("stopped")}>
          <p class="notice" role="status">
            {stopped()}
          </p>
        </Match>
        <Match when={of("done")}>{(done) => <Did kind={props.work.kind()} result={done().result} />}</Match>
      </Switch>
    </div>
  );
}

function Progress(props: { readonly work: VaultWork; readonly running: Running }): JSX.Element {
  const inPacks = () => props.work.kind() === "check";
  const far = () => {
    const { done, of } = props.running;
    if (done === 0) return "";
    const [is, all] = inPacks() ? [formatNumber(done), formatNumber(of)] : [formatBytes(done), formatBytes(of)];
    if (of === 0) return is;
    return t(inPacks() ? "vault.packs" : "vault.progress", { done: is, of: all });
  };
  const left = () => {
    const { done, of } = props.running;
    const seconds = (performance.now() - props.work.began()) / 1000;
    if (of === 0 || done === 0 || seconds < 3) return "";
    return t("vault.timeLeft", { time: timeSaid((seconds * (of - done)) / done) });
  };
  const doing = () => t(`vault.doing.${props.work.kind()}`);
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
        <div class="grow" aria-live="off">
          <p>{[far(), left()].filter((each) => each !== "").join(" · ")}</p>
          <p class="soft mono path">{props.running.about}</p>
        </div>
        <button type="button" class="button quiet" onClick={() => props.work.job.stop()}>
          {t("work.stop")}
        </button>
      </div>
    </section>
  );
}

function Did(props: { readonly kind: WorkKind; readonly result: unknown }): JSX.Element {
  return (
    <Switch>
      <Match when={props.kind === "check"}>
        <Checked result={props.result as CheckOutcome} />
      </Match>
      <Match when={props.kind !== "estimate"}>
        <section class="notice good" role="status">
          <p class="row">
            <Icon name="pass" />
            <span>{didSaid(props.kind, props.result)}</span>
          </p>
          <LeftOut of={props.result as VaultLeftOut} />
        </section>
      </Match>
    </Switch>
  );
}

function didSaid(kind: WorkKind, result: unknown): string {
  if (kind === "put") {
    const { files, bytes, unchanged, added } = result as VaultKept;
    return t("vault.did.put", { count: files, size: formatBytes(bytes), unchanged, added: formatBytes(added) });
  }
  if (kind === "pull") {
    const { files, bytes, transferred, added } = result as VaultPulled;
    const sizes = { size: formatBytes(bytes), transferred: formatBytes(transferred), added: formatBytes(added) };
    return t("vault.did.pull", { count: files, ...sizes });
  }
  const { files, bytes, to } = result as VaultRestored;
  return t("vault.did.restore", { count: files, size: formatBytes(bytes), to });
}

function Checked(props: { readonly result: CheckOutcome }): JSX.Element {
  const errors = () => props.result.problems.filter(({ grade }) => grade === "error").length;
  const read = () =>
    props.result.bytesRead > 0
      ? t("vault.did.checkRead", { size: formatBytes(props.result.bytesRead) })
      : t("vault.did.checkNotRead");
  return (
    <section class={`notice ${errors() > 0 ? "bad" : "good"}`} role="status">
      <p>
        <Show
          when={errors() > 0}
          fallback={t("vault.did.check", { snapshots: props.result.snapshots, packs: props.result.packs })}
        >
          <strong>{t("vault.did.checkBad", { count: errors() })}</strong>
        </Show>{" "}
        {read()}
      </p>
      <Show when={props.result.problems.length > 0}>
        <ul>
          <For each={props.result.problems.slice(0, 50)}>
            {({ file, message }) => (
              <li>
                <code>{file}</code> <Phrase of={message} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** What was not taken along, and why. */
export function LeftOut(props: { readonly of: VaultLeftOut }): JSX.Element {
  return (
    <Show when={props.of.leftCount > 0}>
      <details>
        <summary>{t("vault.left", { count: props.of.leftCount })}</summary>
        <ul class="left-out">
          <For each={props.of.left}>
            {({ path, reason }) => (
              <li>
                <code>{path}</code>: <Phrase of={reason} />
              </li>
            )}
          </For>
          <Show when={props.of.leftCount > props.of.left.length}>
            <li>{t("vault.leftMore", { count: props.of.leftCount - props.of.left.length })}</li>
          </Show>
        </ul>
      </details>
    </Show>
  );
}
