import type { LawRegion } from "../privacy-laws.ts";
import type { Right, RightArticles, RightsArticles } from "../rights-articles.ts";

type Numbers = Partial<Record<Right, string>>;

interface Law {
  readonly region: LawRegion;
  readonly unit?: RightArticles["unit"];
  readonly from: string;
  readonly until?: string;
  readonly source: string;
  readonly confirmed?: boolean;
}

const gdpr: Numbers = {
  access: "15",
  rectification: "16",
  erasure: "17",
  restriction: "18",
  portability: "20",
  objection: "21",
  withdrawal: "7(3)",
  complaint: "77",
};

const rows: readonly RightArticles[] = [
  ...law(
    { region: "EU", from: "2018-05-25", source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", confirmed: true },
    gdpr,
  ),
  ...law(
    {
      region: "GB",
      from: "2021-01-01",
      source: "https://www.legislation.gov.uk/eur/2016/679/contents",
      confirmed: true,
    },
    gdpr,
  ),
  ...law(
    { region: "CH", from: "2023-09-01", source: "https://www.fedlex.admin.ch/eli/cc/2022/491/en" },
    {
      access: "25",
      rectification: "32",
      erasure: "32",
      restriction: "32",
      portability: "28",
      objection: "30",
      withdrawal: "30",
      complaint: "49",
    },
  ),
  ...law(
    {
      region: "BR",
      from: "2020-09-18",
      source: "https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm",
    },
    {
      access: "18 19",
      rectification: "18",
      erasure: "18",
      restriction: "18",
      portability: "18",
      objection: "18",
      withdrawal: "8 18",
      complaint: "18",
    },
  ),
  ...law(
    { region: "ID", from: "2024-10-17", source: "https://peraturan.bpk.go.id/Details/229798/uu-no-27-tahun-2022" },
    {
      access: "5 7",
      rectification: "6",
      erasure: "8",
      withdrawal: "9",
      objection: "10",
      restriction: "11",
      portability: "13",
    },
  ),
  ...law(
    {
      region: "TR",
      from: "2016-10-07",
      source: "https://www.mevzuat.gov.tr/mevzuat?MevzuatNo=6698&MevzuatTur=1&MevzuatTertip=5",
    },
    { access: "11", rectification: "11", erasure: "7 11", objection: "11", complaint: "14" },
  ),
  ...law(
    {
      region: "US-CA",
      unit: "section",
      from: "2023-01-01",
      source:
        "https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml?division=3.&part=4.&lawCode=CIV&title=1.81.5",
    },
    {
      access: "1798.100 1798.110",
      rectification: "1798.106",
      erasure: "1798.105",
      restriction: "1798.121",
      portability: "1798.130",
      objection: "1798.120",
      complaint: "1798.199.45",
    },
  ),
  ...law(
    {
      region: "IN",
      unit: "rule",
      from: "2011-04-11",
      until: "2027-05-12",
      source: "https://www.meity.gov.in/",
    },
    { access: "5(6)", rectification: "5(6)", withdrawal: "5(7)", complaint: "5(9)" },
  ),
  ...law(
    { region: "IN", unit: "section", from: "2027-05-13", source: "https://www.meity.gov.in/" },
    { access: "11", rectification: "12", erasure: "12", withdrawal: "6", complaint: "13" },
  ),
  ...law(
    {
      region: "CN",
      from: "2021-11-01",
      source: "http://www.npc.gov.cn/npc/c2/c30834/202108/t20210820_313088.html",
    },
    {
      access: "44 45",
      rectification: "46",
      erasure: "47",
      restriction: "44",
      portability: "45",
      objection: "44",
      withdrawal: "15",
      complaint: "65",
    },
  ),
  ...law(
    { region: "RU", from: "2015-09-01", source: "http://pravo.gov.ru/proxy/ips/?docbody=&nd=102108261" },
    { access: "14", rectification: "14 21", erasure: "21", restriction: "21", withdrawal: "9", complaint: "17" },
  ),
  ...law(
    {
      region: "VN",
      from: "2023-07-01",
      until: "2025-12-31",
      source: "https://vanban.chinhphu.vn/?pageid=27160&docid=207759",
    },
    { access: "9 14", rectification: "15", erasure: "9 16", restriction: "9", objection: "9", withdrawal: "12" },
  ),
];

/** The articles that come with Candor; numbers that were not compared with the text say so. */
export const embeddedRightsArticles: { readonly date: string; readonly value: RightsArticles } = {
  date: "2026-11-22",
  value: { asOf: "2026-11-22", rows },
};

/** @param numbers with blanks between several */
function law(
  { region, unit = "article", from, until, source, confirmed = false }: Law,
  numbers: Numbers,
): readonly RightArticles[] {
  return (Object.keys(numbers) as Right[]).map((right) => ({
    region,
    right,
    unit,
    articles: (numbers[right] ?? "").split(" "),
    inForceFrom: from,
    until: until ?? null,
    source,
    confirmed,
  }));
}
