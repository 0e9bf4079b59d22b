import { defineRule } from "../rule.ts";
import { hitsByApp, recipients } from "../rule-words.ts";

export default defineRule({
  id: "installed-app-list",
  severity: "high",
  strength: "content",
  title: "A list of installed apps was sent",
  messages: {
    sent: "{app} sent which apps are installed to {recipients}. Such a list can tell of health, faith, love and politics.",
  },
  law: "special-category",
  caution: "Whether the list tells of such things is for a person to judge.",
  references: [
    "https://doi.org/10.1371/journal.pone.0279942",
    "https://support.google.com/googleplay/android-developer/answer/10158779",
  ],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(({ data }) => data.some(({ kind }) => kind === "installedApps")),
      (app, flows) => ({ message: "sent", params: { app, recipients: recipients(flows) } }),
    ),
});
