import { defineRule } from "../rule.ts";
import { hitsByApp, servers } from "../rule-words.ts";

export default defineRule({
  id: "clear-name-lookups",
  severity: "medium",
  strength: "content",
  title: "Names of servers are looked up over plain HTTP",
  messages: {
    asked:
      "{app} asked {servers} (Alibaba's lookup of names over HTTP) without encryption: anyone on the way can read which servers are looked up, and answer with others.",
  },
  law: "cleartext-personal-data",
  references: ["https://www.alibabacloud.com/help/en/httpdns/", "ntop/nDPI: tests/cfgs/default/pcap/xiaomi.pcap"],
  run: (view) =>
    hitsByApp(
      view,
      view.flows.filter(
        ({ address, encryption, requests }) =>
          address === "203.107.1.65" && (encryption === "clear" || requests.some(({ path }) => path.endsWith("/d"))),
      ),
      (app, flows) => ({ message: "asked", params: { app, servers: servers(flows) } }),
    ),
});
