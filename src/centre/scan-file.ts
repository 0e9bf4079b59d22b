import { createHash } from "node:crypto";
import { join } from "node:path";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import { FormatError } from "../core/errors.ts";
import { nodeCodec, type OpenFile, openFileAtOnce } from "../device/file.ts";
import { type ApkZip, openApkZip } from "../formats/apk-zip.ts";
import { type AppFile, type AppKind, type InnerApp, openAppFile } from "../formats/app-container.ts";
import type { HashAlgorithm } from "../formats/hash-list.ts";
import type { RandomAccess } from "../formats/zip.ts";
import type { Analyse } from "./app-analysis.ts";
import { readFault } from "./scan-inputs.ts";
import type { ScanJob } from "./scan-pool.ts";

/** One APK that was looked into: the file itself, a part of a container, or an app that an app carries with it. */
export interface LookedInto {
  /** Path inside the file, containers in containers with `!/` between; null for the file itself. */
  readonly inside: string | null;
  readonly size: number;
  /** Of all its bytes, lower case. */
  readonly digests: Readonly<Partial<Record<HashAlgorithm, string>>>;
  /** null where it could not be read, and then `reason` tells why. */
  readonly record: AppRecord | null;
  readonly reason: string | null;
}

/** What a file is; `folder`: a folder with the parts of one app. */
export type ScannedKind = AppKind | "folder";

/** What a worker says of a file. */
export type FileAnswer =
  | {
      readonly state: "read";
      readonly kind: ScannedKind;
      readonly digests: LookedInto["digests"];
      readonly apps: readonly LookedInto[];
      /** What is odd about the file as a whole, in sentences. */
      readonly notes: readonly string[];
    }
  /** Its digest is one of those that are known already. */
  | { readonly state: "known"; readonly sha256: string }
  | {
      readonly state: "unread";
      readonly code: "not-an-app" | "encrypted" | "missing" | "no-permission" | "not-a-file" | "empty" | "io" | "fault";
      readonly reason: string;
      readonly digests: LookedInto["digests"];
    };

/** APKs of one file that are looked into, and characters of what is said of them. */
const maxApps = 2000;
const maxCharacters = 64 * 1024 * 1024;

/**
 * Looks into one file on the disk, whatever it holds. Never throws: the answer tells.
 *
 * @param algorithms digests that are wanted beside SHA-256.
 */
export async function scanFile(
  job: ScanJob,
  analyse: Analyse,
  algorithms: readonly HashAlgorithm[],
): Promise<FileAnswer> {
  if (job.parts) return await scanFolder(job.path, job.parts, new Scan(analyse, algorithms));
  let file: OpenFile;
  try {
    file = openFileAtOnce(job.path);
  } catch (error) {
    return { state: "unread", ...readFault(error), digests: {} };
  }
  try {
    return await scanOpened(file, job, new Scan(analyse, algorithms));
  } catch (error) {
    return { state: "unread", ...faultOf(error), digests: {} };
  } finally {
    await file.close();
  }
}

/** Looks into all parts of an app; one that cannot be read takes nothing from the others. */
async function scanFolder(folder: string, parts: readonly string[], scan: Scan): Promise<FileAnswer> {
  for (const name of parts) {
    const path = join(folder, name);
    let file: OpenFile;
    try {
      file = openFileAtOnce(path);
    } catch (error) {
      scan.missed(name, readFault(error).reason);
      continue;
    }
    try {
      await scan.look(await openAppFile(file, nodeCodec), name);
    } catch (error) {
      scan.missed(name, error instanceof FormatError ? sentence(error) : faultOf(error).reason, file.size);
    } finally {
      await file.close();
    }
  }
  const { apps, notes } = scan;
  if (apps.some(({ record }) => record !== null)) return { state: "read", kind: "folder", digests: {}, apps, notes };
  return {
    state: "unread",
    code: "not-an-app",
    reason: `None of its parts can be read: ${apps[0]?.reason ?? ""}.`,
    digests: {},
  };
}

async function scanOpened(file: OpenFile, { known }: ScanJob, scan: Scan): Promise<FileAnswer> {
  if (known.length > 0) {
    const { sha256 = "" } = await scan.digestsOf(file);
    if (known.includes(sha256)) return { state: "known", sha256 };
  }
  let reason: string;
  try {
    const { kind, ...app } = await openAppFile(file, nodeCodec);
    if (kind === "aab")
      throw new FormatError("app", "it is an app bundle, from which shops make the APKs that phones install");
    await scan.look({ kind, ...app }, null);
    const { apps, notes } = scan;
    const [itself] = apps;
    const nothing = apps.every(({ record }) => record === null || isUnread(record.identity));
    if (apps.some(({ record }) => record !== null) && !(nothing && isEncrypted(app.zip))) {
      const digests = itself?.inside === null ? itself.digests : await scan.digestsOf(file);
      return { state: "read", kind, digests, apps, notes };
    }
    reason = itself?.reason ?? "there is no APK in it";
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    reason = sentence(error);
  }
  return { state: "unread", ...(await why(file, reason)), digests: await scan.digestsOf(file) };
}

/** Opens the part of an app that holds the bitmaps for a screen. */
type Beside = (() => Promise<ApkZip>) | undefined;
/** What shops and bundletool call that part. */
const screenPart = /(?:^|\/)(?:(?:split_)?config\.|base-)\w{0,4}dpi\.apk$/;

/** Looks into a file and all that it holds. */
class Scan {
  readonly apps: LookedInto[] = [];
  readonly notes: string[] = [];
  readonly #analyseApk: Analyse;
  readonly #algorithms: readonly HashAlgorithm[];
  /** Characters of what is said of the first so many apps. */
  readonly #said = { characters: 0, apps: 0 };

  constructor(analyse: Analyse, algorithms: readonly HashAlgorithm[]) {
    this.#analyseApk = analyse;
    this.#algorithms = ["sha256", ...algorithms];
  }

  async look(app: AppFile, inside: string | null, beside?: Beside): Promise<void> {
    if (app.kind === "apk") await this.#analyse(app, inside, beside);
    const forScreen = app.kind === "apk" ? undefined : app.inner.find(({ name }) => screenPart.test(name));
    for (const inner of app.inner) {
      if (this.apps.length >= maxApps || this.#charactersSaid() > maxCharacters) {
        this.notes.push("It holds more than is looked into at once: the rest was left out.");
        return;
      }
      const pictures = forScreen && inner !== forScreen ? async () => (await forScreen.open()).zip : undefined;
      await this.#lookInto(inner, inside === null ? inner.name : `${inside}!/${inner.name}`, pictures);
    }
  }

  /** A part could not be read. */
  missed(inside: string, reason: string, size = 0): void {
    this.apps.push({ inside, size, digests: {}, record: null, reason: reason.replace(/\.$/, "") });
  }

  /** In pieces, so that a large file is never in memory. */
  async digestsOf(file: RandomAccess): Promise<LookedInto["digests"]> {
    const hashes = this.#algorithms.map((name) => createHash(name));
    const piece = 1024 * 1024;
    for (let at = 0; at < file.size; at += piece) {
      const bytes = await file.read(at, Math.min(piece, file.size - at));
      for (const hash of hashes) hash.update(bytes);
    }
    return Object.fromEntries(this.#algorithms.map((name, i) => [name, hashes[i]?.digest("hex")]));
  }

  /** Counted only where there is more than one app, since it takes as long as writing it all down. */
  #charactersSaid(): number {
    for (; this.#said.apps < this.apps.length; this.#said.apps++)
      this.#said.characters += JSON.stringify(this.apps[this.#said.apps]?.record ?? null).length;
    return this.#said.characters;
  }

  async #lookInto(inner: InnerApp, inside: string, beside: Beside): Promise<void> {
    try {
      await this.look(await inner.open(), inside, beside);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.apps.push({ inside, size: inner.size, digests: {}, record: null, reason: sentence(error) });
    }
  }

  async #analyse(app: AppFile, inside: string | null, beside: Beside): Promise<void> {
    const { file } = app.zip;
    const part = { inside, size: file.size };
    try {
      const record = await this.#analyseApk(app, beside && { beside });
      const { sha256 } = record.file;
      // The analysis reads every byte for the signatures anyway, and takes the digest with them.
      const enough = typeof sha256 === "string" && this.#algorithms.length === 1;
      this.apps.push({ ...part, digests: enough ? { sha256 } : await this.digestsOf(file), record, reason: null });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.apps.push({ ...part, digests: await this.digestsOf(file), record: null, reason: sentence(error) });
    }
  }
}

async function why(file: RandomAccess, reason: string) {
  const zip = await openApkZip(file).catch(() => undefined);
  return zip && isEncrypted(zip)
    ? ({
        code: "encrypted",
        reason: "It is an encrypted zip: without its password nothing in it can be read.",
      } as const)
    : ({ code: "not-an-app", reason: `It is no app that can be read: ${reason}.` } as const);
}

/** Android does not look at the flag, so that it alone says nothing; with content that cannot be read it does. APPNOTE.TXT 4.4.4. */
function isEncrypted({ entries }: ApkZip): boolean {
  return entries.some(({ flags, size }) => (flags & 1) !== 0 && size > 0);
}

/** What a reader says, without the name of the format before it. */
function sentence({ message, format }: FormatError): string {
  return message.startsWith(`${format}: `) ? message.slice(format.length + 2) : message;
}

function faultOf(error: unknown) {
  if (error instanceof Error && "syscall" in error) return readFault(error);
  const where = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = where
    .split("\n")
    .slice(0, 4)
    .map((line) => line.trim());
  const reason = `This is a fault of Candor, not of the file; please report it: ${lines.join(" ")}`;
  return { code: "fault", reason } as const;
}
