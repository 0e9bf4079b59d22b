import { defineRule } from "../rule.ts";
import { hitsByApp, servers } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

/** TLS 1.2 on the wire (RFC 5246 §6.2.1). */
const tls12 = 0x0303;

export default defineRule({
  id: "old-tls",
  severity: "medium",
  strength: "content",
  title: "Encryption of an outdated kind was used",
  messages: {
    chosen: "{app} and {servers} agreed on a version of TLS older than 1.2, which is outdated since 2021.",
    offered: "{app} offered {servers} no version of TLS newer than 1.1, which is outdated since 2021.",
  },
  references: ["https://www.rfc-editor.org/rfc/rfc8996"],
  run: (view) => {
    const chosen = ({ hello }: ReportFlow) => hello !== null && hello.chosen !== null && hello.chosen < tls12;
    const offered = ({ hello }: ReportFlow) => hello !== null && hello.offered < tls12;
    const say = (message: "chosen" | "offered") => (app: string, flows: readonly ReportFlow[]) => ({
      message,
      params: { app, servers: servers(flows) },
    });
    return [
      ...hitsByApp(view, view.flows.filter(chosen), say("chosen")),
      ...hitsByApp(
        view,
        view.flows.filter((flow) => offered(flow) && !chosen(flow)),
        say("offered"),
      ),
    ];
  },
});
