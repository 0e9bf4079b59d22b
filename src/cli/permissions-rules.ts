import { readFile } from "node:fs/promises";
import {
  type PermissionRule,
  parseRule,
  parseRules,
  readRules,
  rulesText,
  ruleText,
  writeRules,
} from "../centre/permission-rules.ts";
import { openPrivate } from "../centre/private-store.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { FormatError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { applyWishes, type PermissionChangeFlags } from "./permissions-set.ts";

/** `candor permissions rule list`: the rules that are kept. */
export async function rulesList(this: Context, { json }: { readonly json: boolean }): Promise<void> {
  await withRules(this, (rules) => {
    if (json) this.process.stdout.write(rulesText(rules));
    else print(this, rules);
    return undefined;
  });
}

/** `candor permissions rule add RULE`: keeps one more. */
export async function ruleAdd(this: Context, _flags: object, text: string): Promise<void> {
  await withRules(this, (rules) => {
    const rule = parseRule(text);
    const others = rules.filter((each) => ruleText(each) !== ruleText(rule));
    print(this, [...others, rule]);
    return [...others, rule];
  });
}

/** `candor permissions rule remove NUMBER`: keeps it no longer. */
export async function ruleRemove(this: Context, _flags: object, place: number): Promise<void> {
  await withRules(this, (rules) => {
    if (rules[place - 1] === undefined) {
      this.process.stderr.write(`There is no rule ${place}: candor permissions rule list\n`);
      this.process.exitCode = exitCodes.usage;
      return undefined;
    }
    const left = rules.filter((_, i) => i !== place - 1);
    print(this, left);
    return left;
  });
}

/** `candor permissions rule export FILE`: writes the rules where the person says, readable by anybody who has the file. */
export async function rulesExport(this: Context, _flags: object, path: string): Promise<void> {
  const rules = await withRules(this, () => undefined);
  if (rules === null) return;
  try {
    if (path === "-") this.process.stdout.write(rulesText(rules));
    else await writeFileAtomic(path, rulesText(rules));
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** `candor permissions rule import FILE`: adds the rules of a file to those that are kept. */
export async function rulesImport(this: Context, _flags: object, path: string): Promise<void> {
  await withRules(this, async (rules) => {
    const known = new Set(rules.map(ruleText));
    const added = parseRules(await readFile(path, "utf8")).filter((rule) => !known.has(ruleText(rule)));
    print(this, [...rules, ...added]);
    return [...rules, ...added];
  });
}

/** `candor permissions rule apply`: all rules that are kept, in one plan. */
export async function rulesApply(this: Context, flags: PermissionChangeFlags): Promise<void> {
  const rules = await withRules(this, () => undefined);
  if (rules === null) return;
  if (rules.length === 0) print(this, rules);
  else await applyWishes(this, flags, rules);
}

/** Reads the rules, and keeps those that come back, if any. Gives those that were read; null where that failed, which is said. */
async function withRules(
  context: Context,
  work: (
    rules: readonly PermissionRule[],
  ) => readonly PermissionRule[] | undefined | Promise<readonly PermissionRule[]>,
): Promise<readonly PermissionRule[] | null> {
  try {
    const store = await openPrivate(context);
    const rules = await readRules(store);
    context.process.exitCode = exitCodes.fine;
    const now = await work(rules);
    if (now !== undefined) await writeRules(store, now);
    return rules;
  } catch (error) {
    // What the person typed, or a file of theirs.
    if (error instanceof FormatError) context.process.stderr.write(`${plainText(error.message, 1000)}\n`);
    context.process.exitCode = error instanceof FormatError ? exitCodes.usage : failure(context, error);
    return null;
  }
}

function print({ process: { stdout } }: Context, rules: readonly PermissionRule[]): void {
  const lines = rules.map((rule, i) => `${String(i + 1).padStart(3)}  ${plainText(ruleText(rule))}`);
  stdout.write(
    `${lines.length > 0 ? lines.join("\n") : 'No rules are kept. Example: candor permissions rule add "unused 90d: location -> deny"'}\n`,
  );
}
