import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { FixableFinding } from "../centre/fixes.ts";
import { findAgain } from "../centre/found-again.ts";
import { type Opened, openScreen } from "../centre/guide.ts";
import type { Check } from "../core/check.ts";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { saidAlready, subjectName } from "../report/wording.ts";
import { type Context, columns } from "./context.ts";

/** What came of guiding a person: done and seen, left undone, not told by the phone, or the phone went away meanwhile. */
export type Guided = "done" | "open" | "untold" | "gone";

/** Seconds without a change after which a guide ends where nobody sits at a terminal. */
export const patience = 120;
/** Milliseconds between two looks, and how much longer than a look itself the pause is. */
const everyMs = 1500;

/**
 * Opens the screen of a finding on the phone, says what to do there, and reads again until it is done, the person goes on, or the time is
 * over. Changes nothing itself.
 *
 * @param wait seconds; without end at a terminal where it is left out
 */
export async function guideFinding(
  context: Context,
  source: Source,
  check: Check,
  { finding, steps, screen }: FixableFinding,
  wait?: number,
): Promise<Guided> {
  const { subject } = finding;
  const say = sayingOn(context);
  if (screen !== null) {
    const opened = await openScreen(source, screen, {
      package: subject.kind === "app" ? subject.package : undefined,
      user: "user" in subject ? subject.user : undefined,
      signal: context.signal,
    });
    say(openedLine(opened));
  }
  for (const [i, step] of steps.entries()) say(`${i + 1}. ${step}`);
  const until = wait ?? (isTerminal(context) ? Number.POSITIVE_INFINITY : patience);
  if (until === 0) return "open";
  say(
    isTerminal(context)
      ? "Candor looks again until it is done. Press Enter to go on without."
      : `Candor looks again for ${until} seconds.`,
  );
  try {
    return await watch(context, source, check, finding, until);
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== "gone") throw error;
    // What lets a computer in may be what was switched off.
    say("The phone no longer answers. If you switched debugging off, that is how it should be.");
    return "gone";
  }
}

/** What is said where a screen was opened, or could not be. */
export function openedLine(opened: Opened): string {
  return opened.state === "opened"
    ? `Opened on the phone: ${opened.title} (${opened.way}). Unlock it, if it is locked.`
    : `${opened.reason} The way there: ${opened.way}`;
}

/** A finding in one line, with whom it is about where its sentence does not say so. */
export function nameOf(finding: FixableFinding["finding"]): string {
  return saidAlready(finding) ? finding.message : `${subjectName(finding.subject)}: ${finding.message}`;
}

async function watch(
  context: Context,
  source: Source,
  check: Check,
  finding: FixableFinding["finding"],
  seconds: number,
): Promise<Guided> {
  const say = sayingOn(context);
  const end = context.now() + seconds * 1000;
  const person = enterKey(context);
  try {
    while (!context.signal.aborted) {
      const before = context.now();
      const again = await findAgain(source, check, finding, context);
      if (again.state === "ended") {
        say(`Done. ${again.how}`);
        return "done";
      }
      if (again.state === "unknown") {
        say(`Whether it is done could not be read: ${again.reason}`);
        return "untold";
      }
      const took = context.now() - before;
      if (context.now() >= end || (await person.pressedWithin(Math.max(everyMs, took)))) break;
    }
  } finally {
    person.close();
  }
  say("It is as it was. Nothing was changed.");
  return "open";
}

/** Waits for the Enter key without keeping the program from going on. */
function enterKey(context: Context): { pressedWithin: (ms: number) => Promise<boolean>; close: () => void } {
  if (!isTerminal(context))
    return {
      pressedWithin: async (ms) => {
        await pause(ms, undefined, { signal: context.signal }).catch(() => {});
        return false;
      },
      close: () => {},
    };
  const lines = createInterface({ input: process.stdin });
  let pressed = false;
  const line = new Promise<void>((resolve) => {
    lines.once("line", () => {
      pressed = true;
      resolve();
    });
    lines.once("close", resolve);
  });
  return {
    pressedWithin: async (ms) => {
      await Promise.race([line, pause(ms, undefined, { signal: context.signal }).catch(() => {})]);
      return pressed;
    },
    close: () => lines.close(),
  };
}

/** Whether a person can be asked and can answer. */
export function isTerminal({ process: { stderr } }: Context): boolean {
  return process.stdin.isTTY === true && stderr.isTTY === true;
}

/** Writes a text to standard output, wrapped at its own indentation. */
export function sayingOn(context: Context): (text: string) => void {
  const { stdout } = context.process;
  return (text) => {
    const [, gap = "", indent = "", rest = ""] = /^(\n?)( *(?:[•→] |\d+\. )?)([\s\S]*)$/.exec(text) ?? [];
    const lines = wrap(plainText(rest, 2000), columns(stdout) - indent.length);
    stdout.write(`${gap}${lines.map((line, i) => (i === 0 ? indent : " ".repeat(indent.length)) + line).join("\n")}\n`);
  };
}
