import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { candor, root } from "../cli/run.ts";

// The schemas are those that the CycloneDX project publishes with its own library; the oracle is a validator that knows nothing of Candor.
const schemas = join(
  dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")),
  "res",
  "schema",
);
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, name), "utf8"));
const ajv = new Ajv({ strict: false });
for (const name of ["jsf-0.82", "spdx"])
  ajv.addSchema(schema(`${name}.SNAPSHOT.schema.json`), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
// Formats for internationalised names are an extension that no validator has built in.
addFormats.default(ajv).addFormat("iri-reference", true).addFormat("idn-email", true);
const valid = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"));

const apks = join(root, "..", "shared", "apks");
const files = [
  ...readdirSync(apks)
    .filter((name) => name.endsWith(".apk"))
    .map((name) => join(apks, name)),
  join(root, "node_modules/io.appium.settings/apks/settings_apk-debug.apk"),
];

test("bills of materials of real apps are CycloneDX 1.6 by its own schema", async () => {
  const { out, code } = await candor(["apps", "scan", ...files, "--sbom", "-"]);
  expect(code).toBe(0);
  const bills = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly components?: readonly unknown[] });
  expect(bills.length).toBeGreaterThan(5);
  for (const bill of bills) expect(valid(bill), ajv.errorsText(valid.errors)).toBe(true);
  expect(bills.some(({ components }) => (components?.length ?? 0) > 20)).toBe(true);
  expect(valid({ ...bills[0], specVersion: 7 })).toBe(false);
});
