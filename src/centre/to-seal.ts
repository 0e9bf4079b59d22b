import { stat } from "node:fs/promises";
import { VaultError } from "../core/errors.ts";
import { filePieces } from "../vault/file-pieces.ts";
import type { EvidenceDesk } from "./evidence-desk.ts";
import { readExamination } from "./examinations.ts";
import { snapshotText } from "./journal-notes.ts";
import { localPath } from "./local-folders.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { type RedactionLevel, redactSnapshot } from "./redact-snapshot.ts";
import type { ToSeal } from "./share-desk.ts";

/** A file of this computer, read when it is sealed. @throws VaultError `absent`, `refused` for what is no file */
export async function fileToSeal(text: string): Promise<ToSeal> {
  const path = localPath(text);
  const found = await stat(path).catch(() => undefined);
  if (!found)
    throw new VaultError("absent", "There is no such file, or it may not be read.", "Look at its path again.");
  if (!found.isFile()) throw new VaultError("refused", "This is no file.", "Pack a folder first.");
  return { name: path, pieces: filePieces(path), bytes: found.size };
}

/** A kept examination without what is to be taken out of it. @throws VaultError `absent`, `locked` */
export async function examinationToSeal(place: PrivatePlace, id: string, redaction: RedactionLevel): Promise<ToSeal> {
  const snapshot = await readExamination(await openPrivate(place), id);
  if (!snapshot) throw new VaultError("absent", "This examination is not kept any more.");
  const bytes = Buffer.from(snapshotText(redactSnapshot(snapshot, redaction).snapshot));
  return { name: `${id}.json`, pieces: [bytes], bytes: bytes.length };
}

/** A package that was made and is held. @throws VaultError `absent`, `locked` */
export async function evidenceToSeal(evidence: EvidenceDesk, id: string): Promise<ToSeal> {
  const made = await evidence.zip(id);
  if (!made) throw new VaultError("absent", "This package is no longer at hand.", "Make it once more.");
  return { name: made.name, pieces: [made.bytes], bytes: made.bytes.length };
}
