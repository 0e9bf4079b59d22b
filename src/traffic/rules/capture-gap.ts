import { defineRule } from "../rule.ts";
import { list } from "../rule-words.ts";

/** Fewer bytes than any exchange with a server takes, so that rounding of the count is no gap. */
const least = 200;

const around = 4 * 3_600_000;

export default defineRule({
  id: "capture-gap",
  severity: "low",
  strength: "information",
  title: "Apps had traffic that the record does not show",
  messages: {
    gap: "By the phone's own count, apps or parts of the system sent data of which the record shows no connection ({count}): {apps}. What they sent is not known.",
  },
  caution:
    "The phone counts by hours and the record by seconds, so this may be traffic from just before or just after. Traffic of the record's own app is never in it.",
  references: ["AOSP: packages/modules/Connectivity/framework-t/src/android/net/NetworkStatsHistory.java"],
  run: ({ counted, flows, period, nameOfUid }) => {
    if (period === null) return [];
    // A count over days says nothing of minutes: two of the phone's buckets may lie around the record.
    const meanwhile = counted.filter(
      ({ from, to }) => from <= period.to && to >= period.from && to - from <= period.to - period.from + around,
    );
    // Where no flow tells its uid there is nothing to hold the count against.
    const seen = new Set(flows.flatMap(({ app }) => (app?.uid == null ? [] : [app.uid])));
    if (seen.size === 0) return [];
    const sums = new Map<number, number>();
    for (const { uid, bytesSent } of meanwhile) sums.set(uid, (sums.get(uid) ?? 0) + bytesSent);
    // Negative numbers stand for removed apps and for tethering (AOSP: android.net.TrafficStats).
    const missing = [...sums].filter(([uid, sent]) => uid >= 0 && sent >= least && !seen.has(uid));
    if (missing.length === 0) return [];
    return [
      {
        app: null,
        flows: [],
        message: "gap",
        params: {
          count: missing.length,
          apps: list(
            missing.map(([uid]) => nameOfUid(uid)),
            8,
          ),
        },
      },
    ];
  },
});
