// Runs a TypeScript script of this project on a Node that is new enough: node scripts/run.mjs scripts/registries.ts …
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { root, suitableNode } from "./node.mjs";

const [script = "", ...rest] = process.argv.slice(2);
const result = spawnSync(suitableNode(), [resolve(root, script), ...rest], { stdio: "inherit", cwd: root });
process.exit(result.status ?? 1);
