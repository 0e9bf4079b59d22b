import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import type { SnapshotCard, VaultForgotten } from "../../../centre/vault-page.ts";
import type { PruneOutcome } from "../../../centre/vault-use.ts";
import type { JobState } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Failed } from "../../parts/loading.tsx";
import { CompareSnapshots } from "./care-compare.tsx";
import { ForgetSnapshots } from "./care-forget.tsx";
import { VaultKeys } from "./care-keys.tsx";
import { type CareWork, careKinds, Progress, stoppedSaid } from "./care-progress.tsx";
import { useStagedWork } from "./staged-work.ts";
import "./care.css";

/** What keeps a vault in order: snapshots that go, room that is freed, two snapshots side by side, and its keys. */
export default function VaultCare(props: {
  readonly vault: string;
  readonly snapshots: readonly SnapshotCard[];
  /** There are copies of it elsewhere. */
  readonly copied: boolean;
  /** Something is at work on the vault already. */
  readonly waits: boolean;
  /** Makes a recovery key and shows it. */
  readonly onRecovery: () => Promise<void>;
  /** The vault is another one now. */
  readonly onEnd: () => void;
}): JSX.Element {
  const [forgotten, setForgotten] = createSignal<VaultForgotten>();
  const work: CareWork = useStagedWork(props.vault, careKinds, { takesUp: [], onEnd: () => props.onEnd() });
  const busy = () => props.waits || work.busy();
  const look = () => work.start("prune-look", `/vaults/${props.vault}/prune/look`, {});
  let now: HTMLDivElement | undefined;
  const forget = async (body: unknown) => {
    setForgotten(undefined);
    // The list that was agreed to is gone from the page; whoever reads by ear goes on where its work is told.
    now?.focus({ preventScroll: true });
    const end = await work.start("forget", `/vaults/${props.vault}/forget`, body);
    if (end.state !== "done") return;
    setForgotten(end.result as VaultForgotten);
    // What only those held takes room until it is freed: how much, is to be known before.
    if ((end.result as VaultForgotten).removed > 0) await look();
  };
  const prune = async () => {
    setForgotten(undefined);
    now?.focus({ preventScroll: true });
    await work.start("prune", `/vaults/${props.vault}/prune`, {});
  };
  return (
    <section class="section care" aria-labelledby="vault-care">
      <h2 id="vault-care">{t("care.title")}</h2>
      <div
        class="care-now"
        tabindex="-1"
        ref={(element) => {
          now = element;
        }}
      >
        <Now work={work} forgotten={forgotten()} busy={busy()} onPrune={() => void prune()} />
      </div>
      <details class="card column">
        <summary>{t("care.forget")}</summary>
        <p>{t("care.forgetAbout")}</p>
        <ForgetSnapshots {...props} busy={busy()} onAgree={forget} />
      </details>
      <details class="card column">
        <summary>{t("care.free")}</summary>
        <p>{t("care.freeAbout")}</p>
        <p class="soft">{t("care.mayStop")}</p>
        <div class="row wrap">
          <button
            type="button"
            class="button quiet"
            disabled={busy()}
            onClick={() => {
              setForgotten(undefined);
              void look();
            }}
          >
            {t("care.freeLook")}
          </button>
          <button type="button" class="button" disabled={busy()} onClick={() => void prune()}>
            {t("care.freeNow")}
          </button>
        </div>
      </details>
      <details class="card column">
        <summary>{t("care.compare")}</summary>
        <p>{t("care.compareAbout")}</p>
        <CompareSnapshots vault={props.vault} snapshots={props.snapshots} />
      </details>
      <VaultKeys vault={props.vault} onRecovery={props.onRecovery} onEnd={props.onEnd} />
    </section>
  );
}

/** What goes on, and what became of it. */
function Now(props: {
  readonly work: CareWork;
  readonly forgotten: VaultForgotten | undefined;
  readonly busy: boolean;
  readonly onPrune: () => void;
}): JSX.Element {
  const of = <S extends JobState["state"]>(wanted: S) => {
    const now = props.work.state();
    return now.state === wanted ? (now as Extract<JobState, { state: S }>) : undefined;
  };
  const done = (kind: ReturnType<CareWork["kind"]>) => (props.work.kind() === kind ? of("done") : undefined);
  // Where it was taken up after the page was loaded again, nobody else tells.
  const removed = () => props.forgotten ?? (done("forget")?.result as VaultForgotten | undefined);
  return (
    <>
      <Show when={removed()}>
        {(each) => (
          <section class="notice good" role="status">
            <p class="row">
              <Icon name="pass" />
              <span>
                {t("care.removed", { count: each().removed, left: each().left })}{" "}
                <Show when={each().removed > 0 && !done("prune-look")}>{t("care.removedThen")}</Show>
              </span>
            </p>
          </section>
        )}
      </Show>
      <Switch>
        <Match when={of("running")}>{(running) => <Progress work={props.work} running={running()} />}</Match>
        <Match when={of("failed")}>{(failed) => <Failed failure={failed().failure} />}</Match>
        <Match when={of("stopped")}>
          <p class="notice" role="status">
            {stoppedSaid(props.work.kind())}
          </p>
        </Match>
        <Match when={done("prune-look")}>
          {(end) => <WouldFree of={end().result as PruneOutcome} busy={props.busy} onPrune={props.onPrune} />}
        </Match>
        <Match when={done("prune")}>{(end) => <Freed of={end().result as PruneOutcome} />}</Match>
      </Switch>
    </>
  );
}

const countsOf = ({ bytesFreed, packsRemoved, packsRewritten, packsKept }: PruneOutcome) => ({
  size: formatBytes(Math.max(0, bytesFreed)),
  removed: packsRemoved,
  rewritten: packsRewritten,
  kept: packsKept,
});

function WouldFree(props: {
  readonly of: PruneOutcome;
  readonly busy: boolean;
  readonly onPrune: () => void;
}): JSX.Element {
  return (
    <section class="notice" role="status">
      <Show when={props.of.packsRemoved + props.of.packsRewritten > 0} fallback={<p>{t("care.nothingToFree")}</p>}>
        <p>{t("care.wouldFree", countsOf(props.of))}</p>
        <div class="row wrap">
          <button type="button" class="button" disabled={props.busy} onClick={() => props.onPrune()}>
            {t("care.freeNow")}
          </button>
          <span class="soft grow">{t("care.mayStop")}</span>
        </div>
      </Show>
    </section>
  );
}

function Freed(props: { readonly of: PruneOutcome }): JSX.Element {
  return (
    <section class="notice good" role="status">
      <p class="row">
        <Icon name="pass" />
        <span>
          {props.of.packsRemoved + props.of.packsRewritten > 0
            ? t("care.freed", countsOf(props.of))
            : t("care.nothingToFree")}
        </span>
      </p>
    </section>
  );
}
