import { createSignal, type JSX, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../api.ts";
import { t } from "../i18n.ts";
import { Failed } from "./loading.tsx";
import { saveFile } from "./save-file.ts";

/** Saves the proof that an entry is in the journal, under a state that is signed for it. */
export function EntryProof(props: { readonly entry: number }): JSX.Element {
  const [failure, setFailure] = createSignal<Failure>();
  const [saved, setSaved] = createSignal(false);
  const save = async () => {
    setFailure(undefined);
    try {
      const proof = await ask<object>(`/proof/entries/${props.entry}`, { body: { content: true } });
      const text = `${JSON.stringify(proof, null, 1)}\n`;
      saveFile(`candor-journal-entry-${props.entry}.json`, text, "application/json");
      setSaved(true);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <div class="no-print">
      <button type="button" class="button quiet small" onClick={() => void save()}>
        {t("proof.saveEntry")}
      </button>
      <div aria-live="polite">
        <Show when={saved()}>
          <p class="soft">{t("proof.entrySaved")}</p>
        </Show>
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      </div>
    </div>
  );
}
