import { type KeptChoice, keptChoices } from "../centre/choices.ts";
import { readJournalOf } from "../centre/private-store.ts";
import { VaultError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, runChanges, sayOn, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { minute } from "./journal-text.ts";

export interface DriftFlags extends ChangeFlags {
  readonly apply: boolean;
}

/** `candor drift`: what was chosen for the phone and came back, after an update or by somebody's hand; `--apply` makes it so again. */
export async function drift(this: Context, flags: DriftFlags): Promise<void> {
  await withPhone(this, flags, async (source) => {
    const { entries, damage } = await readJournalOf(this);
    if (damage !== null) this.process.stderr.write(`The journal is damaged. ${plainText(damage)}\n`);
    if (entries.some(({ head, body }) => (head.kind === "plan" || head.kind === "consent") && body === undefined))
      throw new VaultError("locked", "The journal is locked.", "Give the passphrase: candor unlock");
    const { phone, choices } = await keptChoices(source, entries, this.signal);
    const back = choices.filter(({ state }) => state === "came-back");
    const unknown = choices.filter(({ state }) => state === "unknown");
    const planning = flags.apply || flags.dryRun;
    if (flags.json && !(planning && back.length > 0)) {
      const document = { schema: "candor.drift/1", phone, choices };
      this.process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
    }
    sayOn(this, flags)(driftLines(choices, phone.model ?? "the phone", planning));
    const calls = back.map(({ action, params }) => ({ action, params }));
    if (planning && calls.length > 0) {
      const title = "Make again what came back";
      return await runChanges(this, source, calls, flags, { title, reason: title });
    }
    return back.length + unknown.length > 0 ? exitCodes.findings : exitCodes.fine;
  });
}

/** What came back, what is not known, and how much holds. */
export function driftLines(choices: readonly KeptChoice[], model: string, planning: boolean): readonly string[] {
  if (choices.length === 0) return ["Nothing was chosen for this phone with Candor on this computer."];
  const of = (state: KeptChoice["state"]) => choices.filter((each) => each.state === state);
  const back = of("came-back");
  const holds = of("holds").length;
  const all = choices.length === 1 ? "1 choice" : `${choices.length} choices`;
  const lines = [
    `${holds} of ${all} for ${plainText(model)} ${holds === 1 ? "holds" : "hold"}.`,
    ...listed("Came back:", back, "✗"),
    ...listed("Not told by the phone:", of("unknown"), "?"),
  ];
  const gone = of("moot").length;
  if (gone > 0) lines.push("", `${gone} ${gone === 1 ? "is" : "are"} about apps that are not there any more.`);
  const over = of("over");
  if (over.length > 0) lines.push(...listed("The app asked since, and was answered on the phone:", over, "–"));
  if (back.length > 0 && !planning) lines.push("", "Make it so again with: candor drift --apply");
  if (back.length > 0 && planning) lines.push("");
  return lines;
}

function listed(title: string, choices: readonly KeptChoice[], mark: string): readonly string[] {
  if (choices.length === 0) return [];
  return [
    "",
    title,
    ...choices.flatMap(({ about, at, entry, change, updated, reason }) => [
      `  ${mark} ${plainText(about)}`,
      `      chosen ${minute(at)} UTC, entry ${entry}/${change} of the journal${updated ? "; the system was updated since" : ""}`,
      ...(reason === null ? [] : [`      ${plainText(reason)}`]),
    ]),
  ];
}
