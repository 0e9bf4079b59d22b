import { defineRule } from "../rule.ts";
import { hitsByApp, recipients } from "../rule-words.ts";

export default defineRule({
  id: "precise-location",
  severity: "high",
  strength: "content",
  title: "The precise location was sent",
  messages: { sent: "{app} sent where the phone was, to a hundred metres or better, to {recipients}." },
  law: "precise-location",
  references: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(({ data }) => data.some(({ kind }) => kind === "location")),
      (app, flows) => ({ message: "sent", params: { app, recipients: recipients(flows) } }),
    ),
});
