import { type IpNumber, readIpAddress } from "./read-ip-address.ts";

/** An address as all of Candor writes it: IPv4 in four decimal parts, IPv6 as RFC 5952 §4 demands. */
export function ipText(address: IpNumber): string {
  if (address.version === 4) {
    const { value } = address;
    return [value / 16_777_216, value / 65_536, value / 256, value].map((part) => Math.floor(part) % 256).join(".");
  }
  const groups = address.words.flatMap((word) => [Math.floor(word / 65_536), word % 65_536]);
  const { start, length } = longestZeros(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

/** An address that was written in any way, as `ipText` writes it; brackets around it are left out. Null where it is none. */
export function normalIp(text: string): string | null {
  const bare = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  const address = readIpAddress(bare);
  return address && ipText(address);
}

/** The longest run of zero groups, the first of several. */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
    start += length;
  }
  return best;
}
