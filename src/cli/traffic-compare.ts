import { reportTraffic } from "../centre/traffic-report.ts";
import {
  type Change,
  compareTraffic,
  countryName,
  kindWords,
  type Side,
  type TrafficDifference,
} from "../centre/traffic-view.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { type JudgeFlags, questionOf } from "./traffic-question.ts";

/** `candor traffic compare BEFORE AFTER`: what is new and what is gone, app by app. Exit code 1 where something is new. */
export async function trafficCompare(this: Context, flags: JudgeFlags, before: string, after: string): Promise<void> {
  const { stdout } = this.process;
  try {
    const judged = async (file: string) => (await reportTraffic(questionOf([file], flags), this)).report;
    const comparison = compareTraffic(await judged(before), await judged(after));
    if (flags.json) stdout.write(`${JSON.stringify(comparison, null, 1)}\n`);
    else {
      const lines = [
        `Before: ${side(comparison.before)}`,
        `After:  ${side(comparison.after)}`,
        ...comparison.apps.flatMap(appLines),
        "",
        "What is gone is only not in the later record; it may come again.",
      ];
      stdout.write(`${lines.map((line) => plainText(line, 2000)).join("\n")}\n`);
    }
    this.process.exitCode = comparison.apps.some(hasNew) ? exitCodes.findings : exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

function side({ files, connections, period, cannotTell }: Side): string {
  const from = period === null ? "time not told" : new Date(period.from).toISOString().slice(0, 16).replace("T", " ");
  const missing = cannotTell.length === 0 ? "" : `; it cannot tell: ${cannotTell.join(", ")}`;
  return `${files.join(", ")}, ${connections} connections, ${from}${missing}`;
}

const hasNew = ({ hosts, data }: TrafficDifference) => hosts.new.length + data.new.length > 0;

function appLines(difference: TrafficDifference): readonly string[] {
  const { app, connections, in: within } = difference;
  const head = `${app}: ${connections.before} connections before, ${connections.after} after`;
  if (within === "before") return ["", `${head}. The later record has none of this app, so nothing is said of it.`];
  const kinds = difference.data.new.map((kind) => kindWords[kind as keyof typeof kindWords] ?? kind);
  const gone = difference.data.gone.map((kind) => kindWords[kind as keyof typeof kindWords] ?? kind);
  const lines = [
    ...changed("trackers", difference.trackers),
    ...changed("companies", difference.companies),
    ...changed("servers", difference.hosts),
    ...changed("countries", {
      new: difference.countries.new.map(countryName),
      gone: difference.countries.gone.map(countryName),
    }),
    ...changed("data", { new: kinds, gone }),
  ];
  return ["", head, ...(lines.length === 0 ? ["  no difference"] : lines)];
}

function changed(what: string, change: Change): readonly string[] {
  return [
    ...(change.new.length === 0 ? [] : [`  new ${what}: ${change.new.join(", ")}`]),
    ...(change.gone.length === 0 ? [] : [`  gone ${what}: ${change.gone.join(", ")}`]),
  ];
}
