import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listFeeds, loadFeeds, type UpdateOptions, updateFeeds } from "../../src/centre/feeds.ts";
import { sameFamily } from "../../src/centre/fetch-file.ts";
import { FormatError } from "../../src/core/errors.ts";
import { defineFeed, type Feed } from "../../src/core/feed.ts";
import { zipOf } from "../../src/device/zip-writer.ts";
import { mobileThreatIndicators } from "../../src/feeds/mobile-threat-indicators.ts";
import { stalkerwareIndicators } from "../../src/feeds/stalkerware-indicators.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const shared = join(import.meta.dirname, "../../../shared/feeds");
const noon = Date.UTC(2026, 6, 1, 12);

let folder: string;
let server: Server;
let base: string;
let answer: RequestListener;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-feeds-"));
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Words, one a line: the simplest list. */
function words(maxBytes = 1_000, url = "https://lists.example.org/words.txt", version = 1): Feed<unknown> {
  return defineFeed<readonly string[]>({
    id: "words",
    version,
    about: "Words",
    publisher: "Example",
    licence: "CC0-1.0",
    homepage: "https://lists.example.org/",
    files: { "words.txt": { url, maxBytes } },
    parse: (files) => {
      const text = files["words.txt"] ?? "";
      if (!/^(?:[a-z]+\n)*$/.test(text)) throw new FormatError("words", "not words");
      return text.split("\n").filter((word) => word !== "");
    },
    count: (value) => value.length,
    embedded: { date: "2026-01-01", value: ["built", "in"] },
  }) as Feed<unknown>;
}

const update = async (options: UpdateOptions = {}, feed = words()) => {
  const [result] = await updateFeeds(folder, { feeds: [feed], base, now: () => noon, ...options });
  return result;
};
const inUse = async (feed = words()) => (await loadFeeds(folder, [feed]))[0];
const serve = (text: string | Buffer, headers: Record<string, string> = {}): RequestListener => {
  return (_request, response) => response.writeHead(200, headers).end(text);
};

test("without an update the embedded list is used, and says so", async () => {
  expect(await inUse()).toMatchObject({ origin: "embedded", date: "2026-01-01", entries: 2, value: ["built", "in"] });
});

test("an update is stored with origin, date, size and digest, and used from then on", async () => {
  answer = serve("one\ntwo\nthree\n", { "last-modified": "Tue, 02 Jun 2026 08:00:00 GMT" });
  const result = await update();
  expect(result).toEqual({
    id: "words",
    state: "updated",
    reason: null,
    addresses: [`${base}/words/words.txt`],
    missing: [],
    bytes: 14,
    sha256: createHash("sha256").update("one\ntwo\nthree\n").digest("hex"),
    date: "2026-06-02",
    before: 2,
    after: 3,
  });
  expect(await inUse()).toEqual({
    id: "words",
    origin: "updated",
    date: "2026-06-02",
    sha256: result?.sha256,
    entries: 3,
    value: ["one", "two", "three"],
  });
  expect(statSync(join(folder, "feeds/words.json")).mode & 0o777).toBe(0o600);
  expect((await update())?.state).toBe("unchanged");
  const [status] = await listFeeds(folder, [words()]);
  expect(status).toMatchObject({ bytes: 14, fetchedAt: "2026-07-01T12:00:00.000Z", problem: null, licence: "CC0-1.0" });
});

test("a list without a date has the day on which it was fetched, and never a day to come", async () => {
  answer = serve("one\n");
  expect((await update())?.date).toBe("2026-07-01");
  answer = serve("one\ntwo\n", { "last-modified": "Tue, 02 Jun 2099 08:00:00 GMT" });
  expect((await update())?.date).toBe("2026-07-01");
});

test("what is empty, shrunken, broken, too large or no text is refused, and the old list stays", async () => {
  answer = serve("one\ntwo\nthree\n");
  await update();
  const stored = readFileSync(join(folder, "feeds/words.json"));
  const evil: [string | Buffer, RegExp][] = [
    ["", /no entry/],
    ["one\n", /shrank from 3 entries to 1/],
    ["<html>Sign in to this network</html>\n", /not the list/],
    ["one\ntwo\nthr", /not the list/],
    [Buffer.from([0x6f, 0xff, 0x0a]), /UTF-8/],
    ["word\n".repeat(1_000), /larger than 1,000 bytes/],
  ];
  for (const [body, reason] of evil) {
    answer = serve(body);
    const result = await update();
    expect(result).toMatchObject({ state: "refused", before: 3, after: 3, date: "2026-07-01" });
    expect(result?.reason).toMatch(reason);
    expect(readFileSync(join(folder, "feeds/words.json"))).toEqual(stored);
  }
  answer = serve("one\n");
  expect(await update({ force: true })).toMatchObject({ state: "updated", before: 3, after: 1 });
});

test("size is counted after decompression and without an announced length", async () => {
  const bomb = Buffer.alloc(50_000_000, "a\n");
  for (const [encoding, body] of [
    ["gzip", gzipSync(bomb)],
    ["br", brotliCompressSync(bomb, { params: { 1: 1 } })],
  ] as const) {
    answer = serve(body, { "content-encoding": encoding });
    expect((await update())?.reason).toMatch(/larger than/);
  }
  let sent = 0;
  answer = (_request, response) => {
    response.on("error", () => {});
    const more = () => {
      while (sent < 1_000_000_000 && response.write("word\n".repeat(2_000))) sent += 10_000;
    };
    response.on("drain", more);
    more();
  };
  expect((await update())?.reason).toMatch(/larger than/);
  expect(sent).toBeLessThan(20_000_000);
  answer = serve(gzipSync("one\ntwo\n"), { "content-encoding": "gzip" });
  expect((await update())?.state).toBe("updated");
});

test("a server that is silent, cut off, gone or wrong fails in one sentence", async () => {
  answer = (_request, response) => response.writeHead(200, { "content-length": "100" }).write("one\n");
  expect(await update({ timeoutMs: 200 })).toMatchObject({
    state: "failed",
    reason: expect.stringMatching(/No complete answer/),
  });
  answer = (_request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("one\ntwo\n", () => response.destroy());
  };
  expect((await update())?.state).toBe("failed");
  answer = (_request, response) => response.writeHead(404).end("one\n");
  expect(await update()).toMatchObject({ state: "failed", reason: "words.txt: The server answered 404." });
  expect(await update({ base: "http://127.0.0.1:9" })).toMatchObject({ state: "failed" });
  expect((await inUse())?.origin).toBe("embedded");
  const stop = new AbortController();
  answer = () => stop.abort();
  expect(await update({ signal: stop.signal })).toMatchObject({
    state: "failed",
    reason: "words.txt: It was stopped.",
  });
});

test("redirects stay encrypted and within the host's family", async () => {
  const asked: string[] = [];
  const to = (routes: Record<string, string | number>): UpdateOptions => ({
    base: "",
    fetch: async (url) => {
      asked.push(url);
      const next = routes[url];
      if (typeof next === "string") return new Response(null, { status: 302, headers: { location: next } });
      return new Response("one\ntwo\n");
    },
  });
  const start = "https://lists.example.org/words.txt";
  expect((await update(to({ [start]: "https://cdn.example.org/w" })))?.addresses).toEqual([
    "https://cdn.example.org/w",
  ]);
  expect((await update(to({ [start]: "https://example.com/w" })))?.reason).toMatch(
    /redirects to another place, example.com/,
  );
  expect((await update(to({ [start]: "http://lists.example.org/w" })))?.reason).toMatch(/not encrypted/);
  expect((await update(to({ [start]: "file:///etc/passwd" })))?.reason).toMatch(/not encrypted/);
  expect((await update(to({ [start]: "http://127.0.0.1/w" })))?.state).toBe("refused");
  expect((await update(to({ [start]: start })))?.reason).toMatch(/more than 5 times/);
  expect((await update(to({}), words(1_000, "http://lists.example.org/words.txt")))?.reason).toMatch(/not encrypted/);
  expect(asked.every((url) => url.startsWith("https://"))).toBe(true);
});

test("host families", () => {
  expect(sameFamily("raw.githubusercontent.com", "objects.githubusercontent.com")).toBe(true);
  expect(sameFamily("a.example.co.uk", "b.example.co.uk")).toBe(true);
  expect(sameFamily("a.example.co.uk", "a.other.co.uk")).toBe(false);
  expect(sameFamily("example.org", "example.org.evil.net")).toBe(false);
  expect(sameFamily("10.0.0.1", "20.0.0.1")).toBe(false);
  expect(sameFamily("com", "org")).toBe(false);
});

test("a stored list that was changed or damaged is not used, and the embedded one is", async () => {
  answer = serve("one\ntwo\nthree\n");
  await update();
  const path = join(folder, "feeds/words.json");
  const good = readFileSync(path, "utf8");
  for (const bad of [
    good.replace('["one","two","three"]', '["one","two","thief"]'),
    good.replace("one\\ntwo", "one\\ntoo"),
    good.replace("2026-07-01", "2026-07-02"),
    good.slice(0, -20),
    "",
    "null",
    good.replace('"words"', '"other"'),
  ]) {
    writeFileSync(path, bad);
    const [status] = await listFeeds(folder, [words()]);
    expect(status?.loaded?.origin, bad.slice(0, 40)).toBe("embedded");
    expect(status?.problem).toMatch(/damaged/);
  }
  expect((await update())?.state).toBe("updated");
  expect((await inUse())?.entries).toBe(3);
});

/** The feed `words`, whose parse is counted. */
function counted(version: number, feed = words(1_000, undefined, version)) {
  const parse = vi.fn(feed.parse);
  return { parse, feed: { ...feed, parse } };
}

test("a stored list is not read again, and neither is the YAML library", async () => {
  answer = serve("one\ntwo\nthree\n");
  await update();
  const { feed, parse } = counted(1);
  expect((await inUse(feed))?.entries).toBe(3);
  expect(parse).not.toHaveBeenCalled();
  const script = join(folder, "load.ts");
  const centre = join(import.meta.dirname, "../../src/centre/feeds.ts");
  writeFileSync(
    script,
    `import { registerHooks } from "node:module";
registerHooks({ resolve(name, context, next) { if (name === "yaml") throw new Error("yaml was loaded"); return next(name, context); } });
const { loadFeeds } = await import(${JSON.stringify(centre)});
console.log((await loadFeeds(${JSON.stringify(folder)})).length);
`,
  );
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

test("a list that another version of Candor read is read again from its files, and stored again by an update", async () => {
  answer = serve("one\ntwo\nthree\n");
  await update({}, words(1_000, undefined, 1));
  const next = counted(2);
  expect(await inUse(next.feed)).toMatchObject({ origin: "updated", date: "2026-07-01", entries: 3 });
  expect(next.parse).toHaveBeenCalledTimes(1);
  const later = { now: () => noon + 86_400_000 };
  expect(await update(later, next.feed)).toMatchObject({ state: "unchanged", date: "2026-07-01" });
  const after = counted(2);
  expect(await inUse(after.feed)).toMatchObject({ origin: "updated", date: "2026-07-01", entries: 3 });
  expect(after.parse).not.toHaveBeenCalled();
});

test("a stored value of a shape that the feed does not know is not judged from, although its version says so", async () => {
  answer = serve("one\ntwo\nthree\n");
  await update();
  for (const count of [
    (value: unknown) => (value as { words: string[] }).words.length,
    (value: unknown) => ((value as { words?: string[] }).words ?? []).length,
  ]) {
    const feed: Feed<unknown> = { ...words(), parse: () => ({ words: ["one"] }), count, embedded: null };
    expect(await inUse(feed)).toMatchObject({ origin: "updated", entries: 1, value: { words: ["one"] } });
  }
});

test("stored files that this version cannot read give the embedded list, with the reason", async () => {
  answer = serve("one\ntwo\nthree\n");
  await update();
  const feed = {
    ...words(1_000, undefined, 2),
    parse: () => {
      throw new FormatError("words", "too old");
    },
  };
  const [status] = await listFeeds(folder, [feed]);
  expect(status).toMatchObject({ loaded: { origin: "embedded" }, problem: expect.stringMatching(/too old/) });
  const path = join(folder, "feeds/words.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("candor.feed/2", "candor.feed/1"));
  const [older] = await listFeeds(folder, [words()]);
  expect(older).toMatchObject({ loaded: { origin: "embedded" }, problem: expect.stringMatching(/another version/) });
});

test("an update that is killed at any moment leaves the old list or the new one", async () => {
  answer = serve("one\ntwo\n");
  await update();
  const script = join(folder, "write.ts");
  const store = join(import.meta.dirname, "../../src/centre/feed-store.ts");
  writeFileSync(
    script,
    `import { readStored, sha256, writeStored } from ${JSON.stringify(store)};
const text = "word\\n".repeat(200_000);
const file = { address: "x", sha256: sha256(text), text };
console.log("start");
for (;;) await writeStored(${JSON.stringify(folder)}, { id: "words", date: "2026-07-01", fetchedAt: "", files: { "words.txt": file }, parser: 1, entries: 200_000, value: text.trim().split("\\n") }, 0);
`,
  );
  const seen = new Set<number>();
  for (const wait of [1, 5, 20, 60, 150]) {
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    const loaded = await inUse(words(20_000_000));
    expect(loaded?.origin).toBe("updated");
    seen.add(loaded?.entries ?? 0);
  }
  expect([...seen].every((entries) => entries === 2 || entries === 200_000)).toBe(true);
  answer = serve("one\ntwo\nthree\n");
  await update({ force: true, now: () => Date.now() + 7_200_000 });
  expect(readdirSync(join(folder, "feeds"))).toEqual(["words.json"]);
}, 30_000);

const index = `indicators:
  - {type: github, name: RCS Lab Spyware Indicators of Compromise, references: ["https://example.org/rcs"], github: {owner: mvt-project, repo: mvt-indicators, branch: main, path: 2022-06-23_rcs_lab/rcs.stix2}}
  - {type: github, name: Predator, github: {owner: AmnestyTech, repo: investigations, branch: master, path: 2021-12-16_cytrox/cytrox.stix2}}
  - {type: github, name: Gone, github: {owner: AmnestyTech, repo: investigations, branch: master, path: gone/gone.stix2}}
  - {type: github, name: Stalkerware, github: {owner: AssoEchap, repo: stalkerware-indicators, branch: master, path: generated/stalkerware.stix2}}
`;

test.skipIf(!existsSync(shared))("the published lists go from a server into use, their index followed", async () => {
  answer = ({ url = "" }, response) => {
    const [, feed = "", name = ""] = url.split("/");
    const path = join(shared, feed === "mobile-threat-indicators" ? "mvt-indicators" : feed, name);
    if (name === "indicators.yaml") response.end(index);
    else if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  };
  const feeds = [stalkerwareIndicators, mobileThreatIndicators] as readonly Feed<unknown>[];
  const results = await updateFeeds(folder, { feeds, base, now: () => noon });
  expect(results).toMatchObject([
    { state: "updated", after: 147 + 27, missing: [], date: "2026-07-01", bytes: 94_552 + 7_011 },
    { state: "updated", after: 343 + 40, missing: ["gone.stix2"], date: "2023-07-28" },
  ]);
  const loaded = await loadFeeds(folder, feeds);
  expect(loaded.map(({ origin, entries }) => [origin, entries])).toEqual([
    ["updated", 174],
    ["updated", 383],
  ]);
  // What was stored is what a parse gives: no value changed its shape on the way through JSON.
  for (const [i, feed] of feeds.entries()) {
    const stored = JSON.parse(readFileSync(join(folder, "feeds", `${feed.id}.json`), "utf8")).feed;
    const files = Object.fromEntries(
      Object.entries<{ text: string }>(stored.files).map(([name, { text }]) => [name, text]),
    );
    expect(loaded[i]?.value).toEqual(feed.parse(files, { yaml: parseYaml }));
  }
  const threats = loaded[1]?.value as { indicators: { value: string; campaign: string; reference?: string }[] };
  expect(threats.indicators.find(({ value }) => value === "com.vodaservices")).toMatchObject({
    campaign: "RCS Lab Spyware",
    reference: "https://example.org/rcs",
  });
});

test("the environment variable names a mirror", async () => {
  answer = serve("one\ntwo\n");
  process.env["CANDOR_FEED_BASE"] = `${base}/`;
  try {
    const [result] = await updateFeeds(folder, { feeds: [words()], now: () => noon });
    expect(result?.addresses).toEqual([`${base}/words/words.txt`]);
  } finally {
    delete process.env["CANDOR_FEED_BASE"];
  }
});

test("a zip of documents is kept as their lines; one that adds to a list and is none, damaged or too much is left out and said", async () => {
  const plain = words();
  const feed = defineFeed<readonly string[]>({
    ...(plain as Feed<readonly string[]>),
    follow: () => ({
      "more.jsonl": {
        url: "https://lists.example.org/more.zip",
        maxBytes: 100_000,
        zipped: {
          maxEntries: 3,
          maxEntryBytes: 1000,
          keep: (document) => (document === 2 ? null : [document as number]),
        },
        optional: true,
      },
    }),
    parse: (files) => [
      ...(files["words.txt"] ?? "").trim().split("\n"),
      ...(files["more.jsonl"] ?? "").split("\n").filter(Boolean),
    ],
  }) as Feed<unknown>;
  const zip = (entries: Readonly<Record<string, string>>): Buffer =>
    Buffer.concat(zipOf(Object.entries(entries).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))));
  const given = async (more: Buffer | null) => {
    answer = (request, response) => {
      if (!request.url?.endsWith("more.jsonl")) response.writeHead(200).end("one\n");
      else if (more === null) response.writeHead(503).end();
      else response.writeHead(200).end(more);
    };
    const result = await update({ force: true }, feed);
    return [result?.state, result?.missing, (await inUse(feed))?.value];
  };
  const many = zip({ "b.json": "3", "a.json": "1", "c.json": "2", "readme.txt": "x" });
  expect(await given(zip({ "b.json": "3", "a.json": "1", "c.json": "2" }))).toEqual([
    "updated",
    [],
    ["one", "[1]", "[3]"],
  ]);
  for (const bad of [
    null,
    Buffer.from("no zip"),
    many,
    zip({ "a.json": "{" }),
    zip({ "a.json": "2" }),
    zip({ "a.json": `"${"x".repeat(2000)}"` }),
  ]) {
    expect(await given(bad)).toEqual([expect.stringMatching("updated|unchanged"), ["more.jsonl"], ["one"]]);
  }
});
