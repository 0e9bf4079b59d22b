import { argv, env } from "node:process";
import { changeFlags, runChanges, withPhone } from "../../src/cli/change-run.ts";
import type { Context } from "../../src/cli/context.ts";
import type { ActionCall } from "../../src/core/action.ts";

// A process of its own that makes changes as every command of Candor does: node make-changes.ts ADDRESS CALLS-AS-JSON [--dry-run|--json]
const [, , address = "", calls = "[]", ...rest] = argv;
const context: Context = {
  process: process as Context["process"],
  now: () => Date.now(),
  signal: new AbortController().signal,
  dataFolder: env["CANDOR_HOME"] ?? "",
};
const flags = {
  address,
  progress: changeFlags.progress.default,
  dryRun: rest.includes("--dry-run"),
  yes: rest.includes("--yes"),
  allowIrreversible: false,
  json: rest.includes("--json"),
};
await withPhone(context, flags, (source) =>
  runChanges(context, source, JSON.parse(calls) as ActionCall[], flags, { title: "Changes for a test" }),
);
