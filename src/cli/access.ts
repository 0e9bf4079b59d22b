import { type AccessKind, accessKind, accessKinds } from "../centre/access-kinds.ts";
import { connectedPhone } from "../centre/change-facts.ts";
import { changeRecords } from "../centre/change-records.ts";
import { readFacts } from "../centre/examine.ts";
import { permissionGroups } from "../centre/permission-words.ts";
import { readOpenJournal } from "../centre/private-store.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import { factsOfAccess, specialAccess, withdrawals, withdrawnBefore } from "../centre/special-access.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { accessLines, kindLines, noticed } from "./access-text.ts";
import { type ChangeFlags, runChanges, withPhone } from "./change-run.ts";
import { type Context, exitCodes, tableColumns } from "./context.ts";
import { failure } from "./failure.ts";
import { type Progress, progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";
import { takeBackChosen } from "./undo.ts";

/** Flags of `candor access`. */
export interface AccessFlags extends SourceFlags {
  readonly json: boolean;
  readonly all: boolean;
  readonly user?: number;
}

/** Flags of its commands that change something. */
export interface AccessChangeFlags extends ChangeFlags {
  readonly user?: number;
}

/** Flags of `candor access withdraw`. */
export interface AccessWithdrawFlags extends AccessChangeFlags {
  readonly to?: string;
}

/** `candor access [KIND] [SOURCE]`: who may do what beyond permissions. */
export async function access(this: Context, flags: AccessFlags, first?: string, second?: string): Promise<void> {
  // A source may stand alone: no kind is called like a file.
  const named = first === undefined ? undefined : accessKind(first);
  const input = named === undefined && second === undefined ? first : second;
  // With the phone named by a flag, or by a second word, the first one can only be a kind.
  const elsewhere = second !== undefined || flags.address !== undefined || flags.serial !== undefined;
  if (first !== undefined && elsewhere && named === undefined) {
    this.process.exitCode = noSuchKind(this, first);
    return;
  }
  const progress = progressOn(this.process.stderr, flags.progress);
  try {
    const snapshot = await snapshotOf(this, flags, input, progress);
    progress.end();
    print(this, flags, snapshot, named);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    progress.end();
    this.process.exitCode = failure(this, error);
  }
}

/** `candor access withdraw KIND APP…`: takes a kind of access from apps. */
export async function accessWithdraw(
  this: Context,
  flags: AccessWithdrawFlags,
  ...words: readonly string[]
): Promise<void> {
  const [id = "", ...apps] = words;
  const kind = accessKind(id);
  if (!kind || apps.length === 0) {
    if (kind) this.process.stderr.write("Name the apps: candor access withdraw KIND APP…\n");
    this.process.exitCode = kind ? exitCodes.usage : noSuchKind(this, id);
    return;
  }
  if (flags.to !== undefined && kind.id !== "default-apps") {
    this.process.stderr.write("--to names the next default app: it goes with default-apps alone.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  await withPhone(this, flags, async (source, progress) => {
    const seen = specialAccess(await read(source, this, progress)).find((each) => each.kind === kind);
    progress.end();
    const { stderr } = this.process;
    if (seen?.state !== "read") {
      stderr.write(
        `${plainText(seen ? `It could not be read: ${seen.reason}` : "Only phones of Xiaomi have this.")}\n`,
      );
      return exitCodes.unreadable;
    }
    const { calls, without, byHand } = withdrawals(seen.holders, apps, {
      user: flags.user ?? null,
      to: flags.to ?? null,
    });
    for (const app of without) stderr.write(`${plainText(app)} does not have it.\n`);
    for (const app of byHand)
      stderr.write(`${plainText(app)}: only you can, on the phone. “candor guide ${kind.screen}” opens the screen.\n`);
    if (calls.length === 0) return without.length === apps.length ? exitCodes.usage : exitCodes.findings;
    if (kind.watched && !flags.json) stderr.write(`${noticed}\n`);
    return await runChanges(this, source, calls, flags, {
      title: "Withdraw special access",
      reason: `access: ${kind.id}`,
    });
  });
}

/** `candor access restore [KIND] [APP…]`: gives back what Candor took, exactly as it was. */
export async function accessRestore(
  this: Context,
  flags: AccessChangeFlags,
  ...words: readonly string[]
): Promise<void> {
  const [first = ""] = words;
  const kind = accessKind(first);
  const apps = kind ? words.slice(1) : words;
  await withPhone(this, flags, async (source) => {
    const phone = await connectedPhone(source, this.signal);
    const records = changeRecords((await readOpenJournal(this)).entries);
    const places = withdrawnBefore(records, phone.serial, kind, apps, flags.user ?? null);
    if (places.size === 0) {
      this.process.stderr.write("Candor took nothing of this that could be given back.\n");
      return exitCodes.usage;
    }
    const chosen = records
      .toReversed()
      .flatMap((record) => (places.has(record.n) ? [{ record, places: places.get(record.n) }] : []));
    return await takeBackChosen(this, source, flags, phone, chosen);
  });
}

async function snapshotOf(
  context: Context,
  flags: AccessFlags,
  input: string | undefined,
  progress: Progress,
): Promise<Snapshot> {
  const saved = input === undefined ? undefined : await readSnapshot(input);
  if (saved) return saved;
  const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
  try {
    return await read(source, context, progress);
  } finally {
    await source.close();
  }
}

async function read(source: Source, { signal }: Context, progress: Progress): Promise<Snapshot> {
  return await readFacts(source, { signal, onProgress: (step) => progress.step(step) }, factsOfAccess);
}

function print(context: Context, flags: AccessFlags, snapshot: Snapshot, kind: AccessKind | undefined): void {
  const { stdout } = context.process;
  const seen = specialAccess(snapshot)
    .filter((each) => kind === undefined || each.kind === kind)
    .map((each) =>
      each.state === "read" && flags.user !== undefined
        ? { ...each, holders: each.holders.filter(({ user }) => user === null || user === flags.user) }
        : each,
    );
  if (flags.json) {
    const kinds = seen.map(({ kind: { id, may, why, screen, usual }, ...rest }) => ({
      ...{ id, may, why, screen, usual: usual === true },
      ...rest,
    }));
    stdout.write(`${JSON.stringify({ schema: "candor.access/1", takenAt: snapshot.takenAt, kinds }, null, 1)}\n`);
    return;
  }
  const room = tableColumns(stdout);
  const [one] = seen;
  const lines =
    kind === undefined
      ? accessLines(seen, room)
      : one
        ? kindLines(one, { all: flags.all, room })
        : ["Only phones of Xiaomi have this."];
  stdout.write(`${lines.join("\n")}\n`);
}

function noSuchKind({ process: { stderr } }: Context, id: string): number {
  stderr.write(
    `There is no kind of access ${JSON.stringify(id)}. Kinds: ${accessKinds.map((each) => each.id).join(", ")}.\n`,
  );
  // What many would look for here.
  const group = permissionGroups.find((each) => each === id);
  if (group !== undefined) stderr.write(`It is a permission: candor permissions --permission ${group}\n`);
  return exitCodes.usage;
}
