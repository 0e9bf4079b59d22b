import type { Recipients } from "../recipients.ts";

/** The list of recipients that comes with Candor. */
export const embeddedRecipients: { readonly date: string; readonly value: Recipients } = {
  date: "2026-11-22",
  value: { companies: [], domains: [] },
};
