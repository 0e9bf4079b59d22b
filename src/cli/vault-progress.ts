import { plainText, width } from "../report/plain-text.ts";
import type { progressStyles } from "./progress.ts";
import { cut } from "./text-table.ts";

/** How far a work on a vault is; `ofBytes` and `ofFiles` null where the end is not known. */
export interface VaultStep {
  /** "pulling", "restoring". */
  readonly doing: string;
  readonly files: number;
  readonly ofFiles: number | null;
  readonly bytes: number;
  readonly ofBytes: number | null;
  readonly path: string;
}

/** Shows how far it is, on standard error. */
export interface VaultReporter {
  step(step: VaultStep): void;
  /** Says something besides, without breaking the line. */
  say(sentence: string): void;
  end(): void;
}

/** Milliseconds between two lines: more cannot be read and costs time. */
const pauses = { terminal: 100, plain: 2000, json: 250 } as const;

/** A reporter; "auto" is `terminal` on a terminal and `none` elsewhere. */
export function vaultReporter(
  stream: NodeJS.WriteStream,
  style: (typeof progressStyles)[number],
  now: () => number,
): VaultReporter {
  const chosen = style === "auto" ? (stream.isTTY ? "terminal" : "none") : style;
  let began: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  const clear = () => {
    if (shown) stream.write("\r\u001b[K");
    shown = false;
  };
  return {
    step: (step) => {
      if (chosen === "none") return;
      const at = now();
      began ??= at;
      if (at - last < pauses[chosen]) return;
      last = at;
      const left = secondsLeft(step, at - began);
      if (chosen === "json") {
        stream.write(`${JSON.stringify({ type: "progress", ...step, secondsLeft: left })}\n`);
        return;
      }
      const text = sentence(step, left);
      const path = plainText(step.path, 300);
      if (chosen === "plain") stream.write(`${text}: ${path}\n`);
      else {
        const room = (stream.columns ?? 80) - 1;
        const rest = room - width(text) - 2;
        stream.write(`\r\u001b[K${cut(text, room)}${rest > 8 ? `  ${cut(path, rest, true)}` : ""}`);
        shown = true;
      }
    },
    say: (message) => {
      clear();
      stream.write(
        chosen === "json" ? `${JSON.stringify({ type: "message", message })}\n` : `${plainText(message, 1000)}\n`,
      );
    },
    end: clear,
  };
}

/** "pulling 12/48 files, 31 MB of 204 MB, 40 s left". */
function sentence({ doing, files, ofFiles, bytes, ofBytes }: VaultStep, left: number | null): string {
  const parts = [
    ...(ofFiles !== null ? [`${files}/${ofFiles} files`] : files > 0 ? [`${files} files`] : []),
    ...(ofBytes !== null ? [`${inSize(bytes)} of ${inSize(ofBytes)}`] : bytes > 0 ? [inSize(bytes)] : []),
    ...(left === null ? [] : [`${inTime(left)} left`]),
  ];
  return `${doing} ${parts.join(", ")}`;
}

function secondsLeft({ bytes, ofBytes }: VaultStep, elapsed: number): number | null {
  if (ofBytes === null || ofBytes <= 0 || elapsed < 2000 || bytes / ofBytes < 0.02) return null;
  return Math.max(0, Math.round((elapsed / 1000) * (ofBytes / bytes - 1)));
}

/** "3 min". */
export function inTime(seconds: number): string {
  if (seconds < 100) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** "12.3 MB", of 1,000,000 bytes each. */
export function inSize(bytes: number | bigint): string {
  const number = Number(bytes);
  if (number < 1000) return `${number} B`;
  const units = ["kB", "MB", "GB", "TB"];
  let value = number / 1000;
  let unit = 0;
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
