import { createResource, For, type JSX, Show } from "solid-js";
import { ask } from "../api.ts";
import { type Language, language, languages, t } from "../i18n.ts";
import { Link } from "../parts/link.tsx";
import { lockNow, privacy } from "../privacy.ts";
import { setLanguage, setTheme } from "../settings.ts";
import { theme, themes } from "../theme.ts";
import { LockAfter } from "./privacy/open-password.tsx";
import "../style/keeping.css";

/** Language, appearance, the privacy password, and what this Candor is. */
export default function Settings(): JSX.Element {
  const [about] = createResource(() => ask<{ readonly candor: string }>("/about").catch(() => null));
  return (
    <div class="page">
      <h1>{t("settings.title")}</h1>
      <section class="card column" aria-labelledby="settings-look">
        <h2 id="settings-look">{t("settings.look")}</h2>
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
                <input type="radio" name="theme" checked={theme() === each} onChange={() => void setTheme(each)} />{" "}
                {t(`theme.${each}`)}
              </label>
            )}
          </For>
        </fieldset>
      </section>
      <section class="card column" aria-labelledby="settings-privacy">
        <h2 id="settings-privacy">{t("privacy.title")}</h2>
        <Show when={privacy()}>
          {(status) => (
            <>
              <p>{t(`privacy.state.${status().state}`)}</p>
              <div class="row wrap">
                <Link to="/privacy" class="button quiet">
                  {t(status().state === "plain" ? "privacy.setTitle" : "settings.privacy")}
                </Link>
                <Show when={status().state === "unlocked"}>
                  <button type="button" class="button quiet" onClick={() => void lockNow()}>
                    {t("lock.now")}
                  </button>
                </Show>
              </div>
            </>
          )}
        </Show>
        <Show when={privacy()?.state !== "plain"}>
          <LockAfter />
        </Show>
      </section>
      <section class="card column" aria-labelledby="settings-lists">
        <h2 id="settings-lists">{t("nav.lists")}</h2>
        <p>{t("lists.about")}</p>
        <div class="row">
          <Link to="/lists" class="button quiet">
            {t("settings.lists")}
          </Link>
        </div>
      </section>
      <section class="card column" aria-labelledby="settings-following">
        <h2 id="settings-following">{t("following.title")}</h2>
        <p>{t("following.lead")}</p>
        <div class="row">
          <Link to="/following" class="button quiet">
            {t("following.set")}
          </Link>
        </div>
      </section>
      <section class="card column" aria-labelledby="settings-about">
        <h2 id="settings-about">{t("settings.about")}</h2>
        <Show when={about.latest}>{(known) => <p>{t("settings.version", { version: known().candor })}</p>}</Show>
        <p>{t("settings.private")}</p>
        <p>{t("settings.proof")}</p>
      </section>
    </div>
  );
}
