import { VaultError } from "../core/errors.ts";
import { commandLine, type Output, type Source } from "../core/source.ts";
import { type Choices, choicesSchema } from "../facts/choices.ts";
import { keptChoices } from "./choices.ts";
import { type PrivatePlace, readJournalOf } from "./private-store.ts";

/** The pseudo-command that asks what was chosen for a phone, and whether it holds. */
export const choicesCommand = ["candor", "choices"] as const;

/**
 * A source that also answers `["candor", "choices"]`, from the journal and from what the phone, or the capture of it, tells. Commands that both
 * the choices and the facts ask for run once.
 */
export function withChoices(source: Source, place: PrivatePlace): Source {
  const asked = new Map<string, Promise<Output>>();
  const once: Source = {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    run: (command, limits) => {
      const line = commandLine(command);
      const running = asked.get(line) ?? source.run(command, limits);
      asked.set(line, running);
      running.catch(() => asked.delete(line));
      return running;
    },
    close: () => source.close(),
  };
  return {
    ...once,
    run: async (command, limits) => {
      if (command.join(" ") !== choicesCommand.join(" ")) return await once.run(command, limits);
      const found = await choicesOf(once, place, limits.signal);
      const stdout = new TextEncoder().encode(`${JSON.stringify(found)}\n`);
      return { stdout, stderr: new Uint8Array(), exitCode: 0 };
    },
  };
}

/** What was chosen, or why that cannot be read. @throws DeviceError */
async function choicesOf(source: Source, place: PrivatePlace, signal: AbortSignal | undefined): Promise<Choices> {
  const none = { schema: choicesSchema, choices: [] } as const;
  try {
    const { entries, damage } = await readJournalOf(place);
    if (entries.some(({ head, body }) => (head.kind === "plan" || head.kind === "consent") && body === undefined))
      return { ...none, unread: "The journal is locked: candor unlock opens it." };
    const { choices } = await keptChoices(source, entries, signal);
    return { schema: choicesSchema, unread: damage && `The journal is damaged. ${damage}`, choices };
  } catch (error) {
    if (error instanceof VaultError) return { ...none, unread: `The journal could not be read. ${error.message}` };
    if (error instanceof Error && "syscall" in error)
      return { ...none, unread: "The journal could not be read: this computer does not allow it." };
    throw error;
  }
}
