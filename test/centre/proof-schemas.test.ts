import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, expect, test } from "vitest";
import type { DocumentName } from "../../src/centre/document-names.ts";
import { candorHere } from "../cli/run.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const published = join(import.meta.dirname, "..", "..", "docs", "schema");
const work = mkdtempSync(join(tmpdir(), "candor-proof-schemas-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function fits(name: DocumentName, args: readonly string[], file?: string): Promise<void> {
  const { out, err } = await candorHere(args, { CANDOR_HOME: join(work, "home") });
  const document: Record<string, unknown> = JSON.parse(file === undefined ? out : readFileSync(file, "utf8"));
  const valid =
    ajv.getSchema(name) ??
    ajv.compile({ ...JSON.parse(readFileSync(join(published, `${name}.json`), "utf8")), $id: name });
  expect(valid(document) ? "" : ajv.errorsText(valid.errors), `${args.join(" ")} ${err}`).toBe("");
  expect(document["schema"]).toBe(`candor.${name}/1`);
  expect(valid({ ...document, other: 1 })).toBe(false);
}

test("what proves something fits its published schema", async () => {
  const path = (name: string) => join(work, name);
  const folder = path("case");
  await fits("evidence", ["evidence", "virtual:stalked", "--no-apps", "--out", folder], join(folder, "evidence.json"));
  await fits("evidence-verdict", ["evidence", "verify", folder, "--json"]);
  await fits("checkpoint", ["journal", "checkpoint", "--json", "--out", path("old")]);
  await fits("journal-inclusion", ["journal", "prove", "0", "--out", path("proof")], path("proof"));
  await fits("journal-proof", ["journal", "verify", path("proof"), "--json"]);
  await fits("journal-consistency", ["journal", "consistency", path("old")]);
  await fits("journal-verdict", ["journal", "verify", "--json"]);
  await candorHere(["key", "rotate"], { CANDOR_HOME: join(work, "home") });
  await fits("keys", ["key", "show", "--json"]);
  await fits("signing-keys", ["key", "export", "--as", "candor"]);
}, 60_000);
