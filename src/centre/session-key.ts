import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { lstat, mkdir, readFile, rm, stat, statfs, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { VaultError } from "../core/errors.ts";
import { writeAtomic } from "../device/atomic-file.ts";

/** What an unlocked Candor keeps until it locks again. */
export interface Session {
  readonly identity: string;
  /** The recipient that belongs to it: a session of another privacy password is none. */
  readonly recipient: string;
  /** Milliseconds without use after which it ends. */
  readonly idleMs: number;
}

/** Where a session lies. */
export interface SessionPlace {
  readonly dataFolder: string;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** A folder for things that are gone when the computer is switched off, and whether the system keeps it in memory. */
export interface RuntimeFolder {
  readonly path: string;
  readonly inMemory: boolean;
}

/** `$XDG_RUNTIME_DIR/candor`, which systemd keeps in memory and empties at the end of the login; else what comes nearest to it. */
export async function runtimeFolder(env: NodeJS.ProcessEnv = process.env): Promise<RuntimeFolder> {
  const given = env["XDG_RUNTIME_DIR"];
  if (given && (await isFolder(given))) return { path: join(given, "candor"), inMemory: await isInMemory(given) };
  const own = `candor-${process.getuid?.() ?? "user"}`;
  const shared = process.platform === "linux" && (await isFolder("/dev/shm")) ? "/dev/shm" : tmpdir();
  return { path: join(shared, own), inMemory: await isInMemory(shared) };
}

/** File systems of Linux that are kept in memory: tmpfs and ramfs (include/uapi/linux/magic.h). */
const memoryTypes = new Set([0x01021994, 0x858458f6]);

async function isInMemory(path: string): Promise<boolean> {
  if (process.platform !== "linux") return false;
  const found = await statfs(path).catch(() => undefined);
  return found !== undefined && memoryTypes.has(found.type);
}

/** The folder of one session: its key, and what was opened for reading. */
export async function sessionFolder({ dataFolder, env }: SessionPlace): Promise<string> {
  const { path } = await runtimeFolder(env);
  return join(path, createHash("sha256").update(resolve(dataFolder)).digest("hex").slice(0, 16));
}

/** The session that goes on, and begins to wait anew; null where there is none, or it has ended, or is of another privacy password. */
export async function currentSession(place: SessionPlace, recipient: string, now: number): Promise<Session | null> {
  const folder = await sessionFolder(place);
  const path = join(folder, keyFile);
  try {
    const { mtimeMs } = await stat(path);
    const session = JSON.parse(await readFile(path, "utf8")) as Session;
    const idle = now - mtimeMs;
    // A time in the future: the clock was set back, and nobody knows how long it has waited.
    if (session.recipient !== recipient || idle > session.idleMs || idle < -toleranceMs) {
      await rm(folder, { recursive: true, force: true });
      return null;
    }
    await utimes(path, now / 1000, now / 1000);
    return session;
  } catch {
    return null;
  }
}

/** When the session ends if it is not used; null where there is none. Does not count as use. */
export async function sessionEnd(place: SessionPlace): Promise<number | null> {
  const path = join(await sessionFolder(place), keyFile);
  try {
    const { idleMs } = JSON.parse(await readFile(path, "utf8")) as Session;
    return (await stat(path)).mtimeMs + idleMs;
  } catch {
    return null;
  }
}

/** Begins a session. A small process of the system's shell ends it even when no Candor runs by then. */
export async function beginSession(place: SessionPlace, session: Session, now: number): Promise<void> {
  const folder = await sessionFolder(place);
  await makePrivate((await runtimeFolder(place.env)).path);
  await makePrivate(folder);
  const path = join(folder, keyFile);
  await writeAtomic(path, JSON.stringify(session));
  await utimes(path, now / 1000, now / 1000);
  if (process.platform !== "win32") endWhenIdle(folder, session.idleMs);
}

/** Ends the session: the key, and what was opened for reading, are removed. */
export async function endSession(place: SessionPlace): Promise<boolean> {
  const folder = await sessionFolder(place);
  const was = await isFolder(folder);
  await rm(folder, { recursive: true, force: true });
  return was;
}

const keyFile = "key";
const toleranceMs = 60_000;

/** Looks every 20 seconds; ends with the session. */
const watch =
  'while [ -f "$1/key" ]; do sleep 20 || exit; if [ -n "$(find "$1/key" -mmin "+$2" 2>/dev/null)" ]; then rm -rf "$1"; fi; done';

function endWhenIdle(folder: string, idleMs: number): void {
  const minutes = String(Math.ceil(idleMs / 60_000));
  const child = spawn("/bin/sh", ["-c", watch, "candor-lock", folder, minutes], { detached: true, stdio: "ignore" });
  // Without it the next Candor ends the session.
  child.on("error", () => {});
  child.unref();
}

/** Makes a folder for its owner alone. In one that all share, somebody else may have made one of this name before. @throws VaultError `refused` */
export async function makePrivate(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") return;
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0)
    throw new VaultError(
      "refused",
      `${path} is not a folder of yours alone, so the key is not put there.`,
      "Remove it, or set XDG_RUNTIME_DIR to a folder that only you can read.",
    );
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
