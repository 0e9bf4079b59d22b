import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/**
 * The boot parameters that say how far the phone's start was checked. All others are left out: among them are serial
 * numbers and hardware addresses.
 */
const kept = new Set([
  "verifiedbootstate",
  "veritymode",
  "vbmeta.device_state",
  "flash.locked",
  "secureboot.lockstate",
  "selinux",
]);

/**
 * Parses what the bootloader handed to the kernel: `androidboot.name=value` in a command line, and
 * `androidboot.name = "value"` in a boot configuration (Android 12 and newer).
 *
 * @returns the values of the parameters about verified boot, by their name without `androidboot.`; empty when there are boot
 * parameters, but none of these.
 * @throws FormatError when there is no boot parameter at all.
 * Layout: source.android.com/docs/core/architecture/bootloader/implementing-bootconfig.
 */
export function parseBootParameters(text: string): Record<string, string> {
  const parameters = table<string>();
  let count = 0;
  for (const match of text.matchAll(
    /\bandroidboot\.([\w.]{1,80})[ \t]{0,8}=[ \t]{0,8}("[^"\n]{0,200}"|[^\s"]{0,200})/g,
  )) {
    const [, name = "", value = ""] = match;
    count++;
    if (kept.has(name)) parameters[name] = value.replaceAll('"', "");
  }
  if (count === 0) throw new FormatError("boot parameters", "no androidboot parameter found");
  return parameters;
}
