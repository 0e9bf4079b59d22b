import { defineRule } from "../rule.ts";
import { endpointHits, notRecognised } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-ad-requests",
  severity: "medium",
  strength: "content",
  title: "The phone's system asks for advertisements",
  messages: {
    sent: "{app} sent an identifier to {servers}, from where Xiaomi's system apps get advertisements.",
    contacted:
      "{app} contacted {servers}, from where Xiaomi's system apps get advertisements by published lists; what was sent is not to be seen in the record.",
    other: notRecognised,
  },
  law: "tracker-before-consent",
  references: ["https://github.com/nextdns/native-tracking-domains"],
  run: (view) =>
    endpointHits(view, {
      host: /^((api|sdkconfig)\.ad\.(intl\.)?|(diagnosis|log|m\.track)\.ad\.)xiaomi\.com$/,
      shows: ({ data }) => data.length > 0,
    }),
});
