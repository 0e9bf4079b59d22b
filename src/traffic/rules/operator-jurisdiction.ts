import { defineRule } from "../rule.ts";
import { countryName, hitsByApp, list, recipients, regionName } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

/** The place is not where the question lies: it is inside, or not known, while the company answers to another law. */
const isQuestion = (flow: ReportFlow) => flow.standing !== "none" && elsewhere(flow).length > 0;
const elsewhere = ({ recipient }: ReportFlow) => recipient.jurisdictions.filter(({ standing }) => standing === "none");

export default defineRule({
  id: "operator-jurisdiction",
  severity: "low",
  strength: "question",
  title: "The company behind a server has its seat elsewhere",
  messages: {
    seat: "{app} contacted {recipients}. The company, or one that owns it, has its seat in {seats}; that is another matter than where its servers stand. There is no decision for {region} that the law there protects as well.",
  },
  law: "operator-jurisdiction",
  caution:
    "A question for a letter, not a breach: ask whether people in that country can open the data, and under which safeguards.",
  references: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "Irish Data Protection Commission, decision on TikTok of 2025-05-02: access from China is a transfer even where servers are elsewhere",
  ],
  run: (view) =>
    hitsByApp(view, view.flows.filter(isQuestion), (app, flows) => ({
      message: "seat",
      params: {
        app,
        recipients: recipients(flows),
        seats: list(flows.flatMap((flow) => elsewhere(flow).map(({ country }) => countryName(country)))),
        region: regionName(view),
      },
    })),
});
