import { withWhatIsKept } from "../centre/attestation-source.ts";
import { readFacts, sawAnything } from "../centre/examine.ts";
import { listFacts } from "../centre/fact-list.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

export interface FactsFlags extends SourceFlags {
  readonly json: boolean;
}

/** `candor facts [SOURCE] [ID…]`: prints each fact as read, or why it could not be. */
export async function facts(this: Context, flags: FactsFlags, ...words: string[]): Promise<void> {
  const [input, ...ids] = words;
  try {
    const known = listFacts();
    const stranger = ids.find((id) => !known.some((fact) => fact.id === id));
    if (stranger !== undefined) {
      this.process.stderr.write(
        `There is no fact ${JSON.stringify(stranger)}. Facts: ${known.map((fact) => fact.id).join(", ")}\n`,
      );
      this.process.exitCode = exitCodes.usage;
      return;
    }
    const snapshot = await snapshotOf(this, flags, input, ids);
    if (flags.json) this.process.stdout.write(`${JSON.stringify(snapshot, null, 2)}\n`);
    else printFacts(this, snapshot);
    this.process.exitCode = sawAnything(snapshot) ? exitCodes.fine : exitCodes.unreadable;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

async function snapshotOf(context: Context, flags: FactsFlags, input: string | undefined, ids: readonly string[]) {
  const chosen = listFacts().filter((fact) => ids.length === 0 || ids.includes(fact.id));
  const saved = input === undefined ? undefined : await readSnapshot(input);
  if (saved) {
    const entries = Object.entries(saved.facts).filter(([id]) => ids.length === 0 || ids.includes(id));
    return { ...saved, facts: Object.fromEntries(entries) };
  }
  const progress = progressOn(context.process.stderr, flags.progress);
  const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
  try {
    const told = withWhatIsKept(source, context);
    return await readFacts(told, { signal: context.signal, onProgress: (step) => progress.step(step) }, chosen);
  } finally {
    progress.end();
    await source.close();
  }
}

/** Lines of a value shown for people; `--json` shows all. */
const shownLines = 12;

function printFacts(context: Context, snapshot: Snapshot): void {
  const { stdout } = context.process;
  for (const [id, fact] of Object.entries(snapshot.facts)) {
    if (fact.state === "unknown") {
      stdout.write(`${id}: unknown (${fact.code}): ${plainText(fact.reason)}\n`);
      continue;
    }
    const lines = (JSON.stringify(fact.value, null, 2) ?? "null").split("\n");
    stdout.write(`${id}  ← ${plainText(fact.from.join("; "))}\n`);
    for (const line of lines.slice(0, shownLines)) stdout.write(`  ${plainText(line)}\n`);
    if (lines.length > shownLines) stdout.write(`  … ${lines.length - shownLines} more lines (--json)\n`);
  }
}
