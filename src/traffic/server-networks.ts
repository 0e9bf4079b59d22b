/** A network that carries servers of many, or answers from many places. */
export interface ServerNetwork {
  readonly name: string;
  /** Where its operator sits, ISO 3166-1 alpha-2. */
  readonly seat: string;
  /**
   * `one`: each address stands in one place; `anycast`: an address answers from many places; `wrong`: each stands in one place, but lists of
   * places are known to be wrong for it.
   */
  readonly place: "one" | "anycast" | "wrong";
}

/** Numbers of the network's autonomous systems, from which `scripts/ip-countries.ts` makes the table. */
interface ListedNetwork extends ServerNetwork {
  readonly systems: readonly number[];
}

const one = "one";
const anycast = "anycast";

/**
 * Clouds and networks that deliver, by the name that stands in the table of networks. What is not here is no one's in particular: a list of
 * all networks would be larger than all else.
 */
export const serverNetworks: readonly ListedNetwork[] = [
  row("Cloudflare", "US", anycast, 13335, 209242, 132892, 395747, 203898, 394536),
  row("Google", "US", anycast, 15169, 36040, 43515, 19527, 36492, 139070, 139190, 45566),
  row("Google Cloud", "US", anycast, 396982),
  row("Fastly", "US", anycast, 54113, 394192),
  row("Akamai", "US", anycast, 20940, 16625, 32787, 12222, 21342, 21357, 34164, 35994, 18680, 133103, 213120, 31108),
  row("Edgio", "US", anycast, 15133, 22822),
  row("CDN77", "GB", anycast, 60068, 212238),
  row("bunny.net", "SI", anycast, 200325),
  row("G-Core Labs", "LU", anycast, 199524, 202422),
  row("Imperva", "US", anycast, 19551),
  row("StackPath", "US", anycast, 12989, 33438, 20446),
  row("CDNetworks", "KR", anycast, 36408, 38107, 40366),
  row("Wangsu", "CN", anycast, 54994),
  row("Quad9", "CH", anycast, 19281),
  row("OpenDNS", "US", anycast, 36692),
  row("NextDNS", "US", anycast, 34939),
  row("AdGuard DNS", "CY", anycast, 212772),
  row("Vercel", "US", anycast, 209366),
  row("Amazon CloudFront", "US", anycast),
  row("Amazon Global Accelerator", "US", anycast),
  row("Azure Front Door", "US", anycast),
  row("Microsoft", "US", one, 8075, 8068, 8069, 12076, 8070, 3598, 6584, 58862, 59067, 200517, 8071, 8072, 8073, 8074),
  row("Microsoft Azure China (21Vianet)", "CN", one, 58593),
  row("Amazon", "US", one, 16509, 14618, 8987, 7224, 62785, 38895, 39111, 58588),
  row("Amazon China (Sinnet, NWCD)", "CN", one, 55960, 135629),
  row("Meta", "US", "wrong", 32934, 63293, 54115, 149642),
  row("Apple", "US", "wrong", 714, 6185, 2709),
  row("X Corp.", "US", "wrong", 13414, 35995, 63179),
  row("Netflix", "US", "wrong", 2906, 40027),
  row("TikTok (ByteDance)", "SG", "wrong", 138699, 396986, 137775),
  row("Telegram", "VG", "wrong", 62041, 62014, 59930, 44907, 211157),
  row("Alibaba Cloud", "SG", one, 45102, 134963),
  row("Alibaba Cloud China", "CN", one, 37963, 45103, 45104, 59028, 59051, 59052, 59053, 59054, 59055),
  row("Tencent Cloud", "SG", one, 132203),
  row("Tencent Cloud China", "CN", one, 45090, 132591, 133478, 137876),
  row("Huawei Cloud", "SG", one, 136907, 206798, 149167),
  row("Huawei Cloud China", "CN", one, 55990),
  row("Baidu", "CN", one, 38365, 38627, 55967, 45085, 131138, 131139, 131140, 131141, 199506),
  row("Kingsoft Cloud", "CN", one, 59019, 137280),
  row("Volcengine (ByteDance)", "CN", one, 137718, 150436),
  row("UCloud", "CN", one, 59077, 135377),
  row("JD Cloud", "CN", one, 137693, 58879),
  row("Xiaomi", "CN", one, 137435, 131486),
  row("NetEase", "CN", one, 45062),
  row("Yandex", "RU", one, 13238, 200350, 44534, 207207, 202611),
  row("VK", "RU", one, 47541, 47542, 47764, 28709, 62243),
  row("Selectel", "RU", one, 49505, 50340),
  row("OVHcloud", "FR", one, 16276, 35540),
  row("Hetzner", "DE", one, 24940, 213230, 212317, 215859),
  row("IONOS", "DE", one, 8560),
  row("T-Systems", "DE", one, 6878),
  row("Scaleway", "FR", one, 12876, 29447),
  row("Leaseweb", "NL", one, 60781, 28753, 16265, 30633, 59253, 395954),
  row("UpCloud", "FI", one, 202053, 25697),
  row("Exoscale", "CH", one, 61098),
  row("Infomaniak", "CH", one, 29222),
  row("Contabo", "DE", one, 51167, 40021, 141995),
  row("DigitalOcean", "US", one, 14061, 62567, 200130, 202018),
  row("Linode (Akamai)", "US", one, 63949, 48337),
  row("Vultr", "US", one, 20473, 64515),
  row("IBM Cloud", "US", one, 36351),
  row("Oracle Cloud", "US", one, 31898, 792, 793, 794, 20054, 4192, 7160, 14544),
  row("Rackspace", "US", one, 19994, 33070, 27357, 15395, 12200),
  row("Salesforce", "US", one, 14340, 45422, 133322, 11489),
  row("Equinix Metal", "US", one, 54825),
  row("Naver Cloud", "KR", one, 23576, 23982, 45396),
  row("Kakao", "KR", one, 38099, 45991, 9764),
  row("Samsung SDS", "KR", one, 6619),
  row("LY Corporation", "JP", one, 38631, 23576, 24572),
  row("Sakura Internet", "JP", one, 9370, 9371, 7684),
  row("Zoho", "IN", one, 2639, 41913, 56201, 205111),
  row("Wikimedia", "US", one, 14907, 43821),
  row("Spotify", "SE", one, 8403, 43650),
  row("Yahoo", "US", one, 10310, 36646, 26101, 36647, 34010, 24376),
  row("Adobe", "US", one, 15224, 44786, 1313),
  row("AppNexus (Microsoft)", "US", one, 29990, 24207),
  row("Criteo", "FR", one, 44788, 19750, 55569, 53031),
  row("PubMatic", "US", one, 62713),
  row("Unity", "US", one, 393406),
];

/** A network by the name in the table, in which only names of this list stand. */
export function networkNamed(name: string): ServerNetwork | null {
  return byName.get(name) ?? null;
}

const byName: ReadonlyMap<string, ServerNetwork> = new Map(
  serverNetworks.map(({ name, seat, place }) => [name, { name, seat, place }]),
);

function row(name: string, seat: string, place: ServerNetwork["place"], ...systems: readonly number[]): ListedNetwork {
  return { name, seat, place, systems };
}
