// A made-up record of traffic for looking at the page, as PCAPdroid writes its list: addresses of real networks, nothing that was ever sent.

type Row = readonly [
  second: number,
  uid: number,
  app: string,
  address: string,
  port: number,
  host: string,
  sent: number,
];

const begin = Date.UTC(2026, 10, 22, 9, 10);
const packages: Readonly<Record<number, string>> = {
  10063: "com.miui.analytics",
  10152: "org.example.weather",
  10153: "org.example.news",
};
const rows: readonly Row[] = [
  [4, 10152, "Weather", "142.250.185.131", 443, "app-measurement.com", 1840],
  [9, 10152, "Weather", "157.240.0.13", 443, "graph.facebook.com", 2210],
  [15, 10063, "Analytics", "161.117.94.10", 443, "data.mistat.intl.xiaomi.com", 3105],
  [31, 10063, "Analytics", "161.117.95.164", 443, "tracking.intl.miui.com", 5120],
  [40, 10152, "Weather", "20.50.2.1", 80, "api.weather.example", 412],
  [62, 10153, "EU News", "59.82.31.92", 443, "ulogs.umeng.com", 980],
  [90, 10153, "EU News", "3.120.0.1", 443, "t.appsflyersdk.com", 1460],
  [130, 10153, "EU News", "213.180.193.24", 443, "startup.mobile.yandex.net", 1210],
  [205, 10152, "Weather", "157.240.0.13", 443, "graph.facebook.com", 2290],
];
const head =
  "IPProto,SrcIP,SrcPort,DstIp,DstPort,UID,App,PackageName,Proto,Status,Info,BytesSent,BytesRcvd,PktsSent,PktsRcvd,FirstSeen,LastSeen";
const lines = rows.map(([second, uid, app, address, port, host, sent], i) => {
  const proto = port === 80 ? "HTTP" : "TLS";
  const times = [0, 90].map((ms) => new Date(begin + second * 1000 + ms).toISOString()).join();
  return `6,10.215.173.1,${40_000 + i},${address},${port},${uid},${app},${packages[uid] ?? ""},${proto},Closed,${host},${sent},${sent * 3},8,9,${times}`;
});

/** The record as a file that is dropped onto the page. */
export const sampleTraffic = {
  name: "an afternoon.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`${[head, ...lines].join("\n")}\n`),
};
