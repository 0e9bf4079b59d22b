/** What a file with traffic, or with what traffic is joined to, can be by its first bytes. A `zip` and `sqlite` may hold several things. */
export type SniffedTraffic =
  | "pcap"
  | "pcapng"
  | "har"
  | "pcapdroid-csv"
  | "trackercontrol-csv"
  | "adguard-home-log"
  | "nextdns-csv"
  | "pihole-log"
  | "ios-privacy-report"
  | "proc-net"
  | "netstats-dump"
  | "package-list"
  | "zip"
  | "sqlite";

/** How many bytes of a file's beginning `sniffTraffic` wants to see. */
export const sniffBytes = 64 * 1024;

/** What the file is, by its content alone; null where it is nothing that is known. */
export function sniffTraffic(first: Uint8Array): SniffedTraffic | null {
  return byMagic(first) ?? byText(new TextDecoder().decode(first.subarray(0, sniffBytes)));
}

/** In either byte order; the third and fourth write nanoseconds. */
const pcapMagics: ReadonlySet<number> = new Set([0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1]);

function byMagic(first: Uint8Array): SniffedTraffic | null {
  if (first.length < 4) return null;
  const magic = new DataView(first.buffer, first.byteOffset, first.byteLength).getUint32(0);
  if (pcapMagics.has(magic)) return "pcap";
  if (magic === 0x0a0d0d0a) return "pcapng";
  if (magic === 0x504b0304) return "zip";
  const name = String.fromCharCode(...first.subarray(0, 16));
  return name === "SQLite format 3\0" ? "sqlite" : null;
}

const headers: readonly (readonly [RegExp, SniffedTraffic])[] = [
  [/^IPProto,SrcIP,SrcPort,DstIp,DstPort,UID,/, "pcapdroid-csv"],
  [/^"?(?:uid"?,"?)?daddr"?,"?time"?,"?uncertain"?,/, "trackercontrol-csv"],
  [/^"?timestamp"?,"?domain"?,"?query_type"?,/, "nextdns-csv"],
  [/^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:[\w.-]+ )?dnsmasq\[\d+\]: /, "pihole-log"],
  [/^ {1,8}sl +local_address +rem(?:ote)?_address +st /, "proc-net"],
  [/^package:\S/, "package-list"],
];

function byText(text: string): SniffedTraffic | null {
  const found = headers.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  if (/^\s*\{/.test(text)) return byJson(text);
  // Other services print before it where several dumps were put into one file.
  const lines = text.split("\n", 400).map((line) => line.trimEnd());
  if (lines.some((line) => line === "Active UID interfaces:" || line === "UID stats:")) return "netstats-dump";
  return null;
}

/** JSON by its names, since what is seen of it is cut off. */
function byJson(text: string): SniffedTraffic | null {
  const line = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n"));
  if (line.includes('"QH":') && line.includes('"QT":')) return "adguard-home-log";
  if (line.includes('"type":"access"') || line.includes('"type":"networkActivity"')) return "ios-privacy-report";
  return /^\s*\{[^{[]{0,2000}"log"\s*:\s*\{/.test(text) ? "har" : null;
}
