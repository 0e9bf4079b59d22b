import { defineRule } from "../rule.ts";
import { dataWord, hitsByApp, list, recipients } from "../rule-words.ts";
import type { ReportDatum } from "../traffic-report.ts";

const isHashed = ({ digest }: ReportDatum) => digest !== null;

export default defineRule({
  id: "hashed-id",
  severity: "medium",
  strength: "content",
  title: "An identifier was sent as a digest",
  messages: {
    sent: "{app} sent the digest of a value that you named ({data}) to {recipients}. A digest of an identifier is as good as the identifier: whoever knows the one finds the other.",
  },
  law: "hardware-id",
  references: [
    "https://www.ftc.gov/policy/advocacy-research/tech-at-ftc/2024/07/no-hashing-still-doesnt-make-your-data-anonymous",
  ],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(({ data }) => data.some(isHashed)),
      (app, flows) => ({
        message: "sent",
        params: {
          app,
          data: list(flows.flatMap(({ data }) => data.filter(isHashed).map(dataWord))),
          recipients: recipients(flows),
        },
      }),
    ),
});
