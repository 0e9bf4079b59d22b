import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadIpPlaces } from "../../src/centre/ip-places.ts";
import { lookUpIp } from "../../src/formats/ip-range-table.ts";
import { readIpAddress } from "../../src/formats/read-ip-address.ts";
import { type PlaceTables, placeOf } from "../../src/traffic/server-place.ts";

const { tables, attributions } = await loadIpPlaces();

test.each([
  ["18.185.0.1", "DE", "Amazon"],
  ["88.198.0.1", "DE", "Hetzner"],
  ["161.117.95.164", "SG", "Alibaba Cloud"],
  ["213.180.204.1", "RU", "Yandex"],
  ["2a01:4f8::1", "DE", "Hetzner"],
  ["193.0.6.139", "NL", null],
] as const)("%s stands in %s, in the network of %s", (address, country, network) => {
  const place = placeOf(address, tables);
  expect([place.country, place.hostedBy?.name ?? null]).toEqual([country, network]);
  expect(place).toMatchObject({ certainty: "listed", reason: "listed", why: "As listed by DB-IP Lite (2026-06-01)." });
});

test.each([
  ["104.16.132.229", "Cloudflare"],
  ["1.1.1.1", "Cloudflare"],
  ["142.250.185.131", "Google"],
  ["8.8.8.8", "Google"],
  ["151.101.1.69", "Fastly"],
  ["13.32.0.1", "Amazon CloudFront"],
  ["99.83.190.1", "Amazon Global Accelerator"],
  ["13.107.42.14", "Azure Front Door"],
  ["2606:4700::6810:84e5", "Cloudflare"],
  ["2600:9000:2000::1", "Amazon CloudFront"],
])("%s has no country, since %s answers from many places", (address, network) => {
  expect(placeOf(address, tables)).toMatchObject({ country: null, reason: "anycast", hostedBy: { name: network } });
});

test.each(["185.60.216.35", "157.240.0.35", "2a03:2880:f12f:83:face:b00c:0:25de"])(
  "%s of Meta has no country, since lists are wrong there",
  (address) => {
    expect(placeOf(address, tables)).toMatchObject({
      country: null,
      reason: "known-wrong",
      hostedBy: { name: "Meta" },
    });
  },
);

test.each([
  ["10.1.2.3", "private"],
  ["172.31.255.255", "private"],
  ["192.168.1.1", "private"],
  ["100.64.0.1", "carrier"],
  ["127.0.0.1", "own-device"],
  ["::1", "own-device"],
  ["::ffff:10.0.0.1", "private"],
  ["fe80::1", "link-local"],
  ["fd00::1", "private"],
  ["ff02::fb", "multicast"],
  ["224.0.0.251", "multicast"],
  ["255.255.255.255", "reserved"],
  ["2001:db8::1", "documentation"],
  ["2002:808:808::1", "reserved"],
  ["64:ff9b::808:808", "reserved"],
])("%s is no public server: %s", (address, kind) => {
  expect(placeOf(address, tables)).toMatchObject({ country: null, reason: "special", special: { kind } });
});

test.each(["172.32.0.1", "100.128.0.1", "11.0.0.1", "223.255.255.1"])("%s just outside of it is one", (address) => {
  expect(placeOf(address, tables).special).toBeNull();
});

test("lists that differ tell no place, lists that agree tell it more surely, and codes are one for each country", () => {
  const also = (country: string): PlaceTables => ({
    ...tables,
    places: [...tables.places, { name: "Another", date: "2026-01-01", country: () => country }],
  });
  expect(placeOf("18.185.0.1", also("de"))).toMatchObject({ country: "DE", certainty: "agreed" });
  expect(placeOf("18.185.0.1", also("US"))).toMatchObject({ country: null, reason: "disputed", certainty: "none" });
  const greece: PlaceTables = { ...tables, places: [{ name: "A", date: "2026-01-01", country: () => "EL" }] };
  expect(placeOf("193.0.6.139", greece).country).toBe("GR");
  const nowhere: PlaceTables = { ...tables, places: [{ name: "A", date: "2026-01-01", country: () => "EU" }] };
  expect(placeOf("193.0.6.139", nowhere)).toMatchObject({ country: null, reason: "unlisted" });
});

test("without the list of networks no place is told", () => {
  expect(placeOf("18.185.0.1", { ...tables, networks: null })).toMatchObject({ country: null, reason: "no-networks" });
  expect(placeOf("18.185.0.1", { ...tables, places: [] })).toMatchObject({ country: null, reason: "no-lists" });
});

test("any text gets an answer", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const written = fc.oneof(
    fc.string(),
    fc.ipV4(),
    fc.ipV6(),
    fc.tuple(byte, byte, byte, byte).map((parts) => parts.join(".")),
    fc.constantFrom(
      "1.2.3",
      "1.2.3.4.5",
      "01.2.3.4",
      "256.1.1.1",
      "1.2.3.4:80",
      "fe80::1%wlan0",
      ":::",
      "1::2::3",
      "::1.2.3.4.5",
    ),
  );
  fc.assert(
    fc.property(written, (text) => {
      const { country, reason } = placeOf(text, tables);
      expect(country === null || /^[A-Z]{2}$/.test(country)).toBe(true);
      expect(country !== null).toBe(reason === "listed");
    }),
  );
});

test("what is no address is none, however near it looks", () => {
  for (const text of [
    "",
    "1.2.3",
    "1.2.3.4.5",
    "01.2.3.4",
    "256.1.1.1",
    "1.2.3.4:80",
    "fe80::1%wlan0",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "1.2.3.4::",
  ])
    expect([text, readIpAddress(text)]).toEqual([text, null]);
  expect(readIpAddress("::ffff:1.2.3.4")).toEqual({ version: 4, value: 0x0102_0304 });
  expect(readIpAddress("1:2:3:4:5:6:7::")).toEqual({ version: 6, words: [0x10002, 0x30004, 0x50006, 0x70000] });
});

test("a million look-ups take less than a second", () => {
  const { networks } = tables;
  if (!networks) throw new Error("no networks");
  const [list] = tables.places;
  const rounds = 1_000_000;
  let found = 0;
  const start = process.cpuUsage();
  for (let i = 0, value = 1; i < rounds; i++) {
    value = (value * 1_664_525 + 1_013_904_223) >>> 0;
    if (list?.country({ version: 4, value }, "") != null) found++;
  }
  const { user } = process.cpuUsage(start);
  expect(found).toBeGreaterThan(rounds / 2);
  expect(user / 1e6).toBeLessThan(1);
  expect(lookUpIp(networks, { version: 4, value: 0x0101_0101 })).toBe("Cloudflare");
});

test("the data says where it is from, how old it is, and stays small", () => {
  expect(attributions[0]).toMatchObject({
    text: "IP Geolocation by DB-IP",
    homepage: "https://db-ip.com",
    date: "2026-06-01",
  });
  const bytes = ["ip-countries.bin.br", "ip-networks.bin.br"].map((name) => statSync(join("data", name)).size);
  expect(bytes.reduce((a, b) => a + b)).toBeLessThan(1_300_000);
});

test("a file that is no database is refused", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "candor-mmdb-")), "x.mmdb");
  writeFileSync(path, "not one");
  await expect(loadIpPlaces([path])).rejects.toThrow("mmdb");
});
