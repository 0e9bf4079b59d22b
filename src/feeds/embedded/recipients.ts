import type { Recipients } from "../recipients.ts";
import { contentRecipients } from "./recipients-content.ts";
import { platformRecipients } from "./recipients-platforms.ts";
import { trackerRecipients } from "./recipients-trackers.ts";

const rows = [...platformRecipients, ...contentRecipients, ...trackerRecipients];

/** The list of recipients that comes with Candor; what stands where is for people only. */
export const embeddedRecipients: { readonly date: string; readonly value: Recipients } = {
  date: "2026-11-22",
  value: { companies: rows.map(({ company }) => company), domains: rows.flatMap(({ domains }) => domains) },
};
