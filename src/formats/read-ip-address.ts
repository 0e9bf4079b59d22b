/** An address as numbers: IPv4 as one of 32 bits, IPv6 as four of them, the highest first. */
export type IpNumber =
  | { readonly version: 4; readonly value: number }
  | { readonly version: 6; readonly words: readonly [number, number, number, number] };

/**
 * Reads an IPv4 address in four decimal parts, or an IPv6 address as RFC 4291 §2.2 has it, with `::` and an IPv4 address at the end. An
 * address of IPv4 within IPv6 (`::ffff:192.0.2.1`) is that IPv4 address.
 *
 * @returns null for anything else: names, ports, zones, prefixes, parts with leading zeros.
 */
export function readIpAddress(text: string): IpNumber | null {
  if (text.length > 45) return null;
  if (!text.includes(":")) {
    const value = readIpv4(text);
    return value === null ? null : { version: 4, value };
  }
  const words = readIpv6(text);
  if (words === null) return null;
  const [a, b, c, d] = words;
  return a === 0 && b === 0 && c === 0xffff ? { version: 4, value: d } : { version: 6, words };
}

/** An IPv4 address as a number of 32 bits; null where it is none. */
function readIpv4(text: string): number | null {
  let value = 0;
  let part = -1;
  let parts = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x2e;
    if (code === 0x2e) {
      if (part < 0 || part > 255 || ++parts > 4) return null;
      value = value * 256 + part;
      part = -1;
    } else if (code >= 0x30 && code <= 0x39) {
      // `010` is 8 to some readers and 10 to others.
      if (part === 0 || part > 255) return null;
      part = (part < 0 ? 0 : part * 10) + code - 0x30;
    } else return null;
  }
  return parts === 4 ? value : null;
}

function readIpv6(text: string): readonly [number, number, number, number] | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [before, after] = halves.map((half, i) => groupsOf(half, i === halves.length - 1));
  if (!before || (halves.length === 2 && !after)) return null;
  const given = before.length + (after?.length ?? 0);
  if (after ? given > 7 : given !== 8) return null;
  const groups = after ? [...before, ...new Array<number>(8 - given).fill(0), ...after] : before;
  const word = (i: number) => (groups[i] ?? 0) * 65_536 + (groups[i + 1] ?? 0);
  return [word(0), word(2), word(4), word(6)];
}

/** The groups of 16 bits of one side of `::`; null where one is none. IPv4 may stand at the end of the address only. */
function groupsOf(text: string, last: boolean): readonly number[] | null {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: number[] = [];
  for (const [i, part] of parts.entries()) {
    const ipv4 = last && i === parts.length - 1 && part.includes(".") ? readIpv4(part) : null;
    if (ipv4 !== null) groups.push(Math.floor(ipv4 / 65_536), ipv4 % 65_536);
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
