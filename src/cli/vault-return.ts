import { openLink } from "../centre/phone-link.ts";
import { vaultName } from "../centre/vault-desk.ts";
import { planReturn, type ReturnOutcome, type ReturnPlan, returnToPhone } from "../centre/vault-return.ts";
import { roomFor, takenNames, tightRooms, type VolumeRoom } from "../centre/vault-return-look.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { inSize } from "./vault-progress.ts";
import { agreed, count, leftLines, onVault, print, type VaultWork } from "./vault-run.ts";

interface ReturnFlags extends VaultFlags, SourceFlags {
  readonly from?: string;
  readonly include?: readonly string[];
  readonly into?: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

/** `candor vault return [SNAPSHOT]`. */
export async function vaultReturn(this: Context, flags: ReturnFlags, name: string): Promise<void> {
  await onVault(this, flags, async (vault, tools) => {
    const { desk, reporter } = tools;
    const plan = await planReturn(desk, vault, name, flags);
    const document = { schema: "candor.vault-return/1", vault: vaultName(vault), snapshot: plan.snapshot.id };
    const nothing = { returned: 0, same: 0, bytes: 0 };
    if (plan.files.length === 0 || flags.dryRun) {
      const planned = { ...document, dryRun: flags.dryRun, files: plan.files.length, ...nothing, left: plan.left };
      print(this, flags.json, planned, [...planLines(plan), ...leftLines(plan.left)]);
      return plan.files.length === 0 ? exitCodes.findings : exitCodes.fine;
    }
    if (!flags.json) this.process.stderr.write(`${planLines(plan).join("\n")}\n`);
    const yes = flags.yes || (flags.json ? null : await agreed(this, "Put them on the phone?"));
    if (yes !== true) {
      this.process.stderr.write(
        yes === null ? "Nothing was sent: there is nobody to ask. Say --yes to agree.\n" : "Nothing was sent.\n",
      );
      return yes === null ? exitCodes.usage : exitCodes.findings;
    }
    const link = await linkOf(this, flags, tools);
    try {
      const taken = await takenNames(link, plan, { signal: desk.signal, onLooked: () => undefined });
      const rooms = await roomFor(link, plan, taken, desk.signal);
      for (const room of tightRooms(rooms)) reporter.say(roomLine(room));
      const outcome = await returnToPhone(desk, vault, link, plan, ({ files, bytes, path }) =>
        reporter.step({ doing: "sending", files, ofFiles: plan.files.length, bytes, ofBytes: plan.bytes, path }),
      );
      reporter.end();
      const { returned, same, bytes, left } = outcome;
      const done = { returned: returned.length, same: same.length, bytes, left };
      print(
        this,
        flags.json,
        { ...document, dryRun: false, files: plan.files.length, ...done },
        returnedLines(outcome),
      );
      return left.length === 0 ? exitCodes.fine : exitCodes.findings;
    } finally {
      await link.close();
    }
  });
}

/** Connects to the phone that the flags name. */
export async function linkOf(
  context: Context,
  flags: SourceFlags & { readonly from?: string },
  { desk, reporter }: VaultWork,
) {
  const prompts = { ...progressOn(context.process.stderr, "none"), say: (sentence: string) => reporter.say(sentence) };
  const choice = { input: flags.from, serial: flags.serial, address: flags.address };
  return await openLink({
    open: () => open(context, choice, prompts),
    signal: desk.signal,
    onGone: (sentence) => reporter.say(sentence),
  });
}

function planLines({ snapshot, files, bytes }: ReturnPlan): readonly string[] {
  const id = snapshot.id.slice(0, 8);
  if (files.length === 0) return [`Snapshot ${id} has nothing that can be put on the phone.`];
  const shown = files.slice(0, 5).map(({ to }) => `  ${plainText(to)}`);
  const more = files.length > shown.length ? [`  and ${files.length - shown.length} more`] : [];
  return [
    `Of snapshot ${id}, ${count(files.length, "file")}, ${inSize(bytes)}, to the phone:`,
    ...shown,
    ...more,
    "Nothing that lies there is replaced.",
  ];
}

function roomLine({ volume, needs, free }: VolumeRoom): string {
  return free === null
    ? `The phone did not say how much room ${volume} has; what does not fit is left out, and told.`
    : `${volume} has ${inSize(free)} of room, and these files take ${inSize(needs)}; what does not fit is left out, and told.`;
}

function returnedLines({ returned, same, bytes, left }: ReturnOutcome): readonly string[] {
  return [
    `${count(returned.length, "file")}, ${inSize(bytes)}, put on the phone; the phone read each to its last byte, and it is that of the vault.`,
    ...(same.length > 0 ? [`${count(same.length, "file")} lay there already, the same.`] : []),
    ...leftLines(left),
  ];
}
