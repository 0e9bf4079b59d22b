import { attachedPhones } from "../centre/open-source.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { type Context, columns, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

/** `candor devices`: the phones that adb knows, each with its state and what to do. */
export async function devices(this: Context, flags: { readonly json: boolean }): Promise<void> {
  const { stdout } = this.process;
  try {
    const phones = await attachedPhones({ env: this.process.env, signal: this.signal });
    if (flags.json) {
      const rows = phones.map(({ serial, model, product, state, advice }) => ({
        serial,
        model,
        product,
        state,
        advice,
      }));
      stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    } else if (phones.length === 0) {
      stdout.write(
        "No phone is attached. Plug one in with USB debugging on, or try the virtual phone: candor check virtual:hyperos\n",
      );
    } else {
      for (const { serial, model, state, advice } of phones) {
        stdout.write(
          `${plainText(serial || "(no serial number)")}  ${plainText(model ?? "unknown model")}  ${plainText(state === "device" ? "ready" : state)}\n`,
        );
        if (advice)
          for (const line of wrap(plainText(advice, 2000), columns(stdout) - 4)) stdout.write(`    ${line}\n`);
      }
    }
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}
