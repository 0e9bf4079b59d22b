import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyChanges, planChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import { checks } from "../../src/checks/index.ts";
import { remedyCalls } from "../../src/core/check.ts";
import { collect } from "../../src/core/collect.ts";
import { judge } from "../../src/core/judge.ts";
import { facts } from "../../src/facts/index.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

// A remedy that is named has to end what was found: the calls of every finding about special access are made, and it is gone.

const now = () => Date.UTC(2026, 10, 22);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-access-remedies-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const ofAccess = checks.filter(({ category }) => category === "special-access");

async function found(phone: VirtualPhone) {
  const snapshot = await collect(phoneSource(phone), facts, { version: "0" });
  return judge(snapshot, ofAccess, { feeds: [], facts }).outcomes.flatMap((outcome) =>
    (outcome.state === "fail" ? (outcome.findings ?? []) : []).map((finding) => ({ check: outcome.check, ...finding })),
  );
}

test.each([
  ["hyperos", 21],
  ["stalked", 6],
  ["miui12", 4],
])("%s: remedies that Candor can do end their findings", async (model, least) => {
  const phone = createPhone(model, { now });
  phone.state.properties.set("persist.security.adbinput", "1");
  const source = phoneSource(phone);
  const before = await found(phone);
  const withCalls = before.filter(({ remedy }) => remedy !== undefined && remedyCalls(remedy).length > 0);
  expect(withCalls.length).toBeGreaterThanOrEqual(least);
  const journal = await Journal.open(join(folder, model), { now });
  try {
    const calls = withCalls.flatMap(({ remedy }) => (remedy ? remedyCalls(remedy) : []));
    const made = await applyChanges(source, journal, await planChanges(source, calls));
    expect(made.results?.filter(({ outcome }) => outcome !== "done")).toEqual([]);
  } finally {
    await journal.close();
  }
  const left = await found(phone);
  const key = ({ check, subject }: (typeof before)[number]) => `${check} ${JSON.stringify(subject)}`;
  for (const finding of withCalls) expect(left.map(key)).not.toContain(key(finding));
});
