import type { JSX } from "solid-js";
import type { ClaimVerdict, ControlState } from "../../../core/assessment.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { stateIcons, stateTones, verdictStates } from "./words.ts";

/** How a control stands: a shape, a word and a colour. */
export function ControlMark(props: { readonly state: ControlState }): JSX.Element {
  return (
    <span class={`mark ${stateTones[props.state]}`}>
      <Icon name={stateIcons[props.state]} />
      {t(`control.${props.state}`)}
    </span>
  );
}

/** How a promise stands. */
export function VerdictMark(props: { readonly verdict: ClaimVerdict }): JSX.Element {
  return (
    <span class={`mark ${stateTones[verdictStates[props.verdict]]}`}>
      <Icon name={stateIcons[verdictStates[props.verdict]]} />
      {t(`claim.${props.verdict}`)}
    </span>
  );
}
