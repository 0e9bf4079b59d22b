import { connectedPhone } from "../centre/change-facts.ts";
import { type ChangeRecord, changeRecords, placesToUndo } from "../centre/change-records.ts";
import { lostGrants } from "../centre/lost-grants.ts";
import { type Preinstalled, type PreinstalledApp, preinstalledOf } from "../centre/preinstalled.ts";
import { wayOf } from "../centre/preinstalled-choice.ts";
import { openPrivate, readOpenJournal } from "../centre/private-store.ts";
import { rescueName, rescueScript, rescueSteps } from "../centre/rescue.ts";
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
    const own = putAwayByCandor(records, flags.user).filter((each) => flags.all || names.includes(each.name));
    const others = foreignCalls(found, own, flags, names);
    if (typeof others === "string") return usage(this, others);
    if (own.length === 0 && others.length === 0) {
      this.process.stdout.write("There is nothing to bring back.\n");
      return exitCodes.fine;
    }
    const codes: number[] = [];
    const chosen = records.toReversed().flatMap((record) => {
      const places = own.filter(({ n }) => n === record.n).map(({ place }) => place);
      return places.length > 0 ? [{ record, places }] : [];
    });
    if (chosen.length > 0) {
      codes.push(await takeBackChosen(this, source, flags, phone, chosen));
      const changes = chosen.flatMap(({ record, places }) =>
        places.flatMap((place) => record.body.changes[place] ?? []),
      );
      const lost = flags.dryRun ? [] : await lostGrants(source, changes, this.signal);
      if (lost.length > 0)
        codes.push(await runChanges(this, source, lost, flags, { title: "Put lost permissions back" }));
    }
    if (others.length > 0) codes.push(await runChanges(this, source, others, flags, { title: "Bring apps back" }));
    return Math.max(...codes);
  });
}

/** Changes of the journal that put an app away and were not taken back. */
function putAwayByCandor(records: readonly ChangeRecord[], user: number | undefined) {
  return records.flatMap((record) => {
    if (record.body.do !== "apply") return [];
    return placesToUndo(record).flatMap(({ place }) => {
      const change = record.body.changes[place];
      if (!change || wayOf(change) === undefined) return [];
      const { user: of, package: name } = change.params;
      if (typeof name !== "string" || typeof of !== "number" || (user !== undefined && of !== user)) return [];
      return [{ n: record.n, place, name, user: of }];
    });
  });
}

/** Calls for apps that something else put away; a sentence where an app is not known. `--all` is only for what Candor put away. */
function foreignCalls(
  { apps, users }: Preinstalled,
  own: readonly { readonly name: string; readonly user: number }[],
  flags: RestoreFlags,
  names: readonly string[],
) {
  const unknown = names.filter(
    (name) => !apps.some((app) => app.name === name) && !own.some((each) => each.name === name),
  );
  if (unknown.length > 0)
    return `${unknown.map((name) => JSON.stringify(name)).join(", ")} did not come with this phone: candor preinstalled --all lists what did.`;
  const user = flags.user ?? users[0]?.id ?? 0;
  const isOwn = (name: string) => own.some((each) => each.name === name && each.user === user);
  const isAway = ({ states }: PreinstalledApp) => states.some((each) => each.user === user && each.state !== "in-use");
  return apps
    .filter((app) => names.includes(app.name) && !isOwn(app.name) && isAway(app))
    .map(({ name }) => ({ action: "restore-package", params: { user, package: name } }));
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
