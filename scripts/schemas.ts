// Writes the JSON Schemas of what Candor prints and saves into docs/schema, and the document of the page's interface into docs/openapi.json;
// `--check` writes nothing and fails when one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { jsonSchemas } from "../src/centre/json-schemas.ts";
import { allRoutes } from "../src/server/app.ts";
import { openApi } from "../src/server/openapi.ts";

/** The schema files that are out of date, by path; written unless `check`. */
export function updateSchemas(folder: string, check: boolean): readonly string[] {
  return Object.entries(jsonSchemas()).flatMap(([name, schema]) => update(join(folder, `${name}.json`), schema, check));
}

/** The same for the document of the interface. */
export function updateOpenApi(path: string, check: boolean): readonly string[] {
  return update(path, openApi(allRoutes()), check);
}

function update(path: string, document: unknown, check: boolean): readonly string[] {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, "utf8") === text) return [];
  if (!check) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [path];
}

if (import.meta.main) {
  const check = process.argv.includes("--check");
  const docs = join(import.meta.dirname, "..", "docs");
  const stale = [...updateSchemas(join(docs, "schema"), check), ...updateOpenApi(join(docs, "openapi.json"), check)];
  for (const path of stale) console.log(`${check ? "out of date" : "written"}: ${path}`);
  if (check && stale.length > 0) process.exit(1);
}
