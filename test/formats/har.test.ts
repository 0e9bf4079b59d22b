import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseHar } from "../../src/formats/har.ts";
import { harRecord } from "../../src/traffic/har-record.ts";

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const har = (...entries: readonly unknown[]) => bytesOf({ log: { version: "1.2", creator: { name: "x" }, entries } });
const request = (more: object = {}) => ({ method: "POST", url: "https://a.example/p", headers: [], ...more });
const bodyOf = (more: object) => {
  const [entry] = parseHar(har({ request: request(more) })).entries;
  return { body: entry?.request.body && Buffer.from(entry.request.body).toString("latin1"), cut: entry?.request.cut };
};

test("bodies become the bytes that were sent", () => {
  expect(bodyOf({ postData: { text: "AQL/", encoding: "base64" } })).toEqual({ body: "\x01\x02\xff", cut: false });
  expect(bodyOf({ postData: { text: "no base64!", encoding: "base64" } }).body).toBe("no base64!");
  expect(bodyOf({ postData: { text: "é" } }).body).toBe("\xc3\xa9");
  // Bytes that are no UTF-8, as mitmproxy writes them.
  expect(bodyOf({ postData: { text: "a\udc80\udcffé\udc8b" } }).body).toBe("a\x80\xff\xc3\xa9\x8b");
  expect(bodyOf({ bodySize: 12 })).toEqual({ body: null, cut: true });
  expect(bodyOf({ bodySize: 0 })).toEqual({ body: null, cut: false });
  const params = [{ name: "a b", value: "1&2" }, { name: "c\udcff" }];
  expect(bodyOf({ postData: { mimeType: "application/x-www-form-urlencoded", params } })).toEqual({
    ...{ body: "a%20b=1%262&c%ff=", cut: false },
  });
  expect(bodyOf({ postData: { mimeType: "multipart/form-data", params } }).cut).toBe(true);
});

test("what was sent over a WebSocket is there as further requests", () => {
  const _webSocketMessages = [
    { type: "send", time: 1782900002.5, opcode: 1, data: "hello" },
    { type: "send", time: 1782900003, opcode: 2, data: "AQI=" },
    { type: "receive", time: 1782900003, opcode: 1, data: "no" },
    { type: "send", time: 1782900004, opcode: 1, data: "AQI=", encoding: "base64" },
    null,
  ];
  const entry = { request: request({ url: "wss://a.example/ws?x=1" }), _webSocketMessages };
  const [flow] = harRecord(har(entry), "x.har").flows;
  expect(flow).toMatchObject({ host: "a.example", port: 443, protocol: "tls", encryption: "encrypted" });
  expect(flow?.requests.map(({ method, time, body }) => [method, time, body && [...body]])).toEqual([
    ["POST", null, null],
    ["WEBSOCKET", 1782900002500, [...Buffer.from("hello")]],
    ["WEBSOCKET", 1782900003000, [1, 2]],
    ["WEBSOCKET", 1782900004000, [1, 2]],
  ]);
});

test("hosts, addresses, ports and paths are as they were sent", () => {
  const flowOf = (url: string, more: object = {}, entry: object = {}) =>
    harRecord(har({ request: request({ url, ...more }), ...entry }), "x").flows[0];
  expect(flowOf("HTTP://A.Example.:8080?q=a b|c#part")).toMatchObject({
    host: "a.example",
    port: 8080,
    protocol: "http",
  });
  expect(flowOf("http://A.Example.:8080?q=a b|c#part")?.requests[0]?.path).toBe("/?q=a b|c");
  expect(flowOf("https://u:p@a.example/%2e%2E/x")?.requests[0]?.path).toBe("/%2e%2E/x");
  expect(flowOf("https://[2001:DB8:0::1]/")).toMatchObject({ host: null, hostFrom: null, address: "2001:db8::1" });
  const headers = [{ name: "Host", value: "Name.example:443" }];
  expect(flowOf("https://192.0.2.1/", { headers })).toMatchObject({
    ...{ host: "name.example", hostFrom: "http", address: "192.0.2.1" },
  });
  expect(flowOf("https://a.example/", {}, { serverIPAddress: "[2001:db8::5]" })?.address).toBe("2001:db8::5");
  expect(flowOf("https://a.example/", { httpVersion: "h3" })).toMatchObject({ protocol: "quic", transport: "udp" });
  expect(
    flowOf("https://a.example/", {}, { response: { status: 0, _error: "net::ERR_BLOCKED_BY_CLIENT" } })?.blocked,
  ).toBe(true);
  const cookies = [{ name: "id", value: "7" }];
  expect(flowOf("https://a.example/", { cookies })?.requests[0]?.headers).toEqual([{ name: "cookie", value: "id=7" }]);
});

test("an app is named only where a single one was let into the record", () => {
  const record = (options: object) =>
    harRecord(
      bytesOf({
        log: {
          entries: [{ request: request() }],
          _tweasel: { options, device: { platform: "android" }, apps: [{ id: "a.b", name: "N" }] },
        },
      }),
      "x",
    );
  const one = record({ mode: "allowlist", apps: ["a.b"] });
  expect(one.flows[0]?.app).toEqual({ uid: null, package: "a.b", label: "N" });
  expect(one.cannotTell).not.toContain("app");
  for (const options of [
    { mode: "all-apps" },
    { mode: "denylist", apps: ["a.b"] },
    { mode: "allowlist", apps: ["a.b", "c.d"] },
  ]) {
    expect(record(options).flows[0]?.app).toBeNull();
    expect(record(options).cannotTell).toContain("app");
  }
});

test("what cannot be read is counted, and a HAR of which nothing can be read is refused", () => {
  const record = harRecord(
    har({ request: request() }, 7, { request: {} }, { request: request({ url: "blob:x" }) }),
    "x",
  );
  expect(record.flows).toHaveLength(1);
  expect(record.unread).toEqual([
    { reason: "entries without a request that can be read", count: 2 },
    { reason: "entries whose address is none of the web's", count: 1 },
  ]);
  expect(() => parseHar(har(7))).toThrow(FormatError);
  expect(() => parseHar(bytesOf({ log: {} }))).toThrow(FormatError);
  expect(() => parseHar(bytesOf({ log: { entries: {} } }))).toThrow(FormatError);
  expect(() => parseHar(new TextEncoder().encode('{"log":{"entries":['))).toThrow(FormatError);
  const deep = new TextEncoder().encode(`{"log":{"entries":[${"[".repeat(2_000_000)}`);
  expect(() => parseHar(deep)).toThrow(FormatError);
  expect(parseHar(har()).entries).toEqual([]);
});

test("names that every object has are data", () => {
  const text =
    '{"log":{"entries":[{"request":{"method":"GET","url":"http://a.example/","headers":[{"name":"__proto__","value":"x"}],"__proto__":{"httpVersion":"h3"}}}]}}';
  const [entry] = parseHar(new TextEncoder().encode(text)).entries;
  expect(entry?.request.headers).toEqual([{ name: "__proto__", value: "x" }]);
  expect(entry?.request.httpVersion).toBe("");
});
