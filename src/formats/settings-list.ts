import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/**
 * Parses `settings list <namespace>`: lines `name=value`; a value may hold line breaks, so a line without a plausible
 * name belongs to the value before it.
 *
 * @returns values by name. A value "null" is what the phone prints for a setting without a value.
 * @throws FormatError when the first line is not a setting.
 * AOSP: frameworks/base/packages/SettingsProvider/…/SettingsService.java.
 */
export function parseSettingsList(text: string): Record<string, string> {
  const settings = table<string>();
  let last: string | undefined;
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const match = /^([^\s=][^=\n]{0,255}?)=(.*)$/.exec(line);
    if (match) {
      last = match[1] as string;
      settings[last] = match[2] as string;
    } else if (last !== undefined) settings[last] += `\n${line}`;
    else throw new FormatError("settings list", `unexpected line "${line.slice(0, 60)}"`);
  }
  return settings;
}
