import type { JSX } from "solid-js";
import type { Severity } from "../../core/check.ts";
import type { OutcomeState } from "../../core/report.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

/** How grave: a shape, a word and a colour. */
export function SeverityMark(props: { readonly severity: Severity }): JSX.Element {
  return (
    <span class={`mark ${props.severity}`}>
      <Icon name={props.severity} />
      {t(`severity.${props.severity}`)}
    </span>
  );
}

/** What a question came to. */
export function StateMark(props: { readonly state: OutcomeState }): JSX.Element {
  const icon = () => (props.state === "fail" ? "high" : props.state);
  return (
    <span class={`mark ${props.state}`}>
      <Icon name={icon()} />
      {t(`state.${props.state}`)}
    </span>
  );
}
