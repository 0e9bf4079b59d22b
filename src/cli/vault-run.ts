import { type OpenVault, type VaultDesk, vaultDesk } from "../centre/vault-desk.ts";
import { openVault } from "../centre/vault-open.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { passphraseFrom } from "./passphrase.ts";
import type { progressStyles } from "./progress.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { type VaultReporter, vaultReporter } from "./vault-progress.ts";

/** What a command on a vault works with. */
export interface VaultWork {
  readonly desk: VaultDesk;
  readonly reporter: VaultReporter;
}

/** Runs a command that needs no open vault; says what goes wrong and sets the exit code. */
export async function onDesk(
  context: Context,
  flags: { readonly progress?: (typeof progressStyles)[number] },
  work: (work: VaultWork) => Promise<number>,
): Promise<void> {
  const reporter = vaultReporter(context.process.stderr, flags.progress ?? "none", context.now);
  try {
    const { dataFolder, now, signal } = context;
    const desk = vaultDesk({ dataFolder, now, signal, process: context.process, notice: (text) => reporter.say(text) });
    context.process.exitCode = await work({ desk, reporter });
  } catch (error) {
    reporter.end();
    context.process.exitCode = failure(context, error);
  } finally {
    reporter.end();
  }
}

/** Runs a command on an open vault, and closes it. */
export async function onVault(
  context: Context,
  flags: VaultFlags & { readonly progress?: (typeof progressStyles)[number] },
  work: (vault: OpenVault, work: VaultWork) => Promise<number>,
): Promise<void> {
  await onDesk(context, flags, async (tools) => {
    const vault = await openVault(tools.desk, flags, () => passphraseFrom(context, flags));
    try {
      return await work(vault, tools);
    } finally {
      await vault.place.close();
    }
  });
}

/** Lines for people, or one JSON document; bigints are written as numbers where they fit. */
export function print(context: Context, json: boolean, document: unknown, lines: readonly string[]): void {
  const { stdout } = context.process;
  if (json) stdout.write(`${JSON.stringify(document, plainNumbers, 1)}\n`);
  else if (lines.length > 0) stdout.write(`${lines.join("\n")}\n`);
}

/** Asks on the terminal; null where there is nobody to ask. */
export async function agreed(context: Context, question: string): Promise<boolean | null> {
  const { stderr } = context.process;
  if (!process.stdin.isTTY || !stderr.isTTY) return null;
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message: question, initialValue: false, output: stderr, signal: context.signal });
  return !isCancel(answer) && answer;
}

/** What was left out, for people: the first of them. */
export function leftLines(left: readonly { readonly path: string; readonly reason: string }[]): readonly string[] {
  if (left.length === 0) return [];
  const shown = left.slice(0, 20).map(({ path, reason }) => `  ${plainText(path)}: ${plainText(reason)}`);
  const more = left.length > shown.length ? [`  and ${left.length - shown.length} more`] : [];
  return [`${left.length} left out:`, ...shown, ...more];
}

/** Says how a command was meant. */
export function usage(context: Context, sentence: string): number {
  context.process.stderr.write(`${sentence}\n`);
  return exitCodes.usage;
}

function plainNumbers(_key: string, value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** "1 file", "3 files". */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
