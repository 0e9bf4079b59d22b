// Looks into the files that are named, in a process whose memory can be measured: a line of JSON for each, and one for the memory.
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadAnalysis } from "../../src/centre/app-analysis.ts";
import { scanFile } from "../../src/centre/scan-file.ts";
import { mostMemory } from "../most-memory.ts";

const analyse = await loadAnalysis(join(tmpdir(), "candor-no-lists"));
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
for (const path of process.argv.slice(2)) {
  const before = process.cpuUsage();
  const answer = await scanFile({ path, size: statSync(path).size, known: [] }, analyse, []);
  const { user, system } = process.cpuUsage(before);
  const why = answer.state === "unread" ? { code: answer.code, reason: answer.reason } : {};
  const code = answer.state === "read" ? answer.apps[0]?.record?.code : undefined;
  const unreadable = code && "unreadable" in code ? code.unreadable.slice(0, 9) : [];
  say({ path, state: answer.state, seconds: (user + system) / 1e6, megabytes: mostMemory(), unreadable, ...why });
}
