import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { VaultError } from "../core/errors.ts";

/** What a lock file holds. */
interface Holder {
  readonly pid: number;
  readonly since: string;
  /** When the process began, where the system tells: another may have its number by now. */
  readonly began: string | null;
}

/**
 * Takes a lock file, so that two Candors do not change the same thing; gives what frees it. One whose process has ended is taken over.
 *
 * @throws VaultError `busy`
 */
export async function takeLock(path: string, since: Date): Promise<() => Promise<void>> {
  for (let tries = 0; tries < 3; tries++) {
    // Written first and then given its name: no other Candor ever sees it half written.
    const own = `${path}.${randomUUID()}`;
    try {
      const { pid } = process;
      const holder: Holder = { pid, since: since.toISOString(), began: await beginning(pid) };
      await writeFile(own, JSON.stringify(holder), { mode: 0o600 });
      await link(own, path);
      return async () => await rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      await rm(own, { force: true });
    }
    const holder = await holderOf(path);
    if (holder && (await isAlive(holder)))
      throw new VaultError(
        "busy",
        `Another Candor (process ${holder.pid}, since ${holder.since}) is making changes.`,
        "Wait until it has ended, or end it; then repeat this.",
      );
    await removeStale(path);
  }
  throw new VaultError("busy", "Another Candor is making changes.", "Wait until it has ended, then repeat this.");
}

/** Removes the lock of a process that has ended. Another Candor may do the same at this moment, and have its own there already. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    const holder = await holderOf(aside);
    if (holder && (await isAlive(holder))) await link(aside, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EEXIST")))
      throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** null where it is gone by now, or no lock of ours. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const { pid, since, began } = JSON.parse(await readFile(path, "utf8")) as Partial<Holder>;
    if (!Number.isInteger(pid) || Number(pid) <= 0) return null;
    return { pid: Number(pid), since: String(since), began: typeof began === "string" ? began : null };
  } catch {
    return null;
  }
}

async function isAlive({ pid, began }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = await beginning(pid);
  return began === null || now === null || began === now;
}

/** The 22nd field of proc_pid_stat(5), counted behind the name, which may hold anything; null where the system has no such file. */
async function beginning(pid: number): Promise<string | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "latin1");
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
