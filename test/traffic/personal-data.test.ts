import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { nodeUnpackers } from "../../src/device/node-unpackers.ts";
import type { SeenRequest } from "../../src/traffic/flow.ts";
import { searchContent } from "../../src/traffic/flow-search.ts";
import type { KnownKind, KnownValues } from "../../src/traffic/known-values.ts";
import { nothingKnown, readKnownValues } from "../../src/traffic/known-values.ts";
import { searchPersonalData } from "../../src/traffic/personal-data.ts";
import type { PersonalHit } from "../../src/traffic/personal-hit.ts";
import { type PersonalSearch, preparePersonalSearch } from "../../src/traffic/personal-search.ts";
import { littleWork } from "../little-work.ts";

const tools = { crypto: nodeCrypto, unpack: nodeUnpackers };

const planted: readonly (readonly [KnownKind, string])[] = [
  ["advertisingId", "6a1c1487-a0af-4223-b142-a0f4621d0311"],
  ["oaid", "b1d2f3a4c5e60718"],
  ["androidId", "355d2c7e339c6855"],
  ["imei", "860000000000008"],
  ["serial", "SYNTH0000001"],
  ["mac", "02:00:5e:10:20:30"],
  ["phoneNumber", "+37061234567"],
  ["email", "synthetic.person@example.org"],
  ["account", "1234567890"],
  ["pushToken", "dQw4w9WgXcQ:APA91bSynthetic_token-0123456789"],
  ["contact", "+37069999999"],
];
const known: KnownValues = {
  values: planted.map(([kind, value]) => ({ kind, value })),
  places: [{ latitude: 54.6872, longitude: 25.2797 }],
  packages: ["org.example.diet", "org.example.news", "org.example.bank", "org.example.clinic"],
};
const search = await preparePersonalSearch(known, tools);

const base64 = (data: string | Uint8Array) => Buffer.from(data).toString("base64");
const base64url = (data: string | Uint8Array) => Buffer.from(data).toString("base64url");
const hex = (data: string | Uint8Array) => Buffer.from(data).toString("hex");
const digest = (name: string, text: string) => createHash(name).update(text).digest();

/** How a value may lie in a body; each has to be found, with its wrappings named. */
const wrappings: readonly (readonly [string, (value: string) => string | Uint8Array, readonly string[]])[] = [
  ["plain", (v) => `<a>${v}</a>`, []],
  ["upper case", (v) => `x ${v.toUpperCase()} y`, []],
  ["url", (v) => `<a>${encodeURIComponent(v)}</a>`, []],
  ["url twice", (v) => `k=${encodeURIComponent(encodeURIComponent(v))}&l=1`, []],
  ["form", (v) => `a=1&k=${encodeURIComponent(v)}`, []],
  ["json", (v) => JSON.stringify({ a: [{ k: v }] }), []],
  [
    "json escapes",
    (v) => `{"k":"${[...v].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}`,
    [],
  ],
  ["json in json", (v) => JSON.stringify({ a: JSON.stringify({ k: v }) }), []],
  ["lines of json", (v) => `{"a":1}\n${JSON.stringify({ k: v })}\n`, []],
  ["base64", (v) => base64(v), ["base64"]],
  ["base64 of more, at 0", (v) => `<${base64(`abc${v}xyz`)}>`, ["base64"]],
  ["base64 of more, at 1", (v) => `<${base64(`abcd${v}xyz`)}>`, ["base64"]],
  ["base64 of more, at 2", (v) => `<${base64(`abcde${v}xyz`)}>`, ["base64"]],
  ["base64url", (v) => JSON.stringify({ k: base64url(`???>>>${v}`) }), ["base64"]],
  ["base64 in a form, plus not escaped", (v) => `k=${base64(`\xfb\xef\xbe${v}`)}`, ["base64"]],
  ["hex", (v) => `<${hex(`z${v}`)}>`, ["hex"]],
  ["hex, upper case", (v) => hex(v).toUpperCase(), ["hex"]],
  ["gzip", (v) => gzipSync(`{"k":"${v}"}`), ["gzip"]],
  ["deflate", (v) => deflateSync(`{"k":"${v}"}`), ["deflate"]],
  ["zstd", (v) => zstdCompressSync(`{"k":"${v}"}`), ["zstd"]],
  [
    "base64 of gzip of json in a form",
    (v) => `d=${encodeURIComponent(base64(gzipSync(`{"k":"${v}"}`)))}`,
    ["base64", "gzip"],
  ],
  ["base64 of base64 of gzip", (v) => base64(base64(gzipSync(`k=${v}&l=1`))), ["base64", "base64", "gzip"]],
  [
    "token",
    (v) => JSON.stringify({ t: `${base64url('{"alg":"x"}')}.${base64url(JSON.stringify({ k: v }))}.sig` }),
    ["base64"],
  ],
  ["protobuf", (v) => message(3, message(1, Buffer.from(v))), []],
  ["gRPC", (v) => grpc(message(1, Buffer.from(v))), []],
  ["utf-16", (v) => Buffer.from(v, "utf16le"), ["utf-16"]],
  ...["md5", "sha1", "sha256"].flatMap((name): (typeof wrappings)[number][] => [
    [`${name}`, (v) => `<${hex(digest(name, v))}>`, ["hex", name]],
    [`${name}, upper case`, (v) => JSON.stringify({ k: hex(digest(name, v)).toUpperCase() }), ["hex", name]],
    [`${name} of upper case`, (v) => `k=${hex(digest(name, v.toUpperCase()))}`, ["hex", name]],
    [`${name} of lower case`, (v) => `k=${hex(digest(name, v.toLowerCase()))}`, ["hex", name]],
    [`${name} in base64`, (v) => JSON.stringify({ k: base64(digest(name, v)) }), ["base64", name]],
    [`${name} in base64url`, (v) => `<${base64url(digest(name, v))}>`, ["base64", name]],
    [`${name} in protobuf`, (v) => message(2, digest(name, v)), [name]],
    [`${name} in gzip`, (v) => gzipSync(JSON.stringify({ k: hex(digest(name, v)) })), ["gzip", "hex", name]],
  ]),
];

test.each(wrappings)("finds every known value: %s", async (_, wrap, expected) => {
  for (const [index, [, value]] of planted.entries()) {
    const { hits } = await searchPersonalData(request({ body: wrap(value) }), search);
    const found = hits.find((hit) => hit.known === index);
    expect(found, `${value} in ${String(wrap(value)).slice(0, 200)}`).toBeDefined();
    for (const step of expected) expect(found?.encoding).toContain(step);
    expect(found?.digest).toBe(expected.find((step) => /^(?:md5|sha)/.test(step)) ?? null);
    expect(JSON.stringify(found)).not.toContain(value);
  }
});

test("finds a value in the host, the path, the query, a header and a cookie, and says where", async () => {
  const gaid = planted[0]?.[1] ?? "";
  const places = [
    ["host", "", { host: `${gaid}.example.org` }],
    ["path", "", { path: `/v1/${gaid}/open` }],
    ["query", "ad.id", { path: `/?a=1&ad.id=${gaid}` }],
    ["header", "X-Ad", { headers: [{ name: "X-Ad", value: gaid }] }],
    ["cookie", "ad", { headers: [{ name: "Cookie", value: `x=1; ad=${gaid}` }] }],
    ["body", "ids[1].value", { body: JSON.stringify({ ids: [0, { value: gaid }] }) }],
  ] as const;
  for (const [place, path, part] of places) {
    const { hits } = await searchPersonalData(request(part), search);
    expect(hits.filter((hit) => hit.by === "known-value")).toMatchObject([
      { place, path, kind: "advertisingId", known: 0 },
    ]);
  }
});

test("finds spellings: without separators, numbers with and without the code of the country, binary, decimal", async () => {
  const spelt = [
    [0, '{"k":"6A1C1487A0AF4223B142A0F4621D0311"}'],
    [2, `k=${BigInt("0x355d2c7e339c6855")}`],
    [5, "k=02-00-5E-10-20-30"],
    [5, "k=02005e102030"],
    [6, "k=061234567"],
    [6, "k=%2B370%20612%2034567"],
    [6, "k=37061234567"],
  ] as const;
  for (const [index, body] of spelt) {
    const { hits } = await searchPersonalData(request({ body }), search);
    expect(
      hits.some((hit) => hit.known === index),
      body,
    ).toBe(true);
  }
  const binary = message(1, Buffer.from("6a1c1487a0af4223b142a0f4621d0311", "hex"));
  expect((await searchPersonalData(request({ body: binary }), search)).hits).toMatchObject([
    { known: 0, encoding: ["binary"] },
  ]);
});

test("finds a place by both of its numbers, at any precision from three decimals, and not by one of them", async () => {
  for (const body of [
    "lat=54.687&lon=25.279",
    '{"lat":54.6872,"lon":25.2797}',
    '["54.687199","25.279701"]',
    "x=54,6872&y=25,2797",
    '{"latE7":546872000,"lngE7":252797000}',
  ]) {
    const { hits } = await searchPersonalData(request({ body }), search);
    expect(
      hits.filter(({ by }) => by === "known-value").map(({ property }) => property),
      body,
    ).toEqual(["latitude", "longitude"]);
  }
  expect((await searchPersonalData(request({ body: '{"price":54.687}' }), search)).hits).toEqual([]);
});

test("finds a list of installed apps, and not the one app that sends", async () => {
  const list = JSON.stringify({ apps: known.packages.map((name) => ({ name })) });
  expect((await searchPersonalData(request({ body: list }), search)).hits).toMatchObject([
    { kind: "installedApps", path: "apps[*].name", excerpt: "4 of the installed apps" },
  ]);
  expect((await searchPersonalData(request({ body: '{"app":"org.example.diet"}' }), search)).hits).toEqual([]);
});

test("does not take a number within a longer number, or a word within a word, for a known value", async () => {
  for (const body of [
    "k=18600000000000081",
    "k=1234567890123",
    "k=xSYNTH00000012x".replace("SYNTH0000001", "SYNTH000000"),
  ])
    expect((await searchPersonalData(request({ body }), search)).hits.filter(({ by }) => by === "known-value")).toEqual(
      [],
    );
});

test("takes names and forms for what they are where nothing is known", async () => {
  const nothing = await preparePersonalSearch(nothingKnown, tools);
  const expected: readonly (readonly [string, string])[] = [
    ["imei=490154203237518", "deviceId"],
    ["gaid=cdda802e-fb9c-47ad-9866-0794d394c912", "advertisingId"],
    ["advertising_id=cdda802e-fb9c-47ad-9866-0794d394c912", "advertisingId"],
    ['{"device":{"android_id":"9774d56d682e549d"}}', "developerScopedId"],
    ['{"to":"someone@example.com"}', "emailAddress"],
    ["phone=%2B49%20170%201234567", "phoneNumber"],
    ["latitude=52.5200&longitude=13.4050", "location"],
    ["ll=52.5200,13.4050", "location"],
    ['{"bssid":"00:11:22:33:44:55"}', "network"],
    ['{"apps":["com.a.one","com.b.two","org.c.three","net.d.four","de.e.five"]}', "installedApps"],
    ["imei_md5=900150983cd24fb0d6963f7d28e17f72", "deviceId"],
    ["mac=00:11:22:33:44:55", "deviceId"],
  ];
  for (const [body, kind] of expected)
    expect(
      (await searchPersonalData(request({ body }), nothing)).hits.map((hit) => hit.kind),
      body,
    ).toContain(kind);
  for (const body of [
    "imei=490154203237519",
    "gaid=00000000-0000-0000-0000-000000000000",
    "mac=02:00:00:00:00:00",
    "v=1.2.345",
    "lat=1.5&lon=2.5",
  ])
    expect((await searchPersonalData(request({ body }), nothing)).hits, body).toEqual([]);
});

test("a compressed part that cannot be read is said, not passed over", async () => {
  const none = await preparePersonalSearch(known, { crypto: nodeCrypto });
  const body = gzipSync("imei=860000000000008");
  expect((await searchPersonalData(request({ body }), none)).notSearched.join()).toContain("gzip");
  expect((await searchPersonalData(request({ body: body.subarray(0, 20) }), search)).notSearched.join()).toContain(
    "gzip",
  );
  const br = { body: brotliCompressSync("imei=860000000000008"), headers: [{ name: "content-encoding", value: "br" }] };
  expect((await searchPersonalData(request(br), search)).hits.some((hit) => hit.known === 3)).toBe(true);
  expect((await searchPersonalData(request(br), none)).notSearched.join()).toContain("br");
});

test("multipart bodies are taken apart", async () => {
  const body = `--X9\r\nContent-Disposition: form-data; name="who"\r\n\r\n${planted[3]?.[1]}\r\n--X9--\r\n`;
  const headers = [{ name: "Content-Type", value: "multipart/form-data; boundary=X9" }];
  expect((await searchPersonalData(request({ body, headers }), search)).hits).toMatchObject([
    { path: "who", known: 3 },
  ]);
});

test("the synthetic scenario: what its truth says was sent is found, request by request", async () => {
  const folder = join(import.meta.dirname, "../../../shared/traffic/synthetic");
  const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as { connections: TrueConnection[] };
  const har = JSON.parse(readFileSync(join(folder, "mitmproxy.har"), "utf8")) as { log: { entries: HarEntry[] } };
  const seen = new Set<string>();
  for (const connection of truth.connections.filter(({ method }) => method !== "")) {
    const entry = har.log.entries.find(({ request: { url } }) => url.includes(`${connection.host}${connection.path}`));
    const { hits, notSearched } = await searchContent(ofHar(entry as HarEntry), search);
    expect(notSearched).toEqual([]);
    for (const type of connection.dataTypes) {
      // The request that downloads the list of words carries nothing; its truth names what goes with such requests elsewhere.
      if (connection.host === "globalapi.ad.xiaomi.com" || type === "appId") continue;
      seen.add(type);
      expect(
        hits.flatMap(({ kind, property }) => [kind, property]),
        `${connection.host} ${type}`,
      ).toContain(type === "otherIdentifiers" ? "oaid" : type);
    }
    if (connection.dataTypes.length === 0) expect(hits, connection.host).toEqual([]);
  }
  expect(seen.size).toBeGreaterThan(8);
});

test("no value is found in records of other phones", async () => {
  const folder = join(import.meta.dirname, "../../../shared/traffic");
  for (const file of ["first-run.har", "second-run.har", "ios-first-run.har", "platform-qd/traffic.har.json"]) {
    const har = JSON.parse(readFileSync(join(folder, "tweasel", file), "utf8")) as { log: { entries: HarEntry[] } };
    for (const entry of har.log.entries) {
      const { hits } = await searchPersonalData(ofHar(entry), search);
      expect(
        hits.filter(({ by }) => by === "known-value"),
        entry.request.url,
      ).toEqual([]);
    }
  }
  for (const file of ["instagram.pcap", "6in4tunnel.pcap", "youtube_quic.pcap"]) {
    const payload = readFileSync(join(folder, "ndpi", file));
    const { hits } = await searchPersonalData({ host: null, payload }, search);
    expect(
      hits.filter(({ by }) => by === "known-value"),
      file,
    ).toEqual([]);
  }
});

test("any bytes give an answer", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.string(), fc.boolean(), async (bytes, text, packed) => {
      const body = packed ? gzipSync(bytes) : bytes;
      const { hits } = await searchContent(
        request({ body, path: `/${text}?${text}`, headers: [{ name: text, value: text }] }),
        search,
      );
      expect(hits.filter(({ by }) => by === "known-value")).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("bombs and depth are bounded and said", async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000));
  await littleWork(async () => {
    expect((await searchPersonalData(request({ body: bomb }), search)).notSearched.join()).toContain(
      "unpacks to too much",
    );
    for (const body of [
      "[".repeat(10_000_000),
      `${'{"a":['.repeat(500_000)}1${"]}".repeat(500_000)}`,
      `[${"1,".repeat(3_000_000)}1]`,
    ]) {
      const { notSearched } = await searchPersonalData(request({ body }), search);
      if (body.endsWith("1]")) expect(notSearched.join()).toContain("more in the request");
    }
    let nested: string = "imei=860000000000008";
    for (let i = 0; i < 30; i++) nested = base64(gzipSync(nested));
    expect((await searchPersonalData(request({ body: nested }), search)).notSearched.join()).toContain("more than");
    const pairs = "a=".repeat(1_000_000);
    await searchPersonalData(request({ body: pairs, path: `/?${"%41".repeat(500_000)}` }), search);
  }, 20);
});

test("a file of known values is read, and a misspelt name refused", () => {
  const text = JSON.stringify({
    imei: "860000000000008",
    email: ["a@example.org"],
    location: { latitude: 1, longitude: 2 },
  });
  expect(readKnownValues(text).values).toHaveLength(2);
  for (const wrong of [
    '{"imie":"860000000000008"}',
    "[]",
    "x",
    '{"location":{"latitude":91,"longitude":0}}',
    '{"imei":""}',
  ])
    expect(() => readKnownValues(wrong), wrong).toThrow("known values");
});

test("values that many phones share or that are too short are not looked for, and that is said", async () => {
  const values = [
    { kind: "mac", value: "02:00:00:00:00:00" },
    { kind: "ssid", value: "home" },
  ] as const;
  const shared: PersonalSearch = await preparePersonalSearch({ ...nothingKnown, values }, tools);
  const { hits, notSearched } = await searchPersonalData(request({ body: "a=02:00:00:00:00:00&b=home" }), shared);
  expect([hits, notSearched.length]).toEqual([[] as PersonalHit[], 2]);
});

interface TrueConnection {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly dataTypes: readonly string[];
}

interface HarEntry {
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
    readonly postData?: { readonly text: string };
  };
}

function ofHar({ request: { url, headers, postData } }: HarEntry): SeenRequest {
  const { hostname, pathname, search } = new URL(url);
  return request({ host: hostname, path: pathname + search, headers, ...(postData ? { body: postData.text } : {}) });
}

interface Given {
  readonly host?: string;
  readonly path?: string;
  readonly headers?: SeenRequest["headers"];
  readonly body?: string | Uint8Array;
}

function request({ host = "api.example.net", path = "/", headers = [], body }: Given): SeenRequest {
  const bytes = body === undefined ? null : typeof body === "string" ? new TextEncoder().encode(body) : body;
  const rest = { time: null, method: "POST", scheme: "https", port: 443, cut: false, status: null } as const;
  return { ...rest, host, path, headers, body: bytes };
}

function message(field: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([field * 8 + 2, content.length]), content]);
}

function grpc(content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}
