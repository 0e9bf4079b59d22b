import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { nodeUnpackers } from "../../src/device/node-unpackers.ts";
import type { Flow, SeenRequest, TrafficRecord } from "../../src/traffic/flow.ts";
import type { KnownKind } from "../../src/traffic/known-values.ts";
import { searchPersonalData } from "../../src/traffic/personal-data.ts";
import { preparePersonalSearch } from "../../src/traffic/personal-search.ts";
import { redact, type SharedRecord, sharedHar } from "../../src/traffic/redact.ts";

const planted: readonly (readonly [KnownKind, string])[] = [
  ["advertisingId", "6a1c1487-a0af-4223-b142-a0f4621d0311"],
  ["androidId", "355d2c7e339c6855"],
  ["imei", "860000000000008"],
  ["serial", "SYNTH0000001"],
  ["mac", "02:00:5e:10:20:30"],
  ["phoneNumber", "+37061234567"],
  ["email", "synthetic.person@example.org"],
  ["account", "1234567890"],
];
const search = await preparePersonalSearch(
  {
    values: planted.map(([kind, value]) => ({ kind, value })),
    places: [{ latitude: 54.6872, longitude: 25.2797 }],
    packages: [],
  },
  { crypto: nodeCrypto, unpack: nodeUnpackers },
);
const key = new Uint8Array(32).fill(7);

const base64 = (data: string | Uint8Array) => Buffer.from(data).toString("base64");
const hash = (name: string, value: string) => createHash(name).update(value).digest();
const wrappings: readonly ((value: string) => string | Uint8Array)[] = [
  (v) => v,
  (v) => `a=1&k=${encodeURIComponent(v)}`,
  (v) => `<a>${encodeURIComponent(encodeURIComponent(v))}</a>`,
  (v) => JSON.stringify({ a: [{ k: v, n: 1 }], [v]: JSON.stringify({ k: v }) }),
  (v) => `{"k":"${[...v].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}`,
  (v) => `{"a":1}\n${JSON.stringify({ k: v })}`,
  (v) => JSON.stringify({ k: base64(v) }),
  (v) => `x ${base64(`abcd${v}xyz123`)} y`,
  (v) => `d=${encodeURIComponent(base64(gzipSync(`{"k":"${v}"}`)))}&gzip=1`,
  (v) => base64(base64(gzipSync(JSON.stringify({ k: v })))),
  (v) => Buffer.from(v).toString("hex"),
  (v) => gzipSync(`k=${v}&l=1`),
  (v) => Buffer.from(v, "utf16le"),
  (v) => Buffer.concat([Buffer.from([10, v.length]), Buffer.from(v)]),
  (v) => `{"t":"${base64('{"alg":"x"}')}.${base64(`{"k":"${v}"}`)}.c2ln"}`,
  ...["md5", "sha1", "sha256"].flatMap((name) => [
    (v: string) => JSON.stringify({ k: hash(name, v).toString("hex") }),
    (v: string) => `k=${hash(name, v).toString("hex").toUpperCase()}`,
    (v: string) => JSON.stringify({ k: hash(name, v).toString("base64") }),
    (v: string) => Uint8Array.from(hash(name, v)),
  ]),
];

test("no planted value remains, in any place or encoding", async () => {
  const requests = planted.flatMap(([, value]) =>
    wrappings.map((wrap) => {
      const text = encodeURIComponent(Buffer.from(wrap(value)).toString("latin1"));
      const cookie = { name: "Cookie", value: `a=1; id=${value}` };
      return request({
        path: `/v1/${encodeURIComponent(value)}/x?q=${text}`,
        body: wrap(value),
        headers: [cookie, { name: "X-Id", value }],
      });
    }),
  );
  const shared = await redact(record(requests), search, key);
  const text = JSON.stringify([shared, sharedHar(shared, "0")]);
  for (const [, value] of planted)
    for (const form of [value, base64(value), hash("md5", value).toString("hex")]) expect(text).not.toContain(form);
  for (const one of requestsOf(shared)) {
    const body = one.body === null ? null : new TextEncoder().encode(one.body);
    const { hits } = await searchPersonalData({ ...one, body }, search);
    expect(hits.filter(({ by }) => by === "known-value")).toEqual([]);
    expect(one.removed.filter((part) => !part.includes("no text"))).toEqual([]);
  }
});

test("one value has one pseudonym, wherever and however it is sent, and another under another key", async () => {
  const imei = "860000000000008";
  const requests = [
    request({ path: `/?imei=${imei}` }),
    request({ body: JSON.stringify({ x: imei }) }),
    request({ body: `d=${base64(gzipSync(`{"k":"${imei}"}`))}` }),
    request({ body: JSON.stringify({ x: hash("md5", imei).toString("hex") }) }),
  ];
  const names = async (secret: Uint8Array) =>
    new Set(JSON.stringify(await redact(record(requests), search, secret)).match(/candor-imei-[0-9a-f]{12}/g));
  const first = await names(key);
  expect(first.size).toBe(1);
  expect(await names(key)).toEqual(first);
  expect(await names(new Uint8Array(32).fill(8))).not.toEqual(first);
  await expect(redact(record([]), search, new Uint8Array(4))).rejects.toThrow("16 bytes");
});

test("what is not known to be the owner's but shows itself is replaced, too; the rest stays as it was", async () => {
  const body =
    '{"advertising_id":"cdda802e-fb9c-47ad-9866-0794d394c912","to":"someone@example.com","lat":52.52001,"lng":13.40495,"event":"open app","n":3}';
  const headers = [
    { name: "Authorization", value: "Bearer abc.def.ghi" },
    { name: "Accept", value: "*/*" },
  ];
  const shared = await redact(
    record([request({ body, headers, path: "/v1/open?session=0123456789&page=2" })]),
    search,
    key,
  );
  const [one] = requestsOf(shared);
  for (const gone of ["cdda802e", "someone", "52.52", "13.40", "abc.def", "0123456789"])
    expect(JSON.stringify(one)).not.toContain(gone);
  expect(one).toMatchObject({ path: expect.stringMatching(/^\/v1\/open\?session=candor-secret-[0-9a-f]{12}&page=2$/) });
  expect(JSON.parse(one?.body ?? "")).toMatchObject({ event: "open app", n: 3 });
  const plain = request({
    body: '{ "event" : "open app" }',
    path: "/a%20b?x=%41+1",
    headers: [{ name: "Accept", value: "*/*" }],
  });
  expect(requestsOf(await redact(record([plain]), search, key))).toEqual([
    { ...plain, body: '{ "event" : "open app" }', removed: [] },
  ]);
});

test("host names, file names and payloads give nothing away; the HAR can be read", async () => {
  const flow = {
    ...record([request({})]).flows[0],
    host: "355d2c7e339c6855.example.org",
    payload: Buffer.from("imei 860000000000008"),
  } as Flow;
  const shared = await redact({ ...record([]), file: "synthetic.person@example.org.har", flows: [flow] }, search, key);
  expect(shared.flows[0]?.host).toMatch(/^candor-androidid-[0-9a-f]{12}\.example\.org$/);
  expect(shared.flows[0]?.payloadBytes).toBe(20);
  expect(JSON.stringify(shared)).not.toMatch(/synthetic\.person|860000000000008|355d2c7e/);
  expect(sharedHar(shared, "1")).toMatchObject({ log: { version: "1.2", entries: [{ request: { method: "POST" } }] } });
});

test("any request gives an answer, and depth costs no stack", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.json(), async (bytes, text, json) => {
      const all = [
        request({ body: bytes, path: `/${text}?${text}` }),
        request({ body: json }),
        request({ body: base64(text) }),
      ];
      expect(requestsOf(await redact(record(all), search, key))).toHaveLength(3);
    }),
    { numRuns: 100 },
  );
  const deep = `${'{"a":['.repeat(100_000)}"860000000000008"${"]}".repeat(100_000)}`;
  expect(JSON.stringify(await redact(record([request({ body: deep })]), search, key))).not.toContain("860000000000008");
});

function requestsOf(shared: SharedRecord) {
  return shared.flows.flatMap(({ requests }) => requests);
}

interface Given {
  readonly path?: string;
  readonly headers?: SeenRequest["headers"];
  readonly body?: string | Uint8Array;
}

function request({ path = "/", headers = [], body }: Given): SeenRequest {
  const bytes = body === undefined ? null : typeof body === "string" ? new TextEncoder().encode(body) : body;
  const rest = {
    time: 0,
    method: "POST",
    scheme: "https",
    host: "api.example.net",
    port: 443,
    cut: false,
    status: null,
  } as const;
  return { ...rest, path, headers, body: bytes };
}

function record(requests: readonly SeenRequest[]): TrafficRecord {
  const origin = { file: "a.har", format: "har", unit: "entry", number: 1 } as const;
  const flow: Flow = {
    app: null,
    start: 0,
    end: null,
    host: "api.example.net",
    hostFrom: "url",
    address: "192.0.2.1",
    port: 443,
    transport: "tcp",
    protocol: "tls",
    encryption: "encrypted",
    hello: null,
    bytesSent: null,
    bytesReceived: null,
    requests,
    payload: null,
    blocked: false,
    origin,
  };
  return {
    format: "har",
    file: "a.har",
    bytes: 0,
    device: null,
    flows: [flow],
    questions: [],
    cannotTell: [],
    unread: [],
  };
}
