import { createEffect, createRoot, createSignal } from "solid-js";
import { language } from "./i18n.ts";
import type { Language } from "./messages/languages.ts";
import type { Said } from "./phrases.ts";

/** What packages do, and what is lost without them: the text of the list, in English, to that of a language. */
export interface PackageTexts {
  readonly does: Readonly<Record<string, string>>;
  readonly cost: Readonly<Record<string, string>>;
}

const none: PackageTexts = { does: {}, cost: {} };
const loaders: Readonly<Record<Language, () => Promise<PackageTexts>>> = {
  en: async () => none,
  zh: async () => (await import("./messages/packages/zh.ts")).packageTexts,
  es: async () => (await import("./messages/packages/es.ts")).packageTexts,
  id: async () => (await import("./messages/packages/id.ts")).packageTexts,
};

const [texts, setTexts] = createSignal(none);

// Where they cannot be fetched, the list is shown in English, and marked so.
createRoot(() =>
  createEffect(() => {
    const wanted = language();
    setTexts(none);
    void loaders[wanted]().then(
      (loaded) => {
        if (wanted === language()) setTexts(loaded);
      },
      () => {},
    );
  }),
);

/** What a package does, as a sentence. */
export const whatItDoes = ({ does }: { readonly does: string }): Said => said(texts().does[does], `It ${does}.`);

/** What is lost without a package, as a sentence. */
export const whatIsLost = ({ cost }: { readonly cost: string }): Said => said(texts().cost[cost], cost);

function said(translated: string | undefined, english: string): Said {
  if (translated !== undefined) return { text: translated };
  return language() === "en" ? { text: english } : { text: english, lang: "en" };
}
