import { readFile } from "node:fs/promises";
import { planChanges } from "../centre/changes.ts";
import { type Preinstalled, type PreinstalledApp, preinstalledOf, stateFor } from "../centre/preinstalled.ts";
import {
  awayCalls,
  type Preset,
  presetApps,
  readSelection,
  type Way,
  wayOf,
  writeSelection,
} from "../centre/preinstalled-choice.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import type { ActionCall } from "../core/action.ts";
import { FormatError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, runChanges, sayOn, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { unknownUser, usage } from "./preinstalled.ts";
import { levelOf, levelWords } from "./preinstalled-text.ts";

export interface RemoveFlags extends ChangeFlags {
  readonly user: number;
  readonly preset?: Preset;
  readonly selection?: string;
  readonly export?: string;
  /** `auto`: the first that this phone allows, asked about where it is not the gentlest. */
  readonly way: Way | "auto";
}

/** `candor preinstalled remove APP… | --preset P | --selection FILE`: puts apps away for a user, so that they can be brought back. */
export async function preinstalledRemove(
  this: Context,
  flags: RemoveFlags,
  ...names: readonly string[]
): Promise<void> {
  await withPhone(this, flags, async (source, progress) => {
    const found = await preinstalledOf(source, this);
    progress.end();
    const wrong = unknownUser(found, flags.user);
    if (wrong !== undefined) return usage(this, wrong);
    const chosen = await chosenNames(flags, names, found);
    if (typeof chosen === "string") return usage(this, chosen);
    if (flags.export !== undefined) {
      const about = flags.preset === undefined ? "" : `preset ${flags.preset} on ${found.model ?? "a phone"}`;
      await writeFileAtomic(flags.export, writeSelection(chosen, about));
    }
    return await putAway(this, source, found, chosen, flags);
  });
}

/** The apps that are meant, or a sentence on what is wrong with them. */
async function chosenNames(
  { preset, selection, user }: Pick<RemoveFlags, "preset" | "selection" | "user">,
  names: readonly string[],
  found: Preinstalled,
): Promise<readonly string[] | string> {
  if ([names.length > 0, preset !== undefined, selection !== undefined].filter(Boolean).length !== 1)
    return "Name apps, or a --preset, or a --selection: one of them.";
  if (preset !== undefined) return presetApps(found, preset, user).map(({ name }) => name);
  const wanted = selection === undefined ? names : await selected(selection);
  if (typeof wanted === "string") return wanted;
  const missing = wanted.filter((name) => !found.apps.some((app) => app.name === name));
  // A selection comes from another phone: what this one does not have is no mistake.
  if (selection === undefined && missing.length > 0)
    return `${missing.map((name) => JSON.stringify(name)).join(", ")} did not come with this phone: candor preinstalled --all lists what did.`;
  return [...new Set(wanted)].filter((name) => !missing.includes(name));
}

async function selected(path: string): Promise<readonly string[] | string> {
  try {
    return readSelection(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof FormatError) return `${path} cannot be read: ${error.message}`;
    if (error instanceof Error && "code" in error) return `${path} cannot be read: ${String(error.code)}`;
    throw error;
  }
}

async function putAway(
  context: Context,
  source: Source,
  found: Preinstalled,
  names: readonly string[],
  flags: RemoveFlags,
): Promise<number> {
  const say = sayOn(context, flags);
  const apps = found.apps.filter(({ name }) => names.includes(name));
  if (apps.length === 0) {
    say(["There is nothing to put away."]);
    return exitCodes.fine;
  }
  const { calls, notes } = await waysFor(context, source, names, flags);
  say([...losses(apps, found, names, flags.user), ...notes, ...expiry(found), ""]);
  const code = await runChanges(context, source, calls, flags, {
    title: "Put pre-installed apps away",
    ...(flags.preset !== undefined && { reason: `preset ${flags.preset}` }),
  });
  if (code === exitCodes.findings && flags.way === "auto" && flags.yes)
    context.process.stderr.write(
      "Without a question no other means is taken than disabling: --way uninstall or --way suspend names one.\n",
    );
  return code;
}

/**
 * For each app its way. `auto` takes the next rung where the phone is known to refuse one, says so, and leaves it to the question before anything is
 * done; where nobody is asked (--yes) it stays with the first.
 */
async function waysFor(
  context: Context,
  source: Source,
  names: readonly string[],
  { way, user, yes }: RemoveFlags,
): Promise<{ readonly calls: readonly ActionCall[]; readonly notes: readonly string[] }> {
  if (way !== "auto" || yes) return { calls: awayCalls(names, user, way === "auto" ? "disable" : way), notes: [] };
  const rungs = new Map<Way, Set<string>>();
  let calls = awayCalls(names, user, "disable");
  for (let tries = 0; tries < 2; tries++) {
    const { plannings } = await planChanges(source, calls, { signal: context.signal });
    calls = plannings.map(({ call, planning }) => {
      const next = planning.state === "refused" ? planning.next : undefined;
      const nextWay = next && wayOf(next);
      if (!next || nextWay === undefined || planning.state !== "refused") return call;
      rungs.set(nextWay, (rungs.get(nextWay) ?? new Set()).add(planning.refused));
      return next;
    });
  }
  const words = {
    disable: "",
    uninstall: "uninstalled for the user instead, with their data kept; their files stay on the system partition",
    suspend:
      "suspended instead: they stay, cannot be opened, and may still run and use the network (candor network off APP cuts that)",
  } as const;
  const taken = new Set(calls.map(wayOf));
  const notes = [...rungs]
    .filter(([rung]) => taken.has(rung))
    .map(([rung, reasons]) => `${[...reasons].join(" ")} Those apps would be ${words[rung]}.`);
  return { calls, notes: notes.length > 0 ? ["", ...notes] : [] };
}

/** What is lost with the apps, what needs them, and what Candor does not know. */
function losses(
  apps: readonly PreinstalledApp[],
  found: Preinstalled,
  names: readonly string[],
  user: number,
): readonly string[] {
  const rows = apps
    .filter((app) => stateFor(app, user) !== "absent")
    .map((app) => {
      const { listed, name } = app;
      const what = listed ? `It ${listed.does}. Without it: ${listed.cost}` : "Candor does not know it.";
      return `  ${levelWords[levelOf(app)]}  ${plainText(name)}: ${what}`;
    });
  const needing = apps.flatMap(({ name, neededBy }) =>
    neededBy
      .filter((other) => !names.includes(other))
      .map((other) => `  ! ${plainText(name)} is needed by ${plainText(other)}, which stays.`),
  );
  const warned = apps
    .filter(({ uad }) => uad?.removal === "Unsafe")
    .map(
      ({ name }) =>
        `  ! ${plainText(name)}: the Universal Android Debloater's list says that phones have not started without it.`,
    );
  const shown = rows.slice(0, 60);
  const more = rows.length > shown.length ? [`  … and ${rows.length - shown.length} more`] : [];
  const unsure = apps.filter((app) => ["expert", "unlisted"].includes(levelOf(app))).length;
  return [
    `What this would put away on ${plainText(found.model ?? "this phone")} for user ${user}:`,
    ...shown,
    ...more,
    ...needing,
    ...warned,
    ...(unsure > 0
      ? [
          `  ! Of ${unsure} of them nobody can say that the phone starts without them. Do those one by one, and restart in between.`,
        ]
      : []),
  ];
}

/** A phone that does not start any more can only be helped by a computer that it still knows. */
function expiry({ forgetsAfterDays }: Preinstalled): readonly string[] {
  if (forgetsAfterDays === null || forgetsAfterDays === undefined) return [];
  const days = Math.max(1, Math.round(forgetsAfterDays));
  return [
    "",
    `The phone forgets this computer after ${days} ${days === 1 ? "day" : "days"} without a connection. If it does not start then, nothing can be mended from here.`,
    "Restart it soon, while it is connected; or switch on “Disable ADB authorisation time-out” in the developer options until you have.",
  ];
}
