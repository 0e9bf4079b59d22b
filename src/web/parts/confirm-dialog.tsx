import { createSignal, type JSX, onMount, Show } from "solid-js";
import type { Failure } from "../api.ts";
import { t } from "../i18n.ts";
import { Failed, failureIn } from "./loading.tsx";

/** Asks before something that cannot be taken back. The way out is the first thing that has the focus. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly about: string;
  readonly does: string;
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  onMount(() => dialog?.showModal());
  const agree = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await props.run();
      dialog?.close();
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-about"
      onClose={() => props.onClose()}
    >
      <h2 id="confirm-title">{props.title}</h2>
      <p id="confirm-about">{props.about}</p>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <div class="row end">
        <button type="button" class="button quiet" onClick={() => dialog?.close()}>
          {t("change.cancel")}
        </button>
        <button type="button" class="button danger" disabled={busy()} onClick={() => void agree()}>
          {props.does}
        </button>
      </div>
    </dialog>
  );
}
