import { createMemo, createRoot, createSignal } from "solid-js";
import { loadAnswers } from "./answers.ts";
import { en } from "./messages/en.ts";
import { type Language, languages } from "./messages/languages.ts";

/** Every text of the page has a key; a language that lacks one does not compile. */
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

export { type Language, languages };

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => en,
  zh: async () => (await import("./messages/zh.ts")).zh,
  es: async () => (await import("./messages/es.ts")).es,
  id: async () => (await import("./messages/id.ts")).id,
};

export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

/** The first of the browser's languages that the page speaks. */
export const preferredLanguage = (): Language =>
  navigator.languages.map((tag) => tag.split("-")[0] ?? "").find(isLanguage) ?? "en";

const [language, setLanguageName] = createSignal<Language>("en");
const [messages, setMessages] = createSignal<Messages>(en);

export { language };

let wanted: Language = "en";

/** Turns the page over to a language, and its direction with it; `setLanguage` of the settings keeps it, too. */
export async function showLanguage(name: Language): Promise<void> {
  wanted = name;
  const [loaded] = await Promise.all([loaders[name](), loadAnswers(name)]);
  // Another one was wanted before this one was there.
  if (wanted !== name) return;
  setMessages(() => loaded);
  setLanguageName(name);
  document.documentElement.lang = name;
  document.documentElement.dir = name in { ar: 1, fa: 1, he: 1, ur: 1 } ? "rtl" : "ltr";
}

/**
 * A text in the language of the page, with its holes filled: `{name}`, and `{count|one|other}` for a number. Values are shown as they are;
 * they are put into the page as text alone.
 */
export function t(key: MessageKey, params: Readonly<Record<string, string | number>> = {}): string {
  return (messages()[key] ?? en[key]).replace(
    /\{(\w+)(?:\|([^{}|]*)\|([^{}]*))?\}/g,
    (_, name: string, one?: string, other?: string) => {
      const value = params[name] ?? "";
      if (one === undefined || other === undefined) return typeof value === "number" ? formatNumber(value) : value;
      return formats().plural.select(Number(value)) === "one" ? one : other;
    },
  );
}

/** Made once for a language: making them takes far longer than using them. */
const formats = createRoot(() =>
  createMemo(() => ({
    plural: new Intl.PluralRules(language()),
    number: new Intl.NumberFormat(language()),
    time: new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }),
    day: new Intl.DateTimeFormat(language(), { dateStyle: "medium" }),
    ago: new Intl.RelativeTimeFormat(language(), { numeric: "auto" }),
    region: new Intl.DisplayNames(language(), { type: "region" }),
  })),
);

export const formatNumber = (value: number): string => formats().number.format(value);
export const formatTime = (iso: string): string => formats().time.format(new Date(iso));

/** The day of epoch milliseconds. */
export const formatDay = (at: number): string => formats().day.format(new Date(at));

const agos = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago something was, in its largest unit. */
export function formatAgo(milliseconds: number): string {
  const [unit, length] = agos.find(([, each]) => milliseconds >= each) ?? (["second", 1000] as const);
  return formats().ago.format(-Math.floor(milliseconds / length), unit);
}

const sizes = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** Bytes in the unit that fits. */
export function formatBytes(bytes: number): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language(), {
    style: "unit",
    unit: sizes[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}

/** The name of a country by its ISO 3166-1 code; the code itself where it is none. */
export const countryName = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (formats().region.of(code) ?? code) : code;
