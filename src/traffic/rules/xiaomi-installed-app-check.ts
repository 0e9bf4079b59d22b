import { defineRule } from "../rule.ts";
import { endpointHits, notRecognised } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-installed-app-check",
  severity: "medium",
  strength: "content",
  title: "Xiaomi's guard service asks a server about installed apps",
  messages: {
    sent: "{app} sent a list of installed apps to {servers}.",
    contacted:
      "{app} contacted {servers}. In 2023 it was reported that the guard service sends the list of installed apps there; what was sent this time is not to be seen in the record.",
    other: notRecognised,
  },
  law: "special-category",
  caution:
    "That the list is sent by phones sold outside of China was reported for the address in their code, not from a record.",
  references: ["xiaomi.eu forum, 2023-02-05, on com.miui.guardprovider"],
  run: (view) =>
    endpointHits(view, {
      host: /^flash\.sec\.(intl\.)?miui\.com$/,
      shows: ({ data }) => data.some(({ kind }) => kind === "installedApps"),
    }),
});
