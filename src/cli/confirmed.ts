import type { Context } from "./context.ts";

/** Asks the person; false where they say no, or nobody can be asked, which is said. */
export async function confirmed(context: Context, message: string): Promise<boolean> {
  const { stderr } = context.process;
  if (!process.stdin.isTTY || !stderr.isTTY) {
    stderr.write("There is nobody to ask: say --yes to agree.\n");
    return false;
  }
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message, initialValue: false, output: stderr, signal: context.signal });
  return !isCancel(answer) && answer;
}
