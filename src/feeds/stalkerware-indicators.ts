import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import type { Json } from "../core/json.ts";
import { embeddedStalkerware } from "./embedded/stalkerware.ts";

/** One product that is sold or used to watch a person. */
export interface StalkerwareEntry {
  readonly name: string;
  /** stalkerware hides itself; watchware is open monitoring (parents, employers) that can be misused. */
  readonly type: "stalkerware" | "watchware";
  readonly packages: readonly string[];
  /** SHA-1 of signing certificates, 40 upper-case hexadecimal digits. */
  readonly certificates: readonly string[];
  /** Domains that the app itself talks to, lower case. The vendor's own sites are not among them: a visit is no infection. */
  readonly domains: readonly string[];
  /** Addresses that the app talks to; absent where the list names none. */
  readonly ips?: readonly string[];
  /** The vendor's sites; absent where the list names none. */
  readonly websites?: readonly string[];
  /** Other names under which it is sold; absent where the list names none. */
  readonly otherNames?: readonly string[];
}

export interface StalkerwareIndicators {
  readonly entries: readonly StalkerwareEntry[];
}

const base = "https://raw.githubusercontent.com/AssoEchap/stalkerware-indicators/master";

/** Stalkerware and watchware: packages, signing certificates and servers, gathered by Echap. */
export const stalkerwareIndicators = defineFeed<StalkerwareIndicators>({
  id: "stalkerware-indicators",
  about: "Apps made to watch a person in secret: their packages, signing certificates and servers",
  publisher: "Echap",
  licence: "CC-BY-4.0",
  homepage: "https://github.com/AssoEchap/stalkerware-indicators",
  files: {
    "ioc.yaml": { url: `${base}/ioc.yaml`, maxBytes: 2_000_000 },
    "watchware.yaml": { url: `${base}/watchware.yaml`, maxBytes: 1_000_000 },
  },
  parse: (files, { yaml }) => ({
    entries: [
      ...entriesOf("ioc.yaml", yaml(files["ioc.yaml"] ?? ""), "stalkerware"),
      ...entriesOf("watchware.yaml", yaml(files["watchware.yaml"] ?? ""), "watchware"),
    ],
  }),
  count: ({ entries }) => entries.length,
  embedded: embeddedStalkerware,
});

function entriesOf(file: string, items: Json, type: StalkerwareEntry["type"]): readonly StalkerwareEntry[] {
  if (!Array.isArray(items)) throw new FormatError(file, "not a list");
  const entries = (items as readonly Json[]).map((item, i) => entryOf(item, type, `${file}, entry ${i + 1}`));
  if (!entries.some((entry) => entry.packages.length > 0)) throw new FormatError(file, "no package name in it");
  return entries;
}

function entryOf(item: Json, type: StalkerwareEntry["type"], where: string): StalkerwareEntry {
  if (!isMap(item)) throw new FormatError(where, "not a map");
  const name = own(item, "name");
  if (typeof name !== "string" || !/^[^\p{Cc}\p{Cf}]{1,200}$/u.test(name)) throw new FormatError(where, "no name");
  const said = own(item, "type");
  const c2 = own(item, "c2");
  const server = isMap(c2) ? c2 : {};
  // "ip" is the spelling of one published entry.
  const ips = [...values(server, "ips", address), ...values(server, "ip", address)];
  const websites = values(item, "websites", domain);
  const otherNames = values(item, "names", label).filter((other) => other !== name);
  return {
    name,
    type: said === "stalkerware" || said === "watchware" ? said : type,
    packages: values(item, "packages", packageName),
    certificates: values(item, "certificates", sha1).map((hash) => hash.toUpperCase()),
    domains: values(server, "domains", domain).map((host) => host.toLowerCase()),
    ...(ips.length > 0 ? { ips } : {}),
    ...(websites.length > 0 ? { websites } : {}),
    ...(otherNames.length > 0 ? { otherNames } : {}),
  };
}

const packageName = /^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+){0,30}$/;
const sha1 = /^[0-9A-Fa-f]{40}$/;
const domain = /^[^\s\p{Cc}\p{Cf}]{1,253}$/u;
const address = /^[0-9a-fA-F.:]{3,45}$/;
const label = /^[^\p{Cc}\p{Cf}]{1,200}$/u;

/** The strings of a list that look right, each once; whatever else stands there is left out. */
function values(map: { readonly [key: string]: Json }, key: string, shape: RegExp): readonly string[] {
  const list = own(map, key);
  if (!Array.isArray(list)) return [];
  const strings = (list as readonly Json[]).flatMap((value) => (typeof value === "string" ? [value.trim()] : []));
  return [...new Set(strings.filter((value) => value.length <= 255 && shape.test(value)))];
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(map: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
