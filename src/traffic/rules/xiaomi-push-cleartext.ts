import { defineRule } from "../rule.ts";
import { hitsByApp, servers } from "../rule-words.ts";

export default defineRule({
  id: "xiaomi-push-cleartext",
  severity: "high",
  strength: "content",
  title: "Xiaomi's push service talks without encryption",
  messages: {
    sent: "{app} opened Xiaomi's push channel to {servers} without encryption. In what anyone on the way could read, the frames of this channel were recognised; they carry the model, the version of the system, the language and the kind of network.",
    contacted:
      "{app} contacted {servers} on the port of Xiaomi's push channel. The beginning of what was sent is not in the record.",
  },
  law: "cleartext-personal-data",
  references: ["ntop/nDPI: src/lib/protocols/xiaomi.c", "https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  run: (view) => {
    const isChannel = ({ host, port }: { readonly host: string | null; readonly port: number | null }) =>
      port === 5222 && /(^|\.)(app\.chat\.(global\.)?xiaomi\.net|msg\.(global\.)?xiaomi\.net)$/.test(host ?? "");
    const isSeen = (flow: (typeof view.flows)[number]) =>
      flow.protocol === "xiaomi-push" || hasFrame(view.payloads.get(flow.id) ?? "");
    const seen = view.flows.filter(isSeen);
    const say = (message: "sent" | "contacted") => (app: string, flows: readonly (typeof view.flows)[number][]) => ({
      message,
      params: { app, servers: servers(flows) },
    });
    return [
      ...hitsByApp(view, seen, say("sent")),
      ...hitsByApp(
        view,
        view.flows.filter((flow) => isChannel(flow) && !isSeen(flow)),
        (app, flows) => ({ ...say("contacted")(app, flows), severity: "low", strength: "contact" }),
      ),
    ];
  },
});

/** The frame begins with C2FE0005, or names the service in clear. */
function hasFrame(payload: string): boolean {
  return payload.startsWith("\u00c2\u00fe\u0000\u0005") || (payload.includes("xiaomi.com") && payload.includes("CONN"));
}
