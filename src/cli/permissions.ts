import { readFacts } from "../centre/examine.ts";
import {
  matrixFacts,
  type PermissionMatrix,
  type PermissionRow,
  permissionMatrix,
  unopenedFor,
} from "../centre/permission-matrix.ts";
import type { PermissionGroup } from "../centre/permission-words.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes, tableColumns } from "./context.ts";
import { failure } from "./failure.ts";
import { appLines, groupLines, matrixLines, permissionsCsv, reach } from "./permissions-table.ts";
import { type Progress, progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

/** Flags of `candor permissions`. */
export interface PermissionsFlags extends SourceFlags {
  readonly json: boolean;
  readonly csv: boolean;
  readonly all: boolean;
  readonly user?: number;
  readonly app?: readonly string[];
  readonly permission?: PermissionGroup;
  readonly unused?: number;
}

/** `candor permissions [SOURCE]`: who may use what, and when they last did. */
export async function permissions(this: Context, flags: PermissionsFlags, input?: string): Promise<void> {
  const progress = progressOn(this.process.stderr, flags.progress);
  try {
    const snapshot = await snapshotOf(this, flags, input, progress);
    progress.end();
    const taken = snapshot.takenAt === null ? this.now() : Date.parse(snapshot.takenAt);
    print(this, flags, permissionMatrix(snapshot), taken);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    progress.end();
    this.process.exitCode = failure(this, error);
  }
}

/** The matrix of a phone that is open. @throws DeviceError */
export async function matrixOf(
  source: Source,
  { signal }: Pick<Context, "signal">,
  progress: Progress,
): Promise<PermissionMatrix> {
  return permissionMatrix(await readFacts(source, { signal, onProgress: (step) => progress.step(step) }, matrixFacts));
}

async function snapshotOf(
  context: Context,
  flags: PermissionsFlags,
  input: string | undefined,
  progress: Progress,
): Promise<Snapshot> {
  const saved = input === undefined ? undefined : await readSnapshot(input);
  if (saved) return saved;
  const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
  try {
    const { signal } = context;
    return await readFacts(source, { signal, onProgress: (step) => progress.step(step) }, matrixFacts);
  } finally {
    await source.close();
  }
}

function print(context: Context, flags: PermissionsFlags, { rows, unread }: PermissionMatrix, now: number): void {
  const { stdout, stderr } = context.process;
  const { chosen, systemLeft, unopenedUnknown } = choose(rows, flags, now);
  if (flags.json) {
    const takenAt = new Date(now).toISOString();
    stdout.write(`${JSON.stringify({ schema: "candor.permissions/1", takenAt, unread, rows: chosen }, null, 1)}\n`);
    return;
  }
  if (flags.csv) {
    stdout.write(permissionsCsv(chosen, now));
    for (const sentence of unread) stderr.write(`${plainText(sentence)}\n`);
    return;
  }
  const room = tableColumns(stdout);
  const lines =
    flags.permission !== undefined
      ? groupLines(chosen, flags.permission, room, now)
      : flags.app !== undefined
        ? chosen.flatMap((row) => [...appLines(row, now), ""])
        : chosen.length === 0
          ? ["No app is listed."]
          : matrixLines(chosen, room, now);
  stdout.write(`${lines.map((line) => plainText(line, 2000)).join("\n")}\n`);
  const notes = [
    ...(systemLeft > 0 ? [`${systemLeft} apps that came with the phone are not listed (--all).`] : []),
    ...(unopenedUnknown > 0
      ? [`Of ${unopenedUnknown} more apps the phone does not tell since when they were not opened.`]
      : []),
    ...unread,
  ];
  if (notes.length > 0) stdout.write(`\n${notes.map((note) => plainText(note)).join("\n")}\n`);
}

function choose(rows: readonly PermissionRow[], flags: PermissionsFlags, now: number) {
  const named = rows.filter(
    ({ user, package: name }) =>
      (flags.user === undefined || user === flags.user) &&
      (flags.app === undefined || flags.app.some((part) => name.toLowerCase().includes(part.toLowerCase()))),
  );
  const withSystem = flags.all || flags.app !== undefined;
  const listed = named.filter(({ system }) => withSystem || !system);
  const days = flags.unused;
  const aged = listed.map((row) => ({ row, is: days === undefined || unopenedFor(row, days, now) }));
  const chosen = aged
    .flatMap(({ row, is }) => (is === true ? [row] : []))
    .sort((a, b) => reach(b) - reach(a) || a.package.localeCompare(b.package) || a.user - b.user);
  return {
    chosen,
    systemLeft: named.length - listed.length,
    unopenedUnknown: aged.filter(({ is }) => is === null).length,
  };
}
