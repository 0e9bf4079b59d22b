import type { IpNumber } from "../formats/read-ip-address.ts";

/** What a range of addresses is set aside for, by the registries of IANA (RFC 6890). */
export interface SpecialAddress {
  readonly kind: "private" | "own-device" | "link-local" | "multicast" | "carrier" | "documentation" | "reserved";
  /** In words that go on after "This address belongs to ". */
  readonly about: string;
}

const kinds = {
  private: "a network at home, at work or of a provider, not to a public server",
  "own-device": "the phone itself",
  "link-local": "the network that the phone was connected to",
  multicast: "a group of devices in the network that the phone was connected to",
  carrier: "a provider's inner network",
  documentation: "no one: it is set aside for examples in documents",
  reserved: "no public server: its range is set aside",
} as const;

type Range = readonly [start: number, bits: number, kind: SpecialAddress["kind"]];

const ipv4: readonly Range[] = [
  [0x0000_0000, 8, "reserved"],
  [0x0a00_0000, 8, "private"],
  [0x6440_0000, 10, "carrier"],
  [0x7f00_0000, 8, "own-device"],
  [0xa9fe_0000, 16, "link-local"],
  [0xac10_0000, 12, "private"],
  [0xc000_0000, 24, "reserved"],
  [0xc000_0200, 24, "documentation"],
  [0xc058_6300, 24, "reserved"],
  [0xc0a8_0000, 16, "private"],
  [0xc612_0000, 15, "reserved"],
  [0xc633_6400, 24, "documentation"],
  [0xcb00_7100, 24, "documentation"],
  [0xe000_0000, 4, "multicast"],
  [0xf000_0000, 4, "reserved"],
];

/** By the first 32 bits, the first that fits; what is outside of `2000::/3` is reserved. */
const ipv6: readonly Range[] = [
  [0x2001_0db8, 32, "documentation"],
  [0x3fff_0000, 20, "documentation"],
  [0xfc00_0000, 7, "private"],
  [0xfe80_0000, 10, "link-local"],
  [0xff00_0000, 8, "multicast"],
];

/** What an address is set aside for; null for one of a public server. Addresses that carry IPv4 in them (6to4, NAT64, Teredo) are reserved. */
export function specialAddress(address: IpNumber): SpecialAddress | null {
  if (address.version === 4) return kindOf(ipv4.find((range) => within(address.value, range)));
  const [first, second, third, fourth] = address.words;
  if (first === 0 && second === 0 && third === 0 && fourth === 1) return of("own-device");
  const found = kindOf(ipv6.find((range) => within(first, range)));
  if (found) return found;
  // 2001::/23 holds protocols (Teredo among them), 2002::/16 is 6to4.
  const carries = within(first, [0x2001_0000, 23, "reserved"]) || first >>> 16 === 0x2002;
  return carries || !within(first, [0x2000_0000, 3, "reserved"]) ? of("reserved") : null;
}

function within(value: number, [start, bits]: Range): boolean {
  return Math.floor(value / 2 ** (32 - bits)) === Math.floor(start / 2 ** (32 - bits));
}

function kindOf(range: Range | undefined): SpecialAddress | null {
  return range ? of(range[2]) : null;
}

function of(kind: SpecialAddress["kind"]): SpecialAddress {
  return { kind, about: kinds[kind] };
}
