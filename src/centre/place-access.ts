import { randomBytes } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import { table } from "../core/json.ts";
import { credentialsOf, type PlaceCredentials, readCredentials } from "../vault/place-credentials.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";

/** What a person gives to be let in at a place: the credentials themselves, or a private file that holds them. */
export interface GivenAccess extends PlaceCredentials {
  /** As `readCredentials` reads it. */
  readonly file?: string;
}

/** Credentials that Candor keeps itself, sealed where a privacy password is set, by names that `vaults.json` refers to. */
const file = "place-credentials.json";
/** How such a name begins; anything else is the path of a private file. */
const kept = "kept:";

/** How a place is let in: `kept` by Candor, from a private `file`, or from the `environment` and an SSH agent. */
export type AccessKind = "kept" | "file" | "environment";

export function accessKind(reference: string | null): AccessKind {
  if (reference === null) return "environment";
  return reference.startsWith(kept) ? "kept" : "file";
}

/** Keeps what was given, and gives the reference to it: a file alone is referred to by its path, nothing by null. @throws VaultError `locked` */
export async function keepAccess(place: PrivatePlace, given: GivenAccess): Promise<string | null> {
  const known = Object.entries(given).filter(([, value]) => value !== undefined && value !== "");
  if (known.length === 0) return null;
  if (known.length === 1 && given.file) return given.file;
  const reference = `${kept}${randomBytes(9).toString("base64url")}`;
  await change(place, (all) => {
    all[reference] = Object.fromEntries(known);
  });
  return reference;
}

/** What a place wants to know, by the reference to it. @throws VaultError `absent`, `refused`, `locked`, `damaged` */
export async function accessOf(place: PrivatePlace, reference: string | null): Promise<PlaceCredentials> {
  const environment = () => credentialsOf(place.process?.env ?? process.env);
  if (reference === null) return environment();
  if (!reference.startsWith(kept)) return await readCredentials(reference);
  const found = (await read(place))[reference];
  if (found === undefined)
    throw new VaultError(
      "absent",
      "The credentials that were kept for this place are gone.",
      "Give them again, or name a credentials file.",
    );
  const { file: named, ...own } = found;
  if (named !== undefined) return { ...(await readCredentials(named)), ...own };
  // The key of a server alone: who is let in, the environment says.
  return Object.keys(own).every((name) => name === "trust") ? { ...environment(), ...own } : own;
}

/** Forgets what was kept; a private file stays where it is. */
export async function dropAccess(place: PrivatePlace, references: readonly (string | null)[]): Promise<void> {
  const gone = references.filter((each) => each?.startsWith(kept));
  if (gone.length === 0) return;
  await change(place, (all) => {
    for (const reference of gone) if (reference !== null) delete all[reference];
  });
}

let writing: Promise<unknown> = Promise.resolve();

/** One change after the other, since all of them share a file. */
function change(place: PrivatePlace, edit: (all: Record<string, GivenAccess>) => void): Promise<void> {
  const done = writing.then(async () => {
    const all = await read(place);
    edit(all);
    const store = await openPrivate(place);
    if (Object.keys(all).length === 0) await store.remove(file);
    else await store.write(file, `${JSON.stringify(all, null, 1)}\n`);
  });
  writing = done.catch(() => undefined);
  return done;
}

async function read(place: PrivatePlace): Promise<Record<string, GivenAccess>> {
  const text = await (await openPrivate(place)).readText(file);
  if (text === undefined) return table();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return table(Object.entries(value as Record<string, GivenAccess>));
  } catch {
    // As damaged as what has another shape.
  }
  throw new VaultError(
    "damaged",
    `The credentials of places (${file}) cannot be read.`,
    "Delete that file in Candor's folder and give the credentials again.",
  );
}
