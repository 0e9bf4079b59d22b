import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/**
 * Parses `settings list <namespace>`: lines `name=value`; a value may hold line breaks, so a line without a plausible
 * name belongs to the value before it.
 *
 * A value with a line break can imitate another setting. A name that stands twice with different values is therefore left out: what it
 * is cannot be told.
 *
 * @returns values by name. A value "null" is what the phone prints for a setting without a value.
 * @throws FormatError when the first line is not a setting.
 * AOSP: frameworks/base/packages/SettingsProvider/…/SettingsService.java.
 */
export function parseSettingsList(text: string): Record<string, string> {
  const entries: [name: string, value: string][] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const match = /^([^\s=][^=\n]{0,255}?)=(.*)$/.exec(line);
    const last = entries.at(-1);
    if (match) entries.push([match[1] as string, match[2] as string]);
    else if (last) last[1] += `\n${line}`;
    else throw new FormatError("settings list", `unexpected line "${line.slice(0, 60)}"`);
  }
  return unambiguous(entries);
}

function unambiguous(entries: readonly (readonly [name: string, value: string])[]): Record<string, string> {
  const settings = table<string>();
  const twice = new Set<string>();
  for (const [name, value] of entries) {
    if (Object.hasOwn(settings, name) && settings[name] !== value) twice.add(name);
    settings[name] = value;
  }
  for (const name of twice) delete settings[name];
  return settings;
}
