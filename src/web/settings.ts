import type { PageSettings } from "../centre/page-settings.ts";
import { ask } from "./api.ts";
import { isLanguage, type Language, preferredLanguage, showLanguage } from "./i18n.ts";
import { isTheme, showTheme, type Theme } from "./theme.ts";

/** As they were kept in this browser, so that nothing jumps while the server is asked. It has another port, and so another memory, at most starts. */
const cached = localStorage.getItem("settings");
let current = parse(cached);
let chosen = false;

/**
 * Shows the page in the language and with the appearance that were chosen: at once where this browser remembers them, else as soon as the server
 * has told. Without a choice it follows the browser.
 */
export async function applySettings(): Promise<void> {
  const told = ask<PageSettings>("/settings").then(
    async (settings) => {
      if (!chosen) await show(settings);
    },
    // The usual ones do: who is not let in, or has lost the server, is told so by what is asked next.
    () => undefined,
  );
  await (cached === null ? told : show(current));
}

/** Turns the page over to a language and keeps that. */
export const setLanguage = (language: Language): Promise<void> => choose({ ...current, language });

/** Turns the page light or dark, and keeps that. */
export const setTheme = (theme: Theme): Promise<void> => choose({ ...current, theme });

async function choose(settings: PageSettings): Promise<void> {
  chosen = true;
  await show(settings);
  // What cannot be kept holds until the page is closed.
  await ask("/settings", { method: "PUT", body: settings }).catch(() => undefined);
}

async function show(settings: PageSettings): Promise<void> {
  current = settings;
  localStorage.setItem("settings", JSON.stringify(settings));
  showTheme(settings.theme);
  const { language } = settings;
  await showLanguage(language !== null && isLanguage(language) ? language : preferredLanguage());
}

function parse(text: string | null): PageSettings {
  try {
    const read = JSON.parse(text ?? "{}") as Partial<Record<keyof PageSettings, unknown>> | null;
    const { language, theme } = read ?? {};
    return {
      language: typeof language === "string" && isLanguage(language) ? language : null,
      theme: typeof theme === "string" && isTheme(theme) ? theme : "system",
    };
  } catch {
    return { language: null, theme: "system" };
  }
}
