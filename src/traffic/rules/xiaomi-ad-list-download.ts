import { defineRule } from "../rule.ts";
import { endpointHits, notRecognised } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-ad-list-download",
  severity: "low",
  strength: "content",
  title: "The list MiAdBlacklistConfig is fetched",
  messages: {
    sent: "{app} asked {servers} for the list MiAdBlacklistConfig.",
    contacted:
      "{app} contacted {servers}, from where seven apps fetched the list MiAdBlacklistConfig in 2021; what was asked for this time is not to be seen in the record.",
    other: notRecognised,
  },
  caution:
    "What the list is for is disputed: NCSC Lithuania (2021) saw terms by which content could be blocked, switched off for the EU; others read it as a filter for advertisements. That it is fetched does not show that anything is blocked.",
  references: [
    "NCSC Lithuania, report on 5G phones of 2021-08-23 (Mi 10T, MIUI Global 12.0.10)",
    "NCC Taiwan, statement of 2022-01-06",
    "XDA, 2021-09-23, which reads the list as a filter for advertisements",
  ],
  run: (view) =>
    endpointHits(view, {
      host: /^globalapi\.ad\.xiaomi\.com$/,
      shows: ({ requests }) => requests.some(({ path }) => path.includes("MiAdBlacklistConfig")),
    }),
});
