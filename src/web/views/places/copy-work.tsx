import { type JSX, Match, Show, Switch } from "solid-js";
import type { CopyOutcome } from "../../../centre/vault-copies.ts";
import type { JobState } from "../../api.ts";
import { formatBytes, formatNumber, t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { type StagedWork, useStagedWork } from "../vault/staged-work.ts";
import { type Running, timeLeft, WorkCard } from "../vault/work-card.tsx";

export type CopyWork = StagedWork<"copy">;

/** Copying a vault, one place at a time; what goes on since before the page was loaded is taken up. */
export const useCopyWork = (vault: string, onEnd: () => void): CopyWork =>
  useStagedWork(vault, ["copy"], { takesUp: [], onEnd });

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

function Progress(props: { readonly work: CopyWork; readonly running: Running }): JSX.Element {
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
  // The reading back begins later than the work: how long that takes is told by its own count.
  const left = () => (props.running.about === "copy" ? timeLeft(props.work.began(), props.running) : "");
  return <WorkCard running={props.running} doing={doing()} far={[far(), left()]} onStop={props.work.stop} />;
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
