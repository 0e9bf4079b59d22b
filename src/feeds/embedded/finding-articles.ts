import type { FindingArticles, FindingArticlesTable } from "../finding-articles.ts";

const gdpr = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
const eprivacy = "https://eur-lex.europa.eu/eli/dir/2002/58/oj";
const equipment =
  "https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-22023-technical-scope-art-53-eprivacy-directive_en";
const transfers =
  "https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-052021-interplay-between-application-article-3_en";
const limits = "https://eur-lex.europa.eu/eli/reg/1971/1182/oj";

const contacted = "Where only the name of the host was seen, it was contacted; what was sent is not known.";

const rows: readonly FindingArticles[] = [
  row(
    "cleartext-personal-data",
    "Personal data was seen in content that anyone on the way could read.",
    ["5(1)(f)", "32(1)(a)", "25(1)"],
    "strong",
    "The content was seen; show the bytes, redacted.",
  ),
  row(
    "cleartext-no-personal-data",
    "Content could be read on the way, and no personal data was found in it.",
    [],
    "none",
    "Checks of the network, of certificates and of the time are in clear on purpose.",
  ),
  row(
    "tracker-before-consent",
    "A tracker was reached before the moment of consent that the owner marked.",
    ["6(1)", "7(1)", "5(1)(a)", "25(2)"],
    "medium",
    contacted,
    { device: true },
  ),
  row(
    "tracker-after-refusal",
    "A tracker was reached after the refusal that the owner marked.",
    ["6(1)", "7(3)", "21"],
    "medium",
    contacted,
    { device: true },
  ),
  row(
    "hardware-id",
    "An identifier of the phone that cannot be reset was sent, above all beside the advertising ID.",
    ["5(1)(c)", "6(1)", "25"],
    "strong",
    "The content was seen.",
    { device: true },
  ),
  row(
    "precise-location",
    "A place was sent with three decimals of a degree or more.",
    ["5(1)(c)", "6(1)", "13"],
    "strong",
    "The content was seen.",
    { device: true },
  ),
  row(
    "special-category",
    "Something was sent that may tell of health, religion, sexual orientation or political opinion.",
    ["9(1)", "6(1)"],
    "question",
    "A hint that a person has to judge.",
  ),
  row(
    "data-leaves-eea-no-adequacy",
    "Personal data goes to a server in a country without a decision.",
    ["13(1)(f)", "15(2)", "44", "46", "49"],
    "question",
    "Say “goes to a server in X”. It is a transfer only where someone under the GDPR discloses it to another in a third country; what a phone sends straight to a company there is none, and Articles 3(2), 13, 24, 27 and 32 apply to that company.",
    { transfer: true, sources: [transfers] },
  ),
  row(
    "us-recipient",
    "The server or its operator is in the United States.",
    ["45", "13(1)(f)"],
    "question",
    "Whether the recipient is on the list at https://www.dataprivacyframework.gov has to be looked up.",
    { transfer: true, sources: [transfers] },
  ),
  row(
    "operator-jurisdiction",
    "The server stands in the region, and a company behind it sits in a country without a decision.",
    ["13(1)(f)", "15(1)(c)", "28", "48"],
    "question",
    "A question for a letter of access, no breach. The Irish authority held on 2025-05-02 (TikTok) that access from China is a transfer wherever the servers stand.",
    { transfer: true, sources: [transfers] },
  ),
  row("anycast-or-cdn", "The address answers from many places.", [], "none", "The place must not be stated."),
  row(
    "no-answer-in-a-month",
    "A request was not answered within a month, and no longer time was told within it.",
    ["12(3)", "12(4)", "77", "79"],
    "strong",
    "Dates by Regulation (EEC, Euratom) 1182/71.",
    { sources: [limits] },
  ),
  row(
    "policy-mismatch",
    "A host, company or country was seen that the privacy notice given does not name.",
    ["5(1)(a)", "13", "14"],
    "medium",
    "A notice may name kinds of recipients instead of each; read it.",
  ),
];

/** The rows that come with Candor, as of 2026-09. A proposal (Digital Omnibus, 2025-11) would move Art. 5(3) into the GDPR. */
export const embeddedFindingArticles: { readonly date: string; readonly value: FindingArticlesTable } = {
  date: "2026-09-30",
  value: { asOf: "2026-09-30", rows },
};

interface Details {
  /** Whether something was read from the phone, for which Art. 5(3) wants consent. */
  readonly device?: true;
  readonly transfer?: boolean;
  readonly sources?: readonly string[];
}

function row(
  finding: string,
  when: string,
  articles: readonly string[],
  strength: FindingArticles["strength"],
  caution: string,
  { device, transfer = false, sources = [] }: Details = {},
): FindingArticles {
  return {
    finding,
    when,
    gdpr: articles,
    eprivacy: device ? ["5(3)"] : [],
    transfer,
    strength,
    caution,
    inForceFrom: "2018-05-25",
    until: null,
    sources: [gdpr, ...(device ? [eprivacy, equipment] : []), ...sources],
  };
}
