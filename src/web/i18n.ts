import { createSignal } from "solid-js";
import { en } from "./messages/en.ts";

/** Every text of the page has a key; a language that lacks one does not compile. */
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

/** The languages that are there, in their own names. */
export const languages = { en: "English" } as const;
export type Language = keyof typeof languages;

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => en,
};

const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);
const preferred = (): Language => {
  const kept = localStorage.getItem("language") ?? "";
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split("-")[0] ?? "").find(isLanguage) ?? "en";
};

const [language, setLanguageName] = createSignal<Language>("en");
const [messages, setMessages] = createSignal<Messages>(en);

export { language };

/** Turns the page over to a language and keeps that. */
export async function setLanguage(name: Language): Promise<void> {
  setMessages(() => en);
  const loaded = await loaders[name]();
  setMessages(() => loaded);
  setLanguageName(name);
  document.documentElement.lang = name;
  document.documentElement.dir = name in { ar: 1, fa: 1, he: 1, ur: 1 } ? "rtl" : "ltr";
  localStorage.setItem("language", name);
}

void setLanguage(preferred());

/**
 * A text in the language of the page, with its holes filled: `{name}`, and `{count|one|other}` for a number. Values are shown as they are;
 * they are put into the page as text alone.
 */
export function t(key: MessageKey, params: Readonly<Record<string, string | number>> = {}): string {
  const rules = new Intl.PluralRules(language());
  return messages()[key].replace(
    /\{(\w+)(?:\|([^{}|]*)\|([^{}]*))?\}/g,
    (_, name: string, one?: string, other?: string) => {
      const value = params[name] ?? "";
      if (one === undefined || other === undefined) return typeof value === "number" ? formatNumber(value) : value;
      return rules.select(Number(value)) === "one" ? one : other;
    },
  );
}

export const formatNumber = (value: number): string => new Intl.NumberFormat(language()).format(value);
export const formatTime = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
