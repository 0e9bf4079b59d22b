import type { Words } from "./ip-packet.ts";

/** An address as text: IPv4 dotted, IPv6 as RFC 5952 writes it (with the dotted end of IPv4-mapped addresses, §5). */
export function addressText(version: number, words: Words): string {
  return version === 4 ? dotted(words.a) : ipv6Text(words);
}

/** Whether only a home or company network, this device or the link reaches the address, so that no company's server has it (RFC 6890). */
export function isPrivate(version: number, words: Words): boolean {
  return version === 4 ? isPrivateIpv4(words.a) : isPrivateIpv6(words);
}

function isPrivateIpv4(word: number): boolean {
  const first = word >>> 24;
  return (
    first === 10 ||
    first === 127 ||
    word >>> 20 === 0xac1 ||
    word >>> 16 === 0xc0a8 ||
    word >>> 16 === 0xa9fe ||
    // 100.64.0.0/10, addresses of mobile carriers (RFC 6598).
    word >>> 22 === 0x191
  );
}

function isPrivateIpv6({ a, b, c, d }: Words): boolean {
  if (a >>> 25 === 0x7e || a >>> 22 === 0x3fa) return true;
  if (a !== 0 || b !== 0) return false;
  return (c === 0 && d === 1) || (c === 0xffff && isPrivateIpv4(d));
}

function dotted(word: number): string {
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`;
}

function ipv6Text({ a, b, c, d }: Words): string {
  if (a === 0 && b === 0 && c === 0xffff) return `::ffff:${dotted(d)}`;
  const groups = [a, b, c, d].flatMap((word) => [word >>> 16, word & 0xffff]);
  const { at, length } = longestZeros(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, at))}::${hex(groups.slice(at + length))}`;
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { at: number; length: number } {
  let best = { at: 0, length: 0 };
  for (let at = 0; at < groups.length; at++) {
    let length = 0;
    while (groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}
