import { createSignal, createUniqueId, type JSX } from "solid-js";
import { t } from "../i18n.ts";

/** A field for a passphrase that can be made visible, since long ones are typed wrong. */
export function PassphraseField(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly isNew?: boolean;
  /** Id of what describes it, for whoever reads by ear. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
}): JSX.Element {
  const id = createUniqueId();
  const [shown, setShown] = createSignal(false);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="row">
        <input
          id={id}
          type={shown() ? "text" : "password"}
          class="mono"
          autocomplete={props.isNew ? "new-password" : "current-password"}
          autocapitalize="off"
          spellcheck={false}
          required
          maxlength="1024"
          value={props.value}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid ? "true" : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button type="button" class="button quiet" aria-pressed={shown()} onClick={() => setShown(!shown())}>
          {t("passphrase.show")}
        </button>
      </div>
    </div>
  );
}
