import { createSignal, For, type JSX, onMount, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";

interface Part {
  readonly total: number;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** The files of a plan, folded, and fetched as far as somebody looks. */
export function PlanFiles(props: {
  readonly title: string;
  /** The address of the list. */
  readonly path: string;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <details class="plan-files" onToggle={(event) => event.currentTarget.open && setOpen(true)}>
      <summary>{props.title}</summary>
      <Show when={open()}>
        <Files path={props.path} />
      </Show>
    </details>
  );
}

function Files(props: { readonly path: string }): JSX.Element {
  const [files, setFiles] = createSignal<Part["files"]>([]);
  const [total, setTotal] = createSignal(0);
  const [failure, setFailure] = createSignal<Failure>();
  const more = async () => {
    setFailure(undefined);
    try {
      const part = await ask<Part>(`${props.path}?from=${files().length}`);
      setTotal(part.total);
      setFiles([...files(), ...part.files]);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  onMount(() => void more());
  return (
    <>
      <ul class="left-out sized" tabindex="0" aria-label={t("vault.fileName")}>
        <For each={files()}>
          {({ path, bytes }) => (
            <li>
              <code>{path}</code> <span class="soft nowrap">{formatBytes(bytes)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={failure()}>{(each) => <Failed failure={each()} again={() => void more()} />}</Show>
      <Show when={files().length > 0 && files().length < total()}>
        <button type="button" class="button quiet" onClick={() => void more()}>
          {t("hideFiles.listMore", { count: total() - files().length })}
        </button>
      </Show>
    </>
  );
}
