import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

export type SettingsNamespace = "global" | "secure" | "system";

/** One block of `dumpsys settings`: the settings of one namespace for one user. */
export interface SettingsBlock {
  readonly namespace: SettingsNamespace;
  readonly user: number;
  /** Values by name; a setting without a value is "null", as `settings list` prints it. */
  readonly settings: Readonly<Record<string, string>>;
}

const blockHead = /^([A-Z]+) SETTINGS \(user (\d{1,9})\)$/;
const settingHead = /^_id:\S+ name:(\S+) (?:pkg:\S+ )?value:/;

/**
 * Parses `dumpsys settings`: blocks `SECURE SETTINGS (user 0)` of settings `_id:1 name:a pkg:b value:c default:d …`. A value may
 * hold line breaks. Other blocks (CONFIG, SSAID) and the history of operations are passed over.
 *
 * @throws FormatError when there is no block, or a setting stands twice in one: a value may imitate another setting.
 * AOSP: frameworks/base/packages/SettingsProvider/…/SettingsProvider.java (dumpForUserLocked).
 */
export function parseSettingsDump(text: string): readonly SettingsBlock[] {
  const blocks: { namespace: SettingsNamespace; user: number; records: string[] }[] = [];
  let block: (typeof blocks)[number] | undefined;
  for (const line of text.split("\n")) {
    const head = blockHead.exec(line);
    if (head) {
      const namespace = (head[1] ?? "").toLowerCase();
      block = isNamespace(namespace) ? { namespace, user: Number(head[2]), records: [] } : undefined;
      if (block) blocks.push(block);
    } else if (line === "Historical operations" || line === "Generation registry") block = undefined;
    else if (block && line.startsWith("_id:")) block.records.push(line);
    else if (block && block.records.length > 0) block.records.push(`${block.records.pop()}\n${line}`);
  }
  if (blocks.length === 0) throw new FormatError("dumpsys settings", "no block of settings found");
  if (new Set(blocks.map(({ namespace, user }) => `${namespace} ${user}`)).size < blocks.length)
    throw new FormatError("dumpsys settings", "a block of settings stands in it twice");
  return blocks.map(({ namespace, user, records }) => ({ namespace, user, settings: settingsOf(records) }));
}

/** Prints settings as `settings list` does. A line of a value that looks like a setting is indented, so that it cannot pose as one. */
export function printSettingsList(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value.replaceAll("\n", "\n ")}\n`)
    .join("");
}

function settingsOf(records: readonly string[]): Readonly<Record<string, string>> {
  const settings = table<string>();
  for (const record of records) {
    const head = settingHead.exec(record);
    if (!head) throw new FormatError("dumpsys settings", `unknown layout of the line "${record.slice(0, 60)}"`);
    const name = head[1] ?? "";
    if (name in settings) throw new FormatError("dumpsys settings", `the setting ${name} stands in it twice`);
    const value = withoutDefault(record.slice(head[0].length).trimEnd());
    settings[name] = value === "{null}" ? "null" : value;
  }
  return settings;
}

/**
 * The value without ` default:… defaultSystemSet:true tag:…`. Value and default may hold any text, so where the words stand
 * several times the place is taken that makes value and default the same, else the last.
 */
function withoutDefault(rest: string): string {
  const system = rest.lastIndexOf(" defaultSystemSet:");
  if (system < 0) return rest.replace(/ tag:\S+$/, "");
  const both = rest.slice(0, system);
  const middle = (both.length - " default:".length) / 2;
  if (Number.isInteger(middle) && both.startsWith(" default:", middle) && both.endsWith(both.slice(0, middle)))
    return both.slice(0, middle);
  const last = both.lastIndexOf(" default:");
  return last < 0 ? rest : both.slice(0, last);
}

function isNamespace(word: string): word is SettingsNamespace {
  return word === "global" || word === "secure" || word === "system";
}
