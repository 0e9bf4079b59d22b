import { FormatError } from "../core/errors.ts";
import { defineFeed, type FeedFile } from "../core/feed.ts";
import { embeddedLetterTemplates } from "./embedded/letter-templates.ts";

/** The letters that the publishers have a text for, by the name of its file. */
export const templateNames = [
  "access-default",
  "access-tracking",
  "erasure-default",
  "rectification-default",
  "objection-default",
  "admonition",
  "complaint",
] as const;

/** One letter of the templates. */
export type TemplateName = (typeof templateNames)[number];

/** The languages that have templates; not each has all. */
export const templateLanguages = ["cs", "de", "el", "en", "es", "fr", "hr", "it", "nl", "pt", "ro", "sv"] as const;

/** One text of a letter, in the notation of datarequests.org: `{variable}`, `[flag>text]`. */
export interface LetterTemplate {
  /** ISO 639-1. */
  readonly language: string;
  readonly name: TemplateName;
  readonly text: string;
}

export interface LetterTemplates {
  readonly templates: readonly LetterTemplate[];
}

const maxText = 20_000;

/** Texts of letters under the GDPR, written by people who know it, in the languages that they have. */
export const letterTemplates = defineFeed<LetterTemplates>({
  id: "letter-templates",
  about: "Texts of letters by which people ask for their data, its erasure or correction, object, remind and complain",
  publisher: "Datenanfragen.de e. V.",
  licence: "CC0-1.0",
  homepage: "https://github.com/datenanfragen/data",
  files: { "en.access-default.txt": file("en", "access-default") },
  follow: () =>
    Object.fromEntries(
      embeddedLetterTemplates.value.templates
        .filter(({ language, name }) => language !== "en" || name !== "access-default")
        .map(({ language, name }) => [`${language}.${name}.txt`, file(language, name)]),
    ),
  parse: (files) => ({ templates: Object.keys(files).map((name) => templateOf(name, files[name] ?? "")) }),
  count: ({ templates }) => templates.length,
  embedded: embeddedLetterTemplates,
});

function file(language: string, name: TemplateName): FeedFile {
  const url = `https://raw.githubusercontent.com/datenanfragen/data/master/templates/${language}/${name}.txt`;
  return { url, maxBytes: 100_000 };
}

/** @throws FormatError for what is no text of a letter */
function templateOf(file: string, text: string): LetterTemplate {
  const [language = "", name = ""] = file.split(".");
  const known = templateNames.find((each) => each === name);
  if (!known || !/^[a-z]{2}$/.test(language)) throw new FormatError(file, "the name is not of a letter");
  // Invisible marks got into some of them.
  const clean = text
    .replaceAll("\r\n", "\n")
    .replace(/\p{Cf}/gu, "")
    .trim();
  if (clean.length < 100 || clean.length > maxText || /[^\P{Cc}\n\t]/u.test(clean))
    throw new FormatError(file, "not the text of a letter");
  return { language, name: known, text: clean };
}
