import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseBootParameters } from "../formats/boot-parameters.ts";

/**
 * What the bootloader told the kernel about verified boot, by parameter name without `androidboot.`. Unlike the properties
 * made from it, a running system cannot rewrite it without changing the kernel. Most phones show it in bug reports alone.
 */
export const kernelCommandLine = defineFact({
  id: "kernel-command-line",
  about: "What the bootloader told the kernel about verified boot",
  read: () => [["sh", "-c", "cat /proc/cmdline 2>&1; cat /proc/bootconfig 2>&1; echo end"]],
  parse: ([text = ""]) => {
    if (!/(?:^|\n)end\n*$/.test(text)) throw new FormatError("boot parameters", "the answer breaks off before its end");
    return parseBootParameters(text);
  },
  otherwise: [
    reading({
      read: () => [["bugreport", "header"]],
      parse: ([text = ""]) => parseBootParameters(text),
    }),
  ],
});
