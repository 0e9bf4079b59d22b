import type { AdequacyDecision, AdequacyDecisions } from "../adequacy-decisions.ts";

/** The decision that amended those of before the GDPR: it lists them by number. */
const listed = "https://eur-lex.europa.eu/eli/dec_impl/2016/2295/oj";
const ukTransitional = "https://www.legislation.gov.uk/ukpga/2018/12/schedule/21";
const dpf = "Only recipients on the list at https://www.dataprivacyframework.gov; look there whether this one is.";

/** Row: country, number, from, scope, whether all recipients there are covered, source, whether compared with it, what to look up, until. */
type Row = readonly [
  country: string,
  decision: string,
  inForceFrom: string,
  scope: string,
  extent: "whole" | "part",
  source: string,
  confirmed: boolean,
  condition?: string | null,
  until?: string | null,
];

const all = "All recipients.";

const byEurope: readonly Row[] = [
  ["AD", "2010/625/EU", "2010-10-19", all, "whole", listed, true],
  ["AR", "2003/490/EC", "2003-06-30", all, "whole", listed, true],
  [
    "BR",
    "(EU) 2026/179",
    "2026-01-26",
    "Public and private bodies under the LGPD; not public safety, defence, security of the state and prosecution of crimes. For the EEA states outside of the Union its taking over was still going on in May 2026.",
    "part",
    "https://eur-lex.europa.eu/eli/dec_impl/2026/179/oj",
    true,
  ],
  [
    "CA",
    "2002/2/EC",
    "2001-12-20",
    "Only commercial organisations under PIPEDA.",
    "part",
    listed,
    true,
    "Whether the recipient is a commercial organisation under Canada's PIPEDA.",
  ],
  ["CH", "2000/518/EC", "2000-07-26", all, "whole", listed, true],
  ["FO", "2010/146/EU", "2010-03-05", all, "whole", listed, true],
  [
    "GB",
    "(EU) 2021/1772, renewed on 2025-12-19",
    "2021-06-28",
    "All recipients; the exclusion for immigration control ended with the renewal.",
    "whole",
    "https://eur-lex.europa.eu/eli/dec_impl/2021/1772/oj",
    false,
    null,
    "2031-12-27",
  ],
  ["GG", "2003/821/EC", "2003-11-21", all, "whole", listed, true],
  ["IL", "2011/61/EU", "2011-01-31", "Automated processing; not in occupied territories.", "part", listed, true],
  ["IM", "2004/411/EC", "2004-04-28", all, "whole", listed, true],
  ["JE", "2008/393/EC", "2008-05-08", all, "whole", listed, true],
  [
    "JP",
    "(EU) 2019/419",
    "2019-01-23",
    "Business operators under the APPI with its supplementary rules.",
    "part",
    "https://eur-lex.europa.eu/eli/dec_impl/2019/419/oj",
    false,
  ],
  [
    "KR",
    "(EU) 2022/254",
    "2021-12-17",
    "Under the PIPA; not personal credit information watched over by the FSC.",
    "part",
    "https://eur-lex.europa.eu/eli/dec_impl/2022/254/oj",
    false,
  ],
  ["NZ", "2013/65/EU", "2012-12-19", all, "whole", listed, true],
  ["UY", "2012/484/EU", "2012-08-21", all, "whole", listed, true],
  [
    "US",
    "2000/520/EC (Safe Harbour)",
    "2000-07-26",
    "Only recipients that had certified themselves; annulled by C-362/14.",
    "part",
    "https://curia.europa.eu/juris/liste.jsf?num=C-362/14",
    false,
    null,
    "2015-10-05",
  ],
  [
    "US",
    "(EU) 2016/1250 (Privacy Shield)",
    "2016-07-12",
    "Only recipients that had certified themselves; annulled by C-311/18.",
    "part",
    "https://curia.europa.eu/juris/liste.jsf?num=C-311/18",
    false,
    null,
    "2020-07-15",
  ],
  [
    "US",
    "(EU) 2023/1795 (Data Privacy Framework)",
    "2023-07-10",
    "Only recipients that certified themselves; upheld in T-553/23 on 2025-09-03, the appeal C-703/25 P was pending.",
    "part",
    "https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj",
    true,
    dpf,
  ],
];

const uk = "Data Protection Act 2018, Sch. 21 para. 5";
const sinceExit = "2021-01-01";

const byUnitedKingdom: readonly Row[] = [
  ["EEA", uk, sinceExit, all, "whole", ukTransitional, true],
  ["GI", uk, sinceExit, all, "whole", ukTransitional, true],
  ...["AD", "AR", "CH", "GG", "IL", "IM", "JE", "NZ", "UY"].map(
    (country): Row => [country, uk, sinceExit, all, "whole", ukTransitional, true],
  ),
  ["FO", uk, sinceExit, all, "whole", ukTransitional, false],
  ["CA", uk, sinceExit, "Only recipients under PIPEDA.", "part", ukTransitional, true],
  ["JP", uk, sinceExit, "Only data under the APPI.", "part", ukTransitional, true],
  [
    "KR",
    "SI 2022/1213",
    "2022-12-19",
    "Recipients under the PIPA.",
    "part",
    "https://www.legislation.gov.uk/uksi/2022/1213/made",
    true,
  ],
  [
    "US",
    "SI 2023/1028 (UK–US data bridge)",
    "2023-10-12",
    "Only recipients that take part in the UK extension of the Data Privacy Framework.",
    "part",
    "https://www.legislation.gov.uk/uksi/2023/1028/made",
    true,
    dpf,
  ],
];

const swissAnnex = "https://www.fedlex.admin.ch/eli/cc/2022/568/en";
const annex = "Data Protection Ordinance, Annex 1";

const bySwitzerland: readonly Row[] = [
  ["EEA", annex, "2023-09-01", all, "whole", swissAnnex, false],
  ...["AD", "AR", "FO", "GB", "GG", "GI", "IL", "IM", "JE", "MC", "NZ", "UY"].map(
    (country): Row => [country, annex, "2023-09-01", all, "whole", swissAnnex, false],
  ),
  ["CA", annex, "2023-09-01", "Only private organisations under PIPEDA or a like law.", "part", swissAnnex, false],
  [
    "US",
    `${annex} (Swiss–US Data Privacy Framework)`,
    "2024-09-15",
    "Only recipients that certified themselves.",
    "part",
    swissAnnex,
    false,
    dpf,
  ],
];

const byBrazil: readonly Row[] = [
  [
    "EEA",
    "ANPD Resolution 32",
    "2026-01-26",
    "The European Union.",
    "part",
    "https://www.gov.br/anpd/pt-br",
    true,
    "The Resolution names the European Union; of Iceland, Liechtenstein and Norway look it up.",
  ],
];

/** The decisions that come with Candor, as of 2026-09; the newest source that was read is of 2026-06. */
export const embeddedAdequacyDecisions: { readonly date: string; readonly value: AdequacyDecisions } = {
  date: "2026-09-30",
  value: {
    asOf: "2026-09-30",
    decisions: [
      ...byEurope.map((row) => decision("EU", row)),
      ...byUnitedKingdom.map((row) => decision("GB", row)),
      ...bySwitzerland.map((row) => decision("CH", row)),
      ...byBrazil.map((row) => decision("BR", row)),
    ],
  },
};

function decision(region: AdequacyDecision["region"], row: Row): AdequacyDecision {
  const [country, number, inForceFrom, scope, extent, source, confirmed, condition = null, until = null] = row;
  return { region, country, decision: number, inForceFrom, until, scope, extent, condition, source, confirmed };
}
