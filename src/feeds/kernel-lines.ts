import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One line of kernels that is kept for years. */
export interface KernelLine {
  /** For example 5.10. */
  readonly line: string;
  /** yyyy-mm of the last release; null where it was still kept on the list's day. */
  readonly ended: string | null;
}

export interface KernelLines {
  /** yyyy-mm-dd: the day on which the list was right. */
  readonly asOf: string;
  readonly lines: readonly KernelLine[];
}

const ended: readonly (readonly [line: string, ended: string | null])[] = [
  ["3.4", "2016-10"],
  ["3.10", "2017-11"],
  ["3.18", "2017-02"],
  ["4.4", "2022-02"],
  ["4.9", "2023-01"],
  ["4.14", "2024-01"],
  ["4.19", "2024-12"],
  ["5.4", "2025-12"],
  ["5.10", null],
  ["5.15", null],
  ["6.1", null],
  ["6.6", null],
  ["6.12", null],
];

const value: KernelLines = {
  asOf: "2026-01-31",
  lines: ended.map(([line, end]) => ({ line, ended: end })),
};

/** Until when the lines of the Linux kernel that phones run were kept by its makers. Comes with Candor; not fetched. */
export const kernelLines = defineFeed<KernelLines>({
  id: "kernel-lines",
  about: "Until when the lines of the Linux kernel got fixes",
  publisher: "Candor, after the releases of kernel.org",
  licence: "Apache-2.0",
  homepage: "https://www.kernel.org/category/releases.html",
  files: {},
  parse: () => {
    throw new FormatError("kernel-lines", "this list comes with Candor");
  },
  count: ({ lines }) => lines.length,
  embedded: { date: value.asOf, value },
});
