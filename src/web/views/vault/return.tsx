import { createEffect, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import type { SnapshotCard } from "../../../centre/vault-page.ts";
import { formatTime, t } from "../../i18n.ts";
import { ReturnFlow } from "./return-flow.tsx";
import { useStagedWork } from "./staged-work.ts";

/** Puts the files of a snapshot back on a phone. */
export default function ReturnFiles(props: {
  readonly vault: string;
  /** The newest first. */
  readonly snapshots: readonly SnapshotCard[];
  readonly onEnd: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const work = useStagedWork(props.vault, ["return-plan", "return"], {
    takesUp: ["return"],
    onEnd: () => props.onEnd(),
  });
  const [isOpen, setOpen] = createSignal(false);
  // What goes on is in sight; what somebody folds away afterwards stays folded.
  createEffect(() => {
    if (work.state().state !== "idle") setOpen(true);
  });
  const [snapshot, setSnapshot] = createSignal<string>();
  // What came from a phone most often goes back to one.
  const usual = () => props.snapshots.find(({ tags }) => tags.includes("phone")) ?? props.snapshots[0];
  const chosen = () => props.snapshots.find((each) => each.id === snapshot())?.id ?? usual()?.id ?? "";
  const named = ({ time, hostname, tags }: SnapshotCard) => {
    const from = tags.includes("phone") ? "vault.fromPhone" : "vault.fromComputer";
    const when = time === null ? t("vault.noTime") : formatTime(time);
    return `${when} · ${t(from, { name: hostname.replace(/^phone-/, "") })}`;
  };
  return (
    <details class="card column return-files" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("return.title")}</summary>
      <Show when={isOpen()}>
        <p>{t("return.about")}</p>
        <Show when={props.snapshots.length > 0} fallback={<p class="empty">{t("return.noSnapshot")}</p>}>
          <ReturnFlow vault={props.vault} snapshot={chosen()} files={[]} base="" work={work}>
            <div class="field">
              <label for={id}>{t("return.snapshot")}</label>
              <select id={id} value={chosen()} onChange={(event) => setSnapshot(event.currentTarget.value)}>
                <For each={props.snapshots}>{(each) => <option value={each.id}>{named(each)}</option>}</For>
              </select>
            </div>
          </ReturnFlow>
        </Show>
      </Show>
    </details>
  );
}
