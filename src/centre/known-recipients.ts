import { randomBytes } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { recipientList } from "./recipient-list.ts";

/** Somebody whom things are sealed for more than once: a help desk, a lawyer. Nothing in it opens anything. */
export interface KnownRecipient {
  readonly id: string;
  readonly name: string;
  /** Each as a line for `recipientList`. */
  readonly recipients: readonly string[];
  /** ISO 8601. */
  readonly since: string;
}

const file = "known-recipients.json";
const schema = "candor.known-recipients/1";
const most = 100;

/** Those that are kept, by name. @throws VaultError `locked`, `damaged` */
export async function knownRecipients(place: PrivatePlace): Promise<readonly KnownRecipient[]> {
  const text = await (await openPrivate(place)).readText(file);
  if (text === undefined) return [];
  try {
    const kept = JSON.parse(text) as { readonly schema?: unknown; readonly known?: unknown };
    if (kept.schema === schema && Array.isArray(kept.known)) return kept.known as KnownRecipient[];
  } catch {
    // As damaged as what has another shape.
  }
  throw new VaultError(
    "damaged",
    "The list of those whom you seal things for is damaged.",
    `Delete ${file} in Candor's folder, and add them anew.`,
  );
}

/** Keeps the recipients in a text under a name, in place of those that it had before. @throws VaultError `refused`, `locked` */
export async function keepRecipient(place: PrivatePlace, name: string, text: string): Promise<KnownRecipient> {
  const recipients = recipientList(text).map(({ text: key, comment }) =>
    comment === null ? key : `${key} ${comment}`,
  );
  const called = name.trim().normalize("NFC");
  if (recipients.length === 0 || called === "")
    throw new VaultError("refused", "A name and a key are needed to keep somebody.");
  const others = (await knownRecipients(place)).filter((each) => each.name !== called);
  if (others.length >= most) throw new VaultError("refused", "More than 100 cannot be kept.", "Remove one before.");
  const since = new Date(place.now()).toISOString();
  const kept = { id: randomBytes(9).toString("hex"), name: called, recipients, since };
  await write(place, [...others, kept]);
  return kept;
}

/** Forgets somebody; what was sealed for them stays so. */
export async function forgetRecipient(place: PrivatePlace, id: string): Promise<void> {
  await write(
    place,
    (await knownRecipients(place)).filter((each) => each.id !== id),
  );
}

/** The lines of those of these ids or names. @throws VaultError `absent` */
export async function linesOfKnown(place: PrivatePlace, wanted: readonly string[]): Promise<readonly string[]> {
  if (wanted.length === 0) return [];
  const known = await knownRecipients(place);
  return wanted.flatMap((each) => {
    const found = known.find(({ id, name }) => id === each || name === each);
    if (!found) throw new VaultError("absent", "Somebody whom it is to be sealed for is not kept any more.");
    return found.recipients;
  });
}

async function write(place: PrivatePlace, known: readonly KnownRecipient[]): Promise<void> {
  const sorted = [...known].sort((a, b) => a.name.localeCompare(b.name));
  await (await openPrivate(place)).write(file, `${JSON.stringify({ schema, known: sorted }, null, 1)}\n`);
}
