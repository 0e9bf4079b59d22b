import { For, type JSX } from "solid-js";
import { type Language, language, languages, setLanguage, t } from "../i18n.ts";
import { setTheme, theme, themes } from "../theme.ts";

/** Language and appearance. */
export default function Settings(): JSX.Element {
  return (
    <div class="page">
      <h1>{t("settings.title")}</h1>
      <section class="card column">
        <label>
          {t("settings.language")}{" "}
          <select value={language()} onChange={(event) => void setLanguage(event.currentTarget.value as Language)}>
            <For each={Object.entries(languages)}>
              {([code, name]) => (
                <option value={code} lang={code}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </label>
        <fieldset>
          <legend>{t("settings.theme")}</legend>
          <For each={themes}>
            {(each) => (
              <label>
                <input type="radio" name="theme" checked={theme() === each} onChange={() => setTheme(each)} />{" "}
                {t(`theme.${each}`)}
              </label>
            )}
          </For>
        </fieldset>
      </section>
    </div>
  );
}
