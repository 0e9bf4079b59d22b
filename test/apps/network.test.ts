// The network security configuration of an app, with what it comes to.
import { expect, test } from "vitest";
import { isUnread } from "../../src/apps/app-record.ts";
import { writeArsc } from "../formats/arsc-writer.ts";
import { writeAxml, type XmlNode } from "../formats/axml-writer.ts";
import { read } from "./apk-record.ts";
import { madeRecord, target } from "./made-apk.ts";

const path = "res/xml/network.xml";
const table = writeArsc([{ type: 3, entries: { 0: path } }]);
const application = { name: "application", attributes: { networkSecurityConfig: { ref: 0x7f030000 } } };
const domain = (text: string): XmlNode => ({ name: "domain", attributes: { includeSubdomains: true }, text });
const config = writeAxml({
  name: "network-security-config",
  children: [
    {
      name: "domain-config",
      attributes: { cleartextTrafficPermitted: true },
      children: [
        domain("plain.made-shop.com"),
        { name: "trust-anchors", children: [{ name: "certificates", attributes: { src: "user" } }] },
      ],
    },
  ],
});

test("hosts with rules of their own are told, and what they come to", async () => {
  const { network } = await madeRecord({
    children: [target(33), application],
    entries: { "resources.arsc": table, [path]: config },
  });
  const facts = read(network);
  expect(facts.file).toBe(path);
  expect(facts.byDefault).toMatchObject({ cleartext: false, userAuthorities: false });
  expect(facts.hosts).toMatchObject([
    { host: "plain.made-shop.com", subdomains: true, cleartext: true, userAuthorities: true },
  ]);
  expect(facts.means).toEqual([
    "Connections without encryption are refused, except to plain.made-shop.com.",
    "Only certificate authorities of the phone or of the app are trusted, except for 1 of its hosts.",
  ]);
});

test.each([
  ["its file is missing", { "resources.arsc": table }, "there is no"],
  ["the table is broken", { "resources.arsc": new Uint8Array(20), [path]: config }, "no resource table"],
  ["the resource is not there", { [path]: config }, "which is not in this file"],
])("it is unread where %s", async (_, entries, reason) => {
  const { network, identity } = await madeRecord({ children: [target(33), application], entries });
  expect(isUnread(network) && network.unread).toContain(reason);
  expect(read(identity).packageName).toBe("com.made");
});
