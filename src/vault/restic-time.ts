/** Times as Go writes them (RFC 3339, up to nine digits of a second without zeros at the end), in UTC; from nanoseconds since 1970. */
export function textOfTime(nanoseconds: bigint): string {
  const clamped = nanoseconds < first ? first : nanoseconds > last ? last : nanoseconds;
  const fraction = ((clamped % second) + second) % second;
  const whole = new Date(Number((clamped - fraction) / 1_000_000n)).toISOString().slice(0, 19);
  const digits = fraction.toString().padStart(9, "0").replace(/0+$/, "");
  return digits === "" ? `${whole}Z` : `${whole}.${digits}Z`;
}

/** Nanoseconds since 1970, null for what is no such time. */
export function parseTime(text: string): bigint | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!match) return null;
  const whole = Date.parse(`${match[1]}${match[3]}`);
  if (Number.isNaN(whole)) return null;
  return BigInt(whole) * 1_000_000n + BigInt((match[2] ?? "").padEnd(9, "0"));
}

const second = 1_000_000_000n;
/** The years 0 and 9999, between which Go writes times. */
const first = BigInt(Date.parse("0000-01-01T00:00:00Z")) * 1_000_000n;
const last = BigInt(Date.parse("9999-12-31T23:59:59Z")) * 1_000_000n;
