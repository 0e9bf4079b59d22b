import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { t } from "../../i18n.ts";

/** Where a vault and its copies may lie. */
export interface RuleState {
  /** For requests; nothing where it may lie anywhere. */
  readonly body: () => { readonly rule?: string; readonly verifiedOnly?: boolean };
  readonly View: () => JSX.Element;
}

/** Asks where a vault and its copies may lie. */
export function useRule(): RuleState {
  const [kind, setKind] = createSignal<"any" | "eea" | "own">("any");
  const [countries, setCountries] = createSignal("");
  const [verifiedOnly, setVerifiedOnly] = createSignal(false);
  const words = () => (kind() === "eea" ? "EU/EEA" : kind() === "own" ? countries().trim() : "");
  const id = createUniqueId();
  return {
    body: () => (words() === "" ? {} : { rule: words(), ...(verifiedOnly() && { verifiedOnly: true }) }),
    View: () => (
      <>
        <div class="field">
          <label for={id}>{t("vault.ruleField")}</label>
          <select
            id={id}
            aria-describedby={`${id}-hint`}
            value={kind()}
            onChange={(event) => setKind(event.currentTarget.value as "any" | "eea" | "own")}
          >
            <option value="any">{t("vault.ruleAny")}</option>
            <option value="eea">{t("vault.ruleEea")}</option>
            <option value="own">{t("vault.ruleOwn")}</option>
          </select>
          <p class="soft hint" id={`${id}-hint`}>
            {t("vault.ruleHint")}
          </p>
        </div>
        <Show when={kind() === "own"}>
          <div class="field">
            <label for={`${id}-countries`}>{t("vault.ruleCountries")}</label>
            <input
              type="text"
              id={`${id}-countries`}
              placeholder="DE, AT, CH"
              required
              value={countries()}
              onInput={(event) => setCountries(event.currentTarget.value)}
            />
          </div>
        </Show>
        <Show when={kind() !== "any"}>
          <div class="place-rule">
            <label class="wish">
              <input
                type="checkbox"
                checked={verifiedOnly()}
                aria-describedby={`${id}-verified`}
                onChange={(event) => setVerifiedOnly(event.currentTarget.checked)}
              />
              <span>{t("place.verifiedOnly")}</span>
            </label>
            <p class="soft hint" id={`${id}-verified`}>
              {t("place.verifiedOnlyHint")}
            </p>
          </div>
        </Show>
      </>
    ),
  };
}
