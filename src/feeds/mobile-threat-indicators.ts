import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { table } from "../core/json.ts";
import { parseStix, type StixBundle, type StixIndicator } from "../formats/stix.ts";
import { embeddedThreats } from "./embedded/mobile-threats.ts";
import { parseThreatIndex, type ThreatSet } from "./threat-index.ts";

/** One sign of known spyware. */
export interface ThreatIndicator {
  readonly kind:
    | "package"
    | "domain"
    | "ip"
    | "sha256"
    | "sha1"
    | "md5"
    | "certificate-sha1"
    | "certificate-sha256"
    | "certificate-md5"
    | "file-path"
    | "file-name"
    | "property"
    | "process"
    | "email"
    | "url"
    | "profile";
  /** Hashes in lower case, domains and mail addresses in lower case, everything else as published. */
  readonly value: string;
  /** Name of the malware as the set gives it. */
  readonly malware: string;
  /** Name of the set that it is from. */
  readonly campaign: string;
  readonly platform: "android" | "ios" | "unknown";
  /** The report behind the set; absent where the index names none. */
  readonly reference?: string;
}

export interface ThreatIndicators {
  readonly indicators: readonly ThreatIndicator[];
}

const index = "indicators.yaml";

/** Signs of spyware that research has documented: the sets which the mobile verification toolkit's index names. */
export const mobileThreatIndicators = defineFeed<ThreatIndicators>({
  id: "mobile-threat-indicators",
  about: "Signs of spyware that research groups have documented: packages, files, hashes, servers",
  publisher: "MVT project, with Amnesty International, Citizen Lab and others",
  licence: "MIT; the sets of AmnestyTech/investigations under their own terms",
  homepage: "https://github.com/mvt-project/mvt-indicators",
  files: {
    [index]: {
      url: "https://raw.githubusercontent.com/mvt-project/mvt-indicators/main/indicators.yaml",
      maxBytes: 500_000,
    },
  },
  follow: (files, readers) =>
    table(
      parseThreatIndex(files[index] ?? "", readers).map(
        (set) => [set.file, { url: set.url, maxBytes: 8_000_000 }] as const,
      ),
    ),
  parse: (files, readers) => {
    const sets = Object.hasOwn(files, index) ? parseThreatIndex(files[index] ?? "", readers) : [];
    const names = Object.keys(files).filter((name) => name !== index);
    if (names.length === 0) throw new FormatError("mobile-threat-indicators", "no set of indicators");
    return { indicators: names.flatMap((name) => setIndicators(name, files[name] ?? "", sets)) };
  },
  count: ({ indicators }) => indicators.length,
  published: (files) =>
    newestDate(
      Object.keys(files)
        .filter((name) => name !== index)
        .map((name) => files[name] ?? ""),
    ),
  embedded: embeddedThreats,
});

function setIndicators(file: string, text: string, sets: readonly ThreatSet[]): readonly ThreatIndicator[] {
  const set = sets.find((candidate) => candidate.file === file);
  const campaign = set?.name ?? file.replace(/\.stix2?$/, "");
  const bundle = parseStix(text);
  const about = [campaign, ...bundle.malware.flatMap(({ name, description }) => [name, description])].join(" ");
  const indicators = new Map<string, ThreatIndicator>();
  for (const indicator of bundle.indicators) {
    const known = kindOf(indicator);
    if (known === null) continue;
    const [kind, value] = known;
    const malware = indicator.malware[0] ?? soleMalware(bundle) ?? campaign;
    const platform = platformOf(kind, value, file, about);
    const reference = set?.references[0];
    const entry = { kind, value, malware, campaign, platform, ...(reference === undefined ? {} : { reference }) };
    indicators.set(`${kind} ${value} ${malware}`, entry);
  }
  return [...indicators.values()];
}

function soleMalware({ malware }: StixBundle): string | undefined {
  return malware.length === 1 && malware[0]?.name !== "" ? malware[0]?.name : undefined;
}

const kinds = table<ThreatIndicator["kind"]>([
  ["app:id", "package"],
  ["domain-name:value", "domain"],
  ["ipv4-addr:value", "ip"],
  ["ipv6-addr:value", "ip"],
  ["file:hashes.sha256", "sha256"],
  ["file:hashes.sha1", "sha1"],
  ["file:hashes.md5", "md5"],
  ["app:cert.sha1", "certificate-sha1"],
  ["app:cert.sha256", "certificate-sha256"],
  ["app:cert.md5", "certificate-md5"],
  ["file:path", "file-path"],
  ["file:name", "file-name"],
  ["android-property:name", "property"],
  ["process:name", "process"],
  ["email-addr:value", "email"],
  ["url:value", "url"],
  ["configuration-profile:id", "profile"],
]);

const hashDigits = table([
  ["sha256", 64],
  ["sha1", 40],
  ["md5", 32],
]);

/** Kind and value in one spelling; null for what Candor has no use for, or a value that cannot be one of its kind. */
function kindOf({ field, value: raw }: StixIndicator): readonly [ThreatIndicator["kind"], string] | null {
  const kind = kinds[field];
  const value = raw.trim();
  if (kind === undefined || value === "" || value.length > 2_048 || /[\p{Cc}\p{Cf}]/u.test(value)) return null;
  const digits = hashDigits[kind.replace("certificate-", "")];
  if (digits !== undefined) {
    const hash = value.replaceAll(":", "").toLowerCase();
    return hash.length === digits && /^[0-9a-f]+$/.test(hash) ? [kind, hash] : null;
  }
  if (kind === "domain" && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return ["ip", value];
  return [kind, kind === "domain" || kind === "email" ? value.toLowerCase() : value];
}

/** Sets about iPhones whose own words do not say so. */
const iosSets = new Set(["coruna.stix2", "darksword.stix2", "kingspawn.stix2"]);

/** What the indicator itself tells comes first; then the words of its set. */
function platformOf(
  kind: ThreatIndicator["kind"],
  value: string,
  file: string,
  about: string,
): ThreatIndicator["platform"] {
  if (kind === "property" || kind.startsWith("certificate-")) return "android";
  if (kind === "profile") return "ios";
  if (kind === "file-path" && /^\/(?:private|var|Library|System|Applications)\//.test(value)) return "ios";
  if (kind === "file-path" && /^\/(?:data|sdcard|storage|system|vendor|product)\//.test(value)) return "android";
  const ios = iosSets.has(file) || /\b(?:iOS|iPhone|iMessage)\b/.test(about);
  const android = /\bAndroid\b/.test(about);
  if (ios !== android) return ios ? "ios" : "android";
  return kind === "package" ? "android" : "unknown";
}

function newestDate(bundles: readonly string[]): string | null {
  const dates = bundles.flatMap((text) => parseStix(text).modified ?? []).sort();
  return dates.at(-1) ?? null;
}
