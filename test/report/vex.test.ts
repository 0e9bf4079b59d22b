import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { uuid5 } from "../../src/centre/assessment-files.ts";
import { readFacts } from "../../src/centre/examine.ts";
import { openSource } from "../../src/centre/open-source.ts";
import { readUpdates } from "../../src/centre/updates.ts";
import { writeSnapshotVex } from "../../src/centre/vex-file.ts";
import { writeVex } from "../../src/report/vex.ts";

// The schemas are those that the CycloneDX project publishes with its own library.
const library = createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json");
const schema = (name: string) => JSON.parse(readFileSync(join(dirname(library), "res", "schema", name), "utf8"));
const ajv = new Ajv({ strict: false });
for (const name of ["jsf-0.82", "spdx"])
  ajv.addSchema(schema(`${name}.SNAPSHOT.schema.json`), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
addFormats.default(ajv).addFormat("iri-reference", true).addFormat("idn-email", true);
const valid = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"));

test("missing fixes of a phone are CycloneDX 1.6 by its own schema, and none is said to be there", async () => {
  const options = { dataFolder: "/nonexistent", now: Date.UTC(2026, 4, 1), env: {} };
  const source = await openSource({ input: "virtual:miui12" }, options);
  const snapshot = await readFacts(source, {});
  await source.close();
  const document = JSON.parse(await writeSnapshotVex(snapshot, "/nonexistent", 0));
  expect(valid(document), ajv.errorsText(valid.errors)).toBe(true);
  expect(document.vulnerabilities.length).toBeGreaterThan(100);
  const states = new Set(document.vulnerabilities.map((each: { analysis: { state: string } }) => each.analysis.state));
  expect(states).toEqual(new Set(["in_triage"]));
  const told = new Set(document.vulnerabilities.map((each: { id: string }) => each.id));
  const { fixes } = await readUpdates(snapshot, "/nonexistent");
  for (const { id } of [...(fixes?.os.missing ?? []), ...(fixes?.os.exploited ?? [])])
    expect(told.has(id), id).toBe(true);
});

test("hostile texts stay texts, and no fix is a document too", () => {
  const evil = 'x\u001b[31m"\u202e';
  const text = writeVex({
    candor: "1",
    time: "2026-05-01T00:00:00Z",
    serial: uuid5("x"),
    phone: { name: evil, version: evil, maker: evil },
    entries: [],
  });
  expect(text).not.toContain("\\u001b");
  expect(text).not.toContain("\u202e");
  expect(valid(JSON.parse(text)), ajv.errorsText(valid.errors)).toBe(true);
});

test("identifiers are of version 5, and the same for the same text", () => {
  expect(uuid5("a")).toBe(uuid5("a"));
  expect(uuid5("a")).not.toBe(uuid5("b"));
  expect(uuid5("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
