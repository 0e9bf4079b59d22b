import { defineRule } from "../rule.ts";
import { dataWords, hitsByApp, servers } from "../rule-words.ts";

export default defineRule({
  id: "cleartext-personal-data",
  severity: "high",
  strength: "content",
  title: "Personal data was sent without encryption",
  messages: {
    sent: "{app} sent this without encryption, so that anyone on the way could read it: {data}. It went to {servers}.",
  },
  law: "cleartext-personal-data",
  references: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://developer.android.com/privacy-and-security/risks/cleartext-communications",
  ],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(({ encryption, data }) => encryption === "clear" && data.length > 0),
      (app, flows) => ({ message: "sent", params: { app, data: dataWords(flows), servers: servers(flows) } }),
    ),
});
