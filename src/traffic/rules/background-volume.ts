import { grouped } from "../grouped.ts";
import { defineRule, type RuleHit } from "../rule.ts";

/** Bytes in both directions from which on it is worth a line. */
const limit = 5_000_000;

export default defineRule({
  id: "background-volume",
  severity: "info",
  strength: "information",
  title: "Much traffic in the background",
  messages: {
    counted:
      "{app} sent {sent} MB and received {received} MB in the background, by the phone's own count from {from} to {to}.",
  },
  references: ["AOSP: packages/modules/Connectivity/framework-t/src/android/net/NetworkStatsHistory.java"],
  run: ({ counted, apps, flows, nameOfUid }) => {
    const background = counted.filter(({ set }) => set === "background");
    return [...grouped(background, ({ uid }) => uid)].flatMap(([uid, rows]): readonly RuleHit<"counted">[] => {
      const sum = (of: "bytesSent" | "bytesReceived") => rows.reduce((so, row) => so + row[of], 0);
      const sent = sum("bytesSent");
      const received = sum("bytesReceived");
      if (sent + received < limit) return [];
      const app = apps.find((each) => each.uid === uid);
      const day = (time: number) => new Date(time).toISOString().slice(0, 16).replace("T", " ");
      return [
        {
          app: app?.key ?? null,
          flows: flows.filter(({ appKey }) => app !== undefined && appKey === app.key).map(({ id }) => id),
          message: "counted",
          params: {
            app: app?.name ?? nameOfUid(uid),
            sent: (sent / 1e6).toFixed(1),
            received: (received / 1e6).toFixed(1),
            from: day(Math.min(...rows.map(({ from }) => from))),
            to: day(Math.max(...rows.map(({ to }) => to))),
          },
        },
      ];
    });
  },
});
