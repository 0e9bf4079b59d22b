// Writes the JSON Schemas of what Candor prints and saves into docs/schema; `--check` writes nothing and fails when one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../src/centre/json-schemas.ts";

/** The schema files that are out of date, by path; written unless `check`. */
export function updateSchemas(folder: string, check: boolean): readonly string[] {
  return Object.entries(jsonSchemas()).flatMap(([name, schema]) => {
    const path = join(folder, `${name}.json`);
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (existsSync(path) && readFileSync(path, "utf8") === text) return [];
    if (!check) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
    }
    return [path];
  });
}

if (import.meta.main) {
  const check = process.argv.includes("--check");
  const stale = updateSchemas(join(import.meta.dirname, "..", "docs", "schema"), check);
  for (const path of stale) console.log(`${check ? "out of date" : "written"}: ${path}`);
  if (check && stale.length > 0) process.exit(1);
}
