import type { EndpointReport, VendorEndpoint, VendorEndpoints, VendorStudy } from "../vendor-endpoints.ts";

const dublin = said(
  "Trinity College Dublin and University of Edinburgh, PLOS ONE 18(1) e0279942",
  "2021-10-06",
  "https://doi.org/10.1371/journal.pone.0279942",
);
const east = said(
  "“Android OS Privacy Under the Loupe” (Redmi Note 11, firmware for China)",
  "2023-02",
  "https://arxiv.org/abs/2302.01890",
);
const lithuania = said("National Cyber Security Centre of Lithuania (Mi 10T, MIUI Global 12.0.10)", "2021-08-23");
const forbes = said("Forbes (Redmi Note 8, Mi 10, K20, Mi Mix 3)", "2020-04-30");
const capture = said(
  "A capture in the tests of nDPI (xiaomi.pcap), decoded",
  "2022-04",
  "https://github.com/ntop/nDPI",
);
const blog = said("A public analysis of Redmi 4A, MIUI Global 8.5", "2017-11-18");
const nextdns = said(
  "NextDNS, list of native tracking domains",
  null,
  "https://github.com/nextdns/native-tracking-domains",
);

const endpoints: readonly VendorEndpoint[] = [
  xiaomi(
    "tracking.miui.com tracking.intl.miui.com tracking.india.miui.com tracking.rus.miui.com",
    "high",
    ["app and screen that was opened, when and for how long", "identifier of the installation", "model", "region"],
    [dublin, east, blog],
    {
      service: "OneTrack",
      paths: ["/track/v1", "/track/v4", "/track/v4/o", "/track/spock"],
      packages: ["com.miui.analytics", "com.miui.systemAdSolution", "com.miui.securitycenter"],
    },
  ),
  xiaomi(
    "data.mistat.xiaomi.com data.mistat.intl.xiaomi.com data.mistat.india.xiaomi.com data.mistat.rus.xiaomi.com",
    "medium",
    ["statistics of use"],
    [nextdns],
    { service: "MiStat" },
  ),
  xiaomi(
    "sa.api.intl.miui.com",
    "high",
    [
      "addresses of pages that were visited, when they began and ended to load",
      "words that were searched for",
      "downloads",
      "an identifier that in effect stays",
      "number of the Xiaomi account while signed in",
      "the same in incognito mode",
    ],
    [forbes, said("A published analysis of the code of Mint Browser 3.4.0", "2020-05-04")],
    {
      service: "Sensors Analytics of the browser",
      paths: ["/sa"],
      packages: ["com.mi.globalbrowser", "com.mi.globalbrowser.mini"],
    },
  ),
  xiaomi(
    "globalapi.ad.xiaomi.com",
    "high",
    ["fetching of a list of terms, MiAdBlacklistConfig (449 in 2021, over 2,000 later)"],
    [lithuania, said("National Communications Commission of Taiwan", "2022-01-06")],
    {
      packages: [
        "com.miui.securitycenter",
        "com.mi.globalbrowser",
        "com.android.providers.downloads.ui",
        "com.miui.player",
        "com.android.thememanager",
        "com.miui.global.packageinstaller",
        "com.miui.cleanmaster",
      ],
      dispute:
        "What the list is for is disputed: others read it as a filter for advertisements (XDA, 2021-09-23). It was said to be switched off for Europe.",
    },
  ),
  xiaomi(
    "flash.sec.intl.miui.com flash.sec.miui.com",
    "medium",
    ["list of installed apps"],
    [said("A developer of xiaomi.eu", "2023-02-05")],
    {
      paths: ["/detect/app"],
      packages: ["com.miui.guardprovider"],
      dispute: "No capture of the Global firmware that shows the sending is published.",
    },
  ),
  xiaomi(
    "fr.app.chat.global.xiaomi.net app.chat.global.xiaomi.net app.chat.xiaomi.net cn.app.chat.xiaomi.net resolver.msg.global.xiaomi.net",
    "high",
    ["in clear: number of the account, model, MIUI version, digest of the device, kind of network, language"],
    [capture],
    {
      port: 5222,
      service: "XMPush",
      packages: ["com.xiaomi.xmsf"],
    },
  ),
  xiaomi(
    "203.107.1.65",
    "high",
    ["names of hosts that are looked up, over plain HTTP (HTTPDNS of Alibaba)"],
    [capture],
    { port: 80 },
  ),
  xiaomi(
    "api.ad.xiaomi.com api.ad.intl.xiaomi.com sdkconfig.ad.xiaomi.com sdkconfig.ad.intl.xiaomi.com diagnosis.ad.xiaomi.com log.ad.xiaomi.com m.track.ad.xiaomi.com",
    "medium",
    ["requests for advertisements; in 2017 without TLS"],
    [blog],
    {
      packages: ["com.miui.msa.global", "com.miui.systemAdSolution"],
    },
  ),
  xiaomi("global.market.xiaomi.com", "medium", ["names of the apps in a folder of promoted apps"], [blog], {
    dispute: "Old: seen in 2017.",
  }),
  xiaomi("us.micardapi.micloud.xiaomi.net", "low", ["an encoded phone number when a contact is opened"], [blog], {
    dispute: "Old: seen in 2017.",
  }),
  xiaomi(
    "api.installer.xiaomi.com",
    "low",
    ["package, signature, MD5, an identifier, screen and model at each installation"],
    [said("A post at V2EX (MIUI 13, firmware for China)", "2022-01-26")],
    {},
  ),
  xiaomi(
    "*.avlyun.sec.intl.miui.com *.avlyun.sec.miui.com miav-cse.avlyun.com",
    "low",
    ["requests to a virus scanner (Antiy AVL)"],
    [said("Block list MIUIPrivacy by blackmatrix7", "2025-06-06")],
    {},
  ),
];

const studies: readonly VendorStudy[] = [
  {
    id: "dublin-2021",
    title: "On the data privacy practices of Android OEMs",
    date: "2021-10-06",
    url: "https://doi.org/10.1371/journal.pone.0279942",
    said: [
      "An idle phone with few settings made sends much, and there is no way to refuse.",
      "Long-lived identifiers (serial number, IMEI) go along with those that can be reset, so that a reset can be undone.",
      "All makers that were looked at gather the list of installed apps.",
      "Xiaomi gathered all screens that were viewed, with time and duration, in Singapore.",
    ],
    limit: "Observed in 2021.",
  },
  {
    id: "edinburgh-2023",
    title: "Android OS Privacy Under the Loupe – A Tale from the East",
    date: "2023-02-03",
    url: "https://arxiv.org/abs/2302.01890",
    said: [
      "Phones for China sent IMEI, MAC, place, phone number and history of calls and messages to makers and others.",
      "They went on doing so outside of China.",
    ],
    limit: "Firmware for China alone.",
  },
  {
    id: "noyb-2025",
    title: "Complaints about TikTok, AliExpress, SHEIN, Temu, WeChat and Xiaomi",
    date: "2025-01-16",
    url: "https://noyb.eu/en/tiktok-aliexpress-shein-co-surrender-europeans-data-authoritarian-china",
    said: ["A complaint about transfers to China by Xiaomi lies with the Greek authority (Art. 44 to 46, 15 GDPR)."],
    limit: "No outcome was found.",
  },
];

/** What was reported, as gathered in 2026-11. */
export const embeddedVendorEndpoints: { readonly date: string; readonly value: VendorEndpoints } = {
  date: "2026-11-22",
  value: { endpoints, studies },
};

function said(by: string, date: string | null, url: string | null = null): EndpointReport {
  return { by, date, url };
}

type Details = Partial<Pick<VendorEndpoint, "port" | "paths" | "service" | "packages" | "dispute">>;

/** One endpoint of Xiaomi; hosts with blanks between them. */
function xiaomi(
  hosts: string,
  confidence: VendorEndpoint["confidence"],
  reported: readonly string[],
  reports: readonly EndpointReport[],
  { port = null, paths = [], service = null, packages = [], dispute = null }: Details,
): VendorEndpoint {
  return {
    vendor: "Xiaomi",
    hosts: hosts.split(" "),
    port,
    paths,
    service,
    packages,
    reported,
    reports,
    confidence,
    dispute,
  };
}
