import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/**
 * Parses `getprop`: lines `[name]: [value]`; a value may span lines.
 *
 * @returns properties by name; a property that is set but empty is "".
 * @throws FormatError when a line is outside of any property, or the last one is not closed.
 * AOSP: system/core/toolbox/getprop, packages/modules/adb bugreports.
 */
export function parseGetprop(text: string): Record<string, string> {
  const properties = table<string>();
  let open: { name: string; value: string } | undefined;
  let count = 0;
  for (const line of text.trimEnd().split("\n")) {
    const start = open ? undefined : /^\[([^\]]+)\]: \[(.*)$/.exec(line);
    if (start) open = { name: start[1] as string, value: start[2] as string };
    else if (open) open.value += `\n${line}`;
    else if (line.trim() !== "") throw new FormatError("getprop", `unexpected line "${line.slice(0, 60)}"`);
    if (open?.value.endsWith("]")) {
      properties[open.name] = open.value.slice(0, -1);
      open = undefined;
      count++;
    }
  }
  if (open) throw new FormatError("getprop", `the value of ${open.name} is not closed`);
  if (count === 0) throw new FormatError("getprop", "no property found");
  return properties;
}
