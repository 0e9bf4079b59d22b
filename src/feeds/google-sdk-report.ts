import { FormatError } from "../core/errors.ts";
import type { BulletinFix, KernelFloor } from "./android-bulletins.ts";
import { type BulletinPart, bulletinSeverities } from "./bulletin-table.ts";

const name = "android_sdk.json";
const maxFixes = 60_000;
const day = /^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/;

/** One fix as Google's list for one API level tells it. */
export type SdkFix = Omit<BulletinFix, "sdks" | "unverified">;

/**
 * Reads Google's list of vulnerabilities for one API level, as androidx.security.state reads it: `vulnerabilities` by patch level, each with
 * identifiers, severity and components, and `kernel_lts_versions` by patch level.
 *
 * @throws FormatError when it is not that list, or there is no fix in it.
 */
export function parseSdkReport(text: string): {
  readonly fixes: readonly SdkFix[];
  readonly kernels: readonly KernelFloor[];
} {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new FormatError(name, "it is no JSON");
  }
  const fixes = entries(member(document, "vulnerabilities")).flatMap(([level, groups]) => {
    if (!day.test(level) || !Array.isArray(groups)) throw new FormatError(name, "a patch level that is none");
    return groups.flatMap((group: unknown) => fixesOf(level, group));
  });
  if (fixes.length === 0 || fixes.length > maxFixes) throw new FormatError(name, "no fix in it, or too many");
  const kernels = entries(member(document, "kernel_lts_versions") ?? {}).map(([level, versions]) => {
    const all = texts(versions);
    if (!day.test(level) || !all.every((each) => /^\d{1,3}\.\d{1,3}(?:\.\d{1,5})?$/.test(each)))
      throw new FormatError(name, "a kernel that is none");
    return { level, versions: all };
  });
  return { fixes, kernels };
}

function fixesOf(level: string, group: unknown): readonly SdkFix[] {
  const cves = texts(member(group, "cve_identifiers") ?? []);
  const own = texts(member(group, "asb_identifiers") ?? []);
  // Fixes of Google's own phones alone (PUB-A) are promised by no level of other makers.
  if (cves.length === 0 && own.every((each) => each.startsWith("PUB-A-"))) return [];
  const told = member(group, "severity");
  const severity = bulletinSeverities.find((each) => each === String(told).toLowerCase()) ?? null;
  const part = partOf(texts(member(group, "components") ?? []));
  const ids = cves.length > 0 ? cves : own.slice(0, 1);
  if (!ids.every((id) => /^(?:CVE-\d{4}-\d{1,12}|[A-Z]{3}-A-\d{1,12})$/.test(id)))
    throw new FormatError(name, "a number that is none");
  return ids.map((id) => ({ id, severity, part, level }));
}

function partOf(components: readonly string[]): BulletinPart {
  if (components.some((each) => each.startsWith("com.google.android") || each.startsWith("com.android")))
    return "play-system";
  if (components.includes("vendor")) return "vendor";
  if (components.includes("kernel")) return "kernel";
  return components.includes("system") ? "system" : "not-told";
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new FormatError(name, "not that list");
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new FormatError(name, "not that list");
  return Object.entries(value);
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string" && each.length <= 100))
    throw new FormatError(name, "a list that is none of texts");
  return value as readonly string[];
}
