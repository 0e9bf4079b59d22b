import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { captureGaps } from "../../src/traffic/capture-gaps.ts";
import { counted, gaps, readCapture, serverNames } from "./read-capture.ts";

const traffic = join(import.meta.dirname, "../../../shared/traffic");
const read = (path: string) => readCapture(readFileSync(join(traffic, path)), 65_536, path);

interface Connection {
  readonly t: string;
  readonly uid: number;
  readonly package: string;
  readonly host: string;
  readonly ip: string;
  readonly port: number;
  readonly kind: "http" | "tls" | "quic" | "raw";
  readonly encrypted: boolean;
  readonly method: string;
  readonly path: string;
}

const truth = JSON.parse(readFileSync(join(traffic, "synthetic/truth.json"), "utf8")) as {
  readonly connections: readonly Connection[];
  readonly apps: Record<string, readonly [string, string]>;
};

for (const format of ["pcap", "pcapng"] as const) {
  test(`the made-up scenario as ${format}: each connection with its app, name, server, time and encryption`, () => {
    const record = read(`synthetic/pcapdroid.${format}`);
    expect(record.format).toBe(format);
    const seen = record.flows.map((flow) => ({
      uid: flow.app?.uid,
      app: format === "pcap" ? flow.app?.label : flow.app?.package,
      host: flow.host,
      address: flow.address,
      port: flow.port,
      protocol: flow.protocol,
      encryption: flow.encryption,
      // The question for the name comes first, so the connection begins up to 30 ms later than the truth says.
      second: Math.floor((flow.start ?? 0) / 1000),
    }));
    const protocols = { http: "http", tls: "tls", quic: "quic", raw: "xiaomi-push" };
    expect(seen).toEqual(
      truth.connections.map(({ uid, host, ip, port, kind, encrypted, t }) => ({
        uid,
        app: truth.apps[uid]?.[format === "pcap" ? 1 : 0]?.slice(0, format === "pcap" ? 19 : undefined),
        host,
        address: ip,
        port,
        protocol: protocols[kind],
        encryption: encrypted ? "encrypted" : "clear",
        second: Date.parse(t) / 1000,
      })),
    );
    expect(record.questions.map(({ host, app }) => [host, app?.uid])).toEqual(
      truth.connections.map(({ host, uid }) => [host, uid]),
    );
    expect(record.unread).toEqual([]);
    expect(record.cannotTell).toEqual([]);
  });
}

test("the made-up scenario: requests in clear are there with path, headers and status", () => {
  const requests = read("synthetic/pcapdroid.pcap").flows.flatMap((flow) => flow.requests);
  const clear = truth.connections.filter(({ kind }) => kind === "http");
  expect(requests.map(({ method, host, path, status }) => ({ method, host, path, status }))).toEqual(
    clear.map(({ method, host, path }) => ({ method, host, path, status: 200 })),
  );
  expect(requests[0]?.headers.map(({ name }) => name)).toEqual(["Host", "User-Agent", "Connection"]);
});

test("the made-up scenario: what the push service was told in clear is kept", () => {
  const [push] = read("synthetic/pcapdroid.pcapng").flows.filter(({ protocol }) => protocol === "xiaomi-push");
  const text = new TextDecoder("latin1").decode(push?.payload ?? new Uint8Array());
  expect(text).toContain("xiaomi.com");
  expect(text).toContain("V14.0.4.0.TGKMIXM");
  expect(push?.hostFrom).toBe("dns");
});

test("the phone is named by PCAPdroid's own notes in a pcapng", () => {
  const { device } = read("synthetic/pcapdroid.pcapng");
  expect(device).toMatchObject({ model: "Xiaomi 2201117TG", android: "13" });
  expect(device?.apps).toContainEqual({ package: "org.example.diet", label: "Diet, Health & Co", version: null });
});

const expected = readFileSync(join(traffic, "ndpi/expected-tshark-4.0.17.tsv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [string, string, string, string]);

for (const file of readdirSync(join(traffic, "ndpi")).filter((name) => /\.pcap(ng)?$/.test(name))) {
  const names = (kind: string): Record<string, number> =>
    Object.fromEntries(
      expected
        .filter(([path, which]) => path === file && which === kind)
        .map(([, , name, count]) => [name, Number(count)]),
    );

  test(`${file}: the names that tshark sees, each as often`, () => {
    const { flows, questions } = read(`ndpi/${file}`);
    if (file !== "youtube_quic.pcap") expect(counted(serverNames(flows))).toEqual(names("sni"));
    expect(counted(flows.flatMap((flow) => flow.requests.map(({ host }) => host)))).toEqual(names("http"));
    const asked = questions.map(({ host }) => (host === "." ? "<Root>" : host));
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(names("dns")).toSorted());
  });

  test(`${file}: any size of chunks gives the same`, () => {
    const bytes = readFileSync(join(traffic, "ndpi", file));
    const whole = readCapture(bytes, bytes.length);
    for (const size of [61, 4096]) expect(readCapture(bytes, size)).toEqual(whole);
  });
}

test("Google's QUIC before TLS: the names that its hello says in clear, which tshark does not show as server names", () => {
  const { flows } = read("ndpi/youtube_quic.pcap");
  expect(serverNames(flows).toSorted()).toEqual([
    "googleads.g.doubleclick.net",
    "pagead2.googlesyndication.com",
    "yt3.ggpht.com",
  ]);
});

test("a ClientHello over two QUIC datagrams is put together: protocols and fingerprint, no name, as it has none", () => {
  const record = read("ndpi/quic_frags_ch_in_multiple_packets.pcapng");
  const [flow] = record.flows;
  expect(flow).toMatchObject({ protocol: "quic", encryption: "encrypted", host: null });
  expect(flow?.hello?.alpn).toContain("h3-29");
  expect(flow?.hello?.offered).toBe(0x0304);
  expect(gaps(record)).toEqual({ [captureGaps.unnamed]: 1 });
});

test("Encrypted ClientHello and encrypted DNS are said to be unseen", () => {
  expect(gaps(read("ndpi/tls_ech.pcapng"))).toEqual({ [captureGaps.ech]: 1 });
  expect(gaps(read("ndpi/dns_doh.pcap"))).toEqual({ [captureGaps.encryptedDns]: 1 });
});

test("old TLS is told: what was offered and what the server took", () => {
  const [flow] = read("ndpi/instagram.pcap").flows.filter(({ host }) => host === "telegraph-ash.instagram.com");
  expect(flow?.hello).toMatchObject({ offered: 0x0301, chosen: 0x0301, alpn: [] });
});
