import { type Preinstalled, type PreinstalledApp, preinstalledOf, stateFor } from "../centre/preinstalled.ts";
import { withPhone } from "./change-run.ts";
import { type Context, exitCodes, mayColor, tableColumns } from "./context.ts";
import { preinstalledCsv, preinstalledPage, preinstalledTable } from "./preinstalled-text.ts";
import type { SourceFlags } from "./source-flags.ts";

export interface PreinstalledFlags extends SourceFlags {
  readonly user: number;
  readonly all: boolean;
  readonly json: boolean;
  readonly csv: boolean;
}

/** `candor preinstalled [SOURCE]`: what came with the phone, what it does, and what is lost without it. */
export async function preinstalled(this: Context, flags: PreinstalledFlags, input?: string): Promise<void> {
  const { stdout, env } = this.process;
  await withPhone(
    this,
    flags,
    async (source, progress) => {
      const found = await preinstalledOf(source, this);
      progress.end();
      const wrong = unknownUser(found, flags.user);
      if (wrong !== undefined) return usage(this, wrong);
      const view = { user: flags.user, all: flags.all };
      if (flags.json) stdout.write(`${JSON.stringify({ schema: "candor.preinstalled/1", ...found }, null, 1)}\n`);
      else if (flags.csv) stdout.write(preinstalledCsv(found.apps, flags.all ? undefined : flags.user));
      else stdout.write(preinstalledTable(found, view, { width: tableColumns(stdout), color: mayColor(stdout, env) }));
      return exitCodes.fine;
    },
    input,
  );
}

/** `candor preinstalled show APP [SOURCE]`: one app in full. */
export async function preinstalledShow(
  this: Context,
  flags: SourceFlags & { readonly json: boolean },
  name: string,
  input?: string,
): Promise<void> {
  await withPhone(
    this,
    flags,
    async (source, progress) => {
      const found = await preinstalledOf(source, this);
      progress.end();
      const app = found.apps.find((each) => each.name === name);
      if (!app)
        return usage(
          this,
          `${JSON.stringify(name)} did not come with this phone: candor preinstalled --all lists what did.`,
        );
      const document = { schema: "candor.preinstalled-app/1", ...app };
      this.process.stdout.write(flags.json ? `${JSON.stringify(document, null, 1)}\n` : preinstalledPage(found, app));
      return exitCodes.fine;
    },
    input,
  );
}

/** A sentence where the phone has no such user. */
export function unknownUser({ users }: Preinstalled, user: number): string | undefined {
  if (users.some(({ id }) => id === user)) return undefined;
  return `There is no user ${user} on this phone; there is ${users.map(({ id }) => id).join(", ")}.`;
}

/** Says what was wrong with a command, and gives its exit code. */
export function usage(context: Context, sentence: string): number {
  context.process.stderr.write(`${sentence}\n`);
  return exitCodes.usage;
}

/** Apps that a user has put away already, or never had. */
export function notInUse(apps: readonly PreinstalledApp[], user: number): readonly PreinstalledApp[] {
  return apps.filter((app) => stateFor(app, user) !== "in-use");
}
