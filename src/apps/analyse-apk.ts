import { FormatError } from "../core/errors.ts";
import { type AndroidManifest, readManifest } from "../formats/android-manifest.ts";
import { hex } from "../formats/apk-certificate.ts";
import { compareLocalHeaders } from "../formats/apk-entry.ts";
import type { ApkZip } from "../formats/apk-zip.ts";
import { type AppFile, openAppFile } from "../formats/app-container.ts";
import { emptyTable, readResourceTable } from "../formats/arsc.ts";
import type { Crypto } from "../formats/crypto.ts";
import type { RandomAccess, ZipCodec } from "../formats/zip.ts";
import { ApkContents } from "./apk-contents.ts";
import { readComponentFacts } from "./app-components.ts";
import { readConfiguration } from "./app-configuration.ts";
import { type IconOptions, iconBytes, iconBytesFromAfar } from "./app-icon.ts";
import { readIdentity, type TableRead } from "./app-identity.ts";
import { readNetwork } from "./app-network.ts";
import { readPermissions } from "./app-permissions.ts";
import { type AppRecord, type FileFacts, isUnread, type Section, type Unread } from "./app-record.ts";
import { type ApkSigners, readSigners } from "./app-signers.ts";
import { TamperNotes } from "./app-tampering.ts";
import { codeNotRead, readCode } from "./code-pass.ts";
import { reasonOf, section, unread } from "./section.ts";
import type { TrackerSet } from "./tracker-set.ts";

/** The steps of an analysis, in their order. */
export type AnalysisStage = "contents" | "manifest" | "signatures" | "code";

/** What an analysis needs, and what it may be told. */
export interface AnalysisOptions {
  readonly codec: ZipCodec;
  readonly crypto: Crypto;
  /** Made once by `compileTrackers` for many apps. */
  readonly trackers: TrackerSet;
  /** Told when a step begins, and within the last one after each entry with code. */
  readonly onStage?: (stage: AnalysisStage, done: number, of: number) => void;
  /** SHA-256 of the file in lower-case hexadecimal where it is known already, as on a phone that made it itself. */
  readonly sha256?: string;
  /** Where reading is dear, as on a phone: only parts of the file are read, and the record says what was left out. Left out: all of it. */
  readonly parts?: PartsRead;
  readonly signal?: AbortSignal;
  /** Awaited with each DEX, unpacked, while it is in memory; the bytes are gone after that. For others who look at the same code. */
  readonly onDex?: (entry: string, bytes: Uint8Array) => Promise<void>;
  /** Opens the part of the app that holds the bitmaps for a screen: asked where the icon is not in the file itself. */
  readonly beside?: () => Promise<ApkZip | undefined>;
}

/** `code`: what is needed for every section, DEX among it, but no assets and native libraries. `signer`: no code, and no large resources. */
export type PartsRead = "code" | "signer";

/** Bytes of a resource table, packed, that are read for a judgement by signer. */
const smallTable = 256 * 1024;

/**
 * Analyses one APK: what it is, who signed it, what it asks for, what is in its code. What cannot be read is `unread` with the reason, and
 * the rest goes on. Time is linear in the size of the file and of what it unpacks to, within the limits of its formats.
 *
 * @throws FormatError when it is no APK: no zip, a zip with nothing of an app in it, or a container of APKs, which `openAppFile` opens.
 * Errors of `file.read` other than FormatError, and the reason of `signal`, are thrown on: they say nothing about the app.
 */
export async function analyseApk(file: RandomAccess, options: AnalysisOptions): Promise<AppRecord> {
  options.onStage?.("contents", 0, 1);
  return await analyseOpened(await openAppFile(file, options.codec), options);
}

/** As `analyseApk`, of an APK that was opened already, such as a part of a container. */
export async function analyseOpened(app: AppFile, options: AnalysisOptions): Promise<AppRecord> {
  if (app.kind !== "apk")
    throw new FormatError("apk", `it is no APK, but a container (${app.kind}) of ${app.inner.length}`);
  const { zip } = app;
  const { codec, crypto, trackers, signal, onStage } = options;
  const notes = new TamperNotes();
  const contents = new ApkContents(zip, codec, notes);
  notes.add("zip", zip.marks);
  const headers = options.parts ? unread(partly) : await section(() => compareLocalHeaders(zip));
  if (Array.isArray(headers)) notes.add("local-header", headers);
  else notes.missed(`local headers: ${(headers as Unread).unread}`);

  signal?.throwIfAborted();
  onStage?.("manifest", 0, 1);
  const resources = await readResources(contents, options.parts === "signer" ? smallTable : Number.POSITIVE_INFINITY);
  const manifest = await section(() => manifestOf(contents, resources.table));
  const from = async <T>(read: (manifest: AndroidManifest) => Promise<Section<T>> | Section<T>): Promise<Section<T>> =>
    isUnread(manifest) ? unread(manifest.unread) : await section<T>(async () => (await read(manifest)) as T);
  const identity = await from((read) => readIdentity(contents, read, resources.table, iconOptions(options)));
  const permissions = await from(readPermissions);
  const components = await from(readComponentFacts);
  const configuration = await from(readConfiguration);
  const network = await from((read) => readNetwork(contents, read, resources.table));

  signal?.throwIfAborted();
  onStage?.("signatures", 0, 1);
  const signed = await section(() => readSigners(contents, crypto, demand(manifest, options)));
  const signers: Section<ApkSigners> = isUnread(signed) ? signed : signed.signers;
  const known = options.sha256 ?? (isUnread(signed) ? undefined : signed.sha256);
  const sha256 =
    known ?? (options.parts ? unread(`${partly}, and it is not known`) : await wholeDigest(zip.file, crypto));

  const code =
    options.parts === "signer"
      ? codeNotRead("the code was not looked into: of this file only what tells who made it was read")
      : await readCode(contents, trackers, {
          hasCode: isUnread(manifest) ? true : (manifest.application?.hasCode.value ?? true),
          resources,
          crypto,
          asked: isUnread(permissions) ? undefined : new Set(permissions.asked.map(({ name }) => name)),
          dexOnly: options.parts !== undefined,
          ...(signal && { signal }),
          ...(options.onDex && { onDex: options.onDex }),
          onEntry: (done, of) => onStage?.("code", done, of),
        });
  return {
    schema: "candor.app/1",
    file: fileFacts(app, sha256, options.parts),
    identity,
    signers,
    permissions,
    components,
    configuration,
    network,
    ...code,
    tampering: notes.facts(),
  };
}

function iconOptions({ parts, beside, codec }: AnalysisOptions): IconOptions {
  return { most: parts ? iconBytesFromAfar : iconBytes, beside, codec };
}

const partly = "only parts of the file were read";

/** What a record lacks where not all of a file was read. */
const leftOut: Readonly<Record<PartsRead, readonly string[]>> = {
  code: [
    "Only parts of the file were read: its content was not compared with its signatures.",
    "Assets were not looked into; native libraries for what is built into them alone, and only the small ones.",
  ],
  signer: ["Only parts of the file were read: its content was not compared with its signatures."],
};

function fileFacts({ zip, inner }: AppFile, sha256: FileFacts["sha256"], parts: PartsRead | undefined): FileFacts {
  const { android } = zip;
  return {
    size: zip.file.size,
    sha256,
    entries: zip.entries.length,
    opens: android.opens,
    refusal: android.opens === "yes" ? null : android.reason,
    carries: inner.slice(0, 500).map(({ name, size }) => ({ entry: name, size })),
    leftOut: parts ? leftOut[parts] : [],
  };
}

/** The resource table with its bytes, for the texts in it. An app may have none. */
async function readResources(
  contents: ApkContents,
  most: number,
): Promise<{ table: TableRead; bytes: Uint8Array | undefined }> {
  const entry = contents.entry("resources.arsc");
  if (!entry) return { table: emptyTable, bytes: undefined };
  if (entry.packedSize > most) return { table: unread("its large resource table was not read"), bytes: undefined };
  let bytes: Uint8Array | undefined;
  try {
    bytes = await contents.read(entry);
    const table = readResourceTable(bytes);
    if (table.damaged)
      contents.notes.add(
        "resources",
        [{ kind: "damaged", detail: "parts of its resource table cannot be read" }],
        entry.name,
      );
    return { table, bytes };
  } catch (error) {
    return { table: unread(reasonOf(error)), bytes };
  }
}

async function manifestOf(contents: ApkContents, table: TableRead): Promise<AndroidManifest> {
  const document = await contents.xml("AndroidManifest.xml");
  return readManifest(document, "unread" in table ? emptyTable : table);
}

/** What signatures are held to, and whether the file's digest is made along with them. */
function demand(manifest: Section<AndroidManifest>, { parts, sha256 }: AnalysisOptions) {
  const content = parts === undefined;
  const fileDigests = content && sha256 === undefined ? (["sha256"] as const) : [];
  if (isUnread(manifest)) return { fileDigests, content };
  const { effectiveTargetSdk, targetSandboxVersion } = manifest;
  return {
    fileDigests,
    content,
    targetSdk: effectiveTargetSdk,
    ...(targetSandboxVersion === null ? {} : { targetSandbox: targetSandboxVersion }),
  };
}

const pieceBytes = 1024 * 1024;

/** The digest of the whole file, where signatures could not be read and so did not make it. */
async function wholeDigest(file: ApkZip["file"], crypto: Crypto): Promise<string | Unread> {
  try {
    const stream = crypto.stream("sha256");
    for (let at = 0; at < file.size; at += pieceBytes)
      stream.update(await file.read(at, Math.min(pieceBytes, file.size - at)));
    return hex(await stream.digest());
  } catch (error) {
    return unread(reasonOf(error));
  }
}
