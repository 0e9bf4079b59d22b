import { createInterface } from "node:readline/promises";
import { listModels, startVirtualPhone } from "../centre/virtual-phone.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

/** `candor phone list`: the virtual phones. */
export function phoneList(this: Context, flags: { readonly json: boolean }): void {
  const models = listModels();
  if (flags.json) this.process.stdout.write(`${JSON.stringify(models, null, 2)}\n`);
  else
    for (const { id, title, description } of models) this.process.stdout.write(`${id}: ${title}\n    ${description}\n`);
}

export interface PhoneStartFlags {
  readonly port: number;
  readonly ask: boolean;
  readonly latency?: number;
  readonly cutAfter?: number;
}

/** `candor phone start [MODEL]`: a virtual phone on a TCP port, for adb, Candor and other people's tools, until it is stopped. */
export async function phoneStart(this: Context, flags: PhoneStartFlags, model = "hyperos"): Promise<void> {
  try {
    const phone = await startVirtualPhone(model, {
      now: this.now,
      port: flags.port,
      allow: flags.ask ? (computer) => ask(this, computer) : undefined,
      latencyMs: flags.latency,
      cutAfterBytes: flags.cutAfter,
    });
    const address = `127.0.0.1:${phone.port}`;
    this.process.stdout.write(
      `${phone.title} listens on ${address}. It is not a real phone.\n  adb connect ${address}\n  candor check tcp:${address}\nStop it with Ctrl+C.\n`,
    );
    await new Promise<void>((resolve) => {
      if (this.signal.aborted) resolve();
      else this.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await phone.close();
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** Asks the person at the terminal; where there is none, nobody is let in. */
async function ask(context: Context, computer: string): Promise<boolean> {
  const question = `${plainText(computer, 80)} asks to debug this phone. Allow it? [y/N] `;
  if (!process.stdin.isTTY || !context.process.stdout.isTTY) {
    context.process.stdout.write(`${question}no (nobody is there to ask)\n`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test(await terminal.question(question, { signal: context.signal }));
  } catch {
    return false;
  } finally {
    terminal.close();
  }
}
