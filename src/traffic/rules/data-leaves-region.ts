import { defineRule, type RuleHit, type TrafficView } from "../rule.ts";
import { countryName, dataWords, hitsByApp, list, regionName, servers } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

const noDecision = "There is no decision for {region} that the law there protects as well.";

export default defineRule({
  id: "data-leaves-region",
  severity: "medium",
  strength: "content",
  title: "Servers in countries without an adequacy decision",
  messages: {
    sent: `{app} sent {data} to servers in {countries} ({table}): {servers}. ${noDecision}`,
    contacted: `{app} contacted servers in {countries} ({table}): {servers}. ${noDecision} What was sent is not to be seen in the record.`,
    nothing: `{app} contacted servers in {countries} ({table}): {servers}. ${noDecision} In what was sent, no personal data was recognised.`,
  },
  law: "data-leaves-eea-no-adequacy",
  caution:
    "It is a transfer in the sense of the law only where one controller or processor discloses to another (EDPB Guidelines 05/2021); what the phone sends straight to a company abroad is not, and that company still owes what the law demands of it. Ask which safeguards there are (Art. 15(2)).",
  references: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "EDPB Guidelines 05/2021 on the interplay between Art. 3 and Chapter V GDPR, version 2.0",
  ],
  run: (view) => {
    const out = view.flows.filter(({ standing }) => standing === "none");
    const silent = out.filter(({ data }) => data.length === 0);
    return [
      ...say(
        "sent",
        out.filter(({ data }) => data.length > 0),
        view,
      ),
      ...say(
        "contacted",
        silent.filter(({ contentSeen }) => !contentSeen),
        view,
      ),
      ...say(
        "nothing",
        silent.filter(({ contentSeen }) => contentSeen),
        view,
      ),
    ];
  },
});

function say<M extends "sent" | "contacted" | "nothing">(
  message: M,
  flows: readonly ReportFlow[],
  view: TrafficView,
): readonly RuleHit<M>[] {
  return hitsByApp(view, flows, (app, own) => ({
    message,
    ...(message === "sent" ? {} : ({ severity: "low", strength: "contact" } as const)),
    params: {
      app,
      region: regionName(view),
      ...(message === "sent" ? { data: dataWords(own) } : {}),
      countries: list(
        own.flatMap(({ place }) => (place.country === null ? [] : countryName(place.country))),
        8,
      ),
      table: list(own.flatMap(({ place }) => place.said.map(({ source, date }) => `${source}, ${date}`))),
      servers: servers(own),
    },
  }));
}
