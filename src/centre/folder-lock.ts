import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { VaultError } from "../core/errors.ts";

/** What a lock file holds. */
interface Holder {
  readonly pid: number;
  readonly since: string;
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
      await writeFile(own, JSON.stringify({ pid: process.pid, since: since.toISOString() } satisfies Holder), {
        mode: 0o600,
      });
      await link(own, path);
      return async () => await rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      await rm(own, { force: true });
    }
    const holder = await holderOf(path);
    if (holder && isAlive(holder.pid))
      throw new VaultError(
        "busy",
        `Another Candor (process ${holder.pid}, since ${holder.since}) is making changes.`,
        "Wait until it has ended, or end it; then repeat this.",
      );
    await rm(path, { force: true });
  }
  throw new VaultError("busy", "Another Candor is making changes.", "Wait until it has ended, then repeat this.");
}

/** null where it is gone by now, or no lock of ours. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const { pid, since } = JSON.parse(await readFile(path, "utf8")) as Partial<Holder>;
    return Number.isInteger(pid) && Number(pid) > 0 ? { pid: Number(pid), since: String(since) } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
