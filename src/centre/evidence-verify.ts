import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { FormatError, VaultError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { openFile } from "../device/file.ts";
import { diskFolder, type Folder, zipFolder } from "../device/folder.ts";
import { writeJson } from "../report/json.ts";
import { inclusionFaults, readProof } from "../vault/journal-tree.ts";
import { minisignDigest, readMinisignPublicKey, verifyMinisign } from "../vault/minisign.ts";
import { readNote, verifyNote } from "../vault/signed-note.ts";
import { sshDigest, verifySshSignature } from "../vault/sshsig.ts";
import { type EvidenceDocument, evidenceNamespace, sumsFile } from "./evidence.ts";
import { judgeSnapshot, listsForJudging } from "./examine.ts";
import type { TrustedKey } from "./journal-proof.ts";
import { snapshot as snapshotShape } from "./schema.ts";
import { keyForms, keyName, keysFrom, unproven } from "./signing-keys.ts";
import { version } from "./version.ts";

/** What was verified, and what is wrong. Safe for JSON; texts are outside text. */
export interface EvidenceVerdict {
  readonly schema: "candor.evidence-verdict/1";
  /** Nothing is wrong. Says nothing about whose key it is, see `key`. */
  readonly holds: boolean;
  readonly faults: readonly { readonly file: string; readonly said: string }[];
  /** What holds, and what could not be verified, in sentences. */
  readonly said: readonly string[];
  readonly key: { readonly name: string; readonly fingerprint: string; readonly known: boolean } | null;
}

/** Of all files of a package, unpacked. */
const mostBytes = 4 * 1024 * 1024 * 1024;
const mostFiles = 20_000;
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
  const folder = await openPackage(path);
  try {
    return await new Verifying(folder, dataFolder, keys).verdict();
  } finally {
    await folder.close();
  }
}

class Verifying {
  readonly #folder: Folder;
  readonly #dataFolder: string;
  readonly #keys: readonly TrustedKey[] | null;
  readonly #faults: { file: string; said: string }[] = [];
  readonly #said: string[] = [];

  constructor(folder: Folder, dataFolder: string, keys: readonly TrustedKey[] | null) {
    this.#folder = folder;
    this.#dataFolder = dataFolder;
    this.#keys = keys;
  }

  async verdict(): Promise<EvidenceVerdict> {
    await this.#digests();
    const key = await this.#signatures();
    if (key) {
      await this.#journal(key.publicKey);
      await this.#rotation();
    }
    await this.#judgedAgain();
    const shown = key && {
      name: keyName(key.publicKey),
      fingerprint: keyForms(key.publicKey).fingerprint,
      known: this.#keys !== null,
    };
    return {
      schema: "candor.evidence-verdict/1",
      holds: this.#faults.length === 0,
      faults: this.#faults,
      said: this.#said,
      key: shown,
    };
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
    if (this.#faults.length === 0) this.#said.push(`All ${listed.size} files are as they were listed.`);
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
    if (byMini && bySsh) this.#said.push(`The list of files was signed by ${whose}.`);
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
          this.#said.push(`${name}: entry ${proof.head.n} of the journal, of ${proof.head.at}, is proven.`);
        return true;
      });
  }

  async #rotation(): Promise<void> {
    await this.#attempt("keys/signing-keys.json", async () => {
      for (const { name } of unproven(keysFrom(await this.#text("keys/signing-keys.json"))))
        this.#fault("keys/signing-keys.json", `That the key ${name} was replaced or revoked is not signed by itself.`);
      return true;
    });
  }

  async #judgedAgain(): Promise<void> {
    await this.#attempt("snapshot.json", async () => {
      const shaped = snapshotShape.safeParse(JSON.parse(await this.#text("snapshot.json")));
      if (!shaped.success) throw new FormatError("snapshot", "this version of Candor cannot read it");
      const document = JSON.parse(await this.#text("evidence.json")) as EvidenceDocument;
      const here = await listsForJudging(this.#dataFolder);
      const others = document.lists.filter(
        (list) => !here.some((one) => one.id === list.id && one.sha256 === list.sha256 && one.date === list.date),
      );
      const again = writeJson(await judgeSnapshot(shaped.data as Snapshot, this.#dataFolder));
      if (again === (await this.#text("report.json")))
        this.#said.push("The snapshot, judged again, gives the same report.");
      else if (document.candor !== version || others.length > 0)
        this.#said.push(
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
          error instanceof TypeError
        )
      )
        throw error;
      this.#fault(file, `It cannot be read: ${error.message}.`);
      return null;
    }
  }

  #fault(file: string, said: string): void {
    if (!this.#faults.some((one) => one.file === file && one.said === said)) this.#faults.push({ file, said });
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

async function openPackage(path: string): Promise<Folder> {
  const folder = (await stat(path)).isDirectory() ? await diskFolder(path) : await zipped(path);
  const bytes = [...folder.files.values()].reduce((sum, size) => sum + size, 0);
  const why =
    folder.files.size > mostFiles || bytes > mostBytes
      ? "is larger than any evidence package"
      : folder.files.has(sumsFile)
        ? undefined
        : `is no evidence package: there is no ${sumsFile} in it`;
  if (why === undefined) return folder;
  await folder.close();
  throw new VaultError("refused", `${basename(path)} ${why}.`);
}

async function zipped(path: string): Promise<Folder> {
  const file = await openFile(path, true);
  try {
    return await zipFolder(file, basename(path));
  } catch (error) {
    await file.close();
    throw error;
  }
}

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
