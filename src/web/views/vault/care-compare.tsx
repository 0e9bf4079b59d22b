import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import type { SnapshotCard, VaultComparison, VaultDifference } from "../../../centre/vault-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed } from "../../parts/loading.tsx";
import { snapshotFrom, snapshotTime } from "./care-words.ts";

/** Entries up to which a list is open at once. */
const few = 12;

/** Two snapshots, and what is not the same in them. */
export function CompareSnapshots(props: {
  readonly vault: string;
  readonly snapshots: readonly SnapshotCard[];
}): JSX.Element {
  const id = createUniqueId();
  const [chosen, setChosen] = createSignal<{ readonly before?: string; readonly after?: string }>({});
  const [found, setFound] = createSignal<VaultComparison>();
  const [failure, setFailure] = createSignal<Failure>();
  const [busy, setBusy] = createSignal(false);
  const has = (wanted: string | undefined) => props.snapshots.some((each) => each.id === wanted);
  const after = createMemo(() => (has(chosen().after) ? (chosen().after ?? "") : (props.snapshots[0]?.id ?? "")));
  // The one before it of the same phone or folder, where there is one.
  const before = createMemo(() => {
    const { before: wanted } = chosen();
    if (has(wanted)) return wanted ?? "";
    const at = props.snapshots.findIndex((each) => each.id === after());
    const later = props.snapshots[at];
    const older = props.snapshots.slice(at + 1);
    const same = older.find(
      (each) => each.hostname === later?.hostname && each.paths.join("\n") === later.paths.join("\n"),
    );
    return (same ?? older[0] ?? props.snapshots[0])?.id ?? "";
  });
  const compare = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    setFound(undefined);
    try {
      const query = new URLSearchParams({ before: before(), after: after() });
      setFound(await ask<VaultComparison>(`/vaults/${props.vault}/compare?${query}`));
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  const choice = (which: "before" | "after", value: () => string) => (
    <div class="field">
      <label for={`${id}-${which}`}>{t(which === "before" ? "care.earlier" : "care.later")}</label>
      <select
        id={`${id}-${which}`}
        onChange={(event) => {
          setFound(undefined);
          setChosen({ ...chosen(), [which]: event.currentTarget.value });
        }}
      >
        <For each={props.snapshots}>
          {(each) => (
            <option value={each.id} selected={each.id === value()}>
              {snapshotTime(each)} · {snapshotFrom(each)}
            </option>
          )}
        </For>
      </select>
    </div>
  );
  return (
    <Show when={props.snapshots.length > 1} fallback={<p class="soft">{t("care.compareFew")}</p>}>
      <form onSubmit={(event) => void compare(event)}>
        {choice("before", before)}
        {choice("after", after)}
        <button type="submit" class="button" disabled={busy() || before() === after()}>
          {busy() ? t("care.comparing") : t("care.compareNow")}
        </button>
      </form>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <Show when={found()}>{(each) => <Differences vault={props.vault} of={each()} />}</Show>
    </Show>
  );
}

function Differences(props: { readonly vault: string; readonly of: VaultComparison }): JSX.Element {
  const kinds = () =>
    (["gone", "new", "changed", "details"] as const)
      .map((change) => ({ change, all: props.of.differences.filter((each) => each.change === change) }))
      .filter(({ all }) => all.length > 0);
  return (
    <section class="care-differences" role="status">
      <Show when={kinds().length > 0} fallback={<p class="notice">{t("care.same")}</p>}>
        <For each={kinds()}>
          {({ change, all }) => (
            <details open={all.length <= few}>
              <summary>
                <strong>{t(`care.change.${change}`)}</strong>:{" "}
                {t("care.changeCount", {
                  count: props.of.counts[change].files,
                  size: formatBytes(props.of.counts[change].bytes),
                })}
              </summary>
              <ul class="found">
                <For each={all}>{(each) => <DifferenceView vault={props.vault} of={each} />}</For>
              </ul>
            </details>
          )}
        </For>
        <Show when={props.of.more > 0}>
          <p class="soft">{t("care.compareMore", { count: props.of.more })}</p>
        </Show>
      </Show>
    </section>
  );
}

function DifferenceView(props: { readonly vault: string; readonly of: VaultDifference }): JSX.Element {
  const { change, kind, path, files, bytes, bytesBefore, snapshot, folder } = props.of;
  const at = `/vault/${props.vault}/${snapshot}${folder === "" ? "" : `/${folder}`}`;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const size = () => {
    if (kind === "dir")
      return change === "details" ? "" : t("care.folderOf", { count: files, size: formatBytes(bytes) });
    if (kind !== "file") return "";
    const [is, was] = [formatBytes(bytes), bytesBefore === null ? null : formatBytes(bytesBefore)];
    return was === null || was === is ? is : t("care.sizeWas", { size: is, before: was });
  };
  return (
    <li>
      <Icon name={kind === "dir" ? "folder" : "document"} />
      <div class="grow">
        <Link to={at}>{name}</Link>
        <span class="under">
          {t("vault.inFolder", { path: path.length === name.length ? "/" : path.slice(0, -name.length - 1) })}
          <Show when={size() !== ""}>
            {" · "}
            {size()}
          </Show>
        </span>
      </div>
    </li>
  );
}
