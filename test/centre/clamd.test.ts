import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClamdOptions, loadClamdEngine } from "../../src/centre/clamd-engine.ts";
import { clamdAddress, clamdPlace } from "../../src/device/clamd.ts";
import { candor, root } from "../cli/run.ts";
import { tool, withFound } from "../tools.ts";

const apks = join(root, "..", "shared", "apks");
const small = join(apks, "evil", "jadx-small.apk");
const instapaper = join(apks, "gh-exodus-instapaper.apk");
const never = new AbortController().signal;
const now = Date.UTC(2026, 6, 1, 12);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-clamd-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function engineAt(address: string, options: Partial<ClamdOptions> = {}) {
  const engine = await loadClamdEngine({ address, signal: never, now, ...options });
  if ("reason" in engine) throw new Error(engine.reason);
  const lane = engine.open(options.signal ?? never);
  return { use: engine.uses[0], look: (path: string) => lane.look({ path, size: readFileSync(path).length }) };
}

test.each([
  ["/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"],
  ["unix:/run/x", "/run/x"],
  ["localhost", "localhost:3310"],
  ["tcp://10.0.0.1:99", "10.0.0.1:99"],
  ["[::1]:3311", "[::1]:3311"],
  ["host:0", undefined],
  ["host:99999", undefined],
  ["a b", undefined],
  ["app.apk/other", undefined],
])("the address %s is %s", (text, place) => {
  const address = clamdAddress(text);
  expect(address && clamdPlace(address)).toBe(place);
});

/** A clamd that says what it is told to, when the whole of a question is there. */
async function fake(
  answer: (question: string, received: number, socket: Socket, all: () => Buffer) => void,
): Promise<{ server: Server; address: string }> {
  const path = join(folder, `fake-${Math.random().toString(36).slice(2)}`);
  const server = createServer((socket) => {
    let [question, received] = ["", 0];
    const parts: Buffer[] = [];
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      received += bytes.length;
      parts.push(bytes);
      question ||= bytes.toString("latin1").split("\0")[0] ?? "";
      answer(question, received, socket, () => Buffer.concat(parts));
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { server, address: path };
}

/** Whether a stream has come to its end: whoever answers before, and goes, breaks it off. clamd(8), INSTREAM. */
function isWhole(all: Buffer): boolean {
  for (let at = "zINSTREAM\0".length; at + 4 <= all.length; at += 4 + all.readUInt32BE(at))
    if (all.readUInt32BE(at) === 0) return true;
  return false;
}

/** An address at which nothing listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return `127.0.0.1:${port}`;
}

describe("what clamd does", () => {
  const cases: readonly [string, (received: number, socket: Socket) => void, string][] = [
    [
      "breaks off",
      (n, s) => void (n > 300_000 && s.destroy()),
      "Not judged by clamd: clamd broke off before it answered. It does so with files that are larger than its StreamMaxLength.",
    ],
    [
      "takes no more",
      (n, s) => void (n > 300_000 && s.write("INSTREAM size limit exceeded. ERROR\0")),
      "Not judged by clamd: clamd takes no file of this size: its StreamMaxLength is smaller.",
    ],
    [
      "says an error",
      (_, s) => void s.write("stream: Can't allocate memory ERROR\0"),
      'Not judged by clamd: clamd could not look into it: "stream: Can\'t allocate memory ERROR".',
    ],
    [
      "says what is no answer",
      (_, s) => void s.write("\u001b[31mhello\0"),
      'Not judged by clamd: clamd gave an answer that is none: "\\u001b[31mhello".',
    ],
    [
      "never stops talking",
      (_, s) => void s.write("x".repeat(20_000)),
      `Not judged by clamd: clamd gave an answer that is none: "${"x".repeat(200)}".`,
    ],
    ["says nothing", () => {}, "Not judged by clamd: clamd did not answer within 0.7 s."],
    ["ends without a word", (_, s) => void s.end(), "Not judged by clamd: clamd broke off before it answered."],
  ];
  test.each(cases)("%s: that file is not judged, and why is said", async (_, act, sentence) => {
    const { server, address } = await fake((question, received, socket) => {
      if (question === "zVERSION") socket.write("ClamAV 9.9/27500/Tue Jan  4 09:34:15 2025\0");
      else act(received, socket);
    });
    const { look, use } = await engineAt(address, { timeLimit: () => 700 });
    expect(use).toMatchObject({ id: "clamd", list: "ClamAV 9.9, signatures 27500", date: "2025-01-04", entries: 0 });
    const { verdicts, unjudged } = await look(instapaper);
    expect([verdicts, unjudged[0]?.startsWith(sentence.slice(0, 70))]).toEqual([[], true]);
    if (!sentence.includes("broke off")) expect(unjudged).toEqual([sentence]);
    server.close();
  });

  test("a name in its answer is outside text, and the person can stop it", async () => {
    const { server, address } = await fake((question, _, socket) => {
      if (question === "zVERSION") socket.write("ClamAV 9.9\0");
      else socket.write("stream: PUA.Evil\u001b]0;x FOUND\0");
    });
    const { look, use } = await engineAt(address);
    expect(use).toMatchObject({ list: "ClamAV 9.9, of unknown age", date: "2026-07-01" });
    const [found] = (await look(small)).verdicts;
    expect(found).toMatchObject({
      inside: null,
      verdict: { severity: "medium", confidence: "possible", name: "PUA.Evil\u001b]0;x" },
    });
    const { out } = await candor(["apps", "scan", small, "--clamd-address", address]);
    expect(out).toContain("PUA.Evil");
    expect(out).not.toContain("\u001b");
    const stop = new AbortController();
    stop.abort();
    const stopped = await engineAt(address, { signal: stop.signal }).catch((error: Error) => error.message);
    expect(stopped).toBe("It was stopped.");
    server.close();
  });

  test("it is gone in the middle of a run: the rest is read, and says that it was not asked", async () => {
    const { server, address } = await fake((question, _, socket, all) => {
      if (question === "zVERSION") socket.write("ClamAV 9.9\0");
      else if (isWhole(all())) {
        server.close();
        socket.end("stream: OK\0");
      }
    });
    const names = ["androguard-multidex", "apktool-client", "jadx-small"];
    const paths = names.map((name) => join(apks, "evil", `${name}.apk`));
    const args = ["apps", "scan", ...paths, "--clamd-address", address, "--jobs", "1"];
    const { out, code } = await candor([...args, "--ndjson"]);
    const records = out.trim().split("\n");
    expect(code).toBe(0);
    expect(records.map((line) => JSON.parse(line)).map(({ state, unjudged }) => [state, unjudged.length])).toEqual([
      ["read", 0],
      ["read", 1],
      ["read", 1],
    ]);
    expect(records[2]).toContain(`Not judged by clamd: No clamd listens at ${address}.`);
  });

  test("none there, none allowed, or something else there: one sentence", async () => {
    const reason = async (address: string) => {
      const engine = await loadClamdEngine({ address, signal: never, now });
      return "reason" in engine ? engine.reason : "";
    };
    expect(await reason(join(folder, "none"))).toBe(`No clamd listens at ${join(folder, "none")}.`);
    const closed = await closedPort();
    expect(await reason(closed)).toBe(`No clamd listens at ${closed}.`);
    expect(await reason("what is this")).toMatch(/is no address of a clamd/);
    const { server, address } = await fake((_, __, socket) => void socket.write("HTTP/1.1 400 Bad Request\0"));
    expect(await reason(address)).toBe(`What answers at ${address} is no clamd.`);
    server.close();
    const ran = await candor(["apps", "scan", small, "--clamd-address", join(folder, "none")]);
    expect(ran).toMatchObject({ code: 3, out: "" });
    expect(ran.err).toContain("No clamd listens at");
  });
});

/** Debian's clamd with a database of two signatures. */
async function startClamd(
  clamd: string,
  name: string,
  port?: number,
): Promise<{ child: ChildProcess; address: string }> {
  const socket = join(folder, `${name}.sock`);
  const database = mkdtempSync(join(folder, "db-"));
  const hex = Buffer.from("www.instapaper.com").toString("hex");
  writeFileSync(join(database, "own.ndb"), `Test.Instapaper:0:*:${hex}\n`);
  const config = join(folder, `${name}.conf`);
  const lines = [
    `DatabaseDirectory ${database}`,
    "Foreground yes",
    "StreamMaxLength 3M",
    port === undefined ? `LocalSocket ${socket}` : `TCPSocket ${port}\nTCPAddr 127.0.0.1`,
  ];
  writeFileSync(config, `${lines.join("\n")}\n`);
  const child = spawn(clamd, ["--config-file", config], { stdio: "ignore" });
  const address = port === undefined ? socket : `127.0.0.1:${port}`;
  for (let i = 0; i < 150; i++) {
    if (port === undefined ? existsSync(socket) : true) {
      const engine = await loadClamdEngine({ address, signal: never, now });
      if (!("reason" in engine)) return { child, address };
    }
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error("clamd did not start");
}

const withClamd = withFound(
  tool("clamd") ?? (existsSync("/usr/sbin/clamd") ? "/usr/sbin/clamd" : undefined),
  "needs clamd (clamav-daemon), which is not installed",
);

withClamd(
  "Debian's clamd finds what lies packed in an app, over a Unix socket and TCP, and says where its limit is",
  async (clamd) => {
    const { child, address } = await startClamd(clamd, "one");
    try {
      const { look, use } = await engineAt(address);
      expect(use?.list).toMatch(/^ClamAV \d+\.\d+/);
      expect(use?.about).toContain(address);
      const { verdicts, unjudged } = await look(instapaper);
      expect(unjudged).toEqual([]);
      expect(verdicts).toMatchObject([
        { inside: null, verdict: { engine: "clamd", name: "Test.Instapaper.UNOFFICIAL", severity: "high" } },
      ]);
      expect(await look(small)).toEqual({ verdicts: [], unjudged: [] });
      const large = join(folder, "large.apk");
      writeFileSync(large, Buffer.alloc(8_000_000, "large "));
      expect((await look(large)).unjudged.join()).toMatch(/^Not judged by clamd: .*StreamMaxLength/);
    } finally {
      child.kill("SIGKILL");
    }
    const tcp = await startClamd(clamd, "tcp", 33_917);
    try {
      const { look } = await engineAt(tcp.address);
      expect((await look(instapaper)).verdicts).toHaveLength(1);
    } finally {
      tcp.child.kill("SIGKILL");
    }
  },
  60_000,
);

withClamd(
  "a clamd that is gone in the middle: each file says so, and all are read",
  async (clamd) => {
    const { child, address } = await startClamd(clamd, "gone");
    const { look } = await engineAt(address);
    expect((await look(instapaper)).verdicts).toHaveLength(1);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    expect((await look(instapaper)).unjudged).toEqual([`Not judged by clamd: No clamd listens at ${address}.`]);
  },
  60_000,
);
