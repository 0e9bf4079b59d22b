import { createEffect, For, type JSX, Match, on, Show, Switch } from "solid-js";
import type { VaultKept, VaultLeftOut, VaultPulled, VaultRestored } from "../../../centre/vault-page.ts";
import type { CheckOutcome } from "../../../centre/vault-use.ts";
import type { JobState } from "../../api.ts";
import { formatBytes, formatNumber, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Failed } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import { LeftOut } from "./left-out.tsx";
import { type StagedWork, useStagedWork } from "./staged-work.ts";
import { type Running, timeLeft, WorkCard } from "./work-card.tsx";

/** What is done with a vault for long. */
const kinds = ["put", "estimate", "pull", "check", "restore"] as const;
export type WorkKind = (typeof kinds)[number];

export type VaultWork = StagedWork<WorkKind>;

/** One long piece of work on a vault at a time; what goes on since before the page was loaded is taken up. */
export const useVaultWork = (vault: string, onEnd: () => void): VaultWork =>
  useStagedWork(vault, kinds, { takesUp: [], onEnd });

/** How far the work is, and what became of it. */
export function WorkState(props: { readonly work: VaultWork }): JSX.Element {
  const state = () => props.work.state();
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
  return (
    <WorkCard
      running={props.running}
      doing={t(`vault.doing.${props.work.kind()}`)}
      far={[far(), timeLeft(props.work.began(), props.running)]}
      path={props.running.about}
      onStop={props.work.stop}
    />
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
