import type { IpRangeTable } from "../../src/formats/ip-range-table.ts";
import { type IpNumber, readIpAddress } from "../../src/formats/read-ip-address.ts";
import type { PlaceTables } from "../../src/traffic/server-place.ts";

/** A table of places that knows a few addresses, and one of networks with a few of one address each. */
export function testPlaces(
  countries: Readonly<Record<string, string>>,
  networks: Readonly<Record<string, string>>,
): PlaceTables {
  const rows = Object.entries(networks).flatMap(([address, name]) => {
    const read = readIpAddress(address);
    return read?.version === 4 ? [{ at: read.value, name }] : [];
  });
  rows.sort((a, b) => a.at - b.at);
  const names = [...new Set(rows.map(({ name }) => name))];
  const table: IpRangeTable = {
    head: { name: "Test", date: "2026-06-01", licence: "", attribution: "", homepage: "", values: names },
    ipv4: {
      starts: Uint32Array.from(rows.flatMap(({ at }) => [at, at + 1])),
      values: Uint8Array.from(rows.flatMap(({ name }) => [names.indexOf(name) + 1, 0])),
    },
    ipv6: { highs: new Uint32Array(), lows: new Uint32Array(), values: new Uint8Array() },
  };
  const country = (_: IpNumber, text: string) => countries[text] ?? null;
  return { places: [{ name: "Test table", date: "2026-06-01", country }], networks: table };
}
