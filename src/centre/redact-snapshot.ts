import type { Json } from "../core/json.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** How much of what names a person or a phone is taken out before others see it; each holds all before it. */
export const redactionLevels = ["none", "identifiers", "names"] as const;
export type RedactionLevel = (typeof redactionLevels)[number];

/** What each level takes out, in words. */
export const redactionWords: Readonly<Record<RedactionLevel, string>> = {
  none: "Nothing is taken out: serial numbers, addresses, accounts, names of users and networks are in it.",
  identifiers:
    "Taken out as far as they can be recognised: serial numbers, IMEI, hardware and network addresses, advertising and Android ids, e-mail addresses, telephone numbers.",
  names:
    "Taken out besides: the names of the phone, of its users and of networks. Apps, settings and findings stay: that is what it is about.",
};

/** A snapshot for others, and how many different values of each kind were replaced. */
export interface RedactedSnapshot {
  readonly snapshot: Snapshot;
  readonly replaced: Readonly<Record<string, number>>;
}

/**
 * Replaces what names a person or a phone, the same value by the same word (`serial-1`, `email-2`). Values are told by the name they stand
 * under, and then replaced wherever they stand; or by their shape. What neither tells stays, which whoever shares it has to be told.
 */
export function redactSnapshot(snapshot: Snapshot, level: RedactionLevel): RedactedSnapshot {
  if (level === "none") return { snapshot, replaced: {} };
  const words = new Words();
  const rules = level === "names" ? [...identifierKeys, ...nameKeys] : identifierKeys;
  const found = new Map<string, string>();
  collect(snapshot.facts as unknown as Json, "", (key, value) => {
    const rule = rules.find(({ pattern }) => pattern.test(key));
    if (rule && isTelling(value)) found.set(value, words.of(rule.kind, value));
  });
  // A phone on the cable is called by its serial number; a file may be called after a person.
  if (isTelling(snapshot.source.name)) found.set(snapshot.source.name, words.of("source", snapshot.source.name));
  // Longer ones first: one may be a part of another.
  const known = [...found].sort(([a], [b]) => b.length - a.length);
  const text = (value: string) => {
    let result = value;
    for (const [secret, word] of known) if (result.includes(secret)) result = result.replaceAll(secret, word);
    for (const { kind, pattern } of shapes) result = result.replace(pattern, (match) => words.of(kind, match));
    return result;
  };
  return { snapshot: mapped(snapshot as unknown as Json, text) as unknown as Snapshot, replaced: words.counts() };
}

/** What a value is called, by the name it stands under: a property, a setting, a field. */
const identifierKeys: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: "serial", pattern: /serialno$|^serial(?:_?number)?$/i },
  { kind: "imei", pattern: /imei|meid|imsi|iccid/i },
  { kind: "hardware-address", pattern: /(?:bt|wifi|wlan|bluetooth)_?\.?(?:mac)?_?addr(?:ess)?$|macaddr/i },
  { kind: "id", pattern: /android_id$|advertising_id$|gaid$|oaid$|vaid$|aaid$|cpuid$|\bpsno$|chipid$/i },
];

const nameKeys: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  {
    kind: "name",
    pattern: /device_name$|bluetooth_name$|hostname$|^lock_screen_owner_info$|^users\.name$|^users\.\d+\.name$/i,
  },
  { kind: "network", pattern: /ssid$/i },
];

/** Linear, and only what cannot be anything else. */
const shapes: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: "email", pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g },
  { kind: "hardware-address", pattern: /\b[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}\b/g },
  { kind: "telephone", pattern: /\+[1-9]\d{7,14}\b/g },
  { kind: "imei", pattern: /(?<![\d.])\d{15}(?![\d.])/g },
];

/** A short or common value would take half of the snapshot with it. */
function isTelling(value: string): boolean {
  return value.length >= 4 && !/^(?:null|true|false|unknown|owner|android|0+)$/i.test(value);
}

function collect(value: Json, path: string, see: (key: string, value: string) => void): void {
  if (typeof value === "string") see(path, value);
  else if (Array.isArray(value)) for (const each of value) collect(each, path, see);
  else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      // "users.name" tells what "name" does not; the field of a setting tells all by itself.
      const inside = ["value", "settings", "state"].includes(key) ? path : key === "name" ? `${path}.name` : key;
      collect(each as Json, inside, see);
    }
  }
}

function mapped(value: Json, text: (value: string) => string): Json {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((each) => mapped(each, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [text(key), mapped(each as Json, text)]));
}

/** Words that stand for values. */
class Words {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  of(kind: string, value: string): string {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const word = `[${kind}-${count}]`;
    this.#known.set(value, word);
    return word;
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort());
  }
}
