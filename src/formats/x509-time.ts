import { type Asn1, asn1Content, asn1Tags } from "./asn1.ts";

/**
 * UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5) as ISO 8601 in UTC; undefined, and told to `fault`, when it cannot be read. Forms that
 * RFC 5280 forbids but X.680 knows (no seconds, fractions, an offset) are read and told.
 */
export function readTime(element: Asn1 | undefined, fault: (text: string) => void): string | undefined {
  const text = element === undefined ? "" : new TextDecoder().decode(asn1Content(element).subarray(0, 40));
  const short = element?.tag === asn1Tags.utcTime;
  const match = (
    short
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{4})?$/
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{4})?$/
  ).exec(text);
  if (match === null || (!short && element?.tag !== asn1Tags.generalizedTime)) {
    fault("a time of its validity cannot be read");
    return undefined;
  }
  if (text.length !== (short ? 13 : 15) || !text.endsWith("Z"))
    fault("a time of its validity is written in a forbidden way");
  const [, year = "", month, day, hour, minute, second, zone = "Z"] = match;
  const full = short ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  const time = new Date(0);
  time.setUTCFullYear(full, Number(month) - 1, Number(day));
  time.setUTCHours(Number(hour), Number(minute), Number(second ?? 0));
  if (time.getUTCMonth() !== Number(month) - 1 || time.getUTCDate() !== Number(day)) {
    fault("a time of its validity is no date");
    return undefined;
  }
  if (zone !== "Z") {
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
    time.setTime(time.getTime() - (zone.startsWith("+") ? minutes : -minutes) * 60_000);
  }
  return time.toISOString().replace(".000Z", "Z");
}
