import { defineRule } from "../rule.ts";
import { dataWords, hitsByApp, recipients } from "../rule-words.ts";

export default defineRule({
  id: "hardware-id",
  severity: "medium",
  strength: "content",
  title: "An identifier of the hardware was sent",
  messages: {
    sent: "{app} sent an identifier that stays for as long as the phone lives ({data}) to {recipients}.",
  },
  law: "hardware-id",
  references: ["https://developer.android.com/identity/user-data-ids"],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(({ data }) => data.some(({ kind }) => kind === "deviceId")),
      (app, flows) => ({
        message: "sent",
        params: { app, data: dataWords(flows, ({ kind }) => kind === "deviceId"), recipients: recipients(flows) },
      }),
    ),
});
