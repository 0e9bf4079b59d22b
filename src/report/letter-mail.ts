import type { Letter } from "./letter.ts";

/** What a mail is addressed with. */
export interface MailParties {
  /** Of the recipient; null where none is known. */
  readonly to: { readonly name: string; readonly email: string } | null;
  readonly from: { readonly name: string; readonly email: string } | null;
}

/** Longer addresses are cut by some programs without a word; Windows and some browsers take no more. */
export const mailtoLimit = 2_000;

/** A `mailto:` address (RFC 6068) for a letter, and whether it is short enough for every program. */
export function mailto(
  { subject, body }: Letter,
  { to }: MailParties,
): { readonly uri: string; readonly fits: boolean } {
  const address = to === null || !isMailbox(to.email) ? "" : encodeURIComponent(to.email).replace("%40", "@");
  const uri = `mailto:${address}?subject=${encoded(subject)}&body=${encoded(body.replaceAll("\n", "\r\n"))}`;
  return { uri, fits: uri.length <= mailtoLimit };
}

/**
 * A letter as a message that a mail program opens as a draft (RFC 5322, plain text in UTF-8). Nothing of the outside can begin a header of its
 * own: names are encoded words, and an address that is none is left out.
 *
 * @param at of the message, epoch milliseconds
 */
export function letterEml({ subject, body }: Letter, { to, from }: MailParties, at: number): string {
  const headers = [
    ...mailbox("From", from),
    ...mailbox("To", to),
    header("Subject", encodedWords(subject)),
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8; format=fixed",
    "Content-Transfer-Encoding: quoted-printable",
    "X-Unsent: 1",
  ];
  return `${headers.join("\r\n")}\r\n\r\n${quotedPrintable(body)}\r\n`;
}

/** Whether a text is one mailbox and nothing else. */
export function isMailbox(text: string): boolean {
  return /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d.-]{0,200}[a-z\d])?$/i.test(text);
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replaceAll("'", "%27");
}

function mailbox(name: string, party: MailParties["to"]): readonly string[] {
  if (party === null || !isMailbox(party.email)) return [];
  return [header(name, [...encodedWords(party.name), `<${party.email}>`])];
}

/** A header whose words stand each on a line of their own where they are several, so that none is too long. */
function header(name: string, words: readonly string[]): string {
  return `${name}: ${words.join("\r\n ")}`;
}

/** RFC 2047 words of at most 75 characters, each of whole characters. */
function encodedWords(text: string): readonly string[] {
  const plain = text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  const words: string[] = [];
  let word = "";
  for (const character of plain) {
    const coded = /[A-Za-z\d]/.test(character) ? character : character === " " ? "_" : hex(character, "=");
    if (word.length + coded.length > 54) {
      words.push(word);
      word = "";
    }
    word += coded;
  }
  return [...words, word].map((each) => `=?utf-8?Q?${each}?=`);
}

/** RFC 2045: lines of at most 76 characters. */
function quotedPrintable(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("\n")
    .map(quotedLine)
    .join("\r\n");
}

function quotedLine(line: string): string {
  const lines: string[] = [];
  let row = "";
  const characters = [...line];
  characters.forEach((character, i) => {
    const last = i === characters.length - 1;
    const bare = /[!-<>-~]/.test(character) || (/[ \t]/.test(character) && !last);
    const coded = bare ? character : hex(character, "=");
    if (row.length + coded.length > 75) {
      lines.push(`${row}=`);
      row = "";
    }
    row += coded;
  });
  return [...lines, row].join("\r\n");
}

function hex(character: string, mark: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `${mark}${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
