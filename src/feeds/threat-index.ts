import { FormatError } from "../core/errors.ts";
import type { ListReaders } from "../core/feed.ts";
import type { Json } from "../core/json.ts";

/** One set of indicators that the index names. */
export interface ThreatSet {
  readonly name: string;
  /** The name under which its file is stored. */
  readonly file: string;
  readonly url: string;
  readonly references: readonly string[];
}

const maxSets = 200;
/** Read from its own, fuller list instead: feed stalkerware-indicators. */
const elsewhere = "AssoEchap/stalkerware-indicators";

/**
 * Parses MVT's `indicators.yaml`: the sets published on GitHub, with the address of each.
 *
 * Sets of a type other than `github`, without a plain path, or with a path that climbs are left out.
 * @throws FormatError when it is not that index or no set remains.
 */
export function parseThreatIndex(text: string, { yaml }: ListReaders): readonly ThreatSet[] {
  const document = yaml(text);
  const items = map(document)?.["indicators"];
  if (!Array.isArray(items)) throw new FormatError("indicators.yaml", "no list of sets");
  const found = (items as readonly Json[]).slice(0, maxSets).flatMap((item) => setOf(item) ?? []);
  if (found.length === 0) throw new FormatError("indicators.yaml", "no set that can be fetched");
  const seen = new Set<string>();
  return found.flatMap((set) => {
    const file = seen.has(set.file) ? set.longName : set.file;
    if (seen.has(file)) return [];
    seen.add(file);
    return [{ name: set.name, file, url: set.url, references: set.references }];
  });
}

function setOf(item: Json): (ThreatSet & { readonly longName: string }) | null {
  const fields = map(item);
  const github = map(fields?.["github"]);
  if (!fields || !github || fields["type"] !== "github") return null;
  const { name, references } = fields;
  const parts = [github["owner"], github["repo"], github["branch"], github["path"]];
  if (typeof name !== "string" || !/^[^\p{Cc}\p{Cf}]{1,200}$/u.test(name)) return null;
  if (!parts.every((part) => typeof part === "string" && plainPath.test(part))) return null;
  const [owner, repo, , path] = parts as readonly string[] as readonly [string, string, string, string];
  if (`${owner}/${repo}` === elsewhere || path.split("/").some((step) => step.startsWith("."))) return null;
  return {
    name: name.replace(/ Indicators of Compromise$/, ""),
    file: path.slice(path.lastIndexOf("/") + 1),
    longName: `${owner}-${path.replaceAll("/", "-")}`,
    url: `https://raw.githubusercontent.com/${parts.join("/")}`,
    references: Array.isArray(references) ? references.filter(isAddress) : [],
  };
}

const plainPath = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;

function isAddress(value: Json): value is string {
  return typeof value === "string" && /^https:\/\/[^\s"'<>\p{Cc}]{1,500}$/u.test(value);
}

function map(value: Json | undefined): { readonly [key: string]: Json } | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.assign(Object.create(null) as object, value) as { readonly [key: string]: Json };
}
