const layout = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/;

/**
 * The moment that a text names by ISO 8601 with date, time and zone, in epoch milliseconds.
 *
 * @returns null for anything else; also where the zone is absent, since whose midnight it counts from is then not known.
 * ISO 8601, RFC 3339 §5.6.
 */
export function isoTime(text: string): number | null {
  const match = layout.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 60) return null;
  const milliseconds = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  const offset = zone(match[8] ?? "Z");
  const midnight = Date.UTC(year, month - 1, day);
  // 31 February would else be a day in March.
  if (offset === null || new Date(midnight).getUTCDate() !== day || month < 1 || month > 12) return null;
  return midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

/** Minutes east of UTC. */
function zone(text: string): number | null {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  if (hours > 18 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
