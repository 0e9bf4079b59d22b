import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { nodePacketCrypto } from "../../src/device/node-crypto.ts";
import { zipOf } from "../../src/device/zip-writer.ts";
import { countedBetween, countedTraffic } from "../../src/traffic/counted-traffic.ts";
import { readRecord, sniffRecord } from "../../src/traffic/read-record.ts";
import type { RecordContext } from "../../src/traffic/record-file.ts";

const shared = join(import.meta.dirname, "../../../shared/traffic");
const folder = mkdtempSync(join(tmpdir(), "candor-records-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (bytes: Uint8Array | string, context: Partial<RecordContext> = {}, size = 70_000) => {
  const whole = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const file = { name: "some.txt", size: null, chunks: inPieces(whole, size) };
  return await readRecord(file, { crypto: nodePacketCrypto, ...context });
};

let count = 0;
/** A database with everything in its main file, and one whose last rows are in the write-ahead log. */
function database(sql: string, later = ""): { bytes: Uint8Array; wal: Uint8Array | undefined } {
  const path = join(folder, `${count++}.db`);
  const made = new DatabaseSync(path);
  made.exec("PRAGMA synchronous=off");
  made.exec(sql);
  if (later !== "") made.exec(`PRAGMA journal_mode=wal; PRAGMA wal_autocheckpoint=0; ${later}`);
  const files = { bytes: new Uint8Array(readFileSync(path)), wal: later ? readFileSync(`${path}-wal`) : undefined };
  made.close();
  return files;
}

test.each([
  ["first-run.har", "har", 16],
  ["ios-first-run.har", "har", 16],
  ["second-run.har", "har", 14],
  ["platform-qd/traffic.har.json", "har", 12],
  ["platform-qd/traffic-empty.har.json", "har", 0],
  ["tracker-control-report.csv", "trackercontrol-csv", 65],
  ["platform-qd/trackercontrol.csv", "trackercontrol-csv", 1],
  ["ios-app-privacy-report.ndjson", "ios-privacy-report", 179],
])("the real record %s reads", async (name, format, flows) => {
  const bytes = readFileSync(join(shared, "tweasel", name));
  const record = await read(bytes, {}, 1000);
  expect([record.format, record.flows.length, record.bytes]).toEqual([format, flows, bytes.length]);
  for (const flow of record.flows) {
    expect(flow.host).toMatch(/^[a-z0-9.-]+$/);
    expect(flow.start).toBeGreaterThan(Date.parse("2023-01-01"));
  }
});

test("what the tweasel tools and TrackerControl tell of the app is kept, doubts too", async () => {
  const har = await read(readFileSync(join(shared, "tweasel/platform-qd/traffic.har.json")));
  expect(har.device).toMatchObject({ model: "Google sdk_gphone_x86_64", android: "11" });
  expect(har.flows[0]?.app).toEqual({ uid: null, package: "se.maginteractive.quizduel2", label: "QuizDuel" });
  expect(har.flows[0]?.bytesSent).toBeGreaterThan(0);
  const ios = await read(readFileSync(join(shared, "tweasel/ios-first-run.har")));
  expect(ios.device).toMatchObject({ model: "Apple D22AP", android: null });
  const list = await read(readFileSync(join(shared, "tweasel/tracker-control-report.csv")));
  const doubted = list.flows.find(({ host }) => host === "android.clients.google.com");
  expect(doubted).toMatchObject({ hostDoubt: "shared-address", hostFrom: "dns", app: { uid: 10185 } });
  expect(list.unread).toEqual([{ reason: "hosts whose address stands for other names too", count: 10 }]);
});

test("a file that holds no flows is told from one that is not known", async () => {
  for (const name of ["dumpsys-netstats-detail.txt", "pm-list-packages-U.txt"])
    await expect(read(readFileSync(join(shared, "synthetic", name)))).rejects.toThrow(/no connections/);
  for (const other of ["", "{}", "[]", "<html>", "\0\0\0\0", "{\n", "PK\x03", "a,b\n1,2\n"])
    await expect(read(other)).rejects.toThrow(FormatError);
  expect(sniffRecord(new Uint8Array())).toBeNull();
});

const questions =
  "INSERT INTO query_storage VALUES(1, 1782900002, 1, 2, 5, 1), (2, 1782900002.4, 2, 3, 5, 1), (3, 1782900009, 1, 1, 6, 1)";
const newer = `CREATE TABLE query_storage (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, timestamp INTEGER NOT NULL, type INTEGER NOT NULL, status INTEGER NOT NULL, domain INTEGER NOT NULL, client INTEGER NOT NULL);
  CREATE TABLE domain_by_id (id INTEGER PRIMARY KEY, domain TEXT NOT NULL); CREATE TABLE client_by_id (id INTEGER PRIMARY KEY, ip TEXT NOT NULL, name TEXT);
  CREATE VIEW queries AS SELECT * FROM query_storage; INSERT INTO domain_by_id VALUES(5, 'A.example'), (6, 'ads.example');
  INSERT INTO client_by_id VALUES(1, '192.168.1.126', NULL); ${questions}`;
const older = `CREATE TABLE ftl (id INTEGER PRIMARY KEY NOT NULL, value BLOB NOT NULL);
  CREATE TABLE queries (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER NOT NULL, type INTEGER NOT NULL, status INTEGER NOT NULL, domain TEXT NOT NULL, client TEXT NOT NULL, forward TEXT);
  INSERT INTO queries VALUES(1, 1782900002, 1, 2, 'a.example', '192.168.1.126', '9.9.9.9'), (3, 1782900009, 1, 1, 'ads.example', '192.168.1.126', NULL)`;

test.each([
  ["version 5 and later", newer],
  ["before version 5", older],
])("Pi-hole's database of %s gives its lookups", async (_, sql) => {
  const record = await read(database(sql).bytes);
  expect(record).toMatchObject({
    format: "pihole-database",
    unread: [],
    cannotTell: expect.arrayContaining(["app", "address"]),
  });
  expect(record.flows.map(({ host, start, blocked, origin }) => [host, start, blocked, origin.number])).toEqual([
    ["a.example", 1782900002000, false, 1],
    ["ads.example", 1782900009000, true, 3],
  ]);
});

const tracker = `CREATE TABLE ConnectionTracker (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, appName TEXT NOT NULL, uid INTEGER NOT NULL, packageName TEXT NOT NULL DEFAULT '', ipAddress TEXT NOT NULL, port INTEGER NOT NULL, protocol INTEGER NOT NULL, isBlocked INTEGER NOT NULL, dnsQuery TEXT, timeStamp INTEGER NOT NULL, uploadBytes INTEGER NOT NULL, downloadBytes INTEGER NOT NULL);
  CREATE TABLE DnsLogs (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, queryStr TEXT NOT NULL, time INTEGER NOT NULL, typeName TEXT NOT NULL, isBlocked INTEGER NOT NULL, responseIps TEXT NOT NULL, uid INTEGER NOT NULL, appName TEXT NOT NULL)`;
const rows = `INSERT INTO ConnectionTracker VALUES(1, 'Diet, Health & Co', 10152, 'org.example.diet', '20.47.97.231', 443, 6, 0, 'api.dietco.example', 1782900044000, 500, 900), (2, 'News', 10153, '', '2001:DB8::1', 443, 17, 1, 'a.example,b.example', 1782900045000, 0, 0);
  INSERT INTO DnsLogs VALUES(1, 'api.dietco.example.', 1782900043900, 'A', 0, '20.47.97.231', 10152, 'Diet, Health & Co')`;

test("a backup of Rethink gives connections with apps, the log's last part as well", async () => {
  const { bytes, wal } = database(tracker, rows);
  if (!wal) throw new Error("no write-ahead log");
  const zip = (files: Readonly<Record<string, Uint8Array>>) =>
    new Uint8Array(Buffer.concat(zipOf(Object.entries(files).map(([name, content]) => ({ name, bytes: content })))));
  const packages = new Map([[10153, ["org.example.news"]]]);
  const whole = database(`${tracker}; ${rows}`).bytes;
  for (const backup of [
    whole,
    zip({ shared_pref: new Uint8Array(9), "rethink_logs.db": whole }),
    zip({ "rethink_logs.db": bytes, "rethink_logs.db-wal": wal }),
  ]) {
    const record = await read(backup, { packages });
    expect(record).toMatchObject({ format: "rethink-backup", cannotTell: ["content", "encryption"], unread: [] });
    expect(record.flows).toMatchObject([
      {
        app: { uid: 10152, package: "org.example.diet", label: "Diet, Health & Co" },
        ...{ host: "api.dietco.example", hostFrom: "dns", address: "20.47.97.231", port: 443, transport: "tcp" },
        ...{ start: 1782900044000, bytesSent: 500, bytesReceived: 900, blocked: false },
      },
      {
        app: { uid: 10153, package: "org.example.news" },
        host: "a.example",
        hostDoubt: "shared-address",
        address: "2001:db8::1",
        blocked: true,
      },
    ]);
    expect(record.questions).toMatchObject([
      { host: "api.dietco.example", address: "20.47.97.231", protocol: "dns", app: { uid: 10152 } },
    ]);
  }
  await expect(read(zip({ "notes.txt": new Uint8Array(5) }))).rejects.toThrow(/no log of Rethink/);
  await expect(read(database("CREATE TABLE t(a)").bytes)).rejects.toThrow(FormatError);
});

const log = (...entries: readonly (readonly [number, string, string, string])[]) =>
  entries
    .map(([t, QH, QT, IP]) => JSON.stringify({ T: new Date(1782900000000 + t).toISOString(), QH, QT, QC: "IN", IP }))
    .join("\n");

test("questions for one name at one time are one lookup; others, and those of other devices, are not", async () => {
  const text = log(
    ...([
      [0, "a.example", "A", "one"],
      [20, "a.example", "AAAA", "one"],
      [30, "A.EXAMPLE.", "HTTPS", "one"],
    ] as const),
    ...([
      [40, "a.example", "A", "two"],
      [5000, "a.example", "A", "one"],
      [5001, "4.3.2.1.in-addr.arpa", "PTR", "one"],
    ] as const),
    [5002, "no name", "A", "one"],
  );
  const record = await read(text);
  expect(record.flows.map(({ host, origin }) => [host, origin.number])).toEqual([
    ["a.example", 1],
    ["a.example", 4],
    ["a.example", 5],
  ]);
  expect(record.questions.map(({ host }) => host)).toEqual(["4.3.2.1.in-addr.arpa"]);
  expect(record.clients).toEqual([
    { name: "one", questions: 6 },
    { name: "two", questions: 1 },
  ]);
  expect(record.unread).toEqual([
    { reason: "questions without the name of a host", count: 1 },
    { reason: "names that one of several devices asked for: choose one of them", count: 3 },
  ]);
  const chosen = await read(text, { client: "two" });
  expect(chosen.flows).toHaveLength(1);
  expect(chosen.unread).toEqual([]);
  await expect(read(text, { client: "three" })).rejects.toThrow(/no device/);
});

test("the uid of a connection that has ended is not taken for root's", async () => {
  const text = readFileSync(join(shared, "synthetic/proc-net-tcp6.txt"), "utf8").replace(
    " 01 00000000:00000000 00:00000000 00000000  1000",
    " 06 00000000:00000000 00:00000000 00000000     0",
  );
  const [first, second] = (await read(text)).flows;
  expect(first?.app).toBeNull();
  expect(second?.app).toEqual({ uid: 10063, package: null, label: null });
});

test("the phone's counts: background and foreground apart, and what lies between two of them", () => {
  const dump = readFileSync(join(shared, "synthetic/dumpsys-netstats-detail.txt"), "utf8");
  const counted = countedTraffic(dump);
  expect(counted).toHaveLength(18);
  expect(counted[0]).toEqual({
    ...{ uid: 1000, set: "background", bytesSent: 303, bytesReceived: 212 },
    ...{ from: 1782900000000, to: 1782907200000 },
  });
  const later = countedTraffic(dump.replace("tb=303", "tb=1303").replace("rb=71 ", "rb=7 "));
  expect(countedBetween(counted, later)).toMatchObject([
    { uid: 1000, set: "background", bytesSent: 1000, bytesReceived: 0 },
    { uid: 1000, set: "foreground", bytesSent: 101, bytesReceived: 7 },
  ]);
});

test("cancelling ends reading", async () => {
  const bytes = readFileSync(join(shared, "tweasel/first-run.har"));
  await expect(read(bytes, { signal: AbortSignal.abort() }, 1000)).rejects.toThrow(/abort/i);
});

const samples = [
  ...readdirSync(join(shared, "synthetic"))
    .filter((name) => /\.(?:csv|har|log|json|txt|pcap|pcapng)$/.test(name) && name !== "truth.json")
    .map((name) => new Uint8Array(readFileSync(join(shared, "synthetic", name)))),
  new Uint8Array(readFileSync(join(shared, "tweasel/ios-app-privacy-report.ndjson"))).subarray(40_000, 60_000),
  database(newer).bytes,
  database(`${tracker}; ${rows}`).bytes,
];

test("any bytes, and records with mutations, give flows or a FormatError", async () => {
  const change = fc.record({ at: fc.nat(60_000), value: fc.nat(255), kind: fc.constantFrom("set", "cut", "double") });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples, undefined),
      fc.array(change, { maxLength: 8 }),
      fc.uint8Array(),
      fc.integer({ min: 1, max: 5000 }),
      async (sample, changes, noise, size) => {
        let bytes = sample?.slice() ?? noise;
        for (const { at, value, kind } of changes) {
          const place = bytes.length === 0 ? 0 : at % bytes.length;
          if (kind === "set" && bytes.length > 0) bytes[place] = value;
          if (kind === "cut" && value < 40) bytes = bytes.slice(0, place);
          if (kind === "double")
            bytes = Uint8Array.from([...bytes.subarray(0, place), ...noise, ...bytes.subarray(place)]);
        }
        try {
          const record = await read(bytes, { clock: { year: 2026, offsetMinutes: 0 } }, size);
          for (const { host, address, start } of record.flows) {
            expect(host === null || !/[\s/A-Z]/.test(host)).toBe(true);
            expect(address === null || /^[\da-f.:]+$/.test(address)).toBe(true);
            expect(start === null || Number.isFinite(start)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
