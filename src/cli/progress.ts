import type { CollectProgress } from "../core/collect.ts";
import { plainText } from "../report/plain-text.ts";

/** How progress is shown: a line that renews itself, a line a step, or one JSON object a line; always on standard error. */
export type ProgressStyle = "terminal" | "plain" | "json" | "none";
export const progressStyles = ["auto", "terminal", "plain", "json", "none"] as const;

export interface Progress {
  step(progress: CollectProgress): void;
  /** Says something besides, without breaking the line. */
  say(sentence: string): void;
  end(): void;
}

/** A reporter; "auto" is `terminal` on a terminal and `none` elsewhere. */
export function progressOn(stream: NodeJS.WriteStream, style: (typeof progressStyles)[number]): Progress {
  const chosen = style === "auto" ? (stream.isTTY ? "terminal" : "none") : style;
  if (chosen === "terminal") return terminalProgress(stream);
  const write = (line: string) => stream.write(`${line}\n`);
  return {
    step: ({ fact, about, done, total }) => {
      if (chosen === "plain") write(`${done}/${total} ${about}`);
      if (chosen === "json") write(JSON.stringify({ type: "progress", fact, about, done, total }));
    },
    say: (sentence) => {
      write(chosen === "json" ? JSON.stringify({ type: "message", message: sentence }) : plainText(sentence));
    },
    end: () => {},
  };
}

function terminalProgress(stream: NodeJS.WriteStream): Progress {
  let shown = false;
  const clear = () => {
    if (shown) stream.write("\r\u001b[K");
    shown = false;
  };
  return {
    step: ({ about, done, total }) => {
      const bar = Math.round((done / total) * 20);
      const text = `${"█".repeat(bar)}${"░".repeat(20 - bar)} ${done}/${total} ${plainText(about)}`;
      stream.write(`\r\u001b[K${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
      shown = true;
    },
    say: (sentence) => {
      clear();
      stream.write(`${plainText(sentence)}\n`);
    },
    end: clear,
  };
}
