import { createHash, randomBytes } from "node:crypto";
import { type PrintedSheet, sheetHtml, sheetText } from "./printed-sheet.ts";

/** Letters and digits that are not taken for each other (Crockford's base 32). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = 20;
const group = 4;
const checkGroups = 1;

/** A new recovery key: 160 random bits as eight groups of four, and a ninth that tells mistypings. It is typed as it stands, dashes included. */
export function newRecoveryKey(): string {
  const secret = lettersOf(randomBytes(bytes));
  return grouped(secret + checkOf(secret));
}

/**
 * A recovery key as it was printed, however it was typed: small letters, spaces for dashes, O for 0, I and L for 1. Null for anything that is
 * none, or is mistyped.
 */
export function recoveryKeyOf(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const secret = plain.slice(0, -group * checkGroups);
  if (secret.length !== (bytes * 8) / 5 || !/^[0-9A-HJKMNP-TV-Z]+$/.test(plain)) return null;
  return checkOf(secret) === plain.slice(secret.length) ? grouped(plain) : null;
}

/** What a recovery sheet of a vault tells. */
export interface VaultSheet {
  readonly key: string;
  /** Where the vault lies, without credentials. */
  readonly place: string;
  /** ISO 8601. */
  readonly made: string;
}

const heading = "Candor: recovery sheet of a vault";
const warning =
  "Whoever holds this sheet and reaches the place can read the whole vault. Print it, keep it where you keep your passport, and delete the file.";

/** How the vault is opened with Candor, and with nothing but restic (Debian: apt install restic; https://restic.net). */
function steps({ place }: VaultSheet): PrintedSheet["steps"] {
  const quoted = `'${place.replaceAll("'", "'\\''")}'`;
  return [
    {
      does: "With Candor, give the key above where it asks for the passphrase:",
      commands: [`candor vault list --vault ${quoted}`, `candor vault restore latest --vault ${quoted} --to FOLDER`],
    },
    {
      does: "With restic alone, give the key above, dashes included, where it asks for the password (its manual tells how it names places that are no folder):",
      commands: [`restic -r ${quoted} snapshots`, `restic -r ${quoted} restore latest --target FOLDER`],
    },
    { does: "Try it now, and again once a year: candor vault key prove", commands: [] },
  ];
}

/** The sheet as plain text. */
export function vaultSheetText(sheet: VaultSheet): string {
  return sheetText(printed(sheet));
}

/** The sheet as one HTML page to print. */
export function vaultSheetHtml(sheet: VaultSheet): string {
  return sheetHtml(printed(sheet));
}

function printed(sheet: VaultSheet): PrintedSheet {
  return {
    heading,
    made: sheet.made,
    for: sheet.place,
    warning,
    secretTitle: "The recovery key",
    secret: sheet.key,
    stepsTitle: "To open the vault",
    steps: steps(sheet),
  };
}

function lettersOf(secret: Uint8Array): string {
  let text = "";
  let held = 0;
  let count = 0;
  for (const byte of secret) {
    held = (held << 8) | byte;
    count += 8;
    for (; count >= 5; count -= 5) text += alphabet[(held >> (count - 5)) & 31];
    held &= 31;
  }
  return text;
}

function checkOf(secret: string): string {
  return lettersOf(createHash("sha256").update(`candor recovery ${secret}`).digest().subarray(0, 5)).slice(0, group);
}

function grouped(text: string): string {
  return (text.match(/.{4}/g) ?? []).join("-");
}
