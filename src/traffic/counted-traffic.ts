import { type NetstatsHistory, parseNetstats } from "../formats/netstats-dump.ts";
import type { CountedTraffic } from "./flow.ts";

/**
 * What each uid sent and received by the phone's own count, in the background and in the foreground, over all networks.
 *
 * @param dump `dumpsys netstats detail`
 * @throws FormatError
 */
export function countedTraffic(dump: string): readonly CountedTraffic[] {
  const sums = new Map<string, CountedTraffic>();
  for (const history of parseNetstats(dump)) {
    const one = summed(history);
    const key = `${one.uid} ${one.set}`;
    const before = sums.get(key);
    sums.set(key, before ? joined(before, one) : one);
  }
  return [...sums.values()].filter(({ bytesSent, bytesReceived }) => bytesSent + bytesReceived > 0);
}

/** What was counted between two dumps of the same phone; a uid whose count went down (restart, removed app) begins anew. */
export function countedBetween(
  before: readonly CountedTraffic[],
  after: readonly CountedTraffic[],
): readonly CountedTraffic[] {
  const old = new Map(before.map((one) => [`${one.uid} ${one.set}`, one]));
  return after.flatMap((one) => {
    const was = old.get(`${one.uid} ${one.set}`);
    if (!was || was.bytesSent > one.bytesSent || was.bytesReceived > one.bytesReceived) return one;
    const bytesSent = one.bytesSent - was.bytesSent;
    const bytesReceived = one.bytesReceived - was.bytesReceived;
    return bytesSent + bytesReceived > 0 ? { ...one, bytesSent, bytesReceived } : [];
  });
}

function summed({ uid, set, bucketSeconds, buckets }: NetstatsHistory): CountedTraffic {
  const starts = buckets.map(({ start }) => start * 1000);
  const sum = (count: (bucket: NetstatsHistory["buckets"][number]) => number) =>
    buckets.reduce((all, bucket) => all + count(bucket), 0);
  return {
    uid,
    set: set === "DEFAULT" ? "background" : set === "FOREGROUND" ? "foreground" : "other",
    bytesSent: sum(({ sentBytes }) => sentBytes),
    bytesReceived: sum(({ receivedBytes }) => receivedBytes),
    from: starts.reduce((least, start) => Math.min(least, start), Number.MAX_SAFE_INTEGER),
    to: starts.reduce((most, start) => Math.max(most, start + bucketSeconds * 1000), 0),
  };
}

function joined(a: CountedTraffic, b: CountedTraffic): CountedTraffic {
  return {
    ...a,
    bytesSent: a.bytesSent + b.bytesSent,
    bytesReceived: a.bytesReceived + b.bytesReceived,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
  };
}
