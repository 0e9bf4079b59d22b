import { listModels, startVirtualPhone } from "../centre/virtual-phone.ts";
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
      now: this.now(),
      port: flags.port,
      ask: flags.ask,
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
