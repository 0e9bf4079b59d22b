import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { newSigningKey } from "../../src/vault/ed25519.ts";
import { chainStart, journalLine, readJournal } from "../../src/vault/journal-chain.ts";
import { nameDamage } from "../../src/vault/journal-damage.ts";
import {
  consistencyDocument,
  consistencyFaults,
  contentOfLine,
  inclusionDocument,
  inclusionFaults,
  journalCheckpoint,
  journalLeaves,
  readProof,
} from "../../src/vault/journal-tree.ts";
import { checkpointText, signNote } from "../../src/vault/signed-note.ts";
import { readWitness, witnessLine } from "../../src/vault/witness.ts";

const key = newSigningKey();

async function journalOf(count: number): Promise<string> {
  let [text, end] = ["", chainStart];
  for (let n = 0; n < count; n++) {
    const written = await journalLine(end, { at: "2026-11-22T00:00:00Z", kind: "note", body: { n } }, {});
    text += written.line;
    end = written.end;
  }
  return text;
}

async function notesOf(text: string, sizes: readonly number[]) {
  const { entries } = await readJournal(Buffer.from(text), {});
  const leaves = journalLeaves(entries.map(({ head }) => head));
  const noteOf = (size: number) =>
    signNote(checkpointText(journalCheckpoint("candor/journal/x", leaves.slice(0, size))), "k", key);
  return { entries, leaves, notes: sizes.map(noteOf) };
}

test("every entry is proven under every checkpoint that holds it, and the proof comes back from JSON", async () => {
  const text = await journalOf(20);
  const { entries, leaves, notes } = await notesOf(text, [1, 2, 7, 16, 20]);
  for (const [i, size] of [1, 2, 7, 16, 20].entries())
    for (const { head } of entries.slice(0, size)) {
      const content = await contentOfLine(text.split("\n")[head.n] ?? "", undefined);
      const proof = readProof(JSON.stringify(inclusionDocument(head, content, leaves, notes[i] ?? "")));
      if (proof.schema !== "candor.journal-inclusion/1") throw new Error("another kind");
      expect(inclusionFaults(proof)).toEqual([]);
      expect(inclusionFaults({ ...proof, head: { ...head, at: "2027" } })).toHaveLength(1);
    }
  for (const before of notes)
    for (const after of notes.slice(notes.indexOf(before)))
      expect(consistencyFaults(consistencyDocument(leaves, before, after))).toEqual([]);
});

test("a witness file gives back the checkpoints that were put into it, and says where it breaks off", async () => {
  const { notes } = await notesOf(await journalOf(5), [1, 3, 5]);
  const text = notes.map(witnessLine).join("");
  expect(readWitness(text).map(({ note }) => note)).toEqual(notes);
  expect(readWitness(notes[0] ?? "").map(({ checkpoint }) => checkpoint.size)).toEqual([1]);
  expect(readWitness("")).toEqual([]);
  expect(() => readWitness(text.slice(0, -40))).toThrow(FormatError);
});

test("any text is a proof or a witness file, or a FormatError", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.json()),
      fc.constantFrom(readProof, readWitness),
      (text, read) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      },
    ),
  );
});

test("whatever is done to one byte of a journal is damage that has a name, but for the head of the last entry", async () => {
  const text = await journalOf(6);
  const last = text.lastIndexOf("\n", text.length - 2) + 1;
  await fc.assert(
    fc.asyncProperty(fc.nat(last - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const bytes = Buffer.from(text);
      bytes[at] = (bytes[at] ?? 0) ^ by;
      const read = await readJournal(bytes, {});
      const damage = nameDamage(bytes, read);
      expect(read.damage).not.toBeNull();
      expect(damage?.said).toMatch(/^(?:Entry|Entries|Behind|Line) .*\.$/);
    }),
    { numRuns: 300 },
  );
});
