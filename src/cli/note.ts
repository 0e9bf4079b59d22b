import { examinationNote, exportNote, type Note, noteInJournal } from "../centre/journal-notes.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { plainText } from "../report/plain-text.ts";
import type { Context } from "./context.ts";

/** The note of an examination; none where it was no phone. */
export function examinationNotes(snapshot: Snapshot): Note[] {
  return snapshot.source.kind === "phone" ? [{ kind: "examination", body: examinationNote(snapshot) }] : [];
}

/** Writes a file for the person, and gives the note of it. */
export async function written(
  path: string,
  format: string,
  data: string | Uint8Array,
  snapshot: Snapshot,
): Promise<Note> {
  await writeFileAtomic(path, data);
  return { kind: "export", body: exportNote(path, format, data, snapshot) };
}

/** Notes in the journal what was done, but for the virtual phones of Candor's own: `input` names one. Says where it could not be noted. */
export async function note(context: Context, input: string | undefined, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0 || input?.startsWith("virtual:")) return;
  const said = await noteInJournal(context, notes);
  if (said !== null) context.process.stderr.write(`${plainText(said)}\n`);
}
