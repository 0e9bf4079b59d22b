import { defineRule } from "../rule.ts";
import { endpointHits, notRecognised } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-onetrack-usage",
  severity: "high",
  strength: "content",
  title: "Xiaomi's OneTrack reports which apps and screens are opened",
  messages: {
    sent: "{app} sent which app or screen was opened, or an identifier of the phone with it, to {servers}.",
    contacted:
      "{app} contacted {servers}. Studies of 2021 and 2023 saw phones send there which app and screen was opened, when and for how long; what was sent this time is not to be seen in the record.",
    other: notRecognised,
  },
  law: "tracker-before-consent",
  references: ["https://doi.org/10.1371/journal.pone.0279942", "https://arxiv.org/abs/2302.01890"],
  run: (view) =>
    endpointHits(view, {
      host: /^tracking\.(intl\.|india\.|rus\.)?miui\.com$/,
      shows: ({ data }) => data.length > 0,
    }),
});
