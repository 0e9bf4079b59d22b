import { createEffect, createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import type { KnownRecipient } from "../../../centre/known-recipients.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Failed } from "../../parts/loading.tsx";
import { ChoosePassphrase, type NewPassphrase } from "../../parts/new-passphrase.tsx";
import { KeysField, type ReadKeys } from "./keys-field.tsx";
import { type SealTo, shortKey } from "./sealing.ts";

/** For whom something is sealed: keys, people who are kept, or a passphrase. Gives null until it can be sealed. */
export function ForWhom(props: {
  readonly known: readonly KnownRecipient[];
  readonly onKnown: () => void;
  readonly onChange: (to: SealTo | null) => void;
}): JSX.Element {
  const [byWords, setByWords] = createSignal(false);
  const [passphrase, setPassphrase] = createSignal<NewPassphrase | null>(null);
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [keys, setKeys] = createSignal<ReadKeys>({ text: "", recipients: [], wrong: false });
  createEffect(() => {
    const words = passphrase();
    const known = chosen().filter((id) => props.known.some((each) => each.id === id));
    const { text, recipients, wrong } = keys();
    if (byWords()) props.onChange(words);
    else props.onChange(wrong || recipients.length + known.length === 0 ? null : { recipients: text, known });
  });
  const toggle = (id: string) =>
    setChosen(chosen().includes(id) ? chosen().filter((each) => each !== id) : [...chosen(), id]);
  return (
    <fieldset class="evidence-choice">
      <legend>{t("share.whom")}</legend>
      <Way of="toKey" chosen={!byWords()} onChoose={() => setByWords(false)} />
      <Show when={!byWords()}>
        <div class="share-inside">
          <Show when={props.known.length > 0}>
            <KnownPeople of={props.known} chosen={chosen()} onToggle={toggle} onForgotten={props.onKnown} />
          </Show>
          <KeysField onRead={setKeys} />
          <Show when={keys().recipients.length > 0}>
            <KeepKeys text={keys().text} onKept={props.onKnown} />
          </Show>
        </div>
      </Show>
      <Way of="toWords" chosen={byWords()} onChoose={() => setByWords(true)} />
      <Show when={byWords()}>
        <div class="share-inside">
          <ChoosePassphrase onChange={setPassphrase} />
        </div>
      </Show>
    </fieldset>
  );
}

function Way(props: {
  readonly of: "toKey" | "toWords";
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): JSX.Element {
  return (
    <label class="choice">
      <input type="radio" name="share-whom" value={props.of} checked={props.chosen} onChange={() => props.onChoose()} />
      <span>
        <strong>{t(`share.${props.of}`)}</strong>
        <span class="under">{t(`share.${props.of}About`)}</span>
      </span>
    </label>
  );
}

function KnownPeople(props: {
  readonly of: readonly KnownRecipient[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onForgotten: () => void;
}): JSX.Element {
  const [forgetting, setForgetting] = createSignal<KnownRecipient>();
  return (
    <>
      <p class="share-label" id="share-known">
        {t("share.kept")}
      </p>
      <ul class="share-known" aria-labelledby="share-known">
        <For each={props.of}>
          {(each) => (
            <li>
              <label class="wish grow">
                <input
                  type="checkbox"
                  checked={props.chosen.includes(each.id)}
                  onChange={() => props.onToggle(each.id)}
                />
                <span>
                  {each.name} <code class="soft">{each.recipients.map(shortKey).join(", ")}</code>
                </span>
              </label>
              <button type="button" class="button quiet" onClick={() => setForgetting(each)}>
                {t("share.forgetDo")} …<span class="visually-hidden">: {each.name}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={forgetting()}>
        {(each) => (
          <ConfirmDialog
            title={t("share.forget", { name: each().name })}
            about={t("share.forgetAbout")}
            does={t("share.forgetDo")}
            run={async () => {
              await ask(`/share/known/${each().id}`, { method: "DELETE" });
              props.onForgotten();
            }}
            onClose={() => setForgetting(undefined)}
          />
        )}
      </Show>
    </>
  );
}

function KeepKeys(props: { readonly text: string; readonly onKept: () => void }): JSX.Element {
  const [name, setName] = createSignal("");
  const [failure, setFailure] = createSignal<Failure>();
  let gone = false;
  onCleanup(() => {
    gone = true;
  });
  const keep = async () => {
    setFailure(undefined);
    try {
      await ask("/share/known", { body: { name: name(), recipients: props.text } });
      if (gone) return;
      setName("");
      props.onKept();
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <div class="field">
      <label for="share-keep">{t("share.keepName")}</label>
      <div class="row wrap">
        <input
          type="text"
          id="share-keep"
          maxlength="60"
          autocomplete="off"
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || name().trim() === "") return;
            event.preventDefault();
            void keep();
          }}
        />
        <button type="button" class="button quiet" disabled={name().trim() === ""} onClick={() => void keep()}>
          {t("share.keep")}
        </button>
      </div>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
    </div>
  );
}
