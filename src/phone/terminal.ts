import { parseScript } from "./shell/parser.ts";
import type { Shell } from "./shell/shell.ts";

/** The longest line that is taken from a keyboard. */
const maxLine = 4096;

/** A shell at a terminal: prompt, echo, backspace, Ctrl-C, Ctrl-D; each line is run when it is entered. */
export async function terminal(shell: Shell, device: string): Promise<number> {
  const say = async (text: string) => shell.descriptors.outputs.get(1)?.write(new TextEncoder().encode(text));
  const decoder = new TextDecoder();
  const prompt = () => say(`${device}:${shell.cwd} ${shell.identity.uid === 0 ? "#" : "$"} `);
  let line = "";
  await prompt();
  const { input } = shell.descriptors;
  for (let chunk = await input.next(); chunk !== undefined; chunk = await input.next()) {
    for (const character of decoder.decode(chunk, { stream: true })) {
      if (character === "\r" || character === "\n") {
        await say("\n");
        const ended = await enter(shell, line);
        if (ended !== undefined) return ended;
        line = "";
        await prompt();
      } else if (character === "\x04" && line === "") return shell.status;
      else if (character === "\x03") {
        line = "";
        await say("^C\n");
        await prompt();
      } else if (character === "\x7f" || character === "\b") {
        if (line !== "") await say("\b \b");
        line = line.slice(0, -1);
      } else if (character >= " " && line.length < maxLine) {
        line += character;
        await say(character);
      }
    }
  }
  return shell.status;
}

/** Runs one line; the exit code when it ended the shell. */
async function enter(shell: Shell, line: string): Promise<number | undefined> {
  return shell.line(() => parseScript(line));
}
