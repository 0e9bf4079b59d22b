import { grouped } from "../grouped.ts";
import { defineRule } from "../rule.ts";
import { dataWords, hitsByApp, isLasting, recipients } from "../rule-words.ts";

export default defineRule({
  id: "re-linkable-id",
  severity: "high",
  strength: "content",
  title: "A lasting identifier was sent beside the advertising ID",
  messages: {
    sent: "{app} sent the advertising ID together with {data} to {recipients}. Whoever has both knows the phone again after the advertising ID was reset.",
  },
  law: "hardware-id",
  references: ["https://doi.org/10.1371/journal.pone.0279942", "https://developer.android.com/identity/user-data-ids"],
  run: (view) => {
    // Together: in one flow, or in several of one app to one host.
    const together = [...grouped(view.flows, (flow) => `${flow.appKey} ${flow.host ?? flow.address}`).values()]
      .filter((flows) => {
        const data = flows.flatMap((flow) => flow.data);
        return data.some(({ kind }) => kind === "advertisingId") && data.some(isLasting);
      })
      .flatMap((flows) => flows.filter(({ data }) => data.length > 0));
    return hitsByApp(view, together, (app, flows) => ({
      message: "sent",
      params: { app, data: dataWords(flows, isLasting), recipients: recipients(flows) },
    }));
  },
});
