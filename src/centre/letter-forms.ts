import { letterText } from "../report/letter.ts";
import { letterHtml } from "../report/letter-html.ts";
import { letterEml, mailto } from "../report/letter-mail.ts";
import type { AnsweredLetter } from "./rights.ts";

/** A letter in the forms in which it can be sent; nothing is sent. */
export interface LetterForms {
  readonly to: { readonly name: string; readonly address: string | null; readonly email: string | null };
  readonly subject: string;
  readonly language: string;
  readonly text: string;
  readonly html: string;
  readonly eml: string;
  /** null where it is too long for a link. */
  readonly mailto: string | null;
  /** What to know before sending it. */
  readonly notes: readonly string[];
}

/** Puts a letter into all its forms. @param now epoch milliseconds */
export function letterForms({ written, wish, recipient }: AnsweredLetter, now: number): LetterForms {
  const { letter, notes } = written;
  const { name, address, email } = recipient;
  const parties = {
    to: email === null ? null : { name, email },
    from: wish.from.email === null ? null : { name: wish.from.name, email: wish.from.email },
  };
  const link = mailto(letter, parties);
  return {
    to: { name, address, email },
    subject: letter.subject,
    language: letter.language,
    text: letterText(letter),
    html: letterHtml(letter, notes),
    eml: letterEml(letter, parties, now),
    mailto: link.fits ? link.uri : null,
    notes,
  };
}
