import { notStopped, type OptOut, type OptOuts } from "../centre/opt-outs.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { minute } from "./journal-text.ts";

const marks: Readonly<Record<OptOut["state"], string>> = {
  on: "● on",
  off: "○ off",
  unknown: "? not known",
  "not-here": "– not on this phone",
};

const grades: Readonly<Record<OptOut["evidence"]["grade"], string>> = {
  measured: "measured in published studies of the traffic",
  "read-in-code": "read in the code that goes by the switch",
  published: "as its maker publishes it",
  observed: "as phones show and store it; its reader was not seen",
};

/** Every switch with its state, what it sends and to whom, and how that is known; then what no switch ends. */
export function optOutLines({ phone, optOuts }: OptOuts, room: number): readonly string[] {
  const lines = [`Data collection on ${plainText(phone.model ?? "the phone")} (${plainText(phone.serial)})`];
  const here = optOuts.filter(({ state }) => state !== "not-here");
  for (const row of here) lines.push("", ...rowLines(row, room));
  const absent = optOuts.filter(({ state }) => state === "not-here").map(({ id }) => id);
  if (absent.length > 0) lines.push("", ...wrap(`Not on this phone: ${[...new Set(absent)].join(", ")}.`, room));
  lines.push("", "What these switches do not stop:");
  for (const { text, source, grade } of notStopped) lines.push(...indented(`• ${text} [${grade}: ${source}]`, 2, room));
  const on = here.filter(({ state, byComputer }) => state === "on" && byComputer).length;
  lines.push(
    "",
    on > 0 ? `${on} can be switched off from here: candor optout off --all` : "None that a computer can switch is on.",
  );
  return lines;
}

/** What only a person can do, on the phone. */
export function stepLines(rows: readonly OptOut[], room: number): readonly string[] {
  if (rows.length === 0) return [];
  const lines = ["Only you can switch these, on the phone:"];
  for (const { name, vendor, steps, screen } of rows) {
    lines.push(...indented(`• ${vendor}, ${name}`, 2, room));
    for (const step of steps) lines.push(...indented(step, 6, room));
    if (screen !== null) lines.push(...indented(`Candor opens the screen: candor guide ${screen}`, 6, room));
  }
  return [...lines, ""];
}

function rowLines(row: OptOut, room: number): readonly string[] {
  const { id, vendor, name, state, user, since, sends, to, evidence, remains, byComputer, refused } = row;
  const of = user === null || user === 0 ? "" : `, user ${user}`;
  const when = since === null ? "" : ` since ${minute(since.at)} UTC (entry ${since.entry} of the journal)`;
  return [
    ...wrap(`${marks[state]}${when}  ${id}${of}`, room),
    ...indented(`${vendor}: ${name}`, 4, room),
    ...indented(`Sends ${sends}. To: ${to}.`, 4, room),
    ...indented(`Known how: ${grades[evidence.grade]}; ${evidence.sources.join(" ")}`, 4, room),
    ...indented(`Not stopped by it: ${remains}`, 4, room),
    ...(byComputer || refused === null ? [] : indented(refused, 4, room)),
  ];
}

function indented(text: string, by: number, room: number): readonly string[] {
  return wrap(plainText(text, 2000), room - by).map((line) => " ".repeat(by) + line);
}
