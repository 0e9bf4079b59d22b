import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodePacketCrypto } from "../../src/device/node-crypto.ts";
import type { Flow, TrafficRecord } from "../../src/traffic/flow.ts";
import { readRecord } from "../../src/traffic/read-record.ts";
import { packagesByUid } from "../../src/traffic/record-app.ts";

const folder = join(import.meta.dirname, "../../../shared/traffic/synthetic");

interface Truth {
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

const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as {
  readonly connections: readonly Truth[];
  readonly apps: Readonly<Record<string, readonly [string, string]>>;
};
const packages = packagesByUid(readFileSync(join(folder, "pm-list-packages-U.txt"), "utf8"));

/** What of the truth a file has; the rest must be null, and be said in `cannotTell`. */
interface Carried {
  readonly file: string;
  readonly format: TrafficRecord["format"];
  readonly connections: (one: Truth) => boolean;
  readonly cannotTell: readonly string[];
  readonly host: boolean;
  readonly address: (one: Truth) => boolean;
  readonly port: boolean;
  /** Names of protocols as this format can tell them. */
  readonly protocol: (one: Truth) => Flow["protocol"];
  readonly method: boolean;
}

const protocols = { http: "http", tls: "tls", quic: "quic", raw: "xiaomi-push" } as const;
const all = () => true;
const blockedNames = /ad\.|mistat|tracking/;
const capture = {
  connections: all,
  host: true,
  address: all,
  port: true,
  protocol: (one: Truth) => protocols[one.kind],
};
const names = { connections: all, host: true, port: false, protocol: () => null, method: false };
const dns = ["app", "bytes", "content", "encryption"];
// An intercepting proxy sees HTTP only, and QUIC does not pass it.
const har = {
  ...capture,
  connections: (one: Truth) => one.method !== "",
  protocol: (one: Truth) => (one.kind === "http" ? "http" : "tls") as Flow["protocol"],
  method: true,
};

const files: readonly Carried[] = [
  { file: "pcapdroid.pcap", format: "pcap", ...capture, cannotTell: [], method: false },
  { file: "pcapdroid.pcapng", format: "pcapng", ...capture, cannotTell: [], method: false },
  { file: "pcapdroid.csv", format: "pcapdroid-csv", ...capture, cannotTell: ["content"], method: false },
  { file: "pcapdroid.har", format: "har", ...har, cannotTell: ["app", "bytes"] },
  { file: "mitmproxy.har", format: "har", ...har, cannotTell: ["app", "bytes"] },
  {
    ...names,
    ...{ file: "trackercontrol.csv", format: "trackercontrol-csv", address: () => false },
    cannotTell: ["address", "bytes", "content", "encryption"],
  },
  { ...names, file: "adguardhome-querylog.json", format: "adguard-home-log", address: all, cannotTell: dns },
  { ...names, file: "nextdns.csv", format: "nextdns-csv", address: () => false, cannotTell: [...dns, "address"] },
  {
    ...names,
    ...{ file: "pihole.log", format: "pihole-log", cannotTell: dns },
    address: (one) => !blockedNames.test(one.host),
  },
  {
    ...{ file: "proc-net-tcp6.txt", format: "proc-net", host: false, address: all, port: true },
    ...{ protocol: () => null, method: false, cannotTell: ["time", "bytes", "content", "encryption"] },
    connections: (one) => one.kind !== "quic",
  },
];

async function read(file: string): Promise<TrafficRecord> {
  const chunks = createReadStream(join(folder, file), { highWaterMark: 1000 }) as AsyncIterable<Uint8Array>;
  const clock = { year: 2026, offsetMinutes: 0 };
  return await readRecord({ name: file, size: null, chunks }, { crypto: nodePacketCrypto, packages, clock });
}

test.each(files)("$file tells the connections of the truth, and what it cannot tell", async (carried) => {
  const record = await read(carried.file);
  const expected = truth.connections.filter(carried.connections);
  expect(record.format).toBe(carried.format);
  expect(record.cannotTell).toEqual(carried.cannotTell);
  expect(record.unread).toEqual([]);
  expect(record.flows).toHaveLength(expected.length);
  for (const [i, one] of expected.entries()) {
    const flow = record.flows[i];
    if (!flow) throw new Error("a flow is missing");
    const { cannotTell } = carried;
    expect(flow.host).toBe(carried.host ? one.host : null);
    expect(flow.address).toBe(carried.address(one) ? one.ip : null);
    expect(flow.port).toBe(carried.port ? one.port : null);
    expect(flow.protocol).toBe(carried.protocol(one));
    expect(flow.origin).toMatchObject({ file: carried.file, format: carried.format });
    if (cannotTell.includes("time")) expect(flow.start).toBeNull();
    else expect(Math.abs((flow.start ?? 0) - Date.parse(one.t))).toBeLessThan(100);
    if (cannotTell.includes("app")) expect(flow.app).toBeNull();
    else expect(flow.app).toMatchObject({ uid: one.uid, package: one.package });
    const encrypted = one.encrypted ? "encrypted" : "clear";
    expect(flow.encryption).toBe(cannotTell.includes("encryption") ? "unknown" : encrypted);
    if (cannotTell.includes("bytes")) expect(flow.bytesSent).toBeNull();
    else expect(flow.bytesSent).toBeGreaterThan(0);
    const seen = flow.requests.map(({ method, host, path }) => ({ method, host, path }));
    const { method, host, path } = one;
    if (carried.method || (one.kind === "http" && !cannotTell.includes("content")))
      expect(seen).toEqual([{ method, host, path }]);
    else expect(seen).toEqual([]);
  }
});

test("captures and the list of PCAPdroid agree on labels, bytes and the names asked for", async () => {
  const [pcap, pcapng, csv] = await Promise.all(["pcapdroid.pcap", "pcapdroid.pcapng", "pcapdroid.csv"].map(read));
  if (!pcap || !pcapng || !csv) throw new Error("a file is missing");
  const bytes = (record: TrafficRecord) => record.flows.map((flow) => [flow.bytesSent, flow.bytesReceived]);
  expect(bytes(pcapng)).toEqual(bytes(pcap));
  expect(bytes(csv)).toEqual(bytes(pcap));
  const asked = (record: TrafficRecord) =>
    record.questions.map(({ host, app, address }) => [host, app?.package, address]);
  const expected = truth.connections.map((one) => [one.host, one.package, "10.215.173.2"]);
  for (const record of [pcap, pcapng, csv]) expect(asked(record)).toEqual(expected);
  // PCAPdroid's trailer has room for 19 bytes.
  expect(csv.flows.map(({ app }) => app?.label)).toContain("Diet, Health & Co");
  expect(pcapng.flows.map(({ app }) => app?.label)).toContain("Xiaomi service framework");
  expect(pcap.flows.map(({ app }) => app?.label)).toContain("Xiaomi service fram");
});

test("the logs that know it tell what was blocked", async () => {
  const blocked = truth.connections.filter((one) => blockedNames.test(one.host)).map((one) => one.host);
  for (const file of ["adguardhome-querylog.json", "pihole.log"]) {
    const { flows, clients } = await read(file);
    expect(flows.filter((flow) => flow.blocked).map((flow) => flow.host)).toEqual(blocked);
    expect(clients).toEqual([{ name: "192.168.1.126", questions: 17 }]);
  }
});

test("the HARs of both programs hold the bodies that were sent", async () => {
  const bodies = async (file: string) =>
    (await read(file)).flows.map((flow) => {
      const body = flow.requests[0]?.body;
      return body ? Buffer.from(body).toString("latin1") : null;
    });
  const found = await bodies("pcapdroid.har");
  expect(found).toEqual(await bodies("mitmproxy.har"));
  expect(found[1]).toContain('"instance_id":"b1d2f3a4c5e60718"');
  expect(found[9]).toBe("\u0000\u0001binary");
});
