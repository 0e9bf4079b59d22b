import { createResource, createSignal, createUniqueId, For, type JSX, onMount, Show } from "solid-js";
import type { LocalFolder } from "../../../centre/local-folders.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";

/** A folder of this computer: its path can be written, or chosen step by step. */
export function FolderField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onInput: (path: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  const [choosing, setChoosing] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="row wrap">
        <input
          type="text"
          id={id}
          class="mono"
          required
          maxlength="4096"
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
          value={props.value}
          aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button quiet"
          ref={(element) => {
            button = element;
          }}
          onClick={() => setChoosing(true)}
        >
          {t("vault.choose")}
        </button>
      </div>
      <Show when={props.hint}>
        {(hint) => (
          <p class="soft hint" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      <Show when={choosing()}>
        <ChooseFolder
          onTake={props.onInput}
          onClose={() => {
            setChoosing(false);
            button?.focus();
          }}
        />
      </Show>
    </div>
  );
}

function ChooseFolder(props: { readonly onTake: (path: string) => void; readonly onClose: () => void }): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const [at, setAt] = createSignal("");
  const [found, { refetch }] = createResource(
    () => ({ at: at() }),
    ({ at: wanted }) => ask<LocalFolder>(`/folders?at=${encodeURIComponent(wanted)}`),
  );
  onMount(() => dialog?.showModal());
  const below = (name: string) => `${found.latest?.path.replace(/\/$/, "") ?? ""}/${name}`;
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog folders"
      aria-labelledby="folders-title"
      onClose={() => props.onClose()}
    >
      <h2 id="folders-title">{t("vault.chooseTitle")}</h2>
      <Fetched from={found} again={() => void refetch()}>
        {(folder) => (
          <>
            <p class="mono" role="status">
              {folder().path}
            </p>
            <ul class="folder-list">
              <Show when={folder().above}>
                {(above) => (
                  <li>
                    <button type="button" class="folder-name" onClick={() => setAt(above())}>
                      <Icon name="up" />
                      {t("vault.chooseUp")}
                    </button>
                  </li>
                )}
              </Show>
              <For each={folder().folders}>
                {(name) => (
                  <li>
                    <button type="button" class="folder-name" onClick={() => setAt(below(name))}>
                      <Icon name="folder" />
                      {name}
                    </button>
                  </li>
                )}
              </For>
            </ul>
            <Show when={folder().folders.length === 0}>
              <p class="soft">{t("vault.chooseNone")}</p>
            </Show>
            <Show when={folder().more > 0}>
              <p class="soft">{t("vault.chooseMore", { count: folder().more })}</p>
            </Show>
          </>
        )}
      </Fetched>
      <div class="row end">
        <button type="button" class="button quiet" onClick={() => dialog?.close()}>
          {t("change.cancel")}
        </button>
        <button
          type="button"
          class="button"
          disabled={found.state !== "ready"}
          onClick={() => {
            props.onTake(found.latest?.path ?? "");
            dialog?.close();
          }}
        >
          {t("vault.take")}
        </button>
      </div>
    </dialog>
  );
}
