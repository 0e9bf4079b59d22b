import { createEffect, createRoot, createSignal } from "solid-js";
import { phraseSaid } from "./answers.ts";
import { language } from "./i18n.ts";
import type { Phrases } from "./messages/check-texts.ts";
import type { Language } from "./messages/languages.ts";
import { phrase, type Said } from "./phrases.ts";

const none: Phrases = {};
const loaders: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => none,
  zh: async () => (await import("./messages/controls/zh.ts")).controls,
  es: async () => (await import("./messages/controls/es.ts")).controls,
  id: async () => (await import("./messages/controls/id.ts")).controls,
};

const [texts, setTexts] = createSignal(none);

// Where they cannot be fetched, controls are shown in English, and marked so.
createRoot(() =>
  createEffect(() => {
    const wanted = language();
    setTexts(() => none);
    void loaders[wanted]().then(
      (loaded) => {
        if (wanted === language()) setTexts(() => loaded);
      },
      () => {},
    );
  }),
);

/** A text of a control, a profile or a promise, or why a control stands as it does, in the language of the page. */
export function controlSaid(english: string): Said {
  if (language() === "en") return { text: english };
  const own = phrase(english, { checks: {}, phrases: texts(), list: { comma: ", ", and: ", " } });
  return own === undefined ? phraseSaid(english) : { text: own };
}
