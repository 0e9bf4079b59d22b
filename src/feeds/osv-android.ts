import { FormatError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import type { BulletinFix } from "./android-bulletins.ts";
import { type BulletinPart, bulletinSeverities } from "./bulletin-table.ts";

const name = "osv-android.jsonl";
const maxFixes = 60_000;
const day = /^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/;

/** API levels by the version that OSV names. */
const apiLevels: Readonly<Record<string, number>> = {
  "10": 29,
  "11": 30,
  "12": 31,
  "12L": 32,
  "12.1": 32,
  "13": 33,
  "14": 34,
  "15": 35,
  "16": 36,
  "17": 37,
};

/**
 * What is kept of one advisory of OSV's ecosystem Android (https://ossf.github.io/osv-schema): which numbers, which parts of which versions,
 * and the patch level that promises the fix. Null for what concerns Google's own phones alone (PUB-A) or was withdrawn. The signatures of source
 * code that most of it consists of are left out.
 *
 * @throws FormatError when it is no advisory
 */
export function keptAdvisory(document: unknown): Json | null {
  const id = member(document, "id");
  if (typeof id !== "string" || !/^[A-Z]{2,10}-[A-Za-z0-9.-]{1,60}$/.test(id))
    throw new FormatError(name, "an advisory without a number");
  if (!id.startsWith("ASB-A-") || member(document, "withdrawn") !== undefined) return null;
  const aliases = texts(member(document, "aliases") ?? []).filter((each) => /^CVE-\d{4}-\d{1,12}$/.test(each));
  const affected = list(member(document, "affected") ?? []).flatMap((each) => {
    const pack = member(each, "package") ?? {};
    const more = member(each, "ecosystem_specific") ?? {};
    const [part, level, severity] = [member(pack, "name"), member(more, "spl"), member(more, "severity")];
    if (typeof part !== "string" || typeof level !== "string" || !day.test(level)) return [];
    const versions = texts(member(each, "versions") ?? []);
    return [{ part: part.slice(0, 200), level, severity: typeof severity === "string" ? severity : null, versions }];
  });
  return { id, aliases, affected } as unknown as Json;
}

/**
 * Reads advisories as `keptAdvisory` keeps them, one a line.
 *
 * @throws FormatError when a line is none, or there is no fix in it
 */
export function parseOsvAndroid(text: string): readonly BulletinFix[] {
  const fixes = text
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      let document: unknown;
      try {
        document = JSON.parse(line);
      } catch {
        throw new FormatError(name, "a line that is no JSON");
      }
      return fixesOf(document);
    });
  if (fixes.length === 0 || fixes.length > maxFixes) throw new FormatError(name, "no fix in it, or too many");
  return fixes;
}

function fixesOf(document: unknown): readonly BulletinFix[] {
  const id = String(member(document, "id"));
  const cves = texts(member(document, "aliases"));
  const found = new Map<string, BulletinFix & { sdks?: number[] }>();
  for (const each of list(member(document, "affected"))) {
    const part = partOf(String(member(each, "part")));
    const level = String(member(each, "level"));
    if (!day.test(level)) throw new FormatError(name, "a patch level that is none");
    const told = String(member(each, "severity") ?? "").toLowerCase();
    const severity = bulletinSeverities.find((one) => one === told) ?? null;
    const sdks = texts(member(each, "versions")).flatMap((version) => apiLevels[version] ?? []);
    // Of a part of Android itself it is the versions that tell whom it concerns.
    if (part === "system" && sdks.length === 0) continue;
    for (const number of cves.length > 0 ? cves : [id]) {
      const key = `${number} ${level} ${part}`;
      const known = found.get(key);
      if (known?.sdks) known.sdks.push(...sdks.filter((sdk) => !known.sdks?.includes(sdk)));
      else if (!known)
        found.set(key, { id: number, severity, part, level, ...(part === "system" && { sdks: [...sdks] }) });
    }
  }
  return [...found.values()];
}

/** OSV names the kernel and chips by marks of its own; all else are projects of Android. */
function partOf(part: string): BulletinPart {
  if (part.startsWith(":linux_kernel:")) return "kernel";
  if (/socversion/i.test(part)) return "vendor";
  return "system";
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new FormatError(name, "no advisory");
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length > 10_000) throw new FormatError(name, "no list, or too long");
  return value;
}

function texts(value: unknown): readonly string[] {
  return list(value).map((each) => {
    if (typeof each !== "string" || each.length > 200) throw new FormatError(name, "a list that is none of texts");
    return each;
  });
}
