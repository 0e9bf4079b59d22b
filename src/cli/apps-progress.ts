import type { ScanSummary } from "../centre/scan-apps.ts";
import { plainText, width } from "../report/plain-text.ts";
import type { progressStyles } from "./progress.ts";

/** How far a scan is, and where. */
export type ScanStep = Omit<ScanSummary, "stopped"> & { readonly path: string };

export interface ScanProgress {
  step(step: ScanStep): void;
  end(): void;
}

/** Milliseconds between two lines of a terminal: more cannot be read and costs time. */
const pause = 100;

/** Shows how far a scan is, on standard error; "auto" is `terminal` on a terminal and `none` elsewhere. */
export function scanProgress(
  stream: NodeJS.WriteStream,
  style: (typeof progressStyles)[number],
  now: () => number,
): ScanProgress {
  const chosen = style === "auto" ? (stream.isTTY ? "terminal" : "none") : style;
  const began = now();
  if (chosen === "terminal") return terminal(stream, now, began);
  return {
    step: (step) => {
      if (chosen === "plain") stream.write(`${sentence(step, now() - began)}: ${plainText(step.path)}\n`);
      if (chosen === "json") stream.write(`${JSON.stringify({ type: "progress", ...step })}\n`);
    },
    end: () => {},
  };
}

function terminal(stream: NodeJS.WriteStream, now: () => number, began: number): ScanProgress {
  let last = 0;
  return {
    step: (step) => {
      if (now() - last < pause) return;
      last = now();
      const text = `${sentence(step, last - began)}: `;
      const room = (stream.columns ?? 80) - 1 - width(text);
      stream.write(`\r\u001b[K${text}${tail(plainText(step.path), room)}`);
    },
    end: () => {
      if (last > 0) stream.write("\r\u001b[K");
    },
  };
}

function sentence({ read, unread, skipped, bytes }: ScanStep, elapsed: number): string {
  const rate = elapsed > 0 ? ` (${Math.round(bytes / 1000 / elapsed)} MB/s)` : "";
  const parts = [`${read} read`, `${unread} not`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
  return `${parts.join(", ")}, ${Math.round(bytes / 1e6)} MB${rate}`;
}

/** The end of a path tells more than its beginning. */
function tail(path: string, room: number): string {
  if (width(path) <= room) return path;
  const characters = [...path];
  while (characters.length > 0 && width(characters.join("")) > room - 1) characters.shift();
  return room > 1 ? `…${characters.join("")}` : "";
}
