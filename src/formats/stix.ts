import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/** One comparison of an indicator's pattern. */
export interface StixIndicator {
  /** Left side in one spelling: `domain-name:value`, `app:id`, `file:hashes.sha256`, `app:cert.sha1` … */
  readonly field: string;
  readonly value: string;
  /** Names of the malware that the indicator indicates; empty where the bundle does not say. */
  readonly malware: readonly string[];
}

/** What Candor reads of a STIX 2 bundle. */
export interface StixBundle {
  readonly malware: readonly { readonly name: string; readonly description: string }[];
  readonly indicators: readonly StixIndicator[];
  /** Indicators whose pattern is more than equal comparisons joined by OR: not usable without an engine, so left out. */
  readonly skipped: number;
  /** Newest `modified` of its objects, yyyy-mm-dd; null where there is none. */
  readonly modified: string | null;
}

const comparison = /^\s*([a-z][a-z0-9-]*:[A-Za-z0-9_.'"-]{1,100}?)\s*=\s*'((?:[^'\\]|\\[\s\S])*)'\s*/;

/**
 * Parses a STIX 2 bundle: malware, indicators and which indicates which.
 *
 * @throws FormatError when it is not a bundle or holds no indicator.
 * Specification: OASIS STIX 2.1, sections 4.7 (indicator), 9 (patterns).
 */
export function parseStix(text: string): StixBundle {
  const objects = bundleObjects(text);
  const malware = table<{ name: string; description: string }>();
  const indicated = table<string[]>();
  for (const object of objects) {
    const { type, id } = object;
    if ((type === "malware" || type === "tool") && typeof id === "string") {
      malware[id] = { name: line(object["name"]), description: line(object["description"]) };
    }
    const { source_ref: source, target_ref: target } = object;
    if (type === "relationship" && typeof source === "string" && typeof target === "string") {
      indicated[source] = [...(indicated[source] ?? []), target].slice(0, 20);
    }
  }
  const indicators: StixIndicator[] = [];
  let skipped = 0;
  for (const object of objects) {
    if (object["type"] !== "indicator" || typeof object["pattern"] !== "string") continue;
    const targets = typeof object["id"] === "string" ? (indicated[object["id"]] ?? []) : [];
    const names = [...new Set(targets.flatMap((id) => malware[id]?.name ?? []))].filter((name) => name !== "");
    const comparisons = parsePattern(object["pattern"]);
    if (comparisons === null) skipped++;
    else for (const [field, value] of comparisons) indicators.push({ field, value, malware: names });
  }
  if (indicators.length + skipped === 0) throw new FormatError("stix", "no indicator in it");
  return { malware: Object.values(malware), indicators, skipped, modified: newest(objects) };
}

/** Equal comparisons joined by OR, as [left side, value] pairs; null for any richer pattern. */
export function parsePattern(pattern: string): readonly (readonly [string, string])[] | null {
  const found: (readonly [string, string])[] = [];
  let rest = pattern.slice(0, 10_000).trim();
  let open = false;
  while (rest !== "") {
    if (!open) {
      if (!rest.startsWith("[")) return null;
      open = true;
      rest = rest.slice(1);
    }
    const match = comparison.exec(rest);
    if (!match) return null;
    found.push([oneSpelling(match[1] as string), (match[2] as string).replace(/\\([\s\S])/g, "$1")]);
    rest = rest.slice(match[0].length);
    if (rest.startsWith("]")) {
      open = false;
      rest = rest.slice(1).trimStart();
    }
    if (rest === "" && !open) break;
    if (!/^OR\b/.test(rest)) return null;
    rest = rest.slice(2).trimStart();
    if (rest === "") return null;
  }
  return found.length > 0 && !open ? found : null;
}

/** `file:hashes.'SHA-256'`, `file:hashes."SHA256"` and `file:hashes.sha256` are one field. */
function oneSpelling(field: string): string {
  const plain = field.replaceAll(/['"]/g, "");
  return plain.includes(":hashes.") || plain.includes(":cert.")
    ? plain.toLowerCase().replace(/sha-(?=\d)/, "sha")
    : plain;
}

function bundleObjects(text: string): readonly Record<string, unknown>[] {
  let bundle: unknown;
  try {
    bundle = JSON.parse(text);
  } catch {
    throw new FormatError("stix", "not JSON");
  }
  if (!isObject(bundle) || bundle["type"] !== "bundle" || !Array.isArray(bundle["objects"])) {
    throw new FormatError("stix", "not a STIX 2 bundle");
  }
  return bundle["objects"].filter(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A short text of one line; "" for anything else. */
function line(value: unknown): string {
  return typeof value === "string"
    ? value
        .slice(0, 300)
        .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
        .trim()
    : "";
}

function newest(objects: readonly Record<string, unknown>[]): string | null {
  let date: string | null = null;
  for (const { modified } of objects) {
    if (typeof modified !== "string" || !/^\d{4}-\d{2}-\d{2}T/.test(modified)) continue;
    const day = modified.slice(0, 10);
    if (date === null || day > date) date = day;
  }
  return date;
}
