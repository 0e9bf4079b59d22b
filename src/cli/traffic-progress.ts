import type { progressStyles } from "./progress.ts";

/** Progress by bytes, on standard error: told for files that take a while, and then in steps of a twentieth. */
export function byteProgress(
  stream: NodeJS.WriteStream,
  style: (typeof progressStyles)[number],
): { readonly step: (read: number, all: number) => void; readonly end: () => void } {
  const chosen = style === "auto" ? (stream.isTTY ? "terminal" : "none") : style;
  let last = 0;
  let shown = false;
  return {
    step: (read, all) => {
      const part = all === 0 ? 20 : Math.floor((read / all) * 20);
      // Small files are read before anybody could see it.
      if (chosen === "none" || part === last || all < 4_000_000) return;
      last = part;
      if (chosen === "json")
        stream.write(`${JSON.stringify({ type: "progress", about: "reading", done: read, total: all })}\n`);
      else if (chosen === "plain") stream.write(`reading: ${part * 5} %\n`);
      else {
        stream.write(`\r\u001b[K${"█".repeat(part)}${"░".repeat(20 - part)} reading, ${part * 5} %`);
        shown = true;
      }
    },
    end: () => {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
}
