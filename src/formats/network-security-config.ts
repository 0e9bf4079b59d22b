import { FormatError } from "../core/errors.ts";
import { isReference } from "./arsc-lookup.ts";
import { type AxmlDocument, type AxmlElement, valueType } from "./axml.ts";

/** A network security configuration as it is written. */
export interface NetworkSecurityConfig {
  readonly base: NetworkRules | null;
  /** Outer ones before those nested in them. */
  readonly domains: readonly DomainRules[];
  /** In effect only where the app is debuggable: certificate authorities that it trusts besides. */
  readonly debugTrustAnchors: readonly TrustAnchor[] | null;
  /** Why Android would refuse it; the app then cannot connect at all, so it is more likely that nothing reads it. */
  readonly errors: readonly string[];
}

/** What a `<base-config>` or `<domain-config>` says; null: nothing, so what stands around it counts. */
export interface NetworkRules {
  readonly cleartext: boolean | null;
  readonly trustAnchors: readonly TrustAnchor[] | null;
  readonly pins: PinSet | null;
  readonly certificateTransparency: boolean | null;
}

/** A `<domain-config>`. */
export interface DomainRules extends NetworkRules {
  readonly domains: readonly { readonly name: string; readonly includeSubdomains: boolean }[];
  /** The one that it is nested in, by its place in `domains`; null: none. */
  readonly parent: number | null;
}

/** A set of certificate authorities that is trusted. */
export interface TrustAnchor {
  /** Those of the system, those that the owner (or someone else with the phone) added, or a file of the app. */
  readonly source: "system" | "user" | "resource" | "unknown";
  /** Resource id of the app's file, 0 otherwise. */
  readonly resource: number;
  /** Certificates of these are accepted whatever is pinned. */
  readonly overridePins: boolean;
}

/** Keys of which one must be among those that a server shows. */
export interface PinSet {
  /** SHA-256 of the key, base64. */
  readonly pins: readonly string[];
  /** `yyyy-MM-dd`, from which on nothing is pinned any more; null: never. */
  readonly expires: string | null;
}

/** More than this many `<domain-config>` are not read. */
const maxConfigs = 10_000;
/** The types of values from `decimal` to this one are integers. */
const lastInteger = 0x1f;

/**
 * Reads a network security configuration.
 *
 * @throws FormatError when it is none.
 * AOSP frameworks/base core/java/android/security/net/config/XmlConfigSource.java;
 * https://developer.android.com/privacy-and-security/security-config
 */
export function readNetworkSecurityConfig({ root }: AxmlDocument): NetworkSecurityConfig {
  if (root.name !== "network-security-config")
    throw new FormatError("network security configuration", "its outermost element is another one");
  const errors: string[] = [];
  const seen = new Set<string>();
  const only = (tag: string) => {
    const found = root.children.filter(({ name }) => name === tag);
    if (found.length > 1) note(errors, `several <${tag}>`);
    return found[0];
  };
  const base = only("base-config");
  const debug = only("debug-overrides");
  const domains: DomainRules[] = [];
  for (const child of root.children)
    if (child.name === "domain-config") readDomainConfig(child, null, { domains, errors, seen });
  if (base) refuseParts(base, errors);
  if (debug) refuseParts(debug, errors);
  return {
    base: base ? readRules(base, errors, false) : null,
    domains,
    debugTrustAnchors: debug ? readTrustAnchors(debug, errors, true) : null,
    errors,
  };
}

interface Reading {
  readonly domains: DomainRules[];
  readonly errors: string[];
  readonly seen: Set<string>;
}

/** Depth is bounded by that of the document. */
function readDomainConfig(element: AxmlElement, parent: number | null, reading: Reading): void {
  const { domains, errors, seen } = reading;
  if (domains.length >= maxConfigs) {
    note(errors, `more than ${maxConfigs} <domain-config>`);
    return;
  }
  const names = element.children.filter(({ name }) => name === "domain").map(readDomain);
  if (names.length === 0) note(errors, "a <domain-config> without <domain>");
  for (const { name } of names) {
    if (name === "") note(errors, "an empty <domain>");
    else if (seen.has(name)) note(errors, `${name} stands twice`);
    seen.add(name);
  }
  const own = domains.length;
  domains.push({ ...readRules(element, errors, false), domains: names, parent });
  for (const child of element.children) if (child.name === "domain-config") readDomainConfig(child, own, reading);
}

function readDomain(element: AxmlElement): DomainRules["domains"][number] {
  return {
    name: element.text.trim().toLowerCase(),
    includeSubdomains: flag(element, "includeSubdomains", false) ?? false,
  };
}

function readRules(element: AxmlElement, errors: string[], isDebug: boolean): NetworkRules {
  const transparency = element.children.find(({ name }) => name === "certificateTransparency");
  return {
    cleartext: flag(element, "cleartextTrafficPermitted", true),
    trustAnchors: readTrustAnchors(element, errors, isDebug),
    pins: readPins(element, errors),
    certificateTransparency: transparency ? flag(transparency, "enabled", false) : null,
  };
}

function readTrustAnchors(element: AxmlElement, errors: string[], isDebug: boolean): TrustAnchor[] | null {
  const found = element.children.filter(({ name }) => name === "trust-anchors");
  if (found.length > 1) note(errors, "several <trust-anchors> in one place");
  const certificates = found[0]?.children.filter(({ name }) => name === "certificates");
  return certificates?.map((each) => readTrustAnchor(each, errors, isDebug)) ?? null;
}

function readTrustAnchor(element: AxmlElement, errors: string[], isDebug: boolean): TrustAnchor {
  const overridePins = flag(element, "overridePins", isDebug) ?? isDebug;
  const src = element.attributes.find(({ name }) => name === "src");
  if (src && isReference(src)) return { source: "resource", resource: src.data, overridePins };
  const text = src?.raw ?? src?.text;
  const source = text === "system" || text === "user" ? text : "unknown";
  if (source === "unknown") note(errors, "<certificates> of an unknown source");
  return { source, resource: 0, overridePins };
}

function readPins(element: AxmlElement, errors: string[]): PinSet | null {
  const found = element.children.filter(({ name }) => name === "pin-set");
  if (found.length > 1) note(errors, "several <pin-set> in one place");
  const [set] = found;
  if (!set) return null;
  const expires = text(set, "expiration");
  if (expires !== null && !/^\d{4}-\d{1,2}-\d{1,2}$/.test(expires)) note(errors, "an expiry that is no date");
  const pins = set.children.filter(({ name }) => name === "pin");
  for (const pin of pins) {
    if (text(pin, "digest") !== "SHA-256") note(errors, "a pin of another kind than SHA-256");
    if (!/^[A-Za-z0-9+/]{43}=$/.test(pin.text.trim())) note(errors, "a pin that is no SHA-256 in base64");
  }
  return { pins: pins.map((pin) => pin.text.trim()), expires };
}

/** What only `<domain-config>` may hold. */
function refuseParts({ name, children }: AxmlElement, errors: string[]): void {
  for (const child of children)
    if (child.name === "domain" || child.name === "domain-config" || child.name === "pin-set")
      note(errors, `<${child.name}> in <${name}>`);
}

/** The attributes of this format have no resource id and go by their names. */
function text(element: AxmlElement, name: string): string | null {
  const attribute = element.attributes.find((each) => each.name === name);
  return attribute?.raw ?? attribute?.text ?? null;
}

/** Android counts on the build tools to have made yes or no of it: what is anything else counts as `otherwise`. */
function flag(element: AxmlElement, name: string, otherwise: boolean): boolean | null {
  const attribute = element.attributes.find((each) => each.name === name);
  if (!attribute) return null;
  return attribute.type >= valueType.decimal && attribute.type <= lastInteger ? attribute.data !== 0 : otherwise;
}

function note(errors: string[], error: string): void {
  if (errors.length < 20 && !errors.includes(error)) errors.push(error);
}
