import { defineRule } from "../rule.ts";
import { endpointHits, notRecognised } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-usage-statistics",
  severity: "medium",
  strength: "content",
  title: "Xiaomi's MiStat collects statistics of use",
  messages: {
    sent: "{app} sent personal data to {servers}, where Xiaomi's statistics of use are gathered.",
    contacted:
      "{app} contacted {servers}, where Xiaomi's statistics of use are gathered by published lists; what was sent is not to be seen in the record.",
    other: notRecognised,
  },
  law: "tracker-before-consent",
  references: ["https://github.com/nextdns/native-tracking-domains"],
  run: (view) =>
    endpointHits(view, {
      host: /^data\.mistat\.(intl\.|india\.|rus\.)?xiaomi\.com$/,
      shows: ({ data }) => data.length > 0,
    }),
});
