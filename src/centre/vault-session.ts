import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../vault/place.ts";
import type { Repository } from "../vault/repository.ts";
import { cipherOf } from "../vault/restic-cipher.ts";
import { makePrivate, runtimeFolder, type SessionPlace, sessionFolder } from "./session-key.ts";
import { writeFileAtomic } from "./write-file.ts";

/** A vault that stays open for a while: its key lies in the runtime folder, which the system keeps in memory where it can. */
interface KeptKey {
  readonly id: string;
  readonly polynomial: string;
  readonly packSize: number;
  readonly keyName: string;
  readonly encrypt: string;
  readonly k: string;
  readonly r: string;
  readonly idleMs: number;
}

/** Keeps an opened vault open until it was not used for so long, or until `candor lock`. */
export async function keepVaultOpen(
  session: SessionPlace,
  { place, id, polynomial, packSize, keyName, key }: Repository,
  idleMs: number,
  now: number,
): Promise<void> {
  await makePrivate((await runtimeFolder(session.env)).path);
  await makePrivate(await sessionFolder(session));
  const path = await pathOf(session, place.name);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const kept: KeptKey = {
    id,
    polynomial: polynomial.toString(16),
    packSize,
    keyName,
    encrypt: hex(key.encrypt),
    k: hex(key.k),
    r: hex(key.r),
    idleMs,
  };
  await writeFileAtomic(path, JSON.stringify(kept));
  await utimes(path, now / 1000, now / 1000);
  if (process.platform !== "win32") endWhenIdle(path, idleMs);
}

/** The vault at this place where it was kept open; null where it was not, or its key is gone from the place. */
export async function keptOpen(session: SessionPlace, place: Place, now: number): Promise<Repository | null> {
  const path = await pathOf(session, place.name);
  try {
    const kept = JSON.parse(await readFile(path, "utf8")) as KeptKey;
    const idle = now - (await stat(path)).mtimeMs;
    // A time in the future: the clock was set back, and nobody knows how long it has waited.
    if (idle > kept.idleMs || idle < -60_000) {
      await rm(path, { force: true });
      return null;
    }
    const bytes = (text: string) => Buffer.from(text, "hex");
    const key = { encrypt: bytes(kept.encrypt), k: bytes(kept.k), r: bytes(kept.r) };
    // A key that was removed opens nothing any more, kept or not.
    if ((await place.stat("keys", kept.keyName)) === null) {
      await rm(path, { force: true });
      return null;
    }
    await utimes(path, now / 1000, now / 1000);
    const cipher = await cipherOf(key);
    const { id, packSize, keyName } = kept;
    return { place, id, packSize, polynomial: BigInt(`0x${kept.polynomial}`), keyName, key, cipher };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Closes a vault that was kept open. */
export async function endVaultSession(session: SessionPlace, placeName: string): Promise<void> {
  await rm(await pathOf(session, placeName), { force: true });
}

async function pathOf(session: SessionPlace, placeName: string): Promise<string> {
  const name = createHash("sha256").update(placeName).digest("hex").slice(0, 32);
  return join(await sessionFolder(session), `vault-${name}`);
}

/** A small process of the system's shell ends it even when no Candor runs by then. */
function endWhenIdle(path: string, idleMs: number): void {
  const watch =
    'while [ -f "$1" ]; do sleep 20 || exit; if [ -n "$(find "$1" -mmin "+$2" 2>/dev/null)" ]; then rm -f "$1"; fi; done';
  const minutes = String(Math.ceil(idleMs / 60_000));
  const child = spawn("/bin/sh", ["-c", watch, "candor-vault", path, minutes], { detached: true, stdio: "ignore" });
  // Without it the next Candor ends it.
  child.on("error", () => {});
  child.unref();
}
