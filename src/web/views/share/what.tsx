import { createSignal, type JSX, Show } from "solid-js";
import { formatBytes, t } from "../../i18n.ts";
import { ChooseFiles } from "../../parts/choose-files.tsx";
import type { SealWhat } from "./sealing.ts";

/** What is to be sealed: files, or one of this computer by its path. */
export function What(props: {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onChange: (what: SealWhat | null) => void;
}): JSX.Element {
  const [byPath, setByPath] = createSignal(false);
  const [path, setPath] = createSignal("");
  const tell = (now: boolean, text: string) => {
    setByPath(now);
    setPath(text);
    props.onChange(now ? (text.trim() === "" ? null : { path: text }) : filesOf(props.files));
  };
  const way = (now: boolean) => (
    <label class="choice">
      <input
        type="radio"
        name="share-what"
        value={now ? "path" : "files"}
        checked={byPath() === now}
        onChange={() => tell(now, path())}
      />
      <span>
        <strong>{t(now ? "share.whatPath" : "share.whatFiles")}</strong>
        <span class="under">{t(now ? "share.whatPathAbout" : "share.whatFilesAbout")}</span>
      </span>
    </label>
  );
  return (
    <fieldset class="evidence-choice">
      <legend>{t("share.what")}</legend>
      {way(false)}
      <Show when={!byPath()}>
        <div class="share-inside">
          <div class="row wrap">
            <ChooseFiles name="files" multiple onFiles={props.onFiles}>
              {t("share.chooseFiles")}
            </ChooseFiles>
            <span aria-live="polite" class="share-files">
              {props.files.length === 0 ? t("share.noFiles") : filesSaid(props.files)}
            </span>
          </div>
        </div>
      </Show>
      {way(true)}
      <Show when={byPath()}>
        <div class="share-inside field">
          <label for="share-path">{t("share.path")}</label>
          <input
            type="text"
            id="share-path"
            class="mono"
            maxlength="4096"
            autocapitalize="off"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="share-path-hint"
            value={path()}
            onInput={(event) => tell(true, event.currentTarget.value)}
          />
          <p class="soft hint" id="share-path-hint">
            {t("share.pathHint")}
          </p>
        </div>
      </Show>
    </fieldset>
  );
}

/** Files as what is sealed; null for none. */
export const filesOf = (files: readonly File[]): SealWhat | null => (files.length === 0 ? null : { files });

function filesSaid(files: readonly File[]): string {
  const size = formatBytes(files.reduce((sum, file) => sum + file.size, 0));
  const [first] = files;
  return files.length === 1 && first
    ? `${first.name}, ${size}`
    : `${t("share.files", { count: files.length, size })}: ${files.map(({ name }) => name).join(", ")}`;
}
