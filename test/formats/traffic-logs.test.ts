import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { csvFields, eachRow } from "../../src/formats/csv.ts";
import { normalIp } from "../../src/formats/ip-text.ts";
import { isoTime } from "../../src/formats/iso-time.ts";
import { parseNetstats } from "../../src/formats/netstats-dump.ts";
import { readPcapdroidCsv } from "../../src/formats/pcapdroid-csv.ts";
import { readPiholeLog } from "../../src/formats/pihole-log.ts";
import { readProcNet } from "../../src/formats/proc-net.ts";
import { eachLine, maxLine } from "../../src/formats/text-lines.ts";
import { readTrackerControlCsv } from "../../src/formats/trackercontrol-csv.ts";

/** The text in pieces of a few bytes, which cut characters and lines anywhere. */
async function* pieces(text: string, size = 3): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("lines come whole from pieces of any size, and a line without end is refused", async () => {
  const lines: [string, number][] = [];
  await eachLine(pieces("ä\r\n\n漢字\nlast"), "x", (line, number) => lines.push([line, number]));
  expect(lines).toEqual([
    ["ä", 1],
    ["", 2],
    ["漢字", 3],
    ["last", 4],
  ]);
  await expect(eachLine(pieces("a".repeat(maxLine + 5), 65536), "x", () => undefined)).rejects.toThrow(FormatError);
});

test("quoted fields hold commas, quotes and line breaks; a quote that is not closed is an error, not the rest of the file", async () => {
  expect(csvFields('a,"b,""c""",,"d"')).toEqual(["a", 'b,"c"', "", "d"]);
  expect(csvFields('Diet "X",1')).toEqual(['Diet "X"', "1"]);
  const rows: [readonly string[], number][] = [];
  await eachRow(pieces('a,b\r\n\r\n"c\r\nd",e\n'), "x", (fields, line) => rows.push([fields, line]));
  expect(rows).toEqual([
    [["a", "b"], 1],
    [["c\nd", "e"], 3],
  ]);
  await expect(eachRow(pieces(`"open\n${"row\n".repeat(50)}`), "x", () => undefined)).rejects.toThrow(/quote/);
});

test.each([
  ["2026-07-01T10:00:02.000Z", 1782900002000],
  ["2026-07-01T12:00:02.123456789+02:00", 1782900002123],
  ["2026-07-01 04:30:02-0530", 1782900002000],
  ["2026-07-01T10:00:02", null],
  ["2026-02-30T10:00:02Z", null],
  ["2026-13-01T10:00:02Z", null],
  ["2026-07-01T25:00:02Z", null],
  ["yesterday", null],
])("the moment of %s", (text, expected) => expect(isoTime(text)).toBe(expected));

test.each([
  ["1.2.3.4", "1.2.3.4"],
  ["255.254.253.252", "255.254.253.252"],
  ["[2001:DB8:0:0:1:0:0:1]", "2001:db8::1:0:0:1"],
  ["0:0:0:0:0:0:0:0", "::"],
  ["fe80:0:0:0:0:0:0:1", "fe80::1"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["::ffff:10.0.0.1", "10.0.0.1"],
  ["example.org", null],
])("the address %s", (text, expected) => expect(normalIp(text)).toBe(expected));

const header =
  "IPProto,SrcIP,SrcPort,DstIp,DstPort,UID,App,PackageName,Proto,Status,Info,BytesSent,BytesRcvd,PktsSent,PktsRcvd,FirstSeen,LastSeen";
const times = "2026-07-01T10:00:02.000Z,2026-07-01T10:00:03.000Z";

test.each([
  ["Diet, Health & Co,org.example.diet,TLS,Closed,a.example", "Diet, Health & Co", "org.example.diet", "a.example"],
  ["Maps,org.example.maps,HTTP,Offen,a.example/p?ll=1,2", "Maps", "org.example.maps", "a.example/p?ll=1,2"],
  ["A, B, C,org.example.x,HTTP,Closed,a.example/?x=1,2", "A, B, C", "org.example.x", "a.example/?x=1,2"],
  ["?,,TLS.Google,Closed,", "?", "", ""],
  ["Root,root,DNS,Активно,a.example", "Root", "root", "a.example"],
])("commas in names and addresses do not move the fields of %s", async (middle, app, name, info) => {
  for (const [first, last] of [
    [header, ""],
    [`${header},Malicious`, ",false"],
  ] as const) {
    const row = `6,10.0.0.1,40001,1.2.3.4,443,10152,${middle},100,200,1,2,${times}${last}`;
    const { connections, unreadable } = await readPcapdroidCsv(pieces(`${first}\n${row}\nrubbish\n`));
    expect(unreadable).toBe(1);
    expect(connections).toMatchObject([
      { app, package: name, info, bytesSent: 100, firstSeen: 1782900002000, uid: 10152 },
    ]);
  }
});

test("a list with another header, or of which no row can be read, is refused", async () => {
  await expect(readPcapdroidCsv(pieces("IPProto,SrcIP\n"))).rejects.toThrow(FormatError);
  await expect(readPcapdroidCsv(pieces(`${header}\na,b\n`))).rejects.toThrow(FormatError);
  await expect(readPcapdroidCsv(pieces(""))).rejects.toThrow(FormatError);
  expect(await readPcapdroidCsv(pieces(`${header}\n`))).toEqual({ connections: [], unreadable: 0 });
});

test("TrackerControl's export of one app has no app, and its doubts are kept", async () => {
  const text =
    'daddr,time,uncertain,Tracker Name,Tracker Category\n"a.example","1712308023641","2","Google","Content"\n';
  const { rows } = await readTrackerControlCsv(pieces(text));
  expect(rows).toEqual([
    {
      ...{ line: 2, uid: null, package: null, app: null, host: "a.example", time: 1712308023641, uncertain: 2 },
      ...{ tracker: "Google", category: "Content" },
    },
  ]);
});

const pihole = `Dec 31 23:59:58 pi dnsmasq[9]: query[A] www.example.org from 192.168.1.2
Dec 31 23:59:58 pi dnsmasq[9]: forwarded www.example.org to 9.9.9.9
Dec 31 23:59:58 pi dnsmasq[9]: reply www.example.org is <CNAME>
Dec 31 23:59:58 pi dnsmasq[9]: reply cdn.example.net is 192.0.2.7
Jan  1 00:00:01 dnsmasq[9]: 17 192.168.1.3/5353 query[AAAA] ads.example from 192.168.1.3
Jan  1 00:00:01 dnsmasq[9]: 17 192.168.1.3/5353 regex denied ads.example is NXDOMAIN
Jan  1 00:00:01 dnsmasq[9]: cached www.example.org is 192.0.2.7
something else
`;

test("Pi-hole's log: answers join their questions over other names, and a year ends", async () => {
  const { questions, unreadable } = await readPiholeLog(pieces(pihole), { year: 2026, offsetMinutes: 60 });
  expect(unreadable).toBe(1);
  expect(questions).toMatchObject([
    {
      ...{ number: 1, name: "www.example.org", type: "A", client: "192.168.1.2", address: "192.0.2.7", blocked: false },
      time: Date.parse("2025-12-31T23:59:58+01:00"),
    },
    { number: 5, name: "ads.example", type: "AAAA", blocked: true, time: Date.parse("2026-01-01T00:00:01+01:00") },
  ]);
  const { questions: timeless } = await readPiholeLog(pieces(pihole), null);
  expect(timeless.map(({ time }) => time)).toEqual([null, null]);
  await expect(readPiholeLog(pieces("one\ntwo\n"), null)).rejects.toThrow(FormatError);
});

test("the phone's count goes by what stands after the name of the network, which anybody may choose", () => {
  const evil = 'wifiNetworkKey="x] uid=10099 set=DEFAULT tag=0x0"wpa2-psk';
  const dump = (last: string) => `UID stats:
  Pending bytes: 0
  Complete history:
  ident=[{type=1, ${evil}}] uid=10061 set=FOREGROUND tag=0x0
    NetworkStatsHistory: bucketDuration=7200
      st=1782900000 rb=1 rp=2 tb=3 tp=4 op=0
  ident=[{type=1}] uid=10061 set=FOREGROUND tag=0xffffff82
    NetworkStatsHistory: bucketDuration=7200
      st=1782900000 rb=9 rp=9 tb=9 tp=9 op=0
${last}UID tag stats:
  anything
`;
  const bucket = { start: 1782900000, receivedBytes: 1, receivedPackets: 2, sentBytes: 3, sentPackets: 4 };
  expect(parseNetstats(dump(""))).toEqual([{ uid: 10061, set: "FOREGROUND", bucketSeconds: 7200, buckets: [bucket] }]);
  expect(() => parseNetstats(dump("  a new line\n"))).toThrow(FormatError);
  expect(() => parseNetstats("Active interfaces:\n")).toThrow(FormatError);
});

test("sockets of the kernel: both families, both transports, in the phone's byte order", async () => {
  const text = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0 100 0 0 10 0
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  12: B80D0120000000000000000001000000:0035 B80D0120000000000000000002000000:01BB 01 00000000:00000000 00:00000000 00000000 10061        0 1 2 0 0
`;
  const { sockets } = await readProcNet(pieces(text));
  expect(sockets).toEqual([
    {
      line: 2,
      transport: "tcp",
      local: "127.0.0.1",
      localPort: 8080,
      remote: "0.0.0.0",
      remotePort: 0,
      state: 10,
      uid: 1000,
    },
    {
      ...{ line: 4, transport: "udp", localPort: 53, remotePort: 443, state: 1, uid: 10061 },
      ...{ local: "2001:0db8:0000:0000:0000:0000:0000:0001", remote: "2001:0db8:0000:0000:0000:0000:0000:0002" },
    },
  ]);
});
