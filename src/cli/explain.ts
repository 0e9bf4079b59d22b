import { type Explanation, explain as explanation, listChecks, similarChecks } from "../centre/explain.ts";
import { wrap } from "../report/plain-text.ts";
import { categoryNames } from "../report/wording.ts";
import { type Context, columns, exitCodes } from "./context.ts";

/** `candor explain [CHECK]`: a check's documentation, or the list of all checks. */
export function explain(this: Context, flags: { readonly json: boolean }, id?: string): void {
  const { stdout, stderr } = this.process;
  if (id === undefined) {
    list(this, flags.json);
    return;
  }
  const found = explanation(id);
  if (!found) {
    const near = similarChecks(id);
    stderr.write(`There is no check ${JSON.stringify(id)}.${near.length > 0 ? ` Similar: ${near.join(", ")}.` : ""}\n`);
    stderr.write("What to do: candor explain lists all checks.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  stdout.write(flags.json ? `${JSON.stringify(found, null, 2)}\n` : text(found, columns(stdout)));
}

function list(context: Context, json: boolean): void {
  const checks = listChecks();
  if (json) {
    const rows = checks.map(({ id, category, severity, question }) => ({ id, category, severity, question }));
    context.process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  let category = "";
  for (const check of checks) {
    if (check.category !== category) context.process.stdout.write(`\n${categoryNames[check.category]}\n`);
    category = check.category;
    context.process.stdout.write(`  ${check.id.padEnd(34)} ${check.question}\n`);
  }
  context.process.stdout.write(`\n${checks.length} checks. One in full: candor explain ${checks[0]?.id ?? ""}\n`);
}

function text(check: Explanation, width: number): string {
  const lines = [
    `${check.id} (${check.category}, ${check.severity})`,
    "",
    check.question,
    `  if not: ${check.title.fail}`,
    `  if so:  ${check.title.pass}`,
    "",
    ...wrap(`Why it matters: ${check.why}`, width),
    ...wrap(`What to do: ${check.advice}`, width),
    ...(check.noRemedy === undefined ? [] : wrap(check.noRemedy, width)),
    "",
    "What it can say:",
    ...Object.values(check.messages).map((message) => `  ${message}`),
    "",
    "Judged from:",
    ...check.needs.map((need) => `  ${need.id}${need.required ? "" : " (where it can be read)"}: ${need.about}`),
    "",
    "Examples (they are its tests):",
    ...check.examples.map(({ shows, name }) => `  ${shows}: ${name}`),
    "",
    "Sources:",
    ...check.references.map((reference) => `  ${reference}`),
  ];
  return `${lines.join("\n")}\n`;
}
