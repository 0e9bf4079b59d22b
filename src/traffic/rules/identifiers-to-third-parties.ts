import { defineRule } from "../rule.ts";
import { dataWords, hitsByApp, isIdentifier, recipients } from "../rule-words.ts";

export default defineRule({
  id: "identifiers-to-third-parties",
  severity: "medium",
  strength: "content",
  title: "Identifiers were sent to trackers",
  messages: { sent: "{app} sent {data} to {recipients}, which lists name as trackers." },
  law: "hardware-id",
  references: ["https://eur-lex.europa.eu/eli/dir/2002/58/oj", "https://developer.android.com/identity/user-data-ids"],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(({ recipient, data }) => recipient.kind === "tracker" && data.some(isIdentifier)),
      (app, flows) => ({
        message: "sent",
        params: { app, data: dataWords(flows, isIdentifier), recipients: recipients(flows) },
      }),
    ),
});
