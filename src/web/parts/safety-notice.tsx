import type { JSX } from "solid-js";
import { t } from "../i18n.ts";

/** What to think of before something disappears from a phone that somebody else may look through. Always shown: nobody has to ask for it. */
export function SafetyNotice(props: { readonly of: "files" | "apps" }): JSX.Element {
  return (
    <div class="notice ask safety">
      <h3>{t("safety.title")}</h3>
      <p>{t(`safety.${props.of}`)}</p>
    </div>
  );
}
