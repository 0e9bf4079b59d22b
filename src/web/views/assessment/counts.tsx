import { For, type JSX } from "solid-js";
import { type Assessment, type ControlState, controlStates } from "../../../core/assessment.ts";
import { formatNumber, t } from "../../i18n.ts";
import { ControlMark } from "./marks.tsx";

const keys = {
  "not-satisfied": "notSatisfied",
  "not-determinable": "notDeterminable",
  satisfied: "satisfied",
  "not-applicable": "notApplicable",
} as const satisfies Record<ControlState, keyof Assessment["summary"]>;

/** How many controls stand how: four counts, never one number for all. Each shows its own controls. */
export function Counts(props: {
  readonly assessment: Assessment;
  readonly only: ControlState | null;
  readonly onOnly: (state: ControlState | null) => void;
}): JSX.Element {
  const summary = () => props.assessment.summary;
  return (
    <section aria-label={t("assessment.counts")}>
      <ul class="tally">
        <For each={controlStates}>
          {(state) => (
            <li>
              <button
                type="button"
                class={`count${summary()[keys[state]] === 0 ? " none" : ""}`}
                aria-pressed={props.only === state}
                onClick={() => props.onOnly(props.only === state ? null : state)}
              >
                <strong>{formatNumber(summary()[keys[state]])}</strong>
                <ControlMark state={state} />
              </button>
            </li>
          )}
        </For>
      </ul>
      <p class="soft">
        {t("assessment.of", { count: summary().total, hand: summary().byHand })} {t("assessment.noScore")}
      </p>
    </section>
  );
}
