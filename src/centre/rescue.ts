import type { PlannedChange } from "../core/plan.ts";
import { commandLine } from "../core/source.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";
import { type ChangeRecord, changeRecords, type PhoneIdentity, placesToUndo } from "./change-records.ts";
import { wayOf } from "./preinstalled-choice.ts";
import { openPrivate, type PrivatePlace, type PrivateStore } from "./private-store.ts";

/** One app and the commands that bring it back. */
export interface RescueStep {
  readonly about: string;
  readonly commands: readonly (readonly string[])[];
}

/**
 * What brings back all apps that were put away on a phone: those of the journal that were not taken back, the last first, and before them those
 * that are about to be put away. Also what may have run of an interrupted plan.
 */
export function rescueSteps(
  records: readonly ChangeRecord[],
  phone: PhoneIdentity,
  planned: readonly PlannedChange[] = [],
): readonly RescueStep[] {
  const made = records
    .filter(({ body }) => body.do === "apply" && body.phone.serial === phone.serial)
    .reverse()
    .flatMap((record) =>
      placesToUndo(record).flatMap(({ place }) => {
        const change = record.body.changes[place];
        return change ? [change] : [];
      }),
    );
  return [...[...planned].reverse(), ...made]
    .filter((change) => wayOf(change) !== undefined)
    .map(({ about, steps }) => ({
      about: `Take back: ${about}`,
      commands: [...steps].reverse().flatMap(({ undo }) => undo ?? []),
    }));
}

/** A script for any POSIX shell that needs nothing but adb. What it takes back already changes nothing. */
export function rescueScript(steps: readonly RescueStep[], phone: PhoneIdentity, at: Date): string {
  const model = comment(phone.model ?? "the phone");
  const lines = steps.flatMap(({ about, commands }) => [
    "",
    `# ${comment(about)}`,
    ...commands.map((command) => `back ${quoted(commandLine(command))}`),
  ]);
  return [
    "#!/bin/sh",
    `# Brings back all apps that Candor put away on ${model} (${comment(phone.serial)}). Written ${at.toISOString()}.`,
    "# It needs adb (platform-tools) and nothing else: connect the phone, then run: sh this-file",
    "# The phone may be in a loop of restarts: the script waits until it answers.",
    "# With several phones connected: ANDROID_SERIAL=… sh this-file",
    "",
    `wanted=${quoted(phone.serial.replace(/[^\x20-\x7e]/g, "?"))}`,
    "adb wait-for-device",
    "found=$(adb shell getprop ro.serialno </dev/null | tr -d '\\r\\n')",
    'if [ -n "$found" ] && [ "$found" != "$wanted" ] && [ "$ANY_PHONE" != 1 ]; then',
    '  echo "This is another phone ($found) than the one this was written for ($wanted). ANY_PHONE=1 does it all the same."',
    "  exit 2",
    "fi",
    "failed=0",
    "back() {",
    '  printf "%s\\n" "adb shell $1"',
    "  tries=0",
    "  while :; do",
    "    adb wait-for-device",
    '    said=$(adb shell "$1" 2>&1 </dev/null) && ok=1 || ok=0',
    '    [ -n "$said" ] && printf "%s\\n" "$said"',
    // The package service comes up some seconds after adb does.
    '    case "$said" in *"find service"*|*"error: "*|*"not running"*) ok=2 ;; *Failure*|*Exception*) ok=0 ;; esac',
    '    [ "$ok" = 1 ] && return',
    "    tries=$((tries + 1))",
    '    if [ "$ok" = 0 ] || [ "$tries" -ge 60 ]; then failed=$((failed + 1)); return; fi',
    "    sleep 2",
    "  done",
    "}",
    ...lines,
    "",
    'if [ "$failed" -gt 0 ]; then echo "$failed commands failed."; exit 1; fi',
    'echo "Everything was put back."',
    "",
  ].join("\n");
}

/** Where the script of a phone is kept among what Candor keeps. */
export function rescueName(phone: PhoneIdentity): string {
  return `rescue/rescue-${phone.serial.replace(/[^A-Za-z0-9.-]/g, "_").slice(0, 64)}.sh`;
}

/**
 * Keeps the script for all apps that are away and those that are about to be, before they are; sealed where a privacy password is set. Gives its path,
 * and null where no app is to be put away.
 */
export async function rescueFirst(
  place: PrivatePlace,
  entries: readonly JournalEntry[],
  { phone, changes }: { readonly phone: PhoneIdentity; readonly changes: readonly PlannedChange[] },
): Promise<string | null> {
  if (!changes.some((change) => wayOf(change) !== undefined)) return null;
  const script = rescueScript(rescueSteps(changeRecords(entries), phone, changes), phone, new Date(place.now()));
  return await keepRescue(await openPrivate(place), phone, script);
}

/** Keeps a script among what Candor keeps; sealed where a privacy password is set. Gives its path. */
export async function keepRescue(store: PrivateStore, phone: PhoneIdentity, script: string): Promise<string> {
  return await store.write(rescueName(phone), script);
}

/** One line without anything that could end it or the shell's patience: what a phone says is outside text. */
function comment(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 200);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
