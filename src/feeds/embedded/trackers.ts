import type { Trackers } from "../trackers.ts";
import { advertisingTrackers } from "./trackers-advertising.ts";
import { analyticsTrackers } from "./trackers-analytics.ts";
import { attributionTrackers } from "./trackers-attribution.ts";
import { chineseTrackers } from "./trackers-chinese.ts";
import { diagnosticTrackers } from "./trackers-diagnostics.ts";
import { engagementTrackers } from "./trackers-engagement.ts";
import { locationTrackers } from "./trackers-location.ts";
import { platformTrackers } from "./trackers-platforms.ts";

/** The list of trackers that comes with Candor; what stands where is for people only. */
export const embeddedTrackers: { readonly date: string; readonly value: Trackers } = {
  date: "2026-11-22",
  value: {
    trackers: [
      ...platformTrackers,
      ...analyticsTrackers,
      ...attributionTrackers,
      ...advertisingTrackers,
      ...diagnosticTrackers,
      ...engagementTrackers,
      ...locationTrackers,
      ...chineseTrackers,
    ],
  },
};
