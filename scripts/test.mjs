// `npm test`: types, pure folders' and the page's types, lint and format, then all tests; CANDOR_REQUIRE_TOOLS=1 turns skips into failures.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, suitableNode } from "./node.mjs";

const node = suitableNode();
const filters = process.argv.slice(2);
const report = join(root, ".vitest", "json", "output.json");

if (filters.length === 0) {
  step("types", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]);
  step("types of the pure folders", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.pure.json"]);
  step("types of the page", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.web.json"]);
  step("lint and format", [
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--max-diagnostics=40",
  ]);
}
rmSync(report, { force: true });
step("tests", ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", ...filters]);
summary();

function step(name, args) {
  process.stdout.write(`\n${name}\n`);
  const result = spawnSync(node, args, { cwd: root, stdio: "inherit" });
  if (result.status !== 0) {
    process.stdout.write(`\n${name}: failed\n`);
    process.exit(result.status ?? 1);
  }
}

/** Says what was skipped, and fails for it where every tool must be there. */
function summary() {
  if (!existsSync(report)) {
    process.stdout.write("the test runner wrote no report\n");
    process.exit(1);
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const skipped = testResults.flatMap((file) =>
    file.assertionResults.filter((t) => t.status === "skipped" || t.status === "pending"),
  );
  for (const test of skipped) process.stdout.write(`skipped: ${test.fullName}\n`);
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
  if (numPassedTests === 0) process.exit(1);
  if (numPendingTests > 0 && process.env["CANDOR_REQUIRE_TOOLS"] === "1") {
    process.stdout.write("A skip counts as a failure here (CANDOR_REQUIRE_TOOLS=1).\n");
    process.exit(1);
  }
}
