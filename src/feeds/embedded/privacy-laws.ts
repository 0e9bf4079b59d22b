import type { LawRegion, LawTerritory, PrivacyLaw, PrivacyLaws } from "../privacy-laws.ts";

const gdpr = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
/** Since when the General Data Protection Regulation applies, and in the three EEA states outside of the Union. */
const [applies, appliesInEea] = ["2018-05-25", "2018-07-20"];

const members = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
const eea = ["IS", "LI", "NO"];
/** Parts of members that have a code of their own and are within the Union's territory (Art. 355 TFEU). */
const parts: readonly (readonly [country: string, of: string])[] = [
  ["GP", "FR"],
  ["MQ", "FR"],
  ["GF", "FR"],
  ["RE", "FR"],
  ["YT", "FR"],
  ["MF", "FR"],
  ["AX", "FI"],
];

const territories: readonly LawTerritory[] = [
  ...members.map((country) => territory("EU", country, "EU", applies)),
  ...eea.map((country) => territory("EU", country, "EEA", appliesInEea)),
  ...parts.map(([country, of]) => territory("EU", country, "territory", applies, null, of)),
  // The Union's law went on there until the end of the transition period.
  territory("EU", "GB", "EU", applies, "2020-12-31"),
  territory("GB", "GB", "state", "2021-01-01"),
  territory("CH", "CH", "state", "2023-09-01"),
  territory("IN", "IN", "state", "2000-10-17"),
  territory("ID", "ID", "state", "2024-10-17"),
  territory("BR", "BR", "state", "2020-09-18"),
  territory("CN", "CN", "state", "2021-11-01"),
  territory("TR", "TR", "state", "2016-04-07"),
  territory("RU", "RU", "state", "2015-09-01"),
  territory("VN", "VN", "state", "2023-07-01"),
];

const laws: readonly PrivacyLaw[] = [
  {
    region: "EU",
    law: "GDPR",
    inForceFrom: applies,
    until: null,
    countries: "decisions",
    transfer:
      "To countries with a decision of the Commission (Art. 45), else with safeguards such as standard clauses and an assessment of the law there (Art. 46), else in single cases (Art. 49).",
    articles: ["44", "45", "46", "49"],
    deviceAccess: "Directive 2002/58/EC Art. 5(3)",
    reply: { amount: 1, unit: "months", rule: "Art. 12(3): two months longer where that is told within the first" },
    authority: "the supervisory authority of the place where one lives or works (Art. 77)",
    source: gdpr,
    confirmed: true,
  },
  {
    region: "GB",
    law: "UK GDPR and Data Protection Act 2018",
    inForceFrom: "2021-01-01",
    until: null,
    countries: "decisions",
    transfer:
      "To countries with adequacy regulations, else with the International Data Transfer Agreement or the EU's clauses with the UK addendum; since the Data (Use and Access) Act 2025 the test is “not materially lower”.",
    articles: ["44", "45A", "46", "49"],
    deviceAccess: "Privacy and Electronic Communications Regulations 2003, reg. 6",
    reply: { amount: 1, unit: "months", rule: "Art. 12(3) UK GDPR" },
    authority: "Information Commissioner's Office (ICO)",
    source: "https://www.legislation.gov.uk/eur/2016/679/contents",
    confirmed: true,
  },
  {
    region: "CH",
    law: "Federal Act on Data Protection (revised)",
    inForceFrom: "2023-09-01",
    until: null,
    countries: "decisions",
    transfer:
      "To countries in Annex 1 of the Data Protection Ordinance, else with safeguards (Art. 16), else in single cases (Art. 17).",
    articles: ["16", "17"],
    deviceAccess: "Telecommunications Act Art. 45c",
    reply: { amount: 30, unit: "days", rule: "Art. 25(7)" },
    authority: "Federal Data Protection and Information Commissioner (FDPIC)",
    source: "https://www.fedlex.admin.ch/eli/cc/2022/491/en",
    confirmed: false,
  },
  {
    region: "IN",
    law: "Information Technology Act 2000 s. 43A and SPDI Rules 2011",
    inForceFrom: "2011-04-11",
    until: "2027-05-12",
    countries: "safeguards",
    transfer:
      "Sensitive personal data only to where the same level of protection is ensured, and with consent or for a contract (SPDI Rule 7); in force until the duties of the new Act begin.",
    articles: ["43A", "SPDI Rule 7"],
    deviceAccess: null,
    reply: null,
    authority: null,
    source: "https://www.meity.gov.in/",
    confirmed: false,
  },
  {
    region: "IN",
    law: "Digital Personal Data Protection Act 2023",
    inForceFrom: "2027-05-13",
    until: null,
    countries: "allowed",
    transfer:
      "To any country that the Government has not restricted (s. 16, Rule 15 of the Rules of 2025); no country was restricted when this was written.",
    articles: ["16", "Rule 15"],
    deviceAccess: null,
    reply: null,
    authority: "Data Protection Board of India",
    source: "https://www.meity.gov.in/",
    confirmed: false,
  },
  {
    region: "BR",
    law: "LGPD (Law 13.709/2018)",
    inForceFrom: "2020-09-18",
    until: null,
    countries: "decisions",
    transfer:
      "To countries that the ANPD recognised, else with its standard clauses or other safeguards (Arts 33 to 36, Resolution CD/ANPD 19/2024).",
    articles: ["33", "34", "35", "36"],
    deviceAccess: null,
    reply: { amount: 15, unit: "days", rule: "Art. 19 II, for a complete answer" },
    authority: "Autoridade Nacional de Proteção de Dados (ANPD)",
    source: "https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm",
    confirmed: true,
  },
  {
    region: "CN",
    law: "Personal Information Protection Law",
    inForceFrom: "2021-11-01",
    until: null,
    countries: "safeguards",
    transfer:
      "With a security assessment, a certification or the standard contract, and separate consent (Arts 38 to 40); the Data Security Law and Art. 7 of the National Intelligence Law oblige whoever stores data there.",
    articles: ["38", "39", "40"],
    deviceAccess: null,
    reply: null,
    authority: "Cyberspace Administration of China (CAC)",
    source: "http://www.npc.gov.cn/npc/c2/c30834/202108/t20210820_313088.html",
    confirmed: false,
  },
  {
    region: "ID",
    law: "UU PDP (Law 27/2022)",
    inForceFrom: "2024-10-17",
    until: null,
    countries: "safeguards",
    transfer:
      "To where protection is equal or higher, else with binding safeguards, else with consent (Art. 56); no list of countries is published.",
    articles: ["56"],
    deviceAccess: null,
    reply: { amount: 72, unit: "hours", rule: "3 × 24 hours for several rights" },
    authority: null,
    source: "https://peraturan.bpk.go.id/Details/229798/uu-no-27-tahun-2022",
    confirmed: false,
  },
  {
    region: "TR",
    law: "KVKK (Law 6698)",
    inForceFrom: "2016-04-07",
    until: "2024-05-31",
    countries: "safeguards",
    transfer: "With explicit consent, or with a commitment that the Authority approved (Art. 9 before it was amended).",
    articles: ["9"],
    deviceAccess: null,
    reply: { amount: 30, unit: "days", rule: "Art. 13" },
    authority: "Kişisel Verileri Koruma Kurumu (KVKK)",
    source: "https://www.mevzuat.gov.tr/mevzuat?MevzuatNo=6698&MevzuatTur=1&MevzuatTertip=5",
    confirmed: false,
  },
  {
    region: "TR",
    law: "KVKK (Law 6698 as amended by Law 7499)",
    inForceFrom: "2024-06-01",
    until: null,
    countries: "safeguards",
    transfer:
      "With a decision of adequacy (none was published), with a standard contract that is notified within 5 business days or other safeguards, or in single cases (Art. 9); explicit consent as a general ground ended on 2024-09-01.",
    articles: ["9"],
    deviceAccess: null,
    reply: { amount: 30, unit: "days", rule: "Art. 13" },
    authority: "Kişisel Verileri Koruma Kurumu (KVKK)",
    source: "https://www.mevzuat.gov.tr/mevzuat?MevzuatNo=6698&MevzuatTur=1&MevzuatTertip=5",
    confirmed: true,
  },
  {
    region: "US-CA",
    law: "CCPA as amended by CPRA",
    inForceFrom: "2020-01-01",
    until: null,
    countries: "no-rule",
    transfer:
      "The law asks nothing by country; there are rights to know, to delete, and to stop sale and sharing (also by the GPC signal).",
    articles: ["1798.100", "1798.105", "1798.120"],
    deviceAccess: null,
    reply: { amount: 45, unit: "days", rule: "Cal. Civ. Code 1798.130" },
    authority: "California Privacy Protection Agency",
    source:
      "https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml?division=3.&part=4.&lawCode=CIV&title=1.81.5",
    confirmed: false,
  },
  {
    region: "RU",
    law: "Federal Law 152-FZ",
    inForceFrom: "2015-09-01",
    until: null,
    countries: "safeguards",
    transfer:
      "Data of Russian citizens is first kept in databases in Russia (Art. 18); sending it abroad is notified beforehand (Art. 12).",
    articles: ["12", "18"],
    deviceAccess: null,
    reply: null,
    authority: "Roskomnadzor",
    source: "http://pravo.gov.ru/proxy/ips/?docbody=&nd=102108261",
    confirmed: false,
  },
  {
    region: "VN",
    law: "Decree 13/2023/ND-CP",
    inForceFrom: "2023-07-01",
    until: "2025-12-31",
    countries: "safeguards",
    transfer:
      "An assessment of the transfer is made and filed with the Ministry of Public Security; Decree 53/2022 asks some to keep data in the country.",
    articles: ["25"],
    deviceAccess: null,
    reply: { amount: 72, unit: "hours", rule: "Art. 14 to 16" },
    authority: "Ministry of Public Security",
    source: "https://vanban.chinhphu.vn/?pageid=27160&docid=207759",
    confirmed: false,
  },
  {
    region: "VN",
    law: "Personal Data Protection Law",
    inForceFrom: "2026-01-01",
    until: null,
    countries: "safeguards",
    transfer:
      "An assessment of the transfer is made and filed with the Ministry of Public Security; Decree 53/2022 asks some to keep data in the country.",
    articles: [],
    deviceAccess: null,
    reply: null,
    authority: "Ministry of Public Security",
    source: "https://vanban.chinhphu.vn/",
    confirmed: false,
  },
];

/** The laws that come with Candor, as of 2026-09; the newest source that was read is of 2026-06. */
export const embeddedPrivacyLaws: { readonly date: string; readonly value: PrivacyLaws } = {
  date: "2026-09-30",
  value: { asOf: "2026-09-30", laws, territories },
};

function territory(
  region: LawRegion,
  country: string,
  as: LawTerritory["as"],
  from: string,
  until: string | null = null,
  of: string | null = null,
): LawTerritory {
  return { region, country, as, of, from, until };
}
