// Many permissions withdrawn in one plan on a virtual phone over TCP, the journal on the disk: planned, applied step by step, each outcome
// written and synced, read again, and taken back. What a change costs is given beside one bare round trip: the shortest command on the same
// connection; and beside reading the facts alone, which a plan does twice.
//
//   npm run bench changes [COUNT]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyChanges, planChanges, undoChanges } from "../src/centre/changes.ts";
import { Journal } from "../src/centre/journal.ts";
import { openSource } from "../src/centre/open-source.ts";
import type { ActionCall } from "../src/core/action.ts";
import { createPhone, type VirtualPhone } from "../src/phone/models/index.ts";
import { startPhone } from "../src/phone/start.ts";
import { latencyProxy } from "./latency-proxy.ts";

const count = Number(process.argv[2] ?? 200);
const permissions = ["CAMERA", "RECORD_AUDIO", "READ_CONTACTS", "READ_CALENDAR", "BODY_SENSORS"].map(
  (name) => `android.permission.${name}`,
);

for (const roundTripMs of [0, 20]) await measure(roundTripMs);

async function measure(roundTripMs: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "candor-bench-"));
  const phone = createPhone("stock", { now: Date.now });
  const calls = withApps(phone, count);
  const listener = await startPhone(phone, {});
  const proxy = await latencyProxy(listener.port, roundTripMs);
  const address = `127.0.0.1:${proxy.port}`;
  const source = await openSource({ address }, { dataFolder: home, now: Date.now(), env: process.env });
  const journal = await Journal.open(home, { now: Date.now });
  try {
    const bare = await timed(20, () => source.run(["true"], { timeoutMs: 5000, maxBytes: 1024 }));
    const reading = await timed(1, () => planChanges(source, calls));
    const plan = await planChanges(source, calls);
    const before = performance.now();
    const record = await applyChanges(source, journal, plan);
    const applied = performance.now() - before;
    const done = record.results?.filter(({ outcome }) => outcome === "done").length;
    if (done !== count) throw new Error(`${done} of ${count} were done`);
    const again = performance.now();
    await undoChanges(source, journal, record);
    const undone = performance.now() - again;
    const each = (ms: number) => `${(ms / count).toFixed(1)} ms a change`;
    console.log(`${roundTripMs} ms a round trip added; a bare command takes ${bare.toFixed(1)} ms`);
    console.log(
      `  ${applied.toFixed(0).padStart(6)} ms  ${count} applied and verified: ${each(applied)}, ${(applied / count / bare).toFixed(2)} bare commands`,
    );
    console.log(`  ${undone.toFixed(0).padStart(6)} ms  ${count} taken back and verified: ${each(undone)}`);
    console.log(`  ${reading.toFixed(0).padStart(6)} ms  of that, reading the facts once`);
  } finally {
    await journal.close();
    await source.close();
    await proxy.close();
    await listener.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Installs as many apps as are needed, each with all of these permissions, and gives the calls that withdraw them. */
function withApps({ state }: VirtualPhone, wanted: number): readonly ActionCall[] {
  const model = [...state.packages.values()].find(({ flags }) => !flags.includes("SYSTEM"));
  const user = model?.users.get(0);
  if (!model || !user) throw new Error("the phone has no app that was added");
  const names = Array.from({ length: Math.ceil(wanted / permissions.length) }, (_, i) => `com.example.bench${i}`);
  for (const [i, name] of names.entries()) {
    const grants = new Map(permissions.map((each) => [each, { granted: true, flags: ["USER_SET"] }]));
    const users = new Map([[0, { ...user, permissions: grants }]]);
    state.packages.set(name, { ...model, name, appId: 15_000 + i, requested: permissions, users });
  }
  const calls = permissions.flatMap((permission) =>
    names.map((name) => ({ action: "set-permission", params: { user: 0, package: name, permission, to: "deny" } })),
  );
  return calls.slice(0, wanted);
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const before = performance.now();
  for (let i = 0; i < times; i++) await work();
  return (performance.now() - before) / times;
}
