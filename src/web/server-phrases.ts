import { createSignal } from "solid-js";
import type { AnswerTexts, Phrases } from "./messages/check-texts.ts";
import type { Language } from "./messages/languages.ts";

const loaders: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => ({}),
  zh: async () => (await import("./messages/server/zh/index.ts")).phrases,
  es: async () => (await import("./messages/server/es/index.ts")).phrases,
  id: async () => (await import("./messages/server/id/index.ts")).phrases,
};

const [texts, setTexts] = createSignal<AnswerTexts>();
let language: Language = "en";
let asked = false;

/** The language that sentences of the server are needed in from now on. */
export function setServerLanguage(of: Language): void {
  language = of;
  asked = false;
  setTexts(undefined);
}

/**
 * The phrases of the answers with those of the server beside them. They are fetched at the first call, and whatever asked is asked to look again
 * when they are there; until then, and where they cannot be fetched, the answers alone.
 */
export function serverPhrases(answers: AnswerTexts): AnswerTexts {
  const there = texts();
  if (there) return there;
  if (!asked) {
    asked = true;
    const wanted = language;
    void loaders[wanted]().then(
      (phrases) => {
        if (wanted === language) setTexts({ ...answers, phrases: { ...answers.phrases, ...phrases } });
      },
      () => {
        asked = false;
      },
    );
  }
  return answers;
}
