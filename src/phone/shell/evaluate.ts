import { ByteQueue } from "../byte-queue.ts";
import { ByteReader } from "../byte-reader.ts";
import { expandText, expandWords } from "./expand.ts";
import { LoopJump } from "./jumps.ts";
import { type Descriptors, RedirectError, redirect } from "./redirect.ts";
import type { Shell } from "./shell.ts";
import type { Node, Redirect, Word } from "./syntax.ts";

/** Runs one command in a shell; resolves to its exit code. */
export async function evaluateCommand(shell: Shell, node: Exclude<Node, { kind: "list" }>): Promise<number> {
  if (node.kind === "simple") return runSimple(shell, node);
  if (node.kind === "pipeline") return runPipeline(shell, node.commands, node.negated);
  if (node.kind === "subshell") return shell.fork(shell.descriptors).runNode(node.body);
  if (node.kind === "redirected") return runRedirected(shell, node.body, node.redirects);
  if (node.kind === "for") return runFor(shell, node.name, node.words, node.body);
  if (node.kind === "while") return runWhile(shell, node.condition, node.body, node.until);
  if (node.kind === "if") {
    const branch = await firstTrue(shell, node.branches);
    const body = branch?.body ?? node.otherwise;
    return body === undefined ? 0 : shell.evaluate(body);
  }
  let status = await shell.evaluate(node.first);
  for (const { operator, node: next } of node.rest) {
    if ((status === 0) === (operator === "&&")) status = await shell.evaluate(next);
  }
  return status;
}

async function firstTrue<B extends { readonly condition: Node }>(
  shell: Shell,
  branches: readonly B[],
): Promise<B | undefined> {
  for (const branch of branches) if ((await shell.evaluate(branch.condition)) === 0) return branch;
  return undefined;
}

async function runSimple(shell: Shell, node: Extract<Node, { kind: "simple" }>): Promise<number> {
  await shell.step();
  const words = await expandWords(node.words, shell);
  const assignments: (readonly [string, string])[] = [];
  const before = shell.status;
  shell.status = 0;
  for (const { name, value } of node.assignments) {
    assignments.push([name, await expandText(value, shell)]);
    if (words.length === 0) shell.assign(name, assignments.at(-1)?.[1] ?? "");
  }
  const statusOfSubstitution = shell.status;
  shell.status = before;
  return withRedirects(shell, node.redirects, async (descriptors, keep) => {
    if (words.length === 0) return statusOfSubstitution;
    // `exec` without a command keeps its redirections for the rest of the shell.
    if (words[0] === "exec" && words.length === 1) {
      shell.descriptors = descriptors;
      keep();
      return 0;
    }
    return shell.runWords(words, descriptors, shell.environment(assignments));
  });
}

function runRedirected(shell: Shell, body: Node, redirects: readonly Redirect[]): Promise<number> {
  return withRedirects(shell, redirects, async (descriptors) => {
    const before = shell.descriptors;
    shell.descriptors = descriptors;
    try {
      return await shell.evaluate(body);
    } finally {
      shell.descriptors = before;
    }
  });
}

async function withRedirects(
  shell: Shell,
  redirects: readonly Redirect[],
  body: (descriptors: Descriptors, keep: () => void) => Promise<number>,
): Promise<number> {
  try {
    if (redirects.length === 0) return await body(shell.descriptors, () => {});
    const opened: { fd: number; operator: Redirect["operator"]; target: string }[] = [];
    for (const { fd, operator, target } of redirects) {
      opened.push({ fd, operator, target: await expandText(target, shell) });
    }
    const { descriptors, close } = await redirect(opened, shell.descriptors, shell.files, shell.cwd);
    let kept = false;
    const keep = () => {
      kept = true;
      shell.keepOpen(close);
    };
    try {
      return await body(descriptors, keep);
    } finally {
      if (!kept) await close();
    }
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    await shell.complain(error.message);
    return 1;
  }
}

async function runPipeline(shell: Shell, commands: readonly Node[], negated: boolean): Promise<number> {
  let input = shell.descriptors.input;
  let previous: ByteQueue | undefined;
  const stages: Promise<number>[] = [];
  commands.forEach((command, index) => {
    const outgoing = index < commands.length - 1 ? new ByteQueue() : undefined;
    const incoming = previous;
    const outputs = new Map(shell.descriptors.outputs);
    if (outgoing !== undefined) outputs.set(1, { write: (bytes) => outgoing.push(bytes) });
    const stageShell = commands.length === 1 ? shell : shell.fork({ input, outputs });
    const stage = commands.length === 1 ? shell.evaluate(command) : stageShell.runNode(command);
    stages.push(
      stage.finally(() => {
        outgoing?.end();
        incoming?.cancel();
      }),
    );
    if (outgoing !== undefined) input = new ByteReader(outgoing);
    previous = outgoing;
  });
  const ended = await Promise.allSettled(stages);
  for (const result of ended) if (result.status === "rejected") throw result.reason;
  const last = ended.at(-1);
  const status = last?.status === "fulfilled" ? last.value : 1;
  return negated ? Number(status === 0) : status;
}

async function runFor(shell: Shell, name: string, words: readonly Word[] | undefined, body: Node): Promise<number> {
  let status = 0;
  for (const value of words === undefined ? shell.positional : await expandWords(words, shell)) {
    shell.assign(name, value);
    await shell.step();
    if (!(await turn(async () => (status = await shell.evaluate(body))))) break;
  }
  return status;
}

async function runWhile(shell: Shell, condition: Node, body: Node, until: boolean): Promise<number> {
  let status = 0;
  while (((await shell.evaluate(condition)) === 0) !== until) {
    await shell.step();
    if (!(await turn(async () => (status = await shell.evaluate(body))))) break;
  }
  return status;
}

/** One turn of a loop; false when the loop is to end. */
async function turn(body: () => Promise<unknown>): Promise<boolean> {
  try {
    await body();
    return true;
  } catch (error) {
    if (!(error instanceof LoopJump)) throw error;
    if (--error.levels > 0) throw error;
    return error.to === "continue";
  }
}
