import type { SFTPWrapper } from "ssh2";
import { VaultError } from "../core/errors.ts";
import { type DatedFile, leftBehind, partialName } from "./cut-uploads.ts";
import type { Place, PlaceCall, StoredFile, StoredKind } from "./place.ts";
import { type PlaceAddress, placeName } from "./place-address.ts";
import { harmless, mostFileBytes, short } from "./place-answer.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import { cancelled, type PlaceLimits, placeLimits, withRetries } from "./place-retry.ts";
import type { ServerTrust } from "./place-tls.ts";
import { PlaceWatch } from "./place-watch.ts";
import { openSftpSession, type SftpLogin, type SftpSession } from "./sftp-session.ts";
import { storedFile, storedPath } from "./stored-path.ts";

/** A place on an SFTP server, with the folders that restic makes on disks. */
export function sftpPlace(
  address: Extract<PlaceAddress, { kind: "sftp" }>,
  credentials: PlaceCredentials,
  server: ServerTrust,
  limits: PlaceLimits = placeLimits,
): Place {
  const trust = server.trust === undefined ? {} : { trust: server.trust };
  return new SftpServer({ address, credentials: { ...credentials, ...trust }, pins: server.pins, limits });
}

class SftpServer implements Place {
  readonly kind = "sftp";
  readonly name: string;
  readonly #login: SftpLogin;
  #session: Promise<SftpSession> | undefined;

  constructor(login: SftpLogin) {
    this.name = placeName(login.address);
    this.#login = login;
  }

  async *list(kind: StoredKind, call: PlaceCall = {}): AsyncGenerator<StoredFile> {
    if (kind === "config") {
      const bytes = await this.stat(kind, "", call);
      if (bytes !== null) yield { name: "config", bytes };
      return;
    }
    const folders =
      kind === "data" ? await this.#folder("data", call) : [{ name: "", folder: true, bytes: 0, modified: 0 }];
    for (const { name, folder } of folders) {
      if (!folder || (kind === "data" && !/^[0-9a-f]{2}$/.test(name))) continue;
      for (const entry of await this.#folder(kind === "data" ? `data/${name}` : kind, call)) {
        const file = entry.folder ? null : storedFile(entry.name, entry.bytes);
        if (file?.name.startsWith(name)) yield file;
      }
    }
  }

  async get(kind: StoredKind, name: string, call: Parameters<Place["get"]>[2] = {}): Promise<Uint8Array> {
    const what = storedPath(kind, name);
    return await this.#do(what, call, async ({ sftp, watch }) => {
      const handle = await answer<Buffer>((done) => sftp.open(this.#path(what), "r", done));
      try {
        const from = call.from ?? 0;
        const length = call.length ?? (await answer<{ size: number }>((done) => sftp.fstat(handle, done))).size - from;
        if (length < 0) throw short(what);
        if (length > mostFileBytes)
          throw new VaultError("damaged", `${what} is larger than a file of a repository may be.`);
        return await readAll({ sftp, watch }, handle, { from, length, what });
      } finally {
        sftp.close(handle, () => undefined);
      }
    });
  }

  async put(kind: StoredKind, name: string, bytes: Uint8Array, call: PlaceCall = {}): Promise<void> {
    const what = storedPath(kind, name);
    await this.#do(what, call, async ({ sftp, watch }) => {
      const path = this.#path(what);
      const folder = path.slice(0, path.lastIndexOf("/"));
      const partial = `${folder}/${partialName()}`;
      const handle = await answer<Buffer>((done) => sftp.open(partial, "wx", { mode: 0o600 }, done)).catch(
        async (error) => {
          if (statusOf(error) !== noSuchFile) throw error;
          await makeFolder(sftp, folder);
          return await answer<Buffer>((done) => sftp.open(partial, "wx", { mode: 0o600 }, done));
        },
      );
      try {
        await writeAll({ sftp, watch }, handle, bytes);
        await flush(sftp, handle);
        await answer<void>((done) => sftp.close(handle, done));
        await rename(sftp, partial, path);
      } catch (error) {
        sftp.unlink(partial, () => undefined);
        throw error;
      }
    });
  }

  async delete(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<void> {
    const what = storedPath(kind, name);
    await this.#do(what, call, ({ sftp }) => answer<void>((done) => sftp.unlink(this.#path(what), done))).catch(
      ifAbsent(undefined),
    );
  }

  async stat(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<number | null> {
    const what = storedPath(kind, name);
    const asked = this.#do(what, call, ({ sftp }) =>
      answer<{ size: number }>((done) => sftp.stat(this.#path(what), done)),
    );
    return await asked.then(({ size }) => size).catch(ifAbsent(null));
  }

  async sweep(call: PlaceCall = {}): Promise<number> {
    const locks = await this.#folder("locks", call);
    const parts = (await this.#folder("data", call)).filter(({ folder, name }) => folder && /^[0-9a-f]{2}$/.test(name));
    let removed = 0;
    for (const folder of ["", "index/", "keys/", "locks/", "snapshots/", ...parts.map(({ name }) => `data/${name}/`)]) {
      const files = (await this.#folder(folder, call)).filter((each) => !each.folder);
      for (const name of leftBehind(locks, files)) {
        const path = this.#path(`${folder}${name}`);
        await this.#do(name, call, ({ sftp }) => answer<void>((done) => sftp.unlink(path, done))).catch(
          ifAbsent(undefined),
        );
        removed++;
      }
    }
    return removed;
  }

  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    session?.drop();
  }

  async #folder(path: string, call: PlaceCall): Promise<Listing[]> {
    const entries = await this.#do(path, call, ({ sftp }) =>
      answer<readonly Listed[]>((done) => sftp.readdir(this.#path(path), done)),
    ).catch(ifAbsent([]));
    return entries.map(({ filename, attrs }) => ({
      name: filename,
      folder: attrs.isDirectory(),
      bytes: attrs.size,
      modified: attrs.mtime * 1000,
    }));
  }

  #path(what: string): string {
    return `${this.#login.address.path}/${what}`;
  }

  /** With a connection, made anew where the last one is gone; what fails for the network is done again. */
  async #do<T>(what: string, call: PlaceCall, work: (transfer: Transfer) => Promise<T>): Promise<T> {
    const host = `${this.#login.address.host}:${this.#login.address.port}`;
    return await withRetries(this.#login.limits, call.signal, async () => {
      const session = await this.#connected();
      try {
        return await within(this.#login.limits, call.signal, session, work);
      } catch (error) {
        throw reasonOf(error, session, host, what);
      }
    });
  }

  async #connected(): Promise<SftpSession> {
    const before = this.#session;
    const standing = await before?.catch(() => undefined);
    if (standing?.alive()) return standing;
    // Another call may have begun to connect meanwhile.
    if (this.#session === before) this.#session = openSftpSession(this.#login);
    return await (this.#session as Promise<SftpSession>);
  }
}

interface Listed {
  readonly filename: string;
  readonly attrs: { readonly size: number; readonly mtime: number; isDirectory(): boolean };
}

interface Listing extends DatedFile {
  readonly folder: boolean;
  readonly bytes: number;
}

/** Pieces that are under way at once, of a size that every server takes. */
const [pieceBytes, pieces] = [32_768, 32];

interface Transfer {
  readonly sftp: SFTPWrapper;
  readonly watch: PlaceWatch;
}

interface Asked {
  readonly from: number;
  readonly length: number;
  readonly what: string;
}

async function readAll({ sftp, watch }: Transfer, handle: Buffer, { from, length, what }: Asked): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  await inPieces(length, async (at, size) => {
    for (let done = 0; done < size; ) {
      const [begin, rest] = [at + done, size - done];
      const read = await answer<number>((reply) => sftp.read(handle, bytes, begin, rest, from + begin, reply));
      if (read === 0) throw short(what);
      watch.passed(read);
      done += read;
    }
  });
  return bytes;
}

async function writeAll({ sftp, watch }: Transfer, handle: Buffer, bytes: Uint8Array): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await inPieces(buffer.length, async (at, size) => {
    await answer<void>((done) => sftp.write(handle, buffer, at, size, at, done));
    watch.passed(size);
  });
}

/** Calls `work` for each piece, several at once. */
async function inPieces(length: number, work: (at: number, size: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < length) {
      const at = next;
      next += pieceBytes;
      await work(at, Math.min(pieceBytes, length - at));
    }
  };
  await Promise.all(Array.from({ length: pieces }, one));
}

/** To the disk, where the server knows how (fsync@openssh.com). */
async function flush(sftp: SFTPWrapper, handle: Buffer): Promise<void> {
  await answer<unknown>((done) => sftp.ext_openssh_fsync(handle, done)).catch(ifUnsupported);
}

/** Over what is there (posix-rename@openssh.com); a server without that first has it removed: the content is the same. */
async function rename(sftp: SFTPWrapper, from: string, to: string): Promise<void> {
  try {
    await answer<void>((done) => sftp.ext_openssh_rename(from, to, done));
  } catch (error) {
    ifUnsupported(error);
    await answer<void>((done) => sftp.unlink(to, done)).catch(() => undefined);
    await answer<void>((done) => sftp.rename(from, to, done));
  }
}

async function makeFolder(sftp: SFTPWrapper, path: string): Promise<void> {
  const there = (folder: string): Promise<boolean> =>
    answer<{ isDirectory(): boolean }>((done) => sftp.stat(folder, done)).then(
      (about) => about.isDirectory(),
      () => false,
    );
  if (path === "" || (await there(path))) return;
  const above = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  if (above !== "") await makeFolder(sftp, above);
  await answer<void>((done) => sftp.mkdir(path, { mode: 0o700 }, done)).catch(async (error) => {
    // Another one may have made it meanwhile.
    if (!(await there(path))) throw error;
  });
}

type Reply<T> = (error: Error | null | undefined, value: T) => void;

function answer<T>(ask: (done: Reply<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => ask((error, value) => (error ? reject(error) : resolve(value))));
}

/** One call's work is given up, and its connection ended, where it stands still or is stopped. */
async function within<T>(
  limits: PlaceLimits,
  signal: AbortSignal | undefined,
  session: SftpSession,
  work: (transfer: Transfer) => Promise<T>,
): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const give = (error: unknown): void => {
      session.drop();
      reject(error);
    };
    const stop = (): void => give(cancelled());
    const watch = new PlaceWatch(limits, give);
    signal?.addEventListener("abort", stop);
    const ended = (): void => {
      watch.end();
      signal?.removeEventListener("abort", stop);
    };
    work({ sftp: session.sftp, watch }).then(resolve, reject).finally(ended);
  });
}

/** Status codes of SFTP (draft-ietf-secsh-filexfer-02 §7). */
const [endOfFile, noSuchFile, permissionDenied, failure, unsupported] = [1, 2, 3, 4, 8];

function statusOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === "number" ? code : undefined;
}

/** The library itself says so, without a status, for what the server did not name when it was greeted. */
function ifUnsupported(error: unknown): void {
  if (statusOf(error) !== unsupported && !String((error as Error).message).includes("does not support")) throw error;
}

function ifAbsent<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof VaultError && error.code === "absent") return instead;
    throw error;
  };
}

function reasonOf(error: unknown, session: SftpSession, host: string, what: string): VaultError {
  if (error instanceof VaultError) return error;
  const said = harmless((error as Error).message);
  switch (statusOf(error)) {
    case noSuchFile:
      return new VaultError("absent", `${host} has no ${what}.`);
    case permissionDenied:
      return new VaultError(
        "denied",
        `${host} does not allow this (${said}, for ${what}).`,
        "Whose folder is it there?",
      );
    case endOfFile:
      return short(what);
    case failure:
      return new VaultError(
        "unwritable",
        `${host} could not do this (${said}, for ${what}).`,
        "Is there room left on it?",
      );
    default:
      session.drop();
      return new VaultError("unreachable", `${host} did not answer to the end (${said}).`, "Is the network there?");
  }
}
