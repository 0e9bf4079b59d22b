import { connectedPhone } from "../centre/change-facts.ts";
import { changeRecords } from "../centre/change-records.ts";
import { openScreen } from "../centre/guide.ts";
import { type HiddenApp, type HidingWay, hiddenApps, hidingCalls, hidingReason } from "../centre/hidden-apps.ts";
import { readOpenJournal } from "../centre/private-store.ts";
import { rescueScript, rescueSteps } from "../centre/rescue.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { FormatError, VaultError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, runChanges, sayOn, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { unlocked } from "./passphrase.ts";
import type { PassphraseFlags } from "./passphrase-flags.ts";
import { takeBackChosen } from "./undo.ts";

export interface HideFlags extends ChangeFlags, PassphraseFlags {
  readonly way: HidingWay;
  readonly user: number;
  readonly emergency?: string;
  readonly vendor: boolean;
}

/** What hiding is worth and what not, by its way. */
const honestly: Readonly<Record<HidingWay, readonly string[]>> = {
  disable: [
    "What this protects from: somebody who looks through the phone. The apps are gone from the home screen and do not run; their data stays.",
    "What it does not: it encrypts nothing. The phone's settings list disabled apps and can enable them, a shop may still name them as",
    "installed, and any computer that the phone allows can bring them back. Alarms, widgets and accounts of these apps may be lost.",
  ],
  suspend: [
    "What this protects from: somebody who tries to open the apps. Their icons stay, grey; they show no notifications and cannot be opened.",
    "What it does not: it encrypts nothing, the apps are still to be seen, may go on running and use the network, and any computer that the",
    "phone allows can bring them back.",
  ],
};

/** `candor hide PACKAGE…`: puts apps out of sight; which ones is sealed with the privacy password. */
export async function hide(this: Context, flags: HideFlags, ...packages: readonly string[]): Promise<void> {
  if (flags.vendor) return await openVendorScreen(this, flags);
  if (packages.length === 0) {
    this.process.exitCode = usage(this, "Name the packages to hide: candor apps lists them.");
    return;
  }
  await withPhone(this, flags, async (source, progress) => {
    progress.end();
    if (!flags.dryRun && (await unlocked(this, flags)) === "plain")
      throw new VaultError(
        "refused",
        "No privacy password is set, so anybody at this computer could read which apps are hidden.",
        "Set one first: candor lock set",
      );
    const say = sayOn(this, flags);
    say([...honestly[flags.way], ""]);
    const calls = hidingCalls(packages, flags.user, flags.way);
    try {
      const code = await runChanges(this, source, calls, flags, { title: "Hide apps", reason: hidingReason });
      if (flags.emergency !== undefined && !flags.dryRun) say(await emergency(this, source, flags.emergency));
      if (code === exitCodes.findings && flags.way === "disable")
        say(["", "What this phone does not let be disabled it may let be suspended, which hides less: --way suspend"]);
      return code;
    } catch (error) {
      // A name that no package can have.
      if (error instanceof FormatError)
        return usage(this, `${plainText(error.message)}. candor apps lists the packages.`);
      throw error;
    }
  });
}

/** `candor hidden`: the apps that are hidden, on all phones. */
export async function hidden(this: Context, flags: PassphraseFlags & { readonly json: boolean }): Promise<void> {
  try {
    await unlocked(this, flags);
    const apps = hiddenApps((await readOpenJournal(this)).entries);
    const lines = apps.length === 0 ? ["Candor hid no apps."] : listed(apps);
    const document = { schema: "candor.hidden/1", apps };
    this.process.stdout.write(flags.json ? `${JSON.stringify(document, null, 1)}\n` : `${lines.join("\n")}\n`);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

export interface UnhideFlags extends ChangeFlags, PassphraseFlags {
  readonly all: boolean;
}

/** `candor unhide [PACKAGE… | --all]`: brings hidden apps back to exactly what they were. */
export async function unhide(this: Context, flags: UnhideFlags, ...packages: readonly string[]): Promise<void> {
  if (flags.all === packages.length > 0) {
    this.process.exitCode = usage(this, "Name packages, or say --all.");
    return;
  }
  await withPhone(this, flags, async (source, progress) => {
    progress.end();
    await unlocked(this, flags);
    const phone = await connectedPhone(source, this.signal);
    const { entries } = await readOpenJournal(this);
    const apps = hiddenApps(entries, phone.serial);
    const missing = packages.filter((name) => !apps.some((app) => app.package === name));
    if (missing.length > 0)
      return usage(
        this,
        `Candor did not hide ${missing.map((name) => plainText(name)).join(", ")} on this phone; see: candor hidden`,
      );
    const wanted = apps.filter((app) => flags.all || packages.includes(app.package));
    if (wanted.length === 0) {
      sayOn(this, flags)(["Candor hid no apps on this phone."]);
      return exitCodes.fine;
    }
    const records = changeRecords(entries);
    const chosen = [...new Set(wanted.map(({ entry }) => entry))]
      .sort((a, b) => b - a)
      .flatMap((entry) => {
        const record = records.find(({ n }) => n === entry);
        const places = wanted.filter((app) => app.entry === entry).map(({ place }) => place);
        return record ? [{ record, places: record.results === null ? undefined : places }] : [];
      });
    return await takeBackChosen(this, source, flags, phone, chosen);
  });
}

/** Writes where the person wants it what brings the apps back without Candor. Gives what to say. */
async function emergency(context: Context, source: Source, file: string): Promise<readonly string[]> {
  const phone = await connectedPhone(source, context.signal);
  const { entries } = await readOpenJournal(context);
  const steps = rescueSteps(changeRecords(entries), phone);
  await writeFileAtomic(file, rescueScript(steps, phone, new Date(context.now())));
  return [
    "",
    `${file} brings them back with nothing but adb, and anybody can read in it what is hidden. Keep it where nobody else looks.`,
  ];
}

function listed(apps: readonly HiddenApp[]): readonly string[] {
  const words = { disable: "disabled", suspend: "suspended" } as const;
  return apps.map(({ package: name, user, way, since, phone }) => {
    const where = `${plainText(phone.model ?? "unknown model")} (${plainText(phone.serial)})`;
    return `${plainText(name)}  ${words[way]} since ${since.slice(0, 10)}, user ${user}, on ${where}`;
  });
}

/** Xiaomi's own app lock and hidden apps: kept by the phone, behind its own password. */
async function openVendorScreen(context: Context, flags: HideFlags): Promise<void> {
  await withPhone(context, flags, async (source, progress) => {
    const opened = await openScreen(source, "xiaomi-app-lock", { user: flags.user, signal: context.signal });
    progress.end();
    const lines = [
      opened.state === "opened" ? `Opened on the phone: ${plainText(opened.title)}.` : plainText(opened.reason),
      `The way there by hand: ${plainText(opened.way)}`,
      "The phone's own hiding needs no computer and asks for a password of its own. Candor can neither see nor change what is hidden there.",
    ];
    context.process.stdout.write(`${lines.join("\n")}\n`);
    return opened.state === "opened" ? exitCodes.fine : exitCodes.findings;
  });
}

function usage(context: Context, sentence: string): number {
  context.process.stderr.write(`${sentence}\n`);
  return exitCodes.usage;
}
