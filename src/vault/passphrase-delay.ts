/** Wrong passphrases that were given one after the other. Kept on the disk, so that a restart is no way round the delay. */
export interface WrongPassphrases {
  readonly count: number;
  /** Epoch milliseconds of the last. */
  readonly last: number;
}

/** As many are free: people mistype. */
const free = 3;
const firstMs = 5_000;
const mostMs = 15 * 60_000;

/**
 * Milliseconds until the next passphrase may be tried: none for the first three, then five seconds, doubled with each, a quarter of an hour
 * at most. A clock that was set back does not shorten it.
 */
export function waitBeforeNext({ count, last }: WrongPassphrases, now: number): number {
  if (count < free) return 0;
  const wait = Math.min(firstMs * 2 ** Math.min(count - free, 20), mostMs);
  return now < last ? wait : Math.max(0, last + wait - now);
}
