import { readFacts, sawAnything } from "../centre/examine.ts";
import { readFdroidIndex } from "../centre/fdroid-apps.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import { readUpdates, type Updates, updateFacts } from "../centre/updates.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { failure } from "./failure.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";
import { updateLines } from "./updates-text.ts";

export interface UpdatesFlags extends SourceFlags {
  readonly json: boolean;
  readonly fdroidIndex?: string;
}

/** `candor updates [SOURCE]`: which published fixes are missing, which of them are used in attacks, and what is newer. */
export async function updates(this: Context, flags: UpdatesFlags, input?: string): Promise<void> {
  const { stdout, stderr, env } = this.process;
  try {
    const index = flags.fdroidIndex === undefined ? undefined : await readFdroidIndex(flags.fdroidIndex);
    const snapshot = await snapshotOf(this, flags, input);
    if (!sawAnything(snapshot)) {
      stderr.write("Nothing could be read: the source tells nothing of updates.\n");
      this.process.exitCode = exitCodes.unreadable;
      return;
    }
    const found = await readUpdates(snapshot, this.dataFolder, index);
    if (flags.json) stdout.write(`${JSON.stringify(found, null, 1)}\n`);
    else stdout.write(`${updateLines(found, { width: columns(stdout), color: mayColor(stdout, env) }).join("\n")}\n`);
    this.process.exitCode = exitCode(found);
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

function exitCode({ fixes }: Updates): number {
  if (fixes === null) return exitCodes.unreadable;
  const { os, vendor } = fixes;
  if (os.missing.length + vendor.missing.length + os.exploited.length + vendor.exploited.length > 0)
    return exitCodes.findings;
  return os.level === null || os.unknown !== null ? exitCodes.unreadable : exitCodes.fine;
}

async function snapshotOf(context: Context, flags: UpdatesFlags, input: string | undefined): Promise<Snapshot> {
  const saved = input === undefined ? undefined : await readSnapshot(input);
  if (saved) return saved;
  const progress = progressOn(context.process.stderr, flags.progress);
  const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
  try {
    return await readFacts(source, { signal: context.signal, onProgress: (step) => progress.step(step) }, updateFacts);
  } finally {
    progress.end();
    await source.close();
  }
}
