import { createHash } from "node:crypto";
import { FormatError, VaultError } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Folder } from "../device/folder.ts";
import { writeJson } from "../report/json.ts";
import { inclusionFaults, readProof } from "../vault/journal-tree.ts";
import { minisignDigest, readMinisignPublicKey, verifyMinisign } from "../vault/minisign.ts";
import { readNote, verifyNote } from "../vault/signed-note.ts";
import { sshDigest, verifySshSignature } from "../vault/sshsig.ts";
import { type EvidenceDocument, evidenceNamespace, sumsFile } from "./evidence.ts";
import { openPackage } from "./evidence-package.ts";
import { judgeSnapshot, listsForJudging } from "./examine.ts";
import type { TrustedKey } from "./journal-proof.ts";
import { evidenceDocument } from "./proof-documents-schema.ts";
import { snapshot as snapshotShape } from "./schema.ts";
import { keyForms, keyName, keysFrom, unproven } from "./signing-keys.ts";
import { version } from "./version.ts";

/** What of a package is verified: its files, who signed their list, the journal's proofs, the list of keys, and that the report follows. */
export const evidenceParts = ["files", "signature", "journal", "keys", "report"] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/** What became of one of them. */
export interface EvidenceLine {
  readonly part: EvidencePart;
  /** `open`: it could not be verified, which is no proof of anything. */
  readonly state: "holds" | "wrong" | "open";
  /** What holds, or why it is open, in sentences; what is wrong stands among the faults. */
  readonly said: readonly string[];
}

/** What was verified, and what is wrong. Safe for JSON; texts are outside text. */
export interface EvidenceVerdict {
  readonly schema: "candor.evidence-verdict/1";
  /** Nothing is wrong. Says nothing about whose key it is, see `key`. */
  readonly holds: boolean;
  /** At most 500 of them. */
  readonly faults: readonly { readonly part: EvidencePart; readonly file: string; readonly said: string }[];
  /** How many faults there are. */
  readonly faultCount: number;
  /** What holds, and what could not be verified, in sentences. */
  readonly said: readonly string[];
  /** The same part by part. */
  readonly lines: readonly EvidenceLine[];
  readonly key: { readonly name: string; readonly fingerprint: string; readonly known: boolean } | null;
  readonly files: number;
  /** Unpacked. */
  readonly bytes: number;
  /** What the package tells of itself; null where it does not in a way that can be read. */
  readonly told: EvidenceDocument | null;
  /** What was found by judging the snapshot again; null where that was not possible. */
  readonly found: Pick<Report, "device" | "summary"> | null;
}

/** Characters of a snapshot that is given on; a phone with 500 apps makes about 5 million. */
const mostGiven = 32 * 1024 * 1024;
/** Faults that are told. */
const mostFaults = 500;
/** Of a file that is read as a whole: a snapshot is the largest. */
const mostText = 256 * 1024 * 1024;

/**
 * Verifies a package: every digest, the signatures, the proofs of the journal, and that the report follows from the snapshot.
 *
 * @param keys of whom it has to be; null takes the key in the package, and says so.
 * @throws VaultError `refused` for what is no package or is too large; FormatError for a zip that is none
 */
export async function verifyEvidence(
  path: string,
  dataFolder: string,
  keys: readonly TrustedKey[] | null,
): Promise<EvidenceVerdict> {
  return (await verifiedPackage(path, dataFolder, keys)).verdict;
}

/** As `verifyEvidence`, with what it was that was judged again: a snapshot as JSON; null where there is none that can be, or a huge one. */
export async function verifiedPackage(
  path: string,
  dataFolder: string,
  keys: readonly TrustedKey[] | null,
): Promise<{ readonly verdict: EvidenceVerdict; readonly snapshot: string | null }> {
  const folder = await openPackage(path);
  try {
    const verifying = new Verifying(folder, dataFolder, keys);
    return { verdict: await verifying.verdict(), snapshot: verifying.snapshot };
  } finally {
    await folder.close();
  }
}

class Verifying {
  readonly #folder: Folder;
  readonly #dataFolder: string;
  readonly #keys: readonly TrustedKey[] | null;
  readonly #faults: { part: EvidencePart; file: string; said: string }[] = [];
  readonly #said: { readonly part: EvidencePart; readonly text: string; readonly holds: boolean }[] = [];
  #part: EvidencePart = "files";
  #faultCount = 0;
  #found: EvidenceVerdict["found"] = null;
  snapshot: string | null = null;

  constructor(folder: Folder, dataFolder: string, keys: readonly TrustedKey[] | null) {
    this.#folder = folder;
    this.#dataFolder = dataFolder;
    this.#keys = keys;
  }

  async verdict(): Promise<EvidenceVerdict> {
    await this.#digests();
    this.#part = "signature";
    const key = await this.#signatures();
    if (key) {
      this.#part = "journal";
      await this.#journal(key.publicKey);
      this.#part = "keys";
      await this.#rotation();
    }
    this.#part = "report";
    await this.#judgedAgain();
    const shown = key && {
      name: keyName(key.publicKey),
      fingerprint: keyForms(key.publicKey).fingerprint,
      known: this.#keys !== null,
    };
    const sizes = [...this.#folder.files.values()];
    return {
      schema: "candor.evidence-verdict/1",
      holds: this.#faultCount === 0,
      faults: this.#faults,
      faultCount: this.#faultCount,
      said: this.#said.map(({ text }) => text),
      lines: evidenceParts.map((part) => this.#line(part)),
      key: shown,
      files: sizes.length,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      told: await this.#document().catch(() => null),
      found: this.#found,
    };
  }

  #line(part: EvidencePart): EvidenceLine {
    const own = this.#said.filter((each) => each.part === part);
    const said = own.map(({ text }) => text);
    if (this.#faults.some((fault) => fault.part === part)) return { part, state: "wrong", said };
    return { part, state: own.some(({ holds }) => holds) ? "holds" : "open", said };
  }

  async #digests(): Promise<void> {
    const listed = sumsOf(await this.#text(sumsFile));
    for (const [name, digest] of listed) {
      if (!this.#folder.files.has(name)) this.#fault(name, "It is missing.");
      else {
        const found = await this.#digestOf(name).catch((error: unknown) =>
          error instanceof FormatError ? error : Promise.reject(error),
        );
        if (found instanceof FormatError) this.#fault(name, `It cannot be read: ${found.message}.`);
        else if (found !== digest) this.#fault(name, "It was changed: it does not have the digest that was signed.");
      }
    }
    for (const name of this.#folder.files.keys())
      if (!listed.has(name) && !signatureFiles.includes(name))
        this.#fault(name, "It was added: it is not in the list that was signed.");
    if (this.#faults.length === 0) this.#holds(`All ${listed.size} files are as they were listed.`);
  }

  async #signatures(): Promise<{ readonly publicKey: Uint8Array } | null> {
    const sums = await this.#bytes(sumsFile);
    const own = await this.#attempt("keys/candor.pub", async () =>
      readMinisignPublicKey(await this.#text("keys/candor.pub")),
    );
    const candidates = this.#keys?.map(({ publicKey }) => publicKey) ?? (own ? [own] : []);
    const [mini, ssh] = [await minisignDigest([sums]), await sshDigest([sums])];
    const signed = async (file: string, holds: (key: Uint8Array, text: string) => boolean) =>
      await this.#attempt(file, async () => {
        const text = await this.#text(file);
        return candidates.find((key) => holds(key, text)) ?? null;
      });
    const byMini = await signed(`${sumsFile}.minisig`, (key, text) => verifyMinisign(key, mini, text) !== null);
    const bySsh = await signed(`${sumsFile}.sig`, (key, text) => verifySshSignature(key, ssh, evidenceNamespace, text));
    const whose = this.#keys === null ? "the key in the package" : "the key that was given";
    if (byMini === null) this.#fault(`${sumsFile}.minisig`, `It is no signature of ${whose} over the list of files.`);
    if (bySsh === null) this.#fault(`${sumsFile}.sig`, `It is no signature of ${whose} over the list of files.`);
    if (byMini && bySsh) this.#holds(`The list of files was signed by ${whose}.`);
    const key = byMini ?? bySsh;
    return key ? { publicKey: key } : null;
  }

  async #journal(publicKey: Uint8Array): Promise<void> {
    const snapshot = await this.#digestOf("snapshot.json").catch(() => "");
    const proofs = ["journal/packed.json", "journal/examination.json"].filter((name) => this.#folder.files.has(name));
    if (proofs[0] !== "journal/packed.json")
      this.#fault("journal/packed.json", "There is no proof that the journal held it.");
    for (const name of proofs)
      await this.#attempt(name, async () => {
        const proof = readProof(await this.#text(name));
        if (proof.schema !== "candor.journal-inclusion/1") throw new FormatError("proof", "it is one of another kind");
        const note = readNote(proof.checkpoint);
        const faults = [...inclusionFaults(proof)];
        if (!verifyNote(note, keyName(publicKey), publicKey))
          faults.push("Its checkpoint was not signed by the key of the package.");
        const told = (proof.content?.body ?? {}) as { readonly snapshot?: unknown };
        if (name === "journal/packed.json" && told.snapshot !== snapshot) faults.push("It is about another snapshot.");
        for (const fault of faults) this.#fault(name, fault);
        if (faults.length === 0)
          this.#holds(`${name}: entry ${proof.head.n} of the journal, of ${proof.head.at}, is proven.`);
        return true;
      });
  }

  async #rotation(): Promise<void> {
    await this.#attempt("keys/signing-keys.json", async () => {
      const keys = keysFrom(await this.#text("keys/signing-keys.json"));
      const bad = unproven(keys);
      for (const { name } of bad)
        this.#fault("keys/signing-keys.json", `That the key ${name} was replaced or revoked is not signed by itself.`);
      if (bad.length === 0)
        this.#holds(
          keys.length === 1
            ? "The list of keys has this one alone."
            : `The list has ${keys.length} keys; each that was replaced or revoked signed that itself.`,
        );
      return true;
    });
  }

  async #judgedAgain(): Promise<void> {
    await this.#attempt("snapshot.json", async () => {
      const text = await this.#text("snapshot.json");
      const shaped = snapshotShape.safeParse(JSON.parse(text));
      if (!shaped.success) throw new FormatError("snapshot", "this version of Candor cannot read it");
      const document = await this.#document();
      const here = await listsForJudging(this.#dataFolder);
      const others = document.lists.filter(
        (list) => !here.some((one) => one.id === list.id && one.sha256 === list.sha256 && one.date === list.date),
      );
      const report = await judgeSnapshot(shaped.data as Snapshot, this.#dataFolder);
      const { device, summary } = report;
      this.#found = { device, summary };
      if (text.length <= mostGiven) this.snapshot = text;
      if (writeJson(report) === (await this.#text("report.json")))
        this.#holds("The snapshot, judged again, gives the same report.");
      else if (document.candor !== version || others.length > 0)
        this.#open(
          `The snapshot, judged again, gives another report, as it may: it was judged with Candor ${document.candor} and ${others.length === 0 ? "the same lists" : `other lists (${others.map(({ id }) => id).join(", ")})`}.`,
        );
      else
        this.#fault(
          "report.json",
          "It does not follow from the snapshot: judged again, with the same version and lists, the answer is another one.",
        );
      return true;
    });
  }

  async #document(): Promise<EvidenceDocument> {
    const read = evidenceDocument.safeParse(JSON.parse(await this.#text("evidence.json")));
    if (!read.success) throw new FormatError("evidence.json", "this version of Candor cannot read it");
    return read.data;
  }

  /** What cannot be read is a fault of that file. */
  async #attempt<T>(file: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (
        !(
          error instanceof FormatError ||
          error instanceof SyntaxError ||
          error instanceof VaultError ||
          error instanceof TypeError ||
          // Nested deeper than anything is.
          error instanceof RangeError
        )
      )
        throw error;
      this.#fault(file, `It cannot be read: ${error.message}.`);
      return null;
    }
  }

  #fault(file: string, said: string): void {
    if (this.#faults.some((one) => one.file === file && one.said === said)) return;
    this.#faultCount++;
    if (this.#faults.length < mostFaults) this.#faults.push({ part: this.#part, file, said });
  }

  #holds(text: string): void {
    this.#said.push({ part: this.#part, text, holds: true });
  }

  #open(text: string): void {
    this.#said.push({ part: this.#part, text, holds: false });
  }

  async #bytes(name: string): Promise<Uint8Array> {
    const size = this.#folder.files.get(name);
    if (size === undefined) throw new FormatError("package", "it is missing");
    if (size > mostText) throw new FormatError("package", "it is too large");
    const file = await this.#folder.open(name);
    try {
      return await file.read(0, file.size);
    } finally {
      await file.close();
    }
  }

  async #text(name: string): Promise<string> {
    return new TextDecoder().decode(await this.#bytes(name));
  }

  async #digestOf(name: string): Promise<string> {
    const file = await this.#folder.open(name);
    try {
      const hash = createHash("sha256");
      for (let at = 0; at < file.size; at += 1 << 20)
        hash.update(await file.read(at, Math.min(1 << 20, file.size - at)));
      return hash.digest("hex");
    } finally {
      await file.close();
    }
  }
}

const signatureFiles = [sumsFile, `${sumsFile}.minisig`, `${sumsFile}.sig`];

/** As sha256sum writes it. */
function sumsOf(text: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, digest, name] = /^([0-9a-f]{64}) [ *](.{1,1000})$/u.exec(line) ?? [];
    if (digest === undefined || name === undefined || sums.has(name))
      throw new FormatError(sumsFile, "a line of it is no digest and name");
    sums.set(name, digest);
  }
  return sums;
}
