import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTrafficReport, trafficAnswers } from "../../src/centre/traffic-answers.ts";
import { trafficQuestions } from "../../src/profiles/traffic-questions.ts";
import type { ReportFlow, TrafficReport } from "../../src/traffic/traffic-report.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-traffic-answers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Given extends Partial<Pick<ReportFlow, "encryption" | "standing" | "moment">> {
  readonly company?: string;
  readonly kind?: ReportFlow["recipient"]["kind"];
}

const flow = ({ company = "Xiaomi Inc.", kind = "content", ...more }: Given) => ({
  host: "a.example",
  address: "192.0.2.1",
  encryption: "encrypted",
  standing: "inside",
  moment: null,
  recipient: { company, kind },
  ...more,
});

function states(flows: readonly Given[], brand: string | null = "Redmi", nothingChosen = true) {
  const report = { flows: flows.map(flow), nothingChosen, marks: [] } as unknown as TrafficReport;
  return Object.fromEntries(trafficAnswers(report, { brand }).map(({ check, state }) => [check.slice(8), state]));
}

test("every question is answered, and nothing recorded answers none", () => {
  expect(
    Object.keys(states([]))
      .map((each) => `traffic:${each}`)
      .sort(),
  ).toEqual(Object.keys(trafficQuestions).sort());
  expect(new Set(Object.values(states([])))).toEqual(new Set(["unknown"]));
  expect(new Set(Object.values(states([{}])))).toEqual(new Set(["pass"]));
});

test("one connection decides against, and one that is not known against being sure", () => {
  expect(states([{}, { encryption: "clear" }])).toMatchObject({ encrypted: "fail", "maker-encrypted": "fail" });
  expect(states([{}, { encryption: "unknown" }])).toMatchObject({ encrypted: "unknown", "maker-encrypted": "unknown" });
  expect(states([{}, { standing: "none" }])).toMatchObject({ region: "fail", "maker-region": "fail" });
  expect(states([{}, { standing: null }])).toMatchObject({ region: "unknown", "maker-region": "unknown" });
  expect(states([{}, { standing: "adequate-in-part" }])).toMatchObject({
    region: "unknown",
    "maker-region": "unknown",
  });
  expect(states([{ standing: "adequate" }])).toMatchObject({ region: "pass", "maker-region": "fail" });
  expect(states([{ kind: "tracker", moment: "after-refusal" }])).toMatchObject({
    consent: "fail",
    "maker-consent": "fail",
  });
  expect(states([{ kind: "tracker", moment: "after-consent" }])).toMatchObject({ consent: "pass" });
  expect(states([{}], "Redmi", false)).toMatchObject({ consent: "unknown" });
});

test("what others do is not held against the maker", () => {
  const others = states([{}, { company: "Somebody", encryption: "clear", standing: "none" }]);
  expect(others).toMatchObject({
    encrypted: "fail",
    "maker-encrypted": "pass",
    region: "fail",
    "maker-region": "pass",
  });
  expect(states([{}], null)).toMatchObject({ "maker-region": "unknown" });
});

test("anything but a report on traffic is refused", async () => {
  const path = join(folder, "x.json");
  for (const text of ["{", "{}", '{"schema":"candor.traffic-report/1"}']) {
    writeFileSync(path, text);
    await expect(readTrafficReport(path)).rejects.toThrow(/x\.json/);
  }
});
