import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Visited, visit } from "./browser.ts";

let visited: Visited;
beforeAll(async () => {
  visited = await visit({ headMs: 1_000 });
});
afterAll(async () => await visited.close());

const own = () => `Host: 127.0.0.1:${visited.server.port}\r\nCookie: ${visited.cookie}\r\n`;

/** Sends bytes as they are and gives all that comes back, until the server or the time ends it. */
async function send(bytes: string | Uint8Array, ms = 3_000): Promise<string> {
  const socket = await open();
  let answer = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    answer += text;
  });
  socket.write(bytes);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return answer;
}

async function open(): Promise<Socket> {
  return await new Promise((resolve, reject) => {
    const socket = connect(visited.server.port, "127.0.0.1", () => {
      socket.off("error", reject).on("error", () => undefined);
      resolve(socket);
    }).once("error", reject);
  });
}

const lives = async () => expect((await visited.ask("/api/v1/about")).status).toBe(200);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

test.each([
  ["a path that climbs", () => `GET /../../../../etc/passwd HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`],
  [
    "a climbing path in the folder of assets",
    () => `GET /assets/../../../package.json HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`,
  ],
  ["an encoded one", () => `GET /assets/%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`],
  ["one with backslashes", () => `GET /assets\\..\\..\\package.json HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`],
  ["a NUL in a path", () => `GET /index.html%00.js HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`],
  ["a path that is no text", () => `GET /%ff%fe%zz HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`],
  ["a climbing id", () => `GET /api/v1/examinations/..%2f..%2fadbkey HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`],
  [
    "a fact of a prototype",
    () =>
      `GET /api/v1/examinations/20260101T000000-00000000/facts/__proto__ HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`,
  ],
  [
    "the address of another server",
    () => `GET http://evil.example/api/v1/about HTTP/1.1\r\n${own()}Connection: close\r\n\r\n`,
  ],
  [
    "a method that there is not",
    () => `PATCH /api/v1/about HTTP/1.1\r\n${own()}Origin: ${visited.base}\r\nConnection: close\r\n\r\n`,
  ],
  ["a tunnel", () => `CONNECT evil.example:443 HTTP/1.1\r\n${own()}\r\n`],
  [
    "a WebSocket",
    () => `GET /api/v1/about HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  ],
])("%s gives nothing of the disk, and the server lives", async (_, request) => {
  const answer = await send(request());
  expect(answer).not.toMatch(/root:|"devDependencies"|PRIVATE KEY/);
  if (statusOf(answer) === 200) expect(answer.toLowerCase()).toMatch(/<!doctype html>|"candor":/);
  await lives();
});

test.each([
  ["two hosts", "Host: evil.example\r\n"],
  ["another host", "X-A: b\r\n", "evil.example"],
  ["a host with our port", "X-A: b\r\n", "evil.example:PORT"],
  ["a host that begins like ours", "X-A: b\r\n", "127.0.0.1:PORT.evil.example"],
  ["user info before our host", "X-A: b\r\n", "a@127.0.0.1:PORT"],
])("%s is turned away, cookie or not", async (_, more, host = "127.0.0.1:PORT") => {
  const named = host.replace("PORT", String(visited.server.port));
  const head = `GET /api/v1/about HTTP/1.1\r\nHost: ${named}\r\n${more}Cookie: ${visited.cookie}\r\nConnection: close\r\n\r\n`;
  expect([400, 421]).toContain(statusOf(await send(head)));
  await lives();
});

test.each([
  ["no host", "GET / HTTP/1.0\r\n\r\n"],
  ["no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".repeat(50)],
  ["a head without end", `GET / HTTP/1.1\r\n${"X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(3000)}`],
  ["a line without end", `GET /${"a".repeat(200_000)}`],
  [
    "a length that lies",
    "POST /api/v1/plan HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET",
  ],
  ["a length that is none", "POST /api/v1/plan HTTP/1.1\r\nContent-Length: -1\r\n\r\n"],
])("%s is refused, and the server lives", async (_, bytes) => {
  const status = statusOf(await send(bytes));
  expect([0, 400, 408, 413, 414, 421, 431]).toContain(status);
  await lives();
});

test("a request that is smuggled behind another is held against the guard as any other", async () => {
  const first = `GET /api/v1/about HTTP/1.1\r\n${own()}\r\n`;
  const smuggled = `POST /api/v1/privacy/lock HTTP/1.1\r\n${own()}Content-Length: 2\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{}`;
  const answers = [...(await send(first + smuggled)).matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
    Number(status),
  );
  expect(answers).toEqual([200, 403]);
});

test("bodies that are no JSON, have prototype keys or are of another type are refused or inert", async () => {
  const post = (body: string, type: string) =>
    fetch(`${visited.base}/api/v1/plan`, {
      method: "POST",
      headers: { cookie: visited.cookie, origin: visited.base, "content-type": type },
      body,
    });
  expect((await post("{", "application/json")).status).toBe(400);
  expect((await post('{"phone":"virtual:stock","calls":[{"action":"x","params":{}}]}', "text/plain")).status).toBe(400);
  const evil =
    '{"__proto__":{"polluted":1},"phone":"__proto__","calls":[{"action":"constructor","params":{"__proto__":{"polluted":1}}}]}';
  expect((await post(evil, "application/json")).status).toBe(400);
  expect((await post(`${"[".repeat(200_000)}`, "application/json")).status).toBe(400);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  await lives();
});

test("many who send slowly on purpose are ended, and others are answered meanwhile", async () => {
  const sockets = await Promise.all(Array.from({ length: 200 }, open));
  const ended = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve))));
  for (const socket of sockets) socket.write("GET / HTTP/1.1\r\nHost: 127");
  const drip = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write(".0");
  }, 200);
  await lives();
  expect(sockets.some(({ destroyed }) => destroyed)).toBe(false);
  await ended;
  clearInterval(drip);
  await lives();
}, 20_000);

test("who begins a body and does not end it holds nothing that others need", async () => {
  const sockets = await Promise.all(Array.from({ length: 50 }, open));
  for (const socket of sockets)
    socket.write(
      `POST /api/v1/plan HTTP/1.1\r\n${own()}Origin: ${visited.base}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    );
  await lives();
  for (const socket of sockets) socket.destroy();
  await lives();
});

test("answers of every kind forbid framing and inline scripts", async () => {
  const answers = [
    await visited.ask("/"),
    await visited.ask("/api/v1/nothing"),
    await visited.ask("/api/v1/plan", { body: {} }),
    await visited.ask("/api/v1/files", { body: new Uint8Array() }),
    await visited.ask("/api/v1/about", { headers: { cookie: "" } }),
    await visited.ask("/open/used"),
    await visited.ask("/assets/none.js"),
  ];
  for (const { headers, url } of answers) {
    expect(headers.get("content-security-policy"), url).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy"), url).not.toContain("unsafe");
    expect(headers.get("x-content-type-options"), url).toBe("nosniff");
    expect(headers.get("access-control-allow-origin"), url).toBeNull();
  }
});
