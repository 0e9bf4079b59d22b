import { markTraffic } from "../centre/traffic-notes.ts";
import { plainText } from "../report/plain-text.ts";
import type { Context } from "./context.ts";
import { failure } from "./failure.ts";

/** `candor traffic mark WORD`: keeps a moment beside a record. */
export async function trafficMark(
  this: Context,
  flags: { readonly at?: number; readonly app?: string; readonly record?: string },
  word: string,
): Promise<void> {
  try {
    const { mark, record } = await markTraffic(this, word, flags);
    const words = { accepted: "that you agreed", refused: "that you refused", note: "a note" }[mark.kind];
    const time = new Date(mark.at).toISOString().slice(0, 19).replace("T", " ");
    this.process.stdout.write(`${plainText(record)}: ${words}, at ${time} UTC.\n`);
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}
