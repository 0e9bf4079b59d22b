import { connectedPhone } from "../centre/change-facts.ts";
import { changeRecords } from "../centre/change-records.ts";
import { lostGrants } from "../centre/lost-grants.ts";
import { preinstalledOf } from "../centre/preinstalled.ts";
import { openPrivate, readOpenJournal } from "../centre/private-store.ts";
import { rescueName, rescueScript, rescueSteps } from "../centre/rescue.ts";
import { changesOf, planRestore } from "../centre/restore.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { type ChangeFlags, runChanges, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { usage } from "./preinstalled.ts";
import { takeBackChosen } from "./undo.ts";

export interface RestoreFlags extends ChangeFlags {
  readonly user?: number;
  readonly all: boolean;
}

/**
 * `candor restore APP… | --all`: brings apps back. What Candor put away becomes exactly what it was; what anything else put away is installed,
 * enabled and no longer suspended.
 */
export async function restore(this: Context, flags: RestoreFlags, ...names: readonly string[]): Promise<void> {
  await withPhone(this, flags, async (source, progress) => {
    if (flags.all === names.length > 0) return usage(this, "Name apps, or say --all.");
    const found = await preinstalledOf(source, this);
    const phone = await connectedPhone(source, this.signal);
    progress.end();
    const { entries } = await readOpenJournal(this);
    const records = changeRecords(entries).filter(({ body }) => body.phone.serial === phone.serial);
    const { own, others, unknown } = planRestore(found, records, {
      packages: flags.all ? null : names,
      user: flags.user,
    });
    if (unknown.length > 0)
      return usage(
        this,
        `${unknown.map((name) => JSON.stringify(name)).join(", ")} did not come with this phone: candor preinstalled --all lists what did.`,
      );
    if (own.length === 0 && others.length === 0) {
      this.process.stdout.write("There is nothing to bring back.\n");
      return exitCodes.fine;
    }
    const codes: number[] = [];
    if (own.length > 0) {
      codes.push(await takeBackChosen(this, source, flags, phone, own));
      const lost = flags.dryRun ? [] : await lostGrants(source, changesOf(own), this.signal);
      if (lost.length > 0)
        codes.push(await runChanges(this, source, lost, flags, { title: "Put lost permissions back" }));
    }
    if (others.length > 0) codes.push(await runChanges(this, source, others, flags, { title: "Bring apps back" }));
    return Math.max(...codes);
  });
}

export interface RescueFlags extends ChangeFlags {
  readonly out?: string;
  /** Do what the script does, through the journal. */
  readonly run: boolean;
}

/** `candor rescue`: writes the script that puts everything back with nothing but adb, or prints it; or does at once what it does. */
export async function rescue(this: Context, flags: RescueFlags): Promise<void> {
  if (flags.run) return await restore.call(this, { ...flags, all: true });
  await withPhone(this, flags, async (source, progress) => {
    const phone = await connectedPhone(source, this.signal);
    progress.end();
    const { entries } = await readOpenJournal(this);
    const steps = rescueSteps(changeRecords(entries), phone);
    const script = rescueScript(steps, phone, new Date(this.now()));
    if (flags.out === undefined || flags.out === "-") this.process.stdout.write(script);
    else {
      await writeFileAtomic(flags.out, script);
      this.process.stderr.write(`${steps.length} apps: run it with sh ${flags.out}\n`);
    }
    await (await openPrivate(this)).write(rescueName(phone), script);
    return exitCodes.fine;
  });
}
