import { For, type JSX, Show } from "solid-js";
import type { RedactionLevel } from "../../centre/redact-snapshot.ts";
import { t } from "../i18n.ts";
import { replacedWords } from "../views/evidence/kinds.ts";
import { Phrase } from "./said.tsx";

/** A level of redaction, with what it would take out of one examination. */
export interface Level {
  readonly level: RedactionLevel;
  readonly means: string;
  readonly replaced: Readonly<Record<string, number>>;
}

/** The choice of what is taken out before others see an examination, with what each level leaves out of this one. */
export function RedactionLevels(props: {
  readonly of: readonly Level[];
  readonly chosen: RedactionLevel;
  readonly onChoose: (level: RedactionLevel) => void;
}): JSX.Element {
  return (
    <fieldset class="evidence-choice">
      <legend>{t("evidence.level")}</legend>
      <For each={props.of}>
        {({ level, means, replaced }) => (
          <label class="choice">
            <input
              type="radio"
              name="redaction"
              value={level}
              checked={props.chosen === level}
              onChange={() => props.onChoose(level)}
            />
            <span>
              <strong>{t(`evidence.level.${level}`)}</strong>
              <span class="under">
                <Phrase of={means} />
              </span>
              <Show when={level !== "none"}>
                <span class="under">
                  {Object.keys(replaced).length === 0
                    ? t("evidence.replacesNone")
                    : t("evidence.replaces", { kinds: replacedWords(replaced) })}
                </span>
              </Show>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
