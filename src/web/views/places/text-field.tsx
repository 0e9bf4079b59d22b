import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { t } from "../../i18n.ts";

/** A field for one line, with a word on what belongs into it. `secret` can be made visible, and no browser is asked to keep it. */
export function TextField(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly secret?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly length?: number;
}): JSX.Element {
  const id = createUniqueId();
  const [shown, setShown] = createSignal(false);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="row">
        <input
          id={id}
          type={props.secret && !shown() ? "password" : "text"}
          class="mono"
          autocomplete={props.secret ? "new-password" : "off"}
          autocapitalize="off"
          spellcheck={false}
          required={props.required ?? false}
          maxlength={props.length ?? 4096}
          placeholder={props.placeholder}
          value={props.value}
          aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <Show when={props.secret}>
          <button type="button" class="button quiet" aria-pressed={shown()} onClick={() => setShown(!shown())}>
            {t("passphrase.show")}
            <span class="visually-hidden">: {props.label}</span>
          </button>
        </Show>
      </div>
      <Show when={props.hint}>
        {(hint) => (
          <p class="soft hint" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
    </div>
  );
}
