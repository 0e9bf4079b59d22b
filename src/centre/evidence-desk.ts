import { createHash, randomBytes } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { zipOf } from "../device/zip-writer.ts";
import { type EvidenceDocument, type EvidenceInput, type IncludedFile, packEvidence } from "./evidence.ts";
import { verifyApart } from "./evidence-apart.ts";
import type { EvidenceVerdict } from "./evidence-verify.ts";
import { type ExaminationSummary, keepExamination } from "./examinations.ts";
import { judgeSnapshot } from "./examine.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { type KnownKey, knownKeys } from "./signing-keys.ts";

/** A package that was verified, in a list. */
export interface VerifiedEvidence {
  readonly id: string;
  /** As the file was called; outside text. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly holds: boolean;
}

/** The same with all that was found. */
export interface EvidenceAnswer extends VerifiedEvidence {
  readonly verdict: EvidenceVerdict;
  /** What this computer knows of the key, where it is one of its own; null where it is not. */
  readonly own: KnownKey["state"] | null;
}

/** A package that was made and can be saved. */
export interface MadeEvidence {
  readonly id: string;
  /** For the file. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  readonly files: number;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly document: EvidenceDocument;
}

/** A file that is to be put into the next package. */
export interface HeldInclude {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** Bytes of all files together that are put in by the page: they are in memory until then. */
export const mostToInclude = 100 * 1024 * 1024;
const mostIncludes = 20;

/** What is held at a time; the oldest go. */
const mostVerdicts = 20;
const mostSnapshots = 4;
const mostMade = 3;

/**
 * Evidence packages that a person works with for now, in memory alone: what was verified, and what was made until it is saved. All of it is gone
 * when Candor ends or is locked.
 */
export class EvidenceDesk {
  readonly #place: PrivatePlace;
  readonly #verified = new Map<string, EvidenceAnswer>();
  readonly #snapshots = new Map<string, string>();
  readonly #includes = new Map<string, IncludedFile>();
  readonly #made = new Map<string, { readonly about: MadeEvidence; readonly zip: Uint8Array<ArrayBuffer> }>();

  constructor(place: PrivatePlace) {
    this.#place = place;
  }

  /** Verifies a package, whatever becomes of it. @throws VaultError `locked`; DeviceError as `verifyApart` */
  async verify(path: string, name: string, signal: AbortSignal): Promise<VerifiedEvidence> {
    await this.#demandOpen();
    const { verdict, snapshot } = await verifyApart(path, this.#place.dataFolder, { signal });
    const known = await knownKeys(this.#place);
    const own = known.find((key) => key.name === verdict.key?.name)?.state ?? null;
    const id = newId();
    const answer = { id, name, at: this.#place.now(), holds: verdict.holds, verdict, own };
    this.#verified.set(id, answer);
    keepLast(this.#verified, mostVerdicts);
    if (snapshot !== null) this.#snapshots.set(id, snapshot);
    keepLast(this.#snapshots, mostSnapshots);
    return bare(answer);
  }

  /** Takes a file that is to be put in as it is. @throws VaultError `locked`, `refused` where it is too much */
  async include(name: string, bytes: Uint8Array): Promise<HeldInclude> {
    await this.#demandOpen();
    const all = [...this.#includes.values()].reduce((sum, each) => sum + each.bytes.length, bytes.length);
    if (all > mostToInclude || this.#includes.size >= mostIncludes)
      throw new VaultError(
        "refused",
        "These are more files than are put in here.",
        "Put them in on the command line: candor evidence --include FILE",
      );
    const id = newId();
    this.#includes.set(id, { name, bytes });
    return { id, name, bytes: bytes.length };
  }

  /** Lets go of a file that was to be put in. */
  leaveOut(id: string): boolean {
    return this.#includes.delete(id);
  }

  /** Packs an examination; `include` are ids of files that were taken. @throws VaultError `locked`, `refused`, `absent` */
  async make(input: Omit<EvidenceInput, "include"> & { readonly include: readonly string[] }): Promise<MadeEvidence> {
    await this.#demandOpen();
    const include = input.include.map((id) => {
      const file = this.#includes.get(id);
      if (file) return file;
      throw new VaultError("absent", "A file to be put in is no longer at hand.", "Choose it once more.");
    });
    const { files, document } = await packEvidence(this.#place, { ...input, include });
    this.#includes.clear();
    const zip = new Uint8Array(Buffer.concat(zipOf(files)));
    const name = `candor-evidence-${document.made.slice(0, 19).replace(/[-:]/g, "")}.zip`;
    const about: MadeEvidence = {
      ...{ id: newId(), name, at: this.#place.now(), bytes: zip.length, files: files.length },
      ...{ sha256: createHash("sha256").update(zip).digest("hex"), document },
    };
    this.#made.set(about.id, { about, zip });
    keepLast(this.#made, mostMade);
    return about;
  }

  /** What is held, the latest first. @throws VaultError `locked` */
  async list(): Promise<{ readonly verified: readonly VerifiedEvidence[]; readonly made: readonly MadeEvidence[] }> {
    await this.#demandOpen();
    return {
      verified: [...this.#verified.values()].map(bare).reverse(),
      made: [...this.#made.values()].map(({ about }) => about).reverse(),
    };
  }

  /** What was found about one package. @throws VaultError `locked` */
  async verdict(id: string): Promise<EvidenceAnswer | undefined> {
    await this.#demandOpen();
    return this.#verified.get(id);
  }

  /** Keeps what was packed among the examinations, judged here. @throws VaultError `locked`, `absent` where it is no longer at hand */
  async examination(id: string): Promise<ExaminationSummary> {
    await this.#demandOpen();
    const text = this.#snapshots.get(id);
    if (text === undefined)
      throw new VaultError("absent", "What was in this package is no longer at hand.", "Open the package once more.");
    const snapshot = JSON.parse(text) as Snapshot;
    const report = await judgeSnapshot(snapshot, this.#place.dataFolder);
    return await keepExamination(await openPrivate(this.#place), { snapshot, report, phone: null }, this.#place.now());
  }

  /** A package that was made, as a zip. @throws VaultError `locked` */
  async zip(id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined> {
    await this.#demandOpen();
    const found = this.#made.get(id);
    return found && { name: found.about.name, bytes: found.zip };
  }

  close(): void {
    this.#verified.clear();
    this.#snapshots.clear();
    this.#includes.clear();
    this.#made.clear();
  }

  async #demandOpen(): Promise<void> {
    if ((await openPrivate(this.#place)).state !== "locked") return;
    // What is private is not shown while locked, and does not stay behind either.
    this.close();
    throw new VaultError("locked", "Evidence packages are locked.", "Unlock Candor: candor unlock");
  }
}

const bare = ({ id, name, at, holds }: VerifiedEvidence): VerifiedEvidence => ({ id, name, at, holds });
const newId = () => randomBytes(9).toString("hex");

function keepLast(held: Map<string, unknown>, most: number): void {
  for (const id of [...held.keys()].slice(0, Math.max(0, held.size - most))) held.delete(id);
}
