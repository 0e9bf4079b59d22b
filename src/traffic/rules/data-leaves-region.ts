import { defineRule } from "../rule.ts";
import { dataWords, hitsByApp, list, servers } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

const leaves = ({ standing }: ReportFlow) => standing === "none";
const places = (flows: readonly ReportFlow[]) =>
  list(
    flows.map(({ place }) => place.country ?? ""),
    8,
  );
const tables = (flows: readonly ReportFlow[]) =>
  list(flows.flatMap(({ place }) => place.said.map(({ source, date }) => `${source}, ${date}`)));

export default defineRule({
  id: "data-leaves-region",
  severity: "medium",
  strength: "content",
  title: "Servers in countries without an adequacy decision",
  messages: {
    sent: "{app} sent {data} to servers in {countries} ({table}): {servers}. For {region}, no decision says that the law there protects as well.",
    contacted:
      "{app} contacted servers in {countries} ({table}): {servers}. For {region}, no decision says that the law there protects as well. What was sent is not to be seen in the record.",
  },
  law: "data-leaves-eea-no-adequacy",
  caution:
    "It is a transfer in the sense of the law only where one controller or processor discloses to another (EDPB Guidelines 05/2021); what the phone sends straight to a company abroad is not, and that company still owes what the law demands of it. Ask which safeguards there are (Art. 15(2)).",
  references: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "EDPB Guidelines 05/2021 on the interplay between Art. 3 and Chapter V GDPR, version 2.0",
  ],
  run: (view) => {
    const region = view.region.name;
    const out = view.flows.filter(leaves);
    return [
      ...hitsByApp(
        view,
        out.filter(({ data }) => data.length > 0),
        (app, flows) => ({
          message: "sent",
          params: {
            app,
            region,
            data: dataWords(flows),
            countries: places(flows),
            table: tables(flows),
            servers: servers(flows),
          },
        }),
      ),
      ...hitsByApp(
        view,
        out.filter(({ data }) => data.length === 0),
        (app, flows) => ({
          message: "contacted",
          severity: "low",
          strength: "contact",
          params: { app, region, countries: places(flows), table: tables(flows), servers: servers(flows) },
        }),
      ),
    ];
  },
});
