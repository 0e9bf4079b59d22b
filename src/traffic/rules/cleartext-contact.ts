import { defineRule } from "../rule.ts";
import { hitsByApp, servers } from "../rule-words.ts";

export default defineRule({
  id: "cleartext-contact",
  severity: "low",
  strength: "information",
  title: "A connection was not encrypted",
  messages: {
    contacted:
      "{app} talked without encryption to {servers}. No personal data was recognised in it; who is on the way could still read and change it.",
  },
  law: "cleartext-no-personal-data",
  references: ["https://developer.android.com/privacy-and-security/risks/cleartext-communications"],
  run: (view) =>
    hitsByApp(
      view,
      // Looking for a captive portal, the time and lists of revoked certificates have to work without encryption.
      view.flows.filter(
        ({ encryption, data, recipient, protocol }) =>
          encryption === "clear" && data.length === 0 && recipient.kind !== "platform" && protocol !== "dns",
      ),
      (app, flows) => ({ message: "contacted", params: { app, servers: servers(flows) } }),
    ),
});
