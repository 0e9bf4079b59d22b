import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";

/** The running kernel. */
export interface KernelVersion {
  /** For example 5.10.209-android12-9-00019-g6ba4ddb9a3f1. */
  readonly release: string;
  /** The whole line: release, who built it with which compiler, and when. */
  readonly text: string;
}

/** The running kernel, its builder and its date. */
export const kernelVersion = defineFact({
  id: "kernel-version",
  about: "The running kernel",
  read: () => [["cat", "/proc/version"]],
  parse: ([text = ""]) => parseKernelVersion(text),
  otherwise: [
    reading({
      read: () => [["bugreport", "header"]],
      parse: ([text = ""]) => parseKernelVersion(/^Kernel: (.*)$/m.exec(text)?.[1] ?? ""),
    }),
  ],
});

function parseKernelVersion(text: string): KernelVersion {
  const match = /^Linux version (\S{1,200})/.exec(text);
  if (!match) throw new FormatError("kernel version", "no Linux version found");
  return { release: match[1] as string, text: text.trim().slice(0, 1000) };
}
