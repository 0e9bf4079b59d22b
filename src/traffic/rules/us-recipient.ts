import { defineRule } from "../rule.ts";
import { hitsByApp, recipients } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

const inPart = "adequate-in-part";
const isConditional = ({ place, standing, recipient }: ReportFlow) =>
  (place.country === "US" && standing === inPart) ||
  recipient.jurisdictions.some((each) => each.country === "US" && each.standing === inPart);

export default defineRule({
  id: "us-recipient",
  severity: "info",
  strength: "question",
  title: "Recipients in the United States: adequate only where certified",
  messages: {
    look: "{app} contacted {recipients}. For the United States the adequacy decision covers only recipients on the list of the Data Privacy Framework; look them up at dataprivacyframework.gov.",
  },
  law: "us-recipient",
  caution: "The list is not part of Candor. The decision is under appeal (C-703/25 P).",
  references: ["https://www.dataprivacyframework.gov", "https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj"],
  run: (view) =>
    hitsByApp(view, view.flows.filter(isConditional), (app, flows) => ({
      message: "look",
      params: { app, recipients: recipients(flows) },
    })),
});
