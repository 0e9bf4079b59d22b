/** The languages of the page, in their own names. Those that are not offered yet lack texts: `npm run translations` counts them. */
export const allLanguages = {
  en: { name: "English", offered: true },
  zh: { name: "简体中文", offered: true },
  es: { name: "Español", offered: true },
  id: { name: "Bahasa Indonesia", offered: true },
} as const;

export type Language = keyof typeof allLanguages;
/** All but English, which the checks themselves hold. */
export type OtherLanguage = Exclude<Language, "en">;
export const otherLanguages: readonly OtherLanguage[] = ["zh", "es", "id"];

/** The languages that a person can choose: complete ones alone. */
export const languages: Readonly<Partial<Record<Language, string>>> = Object.fromEntries(
  Object.entries(allLanguages).flatMap(([code, { name, offered }]) => (offered ? [[code, name]] : [])),
);
