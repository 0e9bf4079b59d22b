import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isLockedError, openPrivate, type PrivatePlace } from "./private-store.ts";
import { sealedEnding } from "./seal-folder.ts";
import { sessionFolder } from "./session-key.ts";
import { writeFileAtomic } from "./write-file.ts";

/** A report that was kept in the data folder. */
export interface KeptReport {
  /** Where it lies, sealed where a privacy password is set. */
  readonly path: string;
  /** What a browser opens; null while locked. */
  readonly url: string | null;
  /** The name that `candor lock open` takes, where it is sealed. */
  readonly sealedAs: string | null;
}

/** Keeps a report. Where a privacy password is set and open, a copy to read lies in the session's folder and goes with the session. */
export async function keepReport(place: PrivatePlace, fileName: string, html: string): Promise<KeptReport> {
  const store = await openPrivate(place);
  const name = join("reports", fileName);
  const path = await store.write(name, html);
  if (store.state === "plain") return { path, url: pathToFileURL(path).href, sealedAs: null };
  const copy = store.state === "locked" ? null : await copyToRead(place, name, html);
  return { path, url: copy && pathToFileURL(copy).href, sealedAs: name };
}

/**
 * Opens one private file for reading: gives the path of a copy that goes with the session.
 *
 * @param name inside of the data folder, with or without the ending of sealed files.
 * @throws VaultError `locked`, `damaged`
 */
export async function openToRead(place: PrivatePlace, name: string): Promise<string | undefined> {
  const store = await openPrivate(place);
  if (store.state === "locked") throw isLockedError(name);
  const own = name.endsWith(sealedEnding) ? name.slice(0, -sealedEnding.length) : name;
  const bytes = await store.read(own);
  if (bytes === undefined) return undefined;
  return store.state === "plain" ? store.pathOf(own) : await copyToRead(place, own, bytes);
}

async function copyToRead(place: PrivatePlace, name: string, data: string | Uint8Array): Promise<string> {
  const folder = await sessionFolder({ dataFolder: place.dataFolder, env: place.process?.env });
  const copy = join(folder, "open", name);
  await writeFileAtomic(copy, data);
  return copy;
}
