import { defineRule } from "../rule.ts";
import { dataWords, hitsByApp, isHardware, recipients } from "../rule-words.ts";

export default defineRule({
  id: "hardware-id",
  severity: "medium",
  strength: "content",
  title: "An identifier of the phone itself was sent",
  messages: {
    sent: "{app} sent an identifier that stays for as long as the phone lives ({data}) to {recipients}.",
    named:
      "{app} sent what is called an identifier of the device to {recipients}. Whether it stays after a reset cannot be told from the record.",
  },
  law: "hardware-id",
  references: ["https://developer.android.com/identity/user-data-ids"],
  run: (view) => {
    const hardware = view.flows.filter(({ data }) => data.some(isHardware));
    const named = view.flows.filter(
      ({ data }) => data.some(({ kind }) => kind === "deviceId") && !data.some(isHardware),
    );
    return [
      ...hitsByApp(view, hardware, (app, flows) => ({
        message: "sent",
        params: { app, data: dataWords(flows, isHardware), recipients: recipients(flows) },
      })),
      ...hitsByApp(view, named, (app, flows) => ({
        message: "named",
        severity: "low",
        params: { app, recipients: recipients(flows) },
      })),
    ];
  },
});
