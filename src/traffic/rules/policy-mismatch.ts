import { defineRule, type PolicyText, type RuleHit, type TrafficView } from "../rule.ts";
import { appName, byApp, list } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

export default defineRule({
  id: "policy-mismatch",
  severity: "medium",
  strength: "contact",
  title: "Recipients that the privacy notice does not name",
  messages: {
    absent:
      "{app} contacted {recipients}, which the text that you gave ({file}) names neither by company nor by domain.",
  },
  law: "policy-mismatch",
  caution: "A notice may name categories of recipients instead of names; and a company can go by another name in it.",
  references: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  run: (view) => view.policies.flatMap((policy) => absentFrom(policy, view)),
});

function absentFrom(policy: PolicyText, view: TrafficView): readonly RuleHit<"absent">[] {
  const text = policy.text.toLowerCase();
  const names = (flow: ReportFlow) =>
    [flow.recipient.company, flow.recipient.domain].flatMap((name) => shortName(name));
  const isMeant = ({ app, recipient }: ReportFlow) =>
    recipient.kind !== "platform" && (policy.app === null || app?.package === policy.app);
  const absent = view.flows.filter((flow) => {
    const own = names(flow);
    return isMeant(flow) && own.length > 0 && own.every((name) => !text.includes(name));
  });
  return [...byApp(absent)].map(([app, flows]) => ({
    app,
    flows: flows.map(({ id }) => id),
    message: "absent",
    params: {
      app: appName(view, app),
      recipients: list(flows.map(({ recipient }) => recipient.company ?? recipient.domain ?? "")),
      file: policy.name,
    },
  }));
}

/** Without the form of the company, as a notice may leave it out: "Meta Platforms, Inc." and "Meta Platforms Ireland Ltd" are "meta". */
function shortName(name: string | null): readonly string[] {
  if (name === null) return [];
  const short = name
    .toLowerCase()
    .replace(/[,.]? ?\b(inc|llc|ltd|limited|gmbh|ag|se|s\.?a|b\.?v|plc|corp|corporation|co|pte|oy|ab)\b\.?/g, "")
    .replace(/ (platforms|technologies|technology|software|group|holdings?|ireland|europe)\b.*$/, "")
    .trim();
  return short.length > 1 ? [short] : [name.toLowerCase()];
}
