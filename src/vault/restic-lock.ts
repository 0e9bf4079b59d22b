import { hostname } from "node:os";
import { VaultError, type VaultErrorCode } from "../core/errors.ts";
import type { PlaceCall } from "./place.ts";
import type { Repository } from "./repository.ts";
import { parseTime, textOfTime } from "./restic-time.ts";
import { readUnpacked, writeUnpacked } from "./restic-unpacked.ts";

/** A lock that is held, and renewed every five minutes. */
export interface HeldLock {
  /** Aborted when the lock could not be renewed for too long, so that others may take it for stale, or when the caller's is. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/** How a lock is taken. */
export interface LockOptions extends PlaceCall {
  /** Demanded for removing; everything else shares. */
  readonly exclusive: boolean;
  /** How long to wait for another's to go, in milliseconds; not at all by default. */
  readonly patience?: number;
}

const renewal = 5 * 60_000;
const staleAfter = 30 * 60_000;
/** Two that lock at once see each other's file after this (restic's own pause). */
const pause = 200;

/**
 * Locks a repository as restic does (doc/design.rst, "Locks"), so that both respect each other. What a process on this computer left that
 * has ended, or what nobody renewed for half an hour, is removed.
 *
 * @throws VaultError `busy`
 */
export async function holdLock(repository: Repository, options: LockOptions): Promise<HeldLock> {
  const { exclusive, patience = 0 } = options;
  // The clock is read once; then only what has passed counts, so that a clock that is set back makes no lock look old.
  const began = { wall: Date.now(), steady: performance.now() };
  const now = () => new Date(began.wall + performance.now() - began.steady);
  for (;;) {
    const other = await conflict(repository, exclusive, undefined, now(), options);
    if (other === null) {
      const name = await writeLock(repository, exclusive, now(), options);
      const late = await raced(repository, exclusive, name, now, options);
      if (late === null) return held(repository, exclusive, name, now, options.signal);
      await repository.place.delete("locks", name);
      if (performance.now() - began.steady >= patience) throw busy(late);
    } else if (performance.now() - began.steady >= patience) throw busy(other);
    await rest(pause + Math.random() * pause, options.signal);
  }
}

/**
 * Shares the repository for reading, so that nobody removes what is read. Where that cannot be (a place that takes no writing, a lock that is
 * damaged, or for what `without` names), reading goes on without: it harms nobody.
 */
export async function holdReadLock(
  repository: Repository,
  options: PlaceCall & { readonly without?: readonly VaultErrorCode[] },
): Promise<HeldLock> {
  try {
    return await holdLock(repository, { exclusive: false, signal: options.signal });
  } catch (error) {
    const bearable: readonly VaultErrorCode[] = [
      "denied",
      "refused",
      "unwritable",
      "damaged",
      ...(options.without ?? []),
    ];
    if (!(error instanceof VaultError && bearable.includes(error.code))) throw error;
    return { signal: options.signal ?? new AbortController().signal, release: async () => undefined };
  }
}

/** Removes all locks, for when their holders are known to have ended. */
export async function removeLocks({ place }: Repository, call: PlaceCall = {}): Promise<number> {
  let removed = 0;
  for await (const { name } of place.list("locks", call)) {
    await place.delete("locks", name, call);
    removed++;
  }
  return removed;
}

interface Lock {
  readonly time: string;
  readonly exclusive: boolean;
  readonly hostname: string;
  readonly username: string;
  readonly pid: number;
}

async function raced(
  repository: Repository,
  exclusive: boolean,
  name: string,
  now: () => Date,
  call: PlaceCall,
): Promise<Lock | null> {
  try {
    await rest(pause, call.signal);
    return await conflict(repository, exclusive, name, now(), call);
  } catch (error) {
    await repository.place.delete("locks", name);
    throw error;
  }
}

function held(
  repository: Repository,
  exclusive: boolean,
  first: string,
  now: () => Date,
  outer: AbortSignal | undefined,
): HeldLock {
  const lost = new AbortController();
  let name = first;
  let renewed = performance.now();
  let working: Promise<void> = Promise.resolve();
  const renew = async () => {
    try {
      const next = await writeLock(repository, exclusive, now(), {});
      const old = name;
      [name, renewed] = [next, performance.now()];
      await repository.place.delete("locks", old);
    } catch {
      // The place may answer again in five minutes.
      if (performance.now() - renewed > staleAfter - renewal)
        lost.abort(new VaultError("busy", "The lock of the vault could not be renewed, so that others may change it."));
    }
  };
  const timer = setInterval(() => {
    working = working.then(renew);
  }, renewal);
  timer.unref();
  return {
    signal: outer ? AbortSignal.any([lost.signal, outer]) : lost.signal,
    async release() {
      clearInterval(timer);
      await working;
      // The person may have stopped the work: the lock goes all the same.
      await repository.place.delete("locks", name);
    },
  };
}

async function writeLock(repository: Repository, exclusive: boolean, time: Date, call: PlaceCall): Promise<string> {
  const ids = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const lock: Lock = {
    time: textOfTime(BigInt(time.getTime()) * 1_000_000n),
    exclusive,
    hostname: hostname(),
    username: "candor",
    pid: process.pid,
  };
  return await writeUnpacked(repository, "locks", JSON.stringify({ ...lock, ...ids }), call);
}

/** The lock of another that stands against ours; null where there is none. Stale ones are removed on the way. */
async function conflict(
  repository: Repository,
  exclusive: boolean,
  own: string | undefined,
  now: Date,
  call: PlaceCall,
): Promise<Lock | null> {
  let found: Lock | null = null;
  for await (const { name } of repository.place.list("locks", call)) {
    if (name === own) continue;
    const lock = await readLock(repository, name, call);
    if (lock === null) continue;
    if (isStale(lock, now)) await repository.place.delete("locks", name, call);
    else if (exclusive || lock.exclusive) found = lock;
  }
  return found;
}

/** null where it has gone meanwhile. @throws VaultError `damaged` */
async function readLock(repository: Repository, name: string, call: PlaceCall): Promise<Lock | null> {
  try {
    const lock = (await readUnpacked(repository, "locks", name, call)) as Readonly<Record<string, unknown>>;
    return {
      time: String(lock["time"]),
      exclusive: lock["exclusive"] === true,
      hostname: String(lock["hostname"]),
      username: String(lock["username"]),
      pid: Number(lock["pid"]),
    };
  } catch (error) {
    if (error instanceof VaultError && error.code === "absent") return null;
    throw error;
  }
}

function isStale(lock: Lock, now: Date): boolean {
  const time = parseTime(lock.time);
  if (time !== null && now.getTime() - Number(time / 1_000_000n) > staleAfter) return true;
  return lock.hostname === hostname() && Number.isInteger(lock.pid) && lock.pid > 0 && !isAlive(lock.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function busy({ hostname: host, username, pid, time, exclusive }: Lock): VaultError {
  return new VaultError(
    "busy",
    `The vault is ${exclusive ? "locked" : "in use"} by process ${pid} on ${host} (${username}, since ${time}).`,
    "Wait until it has ended. If it has crashed on another computer, the lock ends half an hour after it.",
  );
}

function rest(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new VaultError("cancelled", "It was stopped."));
    };
    if (signal?.aborted) {
      reject(new VaultError("cancelled", "It was stopped."));
      return;
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
