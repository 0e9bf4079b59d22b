import type { XmlElement } from "./axml-writer.ts";

/** What a network security configuration says of all hosts, or of some. */
export interface NetworkRulesSpec {
  readonly cleartext?: boolean;
  /** Whether certificate authorities that the owner added are trusted besides the system's. */
  readonly userAuthorities?: boolean;
  /** SHA-256 of keys, base64. */
  readonly pins?: readonly string[];
}

/** A network security configuration. */
export interface NetworkSecuritySpec extends NetworkRulesSpec {
  readonly domains?: readonly (NetworkRulesSpec & {
    readonly names: readonly string[];
    readonly includeSubdomains?: boolean;
  })[];
  /** Trusted besides while the app is debuggable. */
  readonly debugUserAuthorities?: boolean;
}

/**
 * A network security configuration as a tree.
 *
 * https://developer.android.com/privacy-and-security/security-config
 */
export function networkSecurityXml(spec: NetworkSecuritySpec): XmlElement {
  const domains = (spec.domains ?? []).map((each) => ({
    ...rules("domain-config", each, [
      ...each.names.map((name) => ({
        name: "domain",
        attributes: { includeSubdomains: each.includeSubdomains },
        text: name,
      })),
      ...pinSet(each.pins),
    ]),
  }));
  const debug = { name: "debug-overrides", children: anchors(["system", "user"]) };
  return {
    name: "network-security-config",
    children: [rules("base-config", spec, []), ...domains, ...(spec.debugUserAuthorities === true ? [debug] : [])],
  };
}

function rules(
  name: string,
  { cleartext, userAuthorities }: NetworkRulesSpec,
  first: readonly XmlElement[],
): XmlElement {
  const trusted = userAuthorities === undefined ? [] : anchors(userAuthorities ? ["system", "user"] : ["system"]);
  return { name, attributes: { cleartextTrafficPermitted: cleartext }, children: [...first, ...trusted] };
}

function anchors(sources: readonly string[]): XmlElement[] {
  const children = sources.map((src) => ({ name: "certificates", attributes: { src } }));
  return [{ name: "trust-anchors", children }];
}

function pinSet(pins: readonly string[] = []): XmlElement[] {
  const children = pins.map((text) => ({ name: "pin", attributes: { digest: "SHA-256" }, text }));
  return children.length > 0 ? [{ name: "pin-set", children }] : [];
}
