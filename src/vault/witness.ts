import { FormatError } from "../core/errors.ts";
import { type Checkpoint, readCheckpoint, readNote } from "./signed-note.ts";

/** A signed checkpoint as it was written down. */
export interface WitnessedCheckpoint {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/** A file of checkpoints is at most this long: more than 100,000 of them. */
export const mostWitnessBytes = 32 * 1024 * 1024;

/** The checkpoints of a witness file, in their order: signed notes, with an empty line behind each. @throws FormatError */
export function readWitness(text: string): readonly WitnessedCheckpoint[] {
  const notes: string[] = [];
  let lines: string[] = [];
  for (const line of text.split("\n")) {
    const signed = lines.at(-1)?.startsWith("— ") === true;
    if (signed && !line.startsWith("— ")) {
      notes.push(`${lines.join("\n")}\n`);
      lines = [];
    }
    if (lines.length > 0 || line !== "") lines.push(line);
  }
  if (lines.length > 0) throw new FormatError("witness", "its last checkpoint breaks off");
  return notes.map((note) => ({ note, checkpoint: readCheckpoint(readNote(note).text) }));
}

/** What is put behind a witness file for one checkpoint more. */
export function witnessLine(note: string): string {
  return `${note}\n`;
}
