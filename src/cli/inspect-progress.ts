import type { InspectProgress } from "../centre/load-inspections.ts";
import { plainText, width } from "../report/plain-text.ts";
import type { progressStyles } from "./progress.ts";
import { cut } from "./text-table.ts";

/** Shows how far the look into a phone's apps is. */
export interface InspectReporter {
  step(progress: InspectProgress): void;
  /** Says something besides, without breaking the line. */
  say(sentence: string): void;
  end(): void;
}

/** Milliseconds between two lines: more cannot be read and costs time. */
const pause = 100;
const plainPause = 2000;

/** A reporter on standard error; "auto" is `terminal` on a terminal and `none` elsewhere. */
export function inspectReporter(
  stream: NodeJS.WriteStream,
  style: (typeof progressStyles)[number],
  now: () => number,
): InspectReporter {
  const chosen = style === "auto" ? (stream.isTTY ? "terminal" : "none") : style;
  const clock = new TimeLeft(now());
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  const clear = () => {
    if (shown) stream.write("\r\u001b[K");
    shown = false;
  };
  return {
    step: (progress) => {
      const at = now();
      clock.step(progress, at);
      if (chosen === "none") return;
      if (chosen === "json") {
        stream.write(`${JSON.stringify({ type: "progress", ...progress, secondsLeft: clock.seconds(at) })}\n`);
        return;
      }
      if (at - last < (chosen === "plain" ? plainPause : pause)) return;
      last = at;
      const text = sentence(progress, clock.seconds(at));
      const app = progress.app === null ? "" : plainText(progress.app, 200);
      if (chosen === "plain") stream.write(`${text}${app && `: ${app}`}\n`);
      else {
        const room = (stream.columns ?? 80) - 1;
        const rest = room - width(text) - 2;
        stream.write(`\r\u001b[K${cut(text, room)}${app && rest > 8 ? `  ${cut(app, rest, true)}` : ""}`);
        shown = true;
      }
    },
    say: (message) => {
      clear();
      stream.write(chosen === "json" ? `${JSON.stringify({ type: "message", message })}\n` : `${plainText(message)}\n`);
    },
    end: clear,
  };
}

/** "63/247 apps, 41 of about 180 MB read, 2 min left": what a person who waits wants to know. */
function sentence({ stage, done, of, transferred, expected }: InspectProgress, left: number | null): string {
  if (stage === "list") return "Asking the phone which apps it has";
  const read = Math.round(transferred / 1e6);
  const all = Math.round(expected / 1e6);
  const bytes = all > read ? `${read} of about ${all} MB read` : `${read} MB read`;
  const step = stage === "hash" ? "comparing files, " : "";
  return `${step}${done}/${of} apps, ${bytes}${left === null ? "" : `, ${spoken(left)} left`}`;
}

function spoken(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Guesses the time that is left from the bytes of the stage, and from the apps where few bytes are moved. */
class TimeLeft {
  #stage: string | undefined;
  #began: number;
  #doneBefore = 0;
  #bytesBefore = 0;
  #at: InspectProgress | undefined;

  constructor(began: number) {
    this.#began = began;
  }

  step(progress: InspectProgress, at: number): void {
    if (progress.stage !== this.#stage) {
      this.#stage = progress.stage;
      this.#began = at;
      this.#doneBefore = progress.done;
      this.#bytesBefore = progress.transferred;
    }
    this.#at = progress;
  }

  /** Seconds; null while too little was seen to tell. */
  seconds(at: number): number | null {
    const elapsed = (at - this.#began) / 1000;
    if (!this.#at || this.#at.stage === "list" || elapsed < 2) return null;
    const { done, of, transferred, expected } = this.#at;
    const ofApps = share(done - this.#doneBefore, of - this.#doneBefore);
    const ofBytes = share(transferred - this.#bytesBefore, expected - this.#bytesBefore);
    // The slower of the two is the better guess: apps differ in size, and some are read from the cache at once.
    const shares = [ofApps, ofBytes].filter((each) => each !== null);
    const least = Math.min(...shares);
    return shares.length === 0 || least < 0.02 ? null : Math.round(elapsed / least - elapsed);
  }
}

function share(done: number, of: number): number | null {
  return of <= 0 ? null : Math.min(1, Math.max(0, done / of));
}
