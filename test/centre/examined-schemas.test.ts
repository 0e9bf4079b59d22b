import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, expect, test } from "vitest";
import type { DocumentName } from "../../src/centre/document-names.ts";
import { keepExamination } from "../../src/centre/examinations.ts";
import { judgeSnapshot } from "../../src/centre/examine.ts";
import { openPrivate } from "../../src/centre/private-store.ts";
import { readSnapshot } from "../../src/centre/saved-snapshot.ts";
import { candorHere } from "../cli/run.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const published = join(import.meta.dirname, "..", "..", "docs", "schema");
const work = mkdtempSync(join(tmpdir(), "candor-examined-schemas-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const env = { CANDOR_HOME: join(work, "home") };
const path = (name: string) => join(work, name);

async function fits(name: DocumentName, args: readonly string[]): Promise<Record<string, unknown>> {
  const { out, err } = await candorHere(args, env);
  const document: Record<string, unknown> = JSON.parse(out);
  hold(name, document, `${args.join(" ")} ${err}`);
  return document;
}

function hold(name: DocumentName, document: Record<string, unknown>, about: string): void {
  const valid =
    ajv.getSchema(name) ??
    ajv.compile({ ...JSON.parse(readFileSync(join(published, `${name}.json`), "utf8")), $id: name });
  expect(valid(document) ? "" : ajv.errorsText(valid.errors), about).toBe("");
  expect(document["schema"]).toBe(`candor.${name}/1`);
  expect(valid({ ...document, other: 1 })).toBe(false);
}

test("what is told of a phone's hardware fits its published schemas", async () => {
  await fits("phone-attestation", ["attest", "virtual:stock", "--yes", "--json", "--save", path("saved.pem")]);
  await fits("phone-attestation", ["attest", "virtual:hyperos+forging-hardware", "--yes", "--json"]);
  await fits("phone-attestation", ["attest", "virtual:miui12+refusing-hardware", "--yes", "--json"]);
  await fits("attestation", ["attest", "verify", path("saved.pem"), "--json"]);
  const saved = readFileSync(path("saved.pem"), "utf8");
  writeFileSync(path("request.pem"), saved.slice(saved.indexOf("Challenge of the request")));
  await fits("attestation-request", ["attest", "verify", path("request.pem"), "--json"]);
  const facts = JSON.parse(
    (await candorHere(["check", "virtual:stock", "--no-apps", "--save", path("a.json"), "--json"], env)).out,
  );
  expect(facts.schema).toBe("candor.report/1");
  const snapshot = JSON.parse(readFileSync(path("a.json"), "utf8"));
  for (const [name, fact] of [
    ["hardware", "attestation"],
    ["choices", "choices"],
  ] as const)
    hold(name, snapshot.facts[fact].value, fact);
}, 60_000);

test("history and comparison fit their published schemas", async () => {
  await candorHere(["check", "virtual:stock", "--no-apps", "--save", path("one.json")], env);
  await candorHere(["check", "virtual:stalked", "--no-apps", "--save", path("two.json")], env);
  await fits("comparison", ["compare", path("one.json"), path("two.json"), "--json"]);
  const store = await openPrivate({ dataFolder: env.CANDOR_HOME, now: Date.now });
  const snapshot = await readSnapshot(path("one.json"));
  if (snapshot === undefined) throw new Error("nothing was saved");
  const report = await judgeSnapshot(snapshot, env.CANDOR_HOME);
  await keepExamination(store, { snapshot, report, phone: null }, Date.now());
  expect(await fits("history", ["history", "--json"])).toMatchObject({ phones: [{ points: [{}] }] });
}, 60_000);

test("a redacted record of traffic fits its published schema", async () => {
  const har = { log: { entries: [entry()] } };
  writeFileSync(path("record.har"), JSON.stringify(har));
  await candorHere(["traffic", "report", path("record.har"), "--redact", path("shared.json")], env);
  hold("traffic", JSON.parse(readFileSync(path("shared.json"), "utf8")), "traffic report --redact");
}, 60_000);

function entry() {
  return {
    startedDateTime: "2026-11-20T10:00:00.000Z",
    time: 12,
    request: {
      ...{ method: "POST", url: "https://example.org/send?mail=somebody%40example.org", httpVersion: "HTTP/2" },
      ...{ headers: [{ name: "User-Agent", value: "x" }], queryString: [], cookies: [], headersSize: -1, bodySize: 3 },
      postData: { mimeType: "text/plain", text: "a=b" },
    },
    response: {
      ...{ status: 200, statusText: "OK", httpVersion: "HTTP/2", headers: [], cookies: [], redirectURL: "" },
      ...{ headersSize: -1, bodySize: 0, content: { size: 0, mimeType: "text/plain" } },
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}
