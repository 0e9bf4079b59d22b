import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { identityOf } from "./change-facts.ts";
import type { PhoneIdentity } from "./change-records.ts";
import type { ConsentBody } from "./consent.ts";
import { openJournal, type PrivatePlace } from "./private-store.ts";
import type { VaultBody } from "./vault-body.ts";

/** Body of an entry of kind `examination`: a phone was examined. */
export interface ExaminationBody {
  readonly phone: PhoneIdentity;
  readonly takenAt: string | null;
  /** SHA-256, in hexadecimal, of what `candor check --save` writes of it. */
  readonly sha256: string;
  /** How many facts could be read, and how many not. */
  readonly read: number;
  readonly unread: number;
}

/** Body of an entry of kind `export`: something was written into a file of the person's. */
export interface ExportBody {
  readonly file: string;
  readonly format: string;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Serial number of the phone, or name of the input, that it is about. */
  readonly about: string;
}

/** What is written when a snapshot is saved; also what its digest is made of. */
export function snapshotText(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 1)}\n`;
}

/** The note of an examination. */
export function examinationNote(snapshot: Snapshot): ExaminationBody {
  const facts = Object.values(snapshot.facts);
  const read = facts.filter(({ state }) => state === "read").length;
  const phone = identityOf({ name: snapshot.source.name }, snapshot);
  return {
    phone,
    takenAt: snapshot.takenAt,
    sha256: sha256(snapshotText(snapshot)),
    read,
    unread: facts.length - read,
  };
}

/** The note of a file that was written. */
export function exportNote(path: string, format: string, data: string | Uint8Array, snapshot: Snapshot): ExportBody {
  const file = resolve(path);
  const about = identityOf({ name: snapshot.source.name }, snapshot).serial;
  return { file, format, sha256: sha256(data), bytes: Buffer.byteLength(data), about };
}

/** The note of a file that lies there already; it may be large. @throws the system's error */
export async function fileNote(path: string, format: string, about: string): Promise<ExportBody> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { file: resolve(path), format, sha256: hash.digest("hex"), bytes, about };
}

/** Body of an entry of kind `rights`: a letter about one's data was written, or something became of it. */
export interface RightsBody {
  /** In words, for the list of the journal. */
  readonly about: string;
  /** Number of the request. */
  readonly request: number;
  readonly what: string;
  /** yyyy-mm-dd. */
  readonly on: string;
  /** SHA-256, in hexadecimal, of the letter, and of the answer that was filed. */
  readonly letter: string;
  readonly file: string | null;
}

/** Body of an entry of kind `key`: something was done with a signing key. */
export interface KeyBody {
  readonly about: string;
}

/** Notes what was done with a signing key, as `noteInJournal`. */
export async function noteKey(place: PrivatePlace, about: string): Promise<string | null> {
  return await noteInJournal(place, [{ kind: "key", body: { about } }]);
}

/** Body of an entry of kind `attestation`: the hardware of a phone is to be asked, or was. */
export interface AttestationBody {
  readonly about: string;
  readonly phone: PhoneIdentity;
  /** SHA-256 of each answer, in hexadecimal. */
  readonly answers: readonly { readonly route: string; readonly sha256: string }[];
}

/** Something to be noted: the kind of the entry and its body. */
export interface Note {
  readonly kind: "examination" | "export" | "consent" | "vault" | "rights" | "key" | "attestation";
  readonly body: ExaminationBody | ExportBody | ConsentBody | VaultBody | RightsBody | KeyBody | AttestationBody;
}

/** Milliseconds between tries, and tries, while another Candor holds the journal: it does so for a moment, or for all of a change. */
const waiting = { each: 50, tries: 20 };

/**
 * Notes what was done in the journal, which is held only while it is written. What was done stands whether or not it could be noted: gives the
 * reason in a sentence where it could not, else null.
 */
export async function noteInJournal(place: PrivatePlace, notes: readonly Note[]): Promise<string | null> {
  for (let tries = 1; ; tries++) {
    try {
      const journal = await openJournal(place);
      try {
        for (const { kind, body } of notes) await journal.append(kind, body as unknown as Json);
        return journal.mended;
      } finally {
        await journal.close();
      }
    } catch (error) {
      if (error instanceof VaultError && error.code === "busy" && tries < waiting.tries) {
        await pause(waiting.each);
        continue;
      }
      if (error instanceof VaultError) return `This was not noted in the journal. ${error.message}`;
      if (error instanceof Error && "code" in error)
        return `This was not noted in the journal: it cannot be written (${String(error.code)}).`;
      throw error;
    }
  }
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
