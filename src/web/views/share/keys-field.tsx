import { createEffect, createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ChooseFiles } from "../../parts/choose-files.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Phrase } from "../../parts/said.tsx";
import { shortKey } from "./sealing.ts";

interface Recipient {
  readonly kind: string;
  readonly text: string;
  readonly comment: string | null;
  readonly own: boolean;
}

/** Keys as they were read by the server. */
export interface ReadKeys {
  readonly text: string;
  readonly recipients: readonly Recipient[];
  /** Something in the text is no key, or was not read yet. */
  readonly wrong: boolean;
}

/** Milliseconds after the last letter before it is read. */
const pause = 300;

/** A field for public keys, a line each, or a file of them; tells whose they are before anything is sealed. */
export function KeysField(props: { readonly onRead: (keys: ReadKeys) => void }): JSX.Element {
  const [text, setText] = createSignal("");
  const add = async (file: File) => {
    const more = await file.slice(0, 100_000).text();
    setText(text().trim() === "" ? more : `${text()}\n${more}`);
  };
  const [found, setFound] = createSignal<readonly Recipient[]>([]);
  const [failure, setFailure] = createSignal<Failure>();
  createEffect(() => {
    const wanted = text();
    setFound([]);
    setFailure(undefined);
    props.onRead({ text: wanted, recipients: [], wrong: wanted.trim() !== "" });
    if (wanted.trim() === "") return;
    const timer = setTimeout(() => void read(wanted), pause);
    onCleanup(() => clearTimeout(timer));
  });
  const read = async (wanted: string) => {
    try {
      const body = { text: wanted };
      const { recipients } = await ask<{ readonly recipients: readonly Recipient[] }>("/share/recipients", { body });
      if (wanted !== text()) return;
      setFound(recipients);
      props.onRead({ text: wanted, recipients, wrong: false });
    } catch (error) {
      if (wanted === text()) setFailure(failureIn(error));
    }
  };
  return (
    <>
      <div class="field share-keys">
        <label for="share-keys">{t("share.keys")}</label>
        <textarea
          id="share-keys"
          rows="3"
          spellcheck={false}
          autocapitalize="off"
          aria-describedby="share-keys-hint"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="soft hint" id="share-keys-hint">
          {t("share.keysHint")}
        </p>
        <div>
          <ChooseFiles name="keys" onFiles={([file]) => file && void add(file)}>
            {t("share.keysFile")}
          </ChooseFiles>
        </div>
      </div>
      <div aria-live="polite">
        <Show when={failure()}>
          {(each) => (
            <p class="said">
              <Phrase of={each().message} /> <Phrase of={each().next ?? ""} />
            </p>
          )}
        </Show>
        <Show when={found().length > 0}>
          <p class="share-label">{t("share.for")}</p>
          <ul class="share-found">
            <For each={found()}>
              {({ text: key, comment, own }) => (
                <li>
                  <Icon name="pass" />
                  <code>{shortKey(key)}</code>
                  <Show when={comment}>{(said) => <span>{said()}</span>}</Show>
                  <Show when={own}>
                    <span class="soft">{t("share.ownKey")}</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </>
  );
}
