import { type SwitchedSensor, switchedSensors } from "../centre/access-names.ts";
import { readFacts } from "../centre/examine.ts";
import {
  networkCalls,
  networkFacts,
  networkLimits,
  sensorCalls,
  sensorFacts,
  sensorSwitches,
} from "../centre/limits.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, runChanges, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import type { SourceFlags } from "./source-flags.ts";

/** Flags of the commands that only look. */
export interface LimitFlags extends SourceFlags {
  readonly json: boolean;
}

/** Flags of those that change something. */
export interface LimitChangeFlags extends ChangeFlags {
  readonly user?: number;
}

/** `candor sensors [SOURCE]`: whether camera and microphone are switched off for all apps. */
export async function sensors(this: Context, flags: LimitFlags, input?: string): Promise<void> {
  await withPhone(
    this,
    flags,
    async (source, progress) => {
      const { signal } = this;
      const snapshot = await readFacts(source, { signal, onProgress: (step) => progress.step(step) }, sensorFacts);
      progress.end();
      const seen = sensorSwitches(snapshot);
      const { stdout } = this.process;
      if (flags.json) stdout.write(`${JSON.stringify({ schema: "candor.sensors/1", ...seen }, null, 1)}\n`);
      else if (seen.state === "unknown") stdout.write(`It could not be read: ${plainText(seen.reason)}\n`);
      else if (seen.value === null) stdout.write("Before Android 12 no switch turns off a sensor for all apps.\n");
      else
        for (const { user, camera, microphone } of seen.value)
          stdout.write(`User ${user}: camera ${word(camera)}, microphone ${word(microphone)}\n`);
      return seen.state === "read" ? exitCodes.fine : exitCodes.unreadable;
    },
    input,
  );
}

function word(off: boolean): string {
  return off ? "off for all apps" : "on (each app as it is allowed)";
}

/** `candor sensors off camera|microphone…`. */
export async function sensorsOff(
  this: Context,
  flags: LimitChangeFlags,
  ...chosen: readonly SwitchedSensor[]
): Promise<void> {
  await switchSensors(this, flags, chosen, true);
}

/** `candor sensors on camera|microphone…`. */
export async function sensorsOn(
  this: Context,
  flags: LimitChangeFlags,
  ...chosen: readonly SwitchedSensor[]
): Promise<void> {
  await switchSensors(this, flags, chosen, false);
}

async function switchSensors(
  context: Context,
  flags: LimitChangeFlags,
  chosen: readonly SwitchedSensor[],
  off: boolean,
): Promise<void> {
  await withPhone(context, flags, async (source, progress) => {
    const snapshot = await readFacts(source, { signal: context.signal }, sensorFacts);
    progress.end();
    const calls = sensorCalls(snapshot, chosen.length === 0 ? switchedSensors : chosen, off, flags.user);
    return await runChanges(context, source, calls, flags, {
      title: `Switch sensors ${off ? "off" : "on"} for all apps`,
      reason: "sensors",
    });
  });
}

/** `candor network [SOURCE]`: apps whose network was limited. */
export async function network(this: Context, flags: LimitFlags, input?: string): Promise<void> {
  await withPhone(
    this,
    flags,
    async (source, progress) => {
      const { signal } = this;
      const snapshot = await readFacts(source, { signal, onProgress: (step) => progress.step(step) }, networkFacts);
      progress.end();
      const seen = networkLimits(snapshot);
      const { stdout } = this.process;
      if (flags.json) stdout.write(`${JSON.stringify({ schema: "candor.network/1", ...seen }, null, 1)}\n`);
      else stdout.write(`${networkLines(seen).join("\n")}\n`);
      return seen.cut.state === "read" && seen.background.state === "read" ? exitCodes.fine : exitCodes.unreadable;
    },
    input,
  );
}

function networkLines({ cut, background }: ReturnType<typeof networkLimits>): readonly string[] {
  const lines: string[] = [];
  if (cut.state === "unknown") lines.push(`Whether apps are cut off from networks could not be read: ${cut.reason}`);
  else if (cut.value === null) lines.push("Before Android 13 a computer cannot cut apps off from every network.");
  else if (cut.value.denied.length === 0) lines.push("No app is cut off from networks.");
  else {
    lines.push(
      cut.value.on
        ? "Cut off from every network, until the phone restarts:"
        : "Rules that do not count, because they are switched off:",
    );
    lines.push(...cut.value.denied.map((name) => `  ${name}`));
  }
  if (background.state === "unknown") lines.push(`Data in the background could not be read: ${background.reason}`);
  else {
    const { saver, denied } = background.value;
    lines.push(
      denied.length === 0 ? "No app is denied mobile data in the background." : "No mobile data in the background:",
    );
    lines.push(...denied.map((each) => `  ${each.package}${each.user === 0 ? "" : ` (user ${each.user})`}`));
    if (saver) lines.push("Data saver is on: other apps have none either, but those that it spares.");
  }
  return lines.map((line) => plainText(line));
}

/** Flags of `candor network off|on`. */
export interface NetworkChangeFlags extends LimitChangeFlags {
  readonly background: boolean;
}

/** `candor network off APP…`. */
export async function networkOff(this: Context, flags: NetworkChangeFlags, ...apps: readonly string[]): Promise<void> {
  await limitNetwork(this, flags, apps, false);
}

/** `candor network on APP…`. */
export async function networkOn(this: Context, flags: NetworkChangeFlags, ...apps: readonly string[]): Promise<void> {
  await limitNetwork(this, flags, apps, true);
}

async function limitNetwork(
  context: Context,
  flags: NetworkChangeFlags,
  apps: readonly string[],
  on: boolean,
): Promise<void> {
  const { stderr } = context.process;
  const wrong = apps.find((name) => !/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/.test(name));
  if (apps.length === 0 || wrong !== undefined) {
    stderr.write(wrong === undefined ? "Name the apps.\n" : `${JSON.stringify(wrong)} is no package name.\n`);
    context.process.exitCode = exitCodes.usage;
    return;
  }
  const calls = networkCalls(apps, on, flags.background, flags.user ?? 0);
  if (!on && !flags.background && !flags.json)
    stderr.write("It holds for all users, and until the phone restarts: Android forgets it then.\n");
  await withPhone(context, flags, async (source, progress) => {
    progress.end();
    return await runChanges(context, source, calls, flags, {
      title: on ? "Let apps use networks again" : "Cut apps off from networks",
      reason: "network",
    });
  });
}
