import { type JSX, onMount, Show } from "solid-js";
import type { Failure } from "../api.ts";
import { t } from "../i18n.ts";
import { Failed, Loading } from "./loading.tsx";

/** Something to be read and closed; while it is fetched it says so, and where that failed, why. */
export function NoticeDialog(props: {
  readonly title: string;
  readonly loading: boolean;
  readonly failure: Failure | null;
  readonly children: JSX.Element;
  readonly onClose: () => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="notice-title"
      onClose={() => props.onClose()}
    >
      <h2 id="notice-title">{props.title}</h2>
      <Show when={!props.loading} fallback={<Loading />}>
        <Show when={props.failure} fallback={props.children}>
          {(failure) => <Failed failure={failure()} />}
        </Show>
      </Show>
      <div class="row end">
        <button type="button" class="button quiet" onClick={() => dialog?.close()}>
          {t("work.close")}
        </button>
      </div>
    </dialog>
  );
}
