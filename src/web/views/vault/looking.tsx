import { createMemo, createSignal, type JSX, onMount, Show } from "solid-js";
import type { VaultFile } from "../../../centre/vault-page.ts";
import { formatTime, t } from "../../i18n.ts";
import { LargeFilm } from "./film.tsx";
import type { Shelf } from "./tiles.tsx";
import { isHeicName, mayBeFilm, mayBeSeen, sizeSaid } from "./words.ts";

/** One picture or film, large, and the way to the next. It is in the memory of this window for as long as it is looked at. */
export function Looking(props: {
  readonly first: VaultFile;
  readonly shelf: Shelf;
  readonly onClose: () => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const pictures = createMemo(() => props.shelf.files.filter(mayBeSeen));
  const [at, setAt] = createSignal(
    Math.max(
      0,
      pictures().findIndex(({ ref }) => ref === props.first.ref),
    ),
  );
  const file = () => pictures()[at()] ?? props.first;
  const go = (by: number) => setAt(Math.min(Math.max(at() + by, 0), pictures().length - 1));
  onMount(() => dialog?.showModal());
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog looking"
      aria-labelledby="looking-name"
      onClose={() => props.onClose()}
      onKeyDown={(event) => {
        // In a film the arrows wind.
        if (event.target instanceof HTMLVideoElement) return;
        if (event.key === "ArrowRight") go(1);
        if (event.key === "ArrowLeft") go(-1);
      }}
    >
      <Show when={file()} keyed>
        {(each) => (
          <Show
            when={mayBeFilm(each)}
            fallback={<Large file={each} address={props.shelf.addressOf(each, "picture")} />}
          >
            <LargeFilm file={each} address={props.shelf.addressOf(each, "film")} />
          </Show>
        )}
      </Show>
      <div class="row wrap looking-foot">
        <div class="grow">
          <h2 id="looking-name">{file().name}</h2>
          <p class="soft">
            {sizeSaid(file().bytes)}
            <Show when={file().modified}>{(time) => ` · ${formatTime(time())}`}</Show>
          </p>
        </div>
        <button type="button" class="button quiet" disabled={at() === 0} onClick={() => go(-1)}>
          {t("vault.before")}
        </button>
        <button type="button" class="button quiet" disabled={at() >= pictures().length - 1} onClick={() => go(1)}>
          {t("vault.after")}
        </button>
        <a class="button quiet" href={props.shelf.addressOf(file(), "download")} download="">
          {t("vault.download")}
        </a>
        <button type="button" class="button" onClick={() => dialog?.close()}>
          {t("work.close")}
        </button>
      </div>
    </dialog>
  );
}

function Large(props: { readonly file: VaultFile; readonly address: string }): JSX.Element {
  const [failed, setFailed] = createSignal(false);
  const none = () => t(isHeicName(props.file) ? "films.heicNone" : "vault.noPicture");
  return (
    <>
      <div class="looking-at">
        <Show when={!failed()} fallback={<p class="notice">{none()}</p>}>
          <img src={props.address} alt={props.file.name} decoding="async" onError={() => setFailed(true)} />
        </Show>
      </div>
      <Show when={isHeicName(props.file) && !failed()}>
        <p class="soft">{t("films.heicPreview")}</p>
      </Show>
    </>
  );
}
