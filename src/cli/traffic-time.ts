/**
 * A moment as a person types it: `2026-07-01T10:05`, with seconds and zone if wanted, or `10:05` for today; this computer's zone where
 * none is given. Epoch milliseconds.
 *
 * @throws SyntaxError for anything else
 */
export function momentTime(text: string, now: number = Date.now()): number {
  const [, hours, minutes, seconds = "0"] = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text.trim()) ?? [];
  if (hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60)
    return new Date(now).setHours(Number(hours), Number(minutes), Number(seconds), 0);
  const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text.trim())
    ? Date.parse(text.trim().replace(" ", "T"))
    : Number.NaN;
  if (Number.isNaN(time)) throw new SyntaxError(`${JSON.stringify(text)} is no time such as 2026-07-01T10:05 or 10:05`);
  return time;
}
