// Builds the published package: JavaScript and declarations in dist/, the page, and the JSON Schemas.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../src/centre/json-schemas.ts";
import { buildPage } from "./page.ts";

const root = join(import.meta.dirname, "..");
rmSync(join(root, "dist"), { recursive: true, force: true });
const result = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
if (result.status !== 0) process.exit(result.status ?? 1);
await buildPage(root);
mkdirSync(join(root, "dist", "schema"), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(join(root, "dist", "schema", `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
