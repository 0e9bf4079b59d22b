import type { VendorEndpoint } from "../../feeds/vendor-endpoints.ts";
import { defineRule } from "../rule.ts";
import { hitsByApp, list, servers } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

/** Hosts that have a rule of their own, which says more. */
const own =
  /^(tracking\.|data\.mistat\.|sa\.api\.|globalapi\.ad\.|flash\.sec\.|(api|sdkconfig|diagnosis|log|m\.track)\.ad\.).*(miui|xiaomi)\.com$|\.chat\.|\.msg\.|^203\.107\.1\.65$/;

export default defineRule({
  id: "vendor-reported-endpoint",
  severity: "info",
  strength: "contact",
  title: "A maker's server was contacted of which something was reported",
  messages: {
    contacted:
      "{app} contacted {servers}. It was reported once that it gets: {what} ({by}; {confidence} confidence). That says what to look for, not what happened this time.",
  },
  references: ["https://doi.org/10.1371/journal.pone.0279942", "https://github.com/nextdns/native-tracking-domains"],
  run: (view) =>
    view.reported.endpoints.flatMap((endpoint) => {
      const { reported, reports, confidence } = endpoint;
      const flows = view.flows.filter((flow) => isOf(flow, endpoint) && !own.test(flow.host ?? flow.address ?? ""));
      return hitsByApp(view, flows, (app, some) => ({
        message: "contacted",
        params: {
          app,
          servers: servers(some),
          what: list(reported, 6),
          by: list(reports.map(({ by, date }) => (date === null ? by : `${by}, ${date}`))),
          confidence,
        },
      }));
    }),
});

function isOf({ host, address }: ReportFlow, { hosts }: VendorEndpoint): boolean {
  return hosts.some((each) =>
    each.startsWith("*.") ? host?.endsWith(each.slice(1)) === true : each === host || each === address,
  );
}
