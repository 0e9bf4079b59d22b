import { defineRule } from "../rule.ts";
import { endpointHits, notRecognised } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-browser-url-report",
  severity: "high",
  strength: "content",
  title: "Xiaomi's browser reports on pages that are visited",
  messages: {
    sent: "{app} sent addresses of pages that were opened to {servers}.",
    contacted:
      "{app} contacted {servers}. In 2020 it was reported that Xiaomi's browsers send the addresses of visited pages and searches there, in private mode, too; what was sent this time is not to be seen in the record.",
    other: notRecognised,
  },
  law: "tracker-before-consent",
  caution: "Xiaomi changed its browsers after the reports. Only a record that shows content tells what is sent today.",
  references: [
    "Forbes, 2020-04-30, on research by G. Cirlig: Xiaomi phones record web use",
    "Code analysis of Mint Browser 3.4.0, published 2020-05-04",
  ],
  run: (view) =>
    endpointHits(view, {
      host: /^sa\.api\.(intl\.)?miui\.com$/,
      shows: ({ data }) => data.some(({ kind }) => kind === "viewedPage"),
    }),
});
