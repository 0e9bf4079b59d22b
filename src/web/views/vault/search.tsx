import { createSignal, For, type JSX, Show } from "solid-js";
import type { VaultFound } from "../../../centre/vault-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed } from "../../parts/loading.tsx";
import { sizeSaid } from "./words.ts";

/** Searches a vault, or one of its snapshots, by name; while something was found, that takes the place of what stands below. */
export function Search(props: {
  readonly vault: string;
  readonly snapshot?: string;
  readonly back: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const [text, setText] = createSignal("");
  const [found, setFound] = createSignal<VaultFound>();
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const search = async (event: Event) => {
    event.preventDefault();
    if (text().trim() === "") return;
    setBusy(true);
    setFailure(undefined);
    try {
      const query = new URLSearchParams({ text: text().trim(), ...(props.snapshot && { snapshot: props.snapshot }) });
      setFound(await ask<VaultFound>(`/vaults/${props.vault}/find?${query}`));
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <search>
        <form class="filterbar no-print" onSubmit={(event) => void search(event)}>
          <label class="grow">
            {t("vault.search")}
            <input
              type="search"
              maxlength="200"
              autocomplete="off"
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button quiet" disabled={busy() || text().trim() === ""}>
            {t("vault.searchGo")}
          </button>
        </form>
      </search>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <div aria-busy={busy()}>
        <Show when={found()} fallback={props.children}>
          {(each) => (
            <>
              <div class="row between">
                <p role="status">
                  {each().files.length === 0
                    ? t("vault.searchNone")
                    : t("vault.searchFound", { count: each().files.length })}
                </p>
                <button type="button" class="button quiet small" onClick={() => setFound(undefined)}>
                  {props.back}
                </button>
              </div>
              <Results vault={props.vault} of={each()} onFollow={() => setFound(undefined)} />
            </>
          )}
        </Show>
      </div>
    </>
  );
}

function Results(props: {
  readonly vault: string;
  readonly of: VaultFound;
  /** Whoever goes to what was found sees that, and no longer what was searched for. */
  readonly onFollow: () => void;
}): JSX.Element {
  return (
    <>
      <ul class="found">
        <For each={props.of.files}>
          {({ snapshot, folder, path, file }) => (
            <li>
              <Icon name={file.kind === "dir" ? "folder" : "document"} />
              <div class="grow">
                <Link
                  to={`/vault/${props.vault}/${snapshot.id}${file.kind === "dir" ? `/${file.ref}` : folder === "" ? "" : `/${folder}`}`}
                  onFollow={props.onFollow}
                >
                  {file.name}
                </Link>
                <span class="under">
                  {t("vault.inFolder", { path: path === "" ? "/" : path })}
                  {" · "}
                  {snapshot.time === null ? t("vault.noTime") : formatTime(snapshot.time)}
                </span>
              </div>
              <Show when={file.kind === "file"}>
                <span class="soft nowrap">{sizeSaid(file.bytes)}</span>
                <a
                  class="button quiet small get"
                  href={`/api/v1/vaults/${props.vault}/snapshots/${snapshot.id}/file?file=${file.ref}`}
                  download=""
                >
                  <Icon name="download" />
                  <span class="visually-hidden">{t("vault.downloadOne", { name: file.name })}</span>
                </a>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.of.more}>
        <p class="soft">{t("vault.searchMore")}</p>
      </Show>
    </>
  );
}
