import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readAxml } from "../../src/formats/axml.ts";
import { type NetworkSecurityApp, networkSecurityFor } from "../../src/formats/network-security-answer.ts";
import { type NetworkSecurityConfig, readNetworkSecurityConfig } from "../../src/formats/network-security-config.ts";
import { writeAxml, type XmlNode, type XmlValue } from "./axml-writer.ts";

const node = (name: string, attributes: Record<string, XmlValue> = {}, ...children: XmlNode[]): XmlNode => ({
  name,
  attributes,
  children,
});
const domain = (text: string, includeSubdomains?: boolean): XmlNode => ({
  name: "domain",
  text,
  attributes: includeSubdomains === undefined ? {} : { includeSubdomains },
});
const anchors = (...certificates: Record<string, XmlValue>[]) =>
  node("trust-anchors", {}, ...certificates.map((each) => node("certificates", each)));
const read = (...children: XmlNode[]): NetworkSecurityConfig =>
  readNetworkSecurityConfig(readAxml(writeAxml(node("network-security-config", {}, ...children))));
const pin = (text: string, digest = "SHA-256"): XmlNode => ({ name: "pin", attributes: { digest }, text });
const key = `${"A".repeat(43)}=`;
const app = (targetSdk: number, debuggable = false): NetworkSecurityApp => ({
  targetSdk,
  debuggable,
  usesCleartextTraffic: targetSdk < 28,
});
const sources = (config: NetworkSecurityConfig | null, forApp: NetworkSecurityApp, host?: string) =>
  networkSecurityFor(config, forApp, host).trustAnchors.map(({ source }) => source);

const whole = read(
  node(
    "base-config",
    { cleartextTrafficPermitted: false },
    anchors({ src: "system" }, { src: { ref: 0x7f010000 }, overridePins: true }),
  ),
  node(
    "domain-config",
    { cleartextTrafficPermitted: true },
    domain(" Example.COM ", true),
    node("pin-set", { expiration: "2030-01-02" }, pin(key)),
    node(
      "domain-config",
      { cleartextTrafficPermitted: false },
      domain("secure.example.com", true),
      domain("alone.example.com"),
    ),
  ),
  node("domain-config", {}, domain("user.org"), anchors({ src: "user" })),
  node("debug-overrides", {}, anchors({ src: "user" })),
);

test("reads everything that is written", () => {
  expect(whole.errors).toEqual([]);
  expect(whole.base?.trustAnchors).toEqual([
    { source: "system", resource: 0, overridePins: false },
    { source: "resource", resource: 0x7f010000, overridePins: true },
  ]);
  expect(whole.domains.map(({ domains, parent }) => [domains.map(({ name }) => name), parent])).toEqual([
    [["example.com"], null],
    [["secure.example.com", "alone.example.com"], 0],
    [["user.org"], null],
  ]);
  expect(whole.domains[0]?.pins).toEqual({ pins: [key], expires: "2030-01-02" });
  expect(whole.debugTrustAnchors).toEqual([{ source: "user", resource: 0, overridePins: true }]);
});

test.each([
  ["example.com", true, "example.com", 1],
  ["WWW.example.com.", true, "example.com", 1],
  ["notexample.com", false, null, 0],
  ["a.secure.example.com", false, "secure.example.com", 1],
  ["alone.example.com", false, "alone.example.com", 1],
  ["a.alone.example.com", true, "example.com", 1],
  ["user.org", false, "user.org", 0],
  ["www.user.org", false, null, 0],
] as const)("answers for %s", (host, cleartext, rule, pins) => {
  const answer = networkSecurityFor(whole, app(34), host);
  expect([answer.cleartext, answer.rule, answer.pins?.pins.length ?? 0]).toEqual([cleartext, rule, pins]);
});

test("takes over what is not said, and adds the debug authorities for debuggable apps only", () => {
  expect(sources(whole, app(34), "a.secure.example.com")).toEqual(["system", "resource"]);
  expect(sources(whole, app(34), "user.org")).toEqual(["user"]);
  expect(sources(whole, app(34, true), "user.org")).toEqual(["user", "user"]);
  expect(sources(whole, app(34, true))).toEqual(["system", "resource", "user"]);
  expect(sources(read(node("base-config", {}, anchors())), app(34))).toEqual([]);
});

test("knows the platform's defaults by target", () => {
  const nothing = read();
  const defaults = (config: NetworkSecurityConfig | null, target: number) => [
    networkSecurityFor(config, app(target)).cleartext,
    sources(config, app(target)).length,
  ];
  for (const config of [null, nothing])
    expect([23, 24, 27, 28].map((target) => defaults(config, target))).toEqual([
      [true, 2],
      [true, 1],
      [true, 1],
      [false, 1],
    ]);
  // The manifest's word counts only without a configuration.
  const asks = { targetSdk: 34, debuggable: false, usesCleartextTraffic: true };
  expect([networkSecurityFor(null, asks).cleartext, networkSecurityFor(nothing, asks).cleartext]).toEqual([
    true,
    false,
  ]);
  expect(networkSecurityFor(null, { ...asks, targetSandboxVersion: 2 }).cleartext).toBe(false);
});

test("reads yes and no as Android does: a text counts as what is the default", () => {
  const texts = read(node("base-config", { cleartextTrafficPermitted: "false" }));
  expect(texts.base?.cleartext).toBe(true);
  const inside = read(node("domain-config", {}, { ...domain("a.b"), attributes: { includeSubdomains: "true" } }));
  expect(inside.domains[0]?.domains).toEqual([{ name: "a.b", includeSubdomains: false }]);
});

test.each([
  ["two base-configs", [node("base-config"), node("base-config")], "several <base-config>"],
  ["no domain", [node("domain-config")], "a <domain-config> without <domain>"],
  ["a domain twice", [node("domain-config", {}, domain("a.b"), domain("A.B"))], "a.b stands twice"],
  [
    "another digest",
    [node("domain-config", {}, domain("a.b"), node("pin-set", {}, pin(key, "SHA-1")))],
    "a pin of another kind than SHA-256",
  ],
  [
    "a short pin",
    [node("domain-config", {}, domain("a.b"), node("pin-set", {}, pin("AAAA")))],
    "a pin that is no SHA-256 in base64",
  ],
  [
    "an odd date",
    [node("domain-config", {}, domain("a.b"), node("pin-set", { expiration: "soon" }))],
    "an expiry that is no date",
  ],
  ["an unknown source", [node("base-config", {}, anchors({ src: "all" }))], "<certificates> of an unknown source"],
  ["a domain in the base", [node("base-config", {}, domain("a.b"))], "<domain> in <base-config>"],
] as const)("says why Android refuses %s", (_, children, error) => {
  expect(read(...children).errors).toEqual([error]);
});

test("refuses another document, and stops nesting and numbers", () => {
  expect(() => readNetworkSecurityConfig(readAxml(writeAxml(node("manifest"))))).toThrow(FormatError);
  let deep = node("domain-config", {}, domain("0"));
  for (let n = 1; n < 1000; n++) deep = node("domain-config", {}, domain(String(n)), deep);
  const nested = read(deep);
  expect(nested.domains.length).toBeGreaterThan(100);
  expect(networkSecurityFor(nested, app(34), "990").rule).toBe("990");
  const many = read(...Array.from({ length: 12_000 }, (_, n) => node("domain-config", {}, domain(`d${n}`))));
  expect([many.domains.length, many.errors]).toEqual([10_000, ["more than 10000 <domain-config>"]]);
});
