import { type HistoryDocument, type PhoneHistory, phoneHistories } from "../centre/history.ts";
import { openPrivate } from "../centre/private-store.ts";
import { severities } from "../core/check.ts";
import { DeviceError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { severityNames } from "../report/wording.ts";
import { type Context, columns, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

/** `candor history [PHONE]`: how the findings of each phone went over time. */
export async function history(this: Context, { json }: { readonly json: boolean }, named?: string): Promise<void> {
  const { stdout } = this.process;
  try {
    const all = await phoneHistories(await openPrivate(this));
    const phones = all.filter(({ phone, model }) => named === undefined || phone === named || model === named);
    if (named !== undefined && phones.length === 0)
      throw new DeviceError(
        "no-device",
        `No examination of ${named} is kept.`,
        all.length === 0 ? "Make one: candor watch --once" : `Known are: ${all.map(({ phone }) => phone).join(", ")}.`,
      );
    const document: HistoryDocument = { schema: "candor.history/1", phones };
    if (json) stdout.write(`${JSON.stringify(document, null, 1)}\n`);
    else if (phones.length === 0)
      stdout.write("No examination of a phone is kept yet. Make one: candor watch --once\n");
    else stdout.write(`${phones.map((each) => phoneLines(each, columns(stdout)).join("\n")).join("\n\n")}\n`);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

function phoneLines({ phone, model, points }: PhoneHistory, width: number): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  const label = 12;
  // The numbers at the end take up to 24 columns.
  const shown = points.slice(-Math.max(10, width - label - 26));
  const line = (name: string, values: readonly number[]) =>
    `  ${name.padEnd(label)}${sparkline(values)}  ${values.at(-1) ?? 0} now, at most ${Math.max(0, ...values)}`;
  const day = (at: string | undefined) => (at ?? "").slice(0, 10);
  const left = points.length - shown.length;
  return [
    plainText(`${model ?? "unknown model"} (${phone})`),
    plainText(
      `  ${points.length} ${points.length === 1 ? "examination" : "examinations"}, ${day(first?.at)} to ${day(last?.at)}${left > 0 ? `; the last ${shown.length} are shown` : ""}`,
    ),
    ...severities.map((severity) =>
      line(
        severityNames[severity],
        shown.map(({ findings }) => findings[severity]),
      ),
    ),
    line(
      "Unanswered",
      shown.map(({ unanswered }) => unanswered),
    ),
  ];
}

const bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** One bar for each number, from none to the highest; a dot is nothing at all, so that none is never taken for little. */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(1, ...values);
  return values
    .map((value) => (value <= 0 ? "·" : (bars[Math.min(7, Math.max(0, Math.ceil((value / highest) * 8) - 1))] ?? "█")))
    .join("");
}
