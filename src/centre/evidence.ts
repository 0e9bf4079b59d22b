import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { writeAtomic } from "../device/atomic-file.ts";
import { captureFiles, type Recording } from "../device/capture.ts";
import { type ZipFile, zipOf } from "../device/zip-writer.ts";
import { writeHtml } from "../report/html.ts";
import { writeJson } from "../report/json.ts";
import { minisignDigest, minisignSignature } from "../vault/minisign.ts";
import { sshDigest, sshSignature } from "../vault/sshsig.ts";
import { evidenceReadme, verifyScript } from "./evidence-readme.ts";
import { judgeSnapshot, listsForJudging } from "./examine.ts";
import type { ExaminationBody } from "./journal-notes.ts";
import { snapshotText } from "./journal-notes.ts";
import { journalBytes, proveEntry, signCheckpoint } from "./journal-proof.ts";
import { openJournal, type PrivatePlace } from "./private-store.ts";
import { type RedactionLevel, redactSnapshot } from "./redact-snapshot.ts";
import { currentKey, keyForms, keysText, knownKeys } from "./signing-keys.ts";
import { stixOf } from "./stix-export.ts";
import { version } from "./version.ts";
import { writeFileAtomic } from "./write-file.ts";

/** What SSH signatures of evidence are for. */
export const evidenceNamespace = "candor-evidence";
/** The list of all files with their digests, which is what is signed. */
export const sumsFile = "SHA256SUMS";

/** What a package is made of. */
export interface EvidenceInput {
  readonly snapshot: Snapshot;
  /** The answers of the phone as they came; null where only what was read of them is at hand. Left out of what is redacted. */
  readonly recording: Recording | null;
  readonly redaction: RedactionLevel;
  /** Further files, as they are: summaries of traffic, records of apps. */
  readonly include: readonly (string | IncludedFile)[];
}

/** A file to be put in that lies nowhere on a disk. */
export interface IncludedFile {
  /** As it was called; outside text. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `evidence.json`: what the package is. */
export interface EvidenceDocument {
  readonly schema: "candor.evidence/1";
  /** ISO 8601 in UTC, by the clock of the computer that packed it. */
  readonly made: string;
  readonly candor: string;
  readonly runtime: string;
  readonly source: Snapshot["source"];
  readonly takenAt: string | null;
  readonly redaction: RedactionLevel;
  /** How many different values of each kind were replaced. */
  readonly replaced: Readonly<Record<string, number>>;
  /** Whether the answers of the phone lie in it as they came. */
  readonly outputs: boolean;
  /** The lists that were judged with. */
  readonly lists: readonly {
    readonly id: string;
    readonly origin: string;
    readonly date: string;
    readonly sha256: string | null;
    readonly entries: number;
  }[];
  readonly signedBy: { readonly name: string; readonly fingerprint: string };
}

/** A package, to be written. */
export interface EvidencePackage {
  readonly files: readonly ZipFile[];
  readonly document: EvidenceDocument;
}

/** A file that is put in as it is must be readable again within the bounds of readers. */
const mostIncluded = 200 * 1024 * 1024;

/**
 * Packs an examination so that others can verify it without Candor and without trusting whoever packed it: that nothing was changed since, by
 * which key it was signed, and that the journal held it at that time. Notes in the journal that it was packed.
 *
 * @throws VaultError `locked`, `refused`, `unwritable`
 */
export async function packEvidence(place: PrivatePlace, input: EvidenceInput): Promise<EvidencePackage> {
  const { snapshot, replaced } = redactSnapshot(input.snapshot, input.redaction);
  const report = await judgeSnapshot(snapshot, place.dataFolder);
  const made = new Date(place.now()).toISOString();
  const { key, name } = await currentKey(place);
  const forms = keyForms(key.publicKey);
  const recording = input.redaction === "none" ? input.recording : null;
  const lists = await listsForJudging(place.dataFolder);
  const document: EvidenceDocument = {
    ...{ schema: "candor.evidence/1", made, candor: version, runtime: `Node.js ${process.versions.node}` },
    ...{ source: snapshot.source, takenAt: snapshot.takenAt, redaction: input.redaction, replaced },
    outputs: recording !== null,
    lists: lists.map(({ id, origin, date, sha256, entries }) => ({ id, origin, date, sha256, entries })),
    signedBy: { name, fingerprint: forms.fingerprint },
  };
  const snapshotJson = snapshotText(snapshot);
  const parts: readonly (readonly [string, string])[] = [
    ["README.txt", evidenceReadme(document)],
    ["verify.sh", verifyScript(name)],
    ["evidence.json", `${JSON.stringify(document, null, 1)}\n`],
    ["snapshot.json", snapshotJson],
    ["report.json", writeJson(report)],
    ["report.html", writeHtml(report)],
    ["findings.stix.json", stixOf(report, place.now())],
    ...appRecords(snapshot),
    ["keys/candor.pub", forms.minisign],
    ["keys/allowed_signers", forms.allowedSigners],
    ["keys/verifier.txt", `${forms.verifier}\n`],
    ["keys/signing-keys.json", keysText(await knownKeys(place))],
  ];
  const files = [
    ...parts.map(([file, text]) => ({ name: file, bytes: Buffer.from(text) })),
    ...(recording ? captureFiles(recording, version) : []),
    ...(await included(input.include)),
    ...(await journalPart(place, input, { snapshotJson, reportJson: writeJson(report) })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sums = Buffer.from(files.map((file) => `${sha256(file.bytes)}  ${file.name}\n`).join(""));
  const signatures = [
    { name: sumsFile, bytes: sums },
    {
      name: `${sumsFile}.minisig`,
      bytes: Buffer.from(minisignSignature(key, await minisignDigest([sums]), `${made} evidence by candor ${version}`)),
    },
    { name: `${sumsFile}.sig`, bytes: Buffer.from(sshSignature(key, await sshDigest([sums]), evidenceNamespace)) },
  ];
  return { files: [...files, ...signatures], document };
}

/** Writes a package: a zip where the name ends so, else a folder, which must not be there yet or be empty. Whole or not at all. */
export async function writeEvidence(out: string, { files }: EvidencePackage): Promise<void> {
  if (/\.zip$/i.test(out)) {
    await mkdir(dirname(out), { recursive: true });
    await writeAtomic(out, zipOf(files));
    return;
  }
  const there = await readdir(out).catch(() => []);
  if (there.length > 0)
    throw new VaultError("refused", `${out} holds something already.`, "Name a new folder, or FILE.zip.");
  const partial = `${out}.part-${process.pid}`;
  try {
    for (const { name, bytes } of files) await writeFileAtomic(join(partial, name), bytes);
    await rm(out, { recursive: true, force: true });
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** What was found in the files of the apps, where they were looked into. */
function appRecords({ facts }: Snapshot): readonly (readonly [string, string])[] {
  const read = facts["app-inspections"];
  return read?.state === "read" ? [["apps.json", `${JSON.stringify(read.value, null, 1)}\n`]] : [];
}

async function included(wanted: EvidenceInput["include"]): Promise<readonly ZipFile[]> {
  const files: ZipFile[] = [];
  for (const each of wanted) {
    const called = basename(typeof each === "string" ? each : each.name);
    const name = `included/${called.replace(/[^\p{L}\p{N}._ -]/gu, "_")}`;
    if (files.some((file) => file.name === name))
      throw new VaultError("refused", `Two files to include are called ${called}.`);
    files.push({ name, bytes: typeof each === "string" ? await includedBytes(each) : each.bytes });
  }
  return files;
}

async function includedBytes(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > mostIncluded)
    throw new VaultError("refused", `${path} is larger than 200 MiB, the most that is included.`);
  return await readFile(path);
}

/** The entry that says what was packed, the signed state of the journal with it, and proofs that it and the examination are in there. */
async function journalPart(
  place: PrivatePlace,
  { snapshot, redaction }: EvidenceInput,
  packed: { readonly snapshotJson: string; readonly reportJson: string },
): Promise<readonly ZipFile[]> {
  const journal = await openJournal(place);
  const body = {
    about: "Packed evidence",
    snapshot: sha256(packed.snapshotJson),
    report: sha256(packed.reportJson),
    redaction,
  };
  let n: number;
  try {
    n = (await journal.append("evidence", body as unknown as Json)).head.n;
  } finally {
    await journal.close();
  }
  const { note, minisig, sshsig } = await signCheckpoint(place);
  const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`;
  const texts: [string, string][] = [
    ["journal/checkpoint.txt", note],
    ["journal/checkpoint.txt.minisig", minisig],
    ["journal/checkpoint.txt.sig", sshsig],
    ["journal/packed.json", json(await proveEntry(place, n, true, note))],
  ];
  const digest = sha256(snapshotText(snapshot));
  const examined = (await journalBytes(place)).read.entries.findLast(
    ({ head, body: told }) =>
      head.kind === "examination" && (told as unknown as ExaminationBody | undefined)?.sha256 === digest,
  );
  // Its content names the phone.
  if (examined)
    texts.push([
      "journal/examination.json",
      json(await proveEntry(place, examined.head.n, redaction === "none", note)),
    ]);
  return texts.map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
