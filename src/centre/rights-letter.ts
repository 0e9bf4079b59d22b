import { createHash } from "node:crypto";
import { FormatError, VaultError } from "../core/errors.ts";
import type { TemplateName } from "../feeds/letter-templates.ts";
import { type LawRegion, lawRegions } from "../feeds/privacy-laws.ts";
import type { Right, RightArticles } from "../feeds/rights-articles.ts";
import {
  type EarlierRequest,
  type Letter,
  type LetterEvidence,
  type LetterInput,
  type LetterKind,
  type LetterLaw,
  letterText,
  letterWords,
  type Party,
  writeLetter,
} from "../report/letter.ts";
import { lawOn } from "./reply-deadline.ts";
import type { RightsLists } from "./rights-lists.ts";
import type { RightsRecipient } from "./rights-recipient.ts";
import type { RightsRequest } from "./rights-requests.ts";

/** What a person asks a letter for. */
export interface LetterWish {
  readonly kind: LetterKind;
  /** ISO 639-1; the recipient's own, else English, where left out. */
  readonly language?: string | undefined;
  readonly region: LawRegion;
  readonly from: Party;
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly identity: readonly string[];
  readonly data: string | null;
  readonly reason: string | null;
  readonly evidence: LetterEvidence | null;
  readonly earlier: EarlierRequest | null;
}

/** A letter with what the person should know before sending it. */
export interface WrittenLetter {
  readonly letter: Letter;
  readonly law: LetterLaw;
  readonly notes: readonly string[];
}

/**
 * Writes a letter on the lists in use.
 *
 * @throws VaultError `refused` where the law of the region has no such right, or there is no text in the language
 */
export function composeLetter(wish: LetterWish, recipient: RightsRecipient, lists: RightsLists): WrittenLetter {
  const { law, row } = lawFor(wish, lists);
  const language = wish.language ?? recipient.controller?.language ?? "en";
  const template = templateFor(wish, language, recipient, lists);
  if (template === null && !Object.hasOwn(letterWords, language))
    throw new VaultError(
      "refused",
      `There is no letter of the kind “${wish.kind}” in the language “${language}”.`,
      `Languages with all letters: ${Object.keys(letterWords).join(", ")}.`,
    );
  const { name, address, email, runs, domain } = recipient;
  const input: LetterInput = { ...wish, language, law, template, to: { name, address, email, runs, domain } };
  return { letter: filled(input), law, notes: notesOf(input, recipient, lists, row) };
}

/** A published text may be faulty: a letter with a hole in it is never given out. */
function filled(input: LetterInput): Letter {
  try {
    return writeLetter(input);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new VaultError(
      "refused",
      `The published text of this letter in “${input.language}” cannot be filled: ${error.message}.`,
      `Choose another language: ${Object.keys(letterWords).join(", ")}.`,
    );
  }
}

/** A request to be filed, out of what was written. */
export function requestOf(
  wish: LetterWish,
  { letter, law }: WrittenLetter,
  recipient: RightsRecipient,
  at: number,
): Omit<RightsRequest, "id"> {
  const { name, address, email, form, country } = recipient;
  const { evidence } = wish;
  return {
    kind: wish.kind,
    region: wish.region,
    language: letter.language,
    from: wish.from,
    to: { name, address, email, form, country },
    law: { ...law, articles: [...law.articles] },
    letter: { subject: letter.subject, sha256: createHash("sha256").update(letterText(letter)).digest("hex") },
    evidence: evidence as RightsRequest["evidence"],
    events: [{ what: "written", on: wish.date, at: new Date(at).toISOString(), note: "", file: null }],
  };
}

/** A reminder cites the articles of the request that it goes back to. */
function lawFor(
  { kind, region, date, earlier }: LetterWish,
  { articles, laws }: RightsLists,
): { readonly law: LetterLaw; readonly row: RightArticles | null } {
  const law = lawOn(laws, region, date);
  const right: Right | null = kind === "reminder" ? null : kind;
  const row =
    articles.rows.find(
      (each) =>
        each.region === region &&
        each.right === right &&
        each.inForceFrom <= date &&
        (each.until === null || date <= each.until),
    ) ?? null;
  const cited = right === null ? earlier : row;
  if (!law || !cited)
    throw new VaultError(
      "refused",
      `For ${lawRegions[region]}, the law as it is known here for ${date} has no right of the kind “${kind}”.`,
      "Ask for advice there, or use the law of another region if it holds for you: --region",
    );
  return {
    law: { region, name: law.law, unit: cited.unit, articles: cited.articles, reply: law.reply },
    row,
  };
}

const templateOfKind: Partial<Record<LetterKind, TemplateName>> = {
  access: "access-default",
  erasure: "erasure-default",
  rectification: "rectification-default",
  objection: "objection-default",
  reminder: "admonition",
  complaint: "complaint",
};

/**
 * The published texts are for the GDPR alone. That for objections is about marketing alone: our own is wider, where there is one. The Spanish
 * ones address a friend, what stands beside them a company: there our own is taken throughout.
 */
function templateFor(
  { kind, region }: LetterWish,
  language: string,
  { controller }: RightsRecipient,
  { templates: { templates } }: RightsLists,
): string | null {
  const own = Object.hasOwn(letterWords, language);
  if (region !== "EU" || (own && (kind === "objection" || language === "es"))) return null;
  const text = (name: TemplateName | undefined) =>
    templates.find((each) => each.language === language && each.name === name)?.text ?? null;
  const tracking = kind === "access" && controller?.tracking ? text("access-tracking") : null;
  return tracking ?? text(templateOfKind[kind]);
}

function notesOf(
  { kind, to, identity, law, evidence, template, language }: LetterInput,
  { controller, form, name, domain }: RightsRecipient,
  { controllersDate, laws, articles }: RightsLists,
  row: RightArticles | null,
): readonly string[] {
  const notes: string[] = [];
  const where = domain === null ? "" : ` (${domain})`;
  if (controller !== null) {
    const how = { verified: "checked by people", tested: "used with success", scraped: "collected by a program" };
    notes.push(
      `The address is from datarequests.org, record “${controller.slug}”, list of ${controllersDate}, ${how[controller.quality]}; read there from ${controller.sources[0] ?? "a source that is not named"}. Compare it with the company's privacy notice: what goes to a wrong address gives your data away.`,
    );
    if (kind !== "complaint" && controller.wants.length > 0)
      notes.push(`To find you they ask for: ${controller.wants.join(", ")}. Give what is needed and nothing more.`);
    if (controller.wantsIdDocument)
      notes.push(
        "They are known to ask for a copy of an identity document. By the GDPR that is for cases of reasonable doubt alone (Art. 12(6)).",
      );
  } else if (kind !== "complaint" && to.address === null)
    notes.push(
      `No address of ${name} is known here, and none is guessed. It stands in the privacy notice of the app or of the company${where}.`,
    );
  if (form !== null) notes.push(`There is a form: ${form}`);
  if (kind !== "complaint" && identity.length === 0)
    notes.push(
      "Nothing in the letter identifies you but your name. A company that knows devices alone finds you by an identifier only, such as the advertising ID.",
    );
  if (evidence === null) notes.push("There is no evidence in it; a report on a record of traffic gives some.");
  else if (template !== null && !Object.hasOwn(letterWords, language))
    notes.push(
      "The text is in the language that you chose; what was recorded, and what is added to it, is in English.",
    );
  if (row !== null && !row.confirmed)
    notes.push(
      `The articles of ${law.name} rest on general knowledge (${articles.asOf}); compare them with ${row.source}.`,
    );
  notes.push(`Law as of ${laws.asOf}. This is no legal advice.`);
  return notes;
}
