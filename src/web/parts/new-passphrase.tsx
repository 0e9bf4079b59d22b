import { createEffect, createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import type { PassphraseStrength } from "../../centre/privacy-lock.ts";
import { ask } from "../api.ts";
import { t } from "../i18n.ts";
import { PassphraseField } from "./passphrase-field.tsx";

/** What is chosen: null until it can be taken. */
export interface NewPassphrase {
  readonly passphrase: string;
  readonly weakToo: boolean;
}

/** Milliseconds after the last key before it is judged. */
const pause = 250;
const marks = { weak: 1, fair: 2, strong: 3 } as const;

/** A new passphrase, asked for twice, with how long it would hold. A weak one is only taken where the person insists. */
export function ChoosePassphrase(props: { readonly onChange: (chosen: NewPassphrase | null) => void }): JSX.Element {
  const [passphrase, setPassphrase] = createSignal("");
  const [again, setAgain] = createSignal("");
  const [insist, setInsist] = createSignal(false);
  const [judged, setJudged] = createSignal<{ readonly of: string; readonly strength: PassphraseStrength }>();
  const strength = () => {
    const last = judged();
    return last?.of === passphrase() ? last.strength : undefined;
  };
  createEffect(() => {
    const wanted = passphrase();
    if (wanted === "") return;
    const timer = setTimeout(() => {
      ask<PassphraseStrength>("/privacy/strength", { body: { passphrase: wanted } }).then(
        (said) => setJudged({ of: wanted, strength: said }),
        () => undefined,
      );
    }, pause);
    onCleanup(() => clearTimeout(timer));
  });
  createEffect(() => {
    const known = strength();
    const isGood = known !== undefined && (known.grade !== "weak" || insist());
    const isSame = passphrase() === again() && passphrase() !== "";
    props.onChange(isGood && isSame ? { passphrase: passphrase(), weakToo: insist() } : null);
  });
  return (
    <>
      <PassphraseField
        label={t("passphrase.new")}
        value={passphrase()}
        onInput={setPassphrase}
        isNew
        describedBy="strength"
      />
      <div id="strength" aria-live="polite" class="strength">
        <Show when={strength()} fallback={<p class="soft">{t("passphrase.how")}</p>}>
          {(known) => (
            <>
              <p class="row">
                <meter
                  min="0"
                  max="3"
                  low="1.5"
                  high="2.5"
                  optimum="3"
                  value={marks[known().grade]}
                  aria-hidden="true"
                />
                <strong>{t(`strength.${known().grade}`)}</strong>
              </p>
              <p>{t(`strength.means.${known().grade}`)}</p>
              <ul>
                <For each={known().hints}>{(hint) => <li>{t(`strength.hint.${hint}`)}</li>}</For>
              </ul>
            </>
          )}
        </Show>
      </div>
      <Show when={strength()?.grade === "weak"}>
        <label class="notice ask">
          <input type="checkbox" checked={insist()} onChange={(event) => setInsist(event.currentTarget.checked)} />{" "}
          {t("passphrase.insist")}
        </label>
      </Show>
      <PassphraseField
        label={t("passphrase.again")}
        value={again()}
        onInput={setAgain}
        isNew
        describedBy="not-same"
        invalid={again() !== "" && again() !== passphrase()}
      />
      <p id="not-same" class="said" role="status">
        <Show when={again() !== "" && !passphrase().startsWith(again())}>{t("passphrase.notSame")}</Show>
      </p>
    </>
  );
}
