import { expect, test } from "vitest";
import { stixOf } from "../../src/centre/stix-export.ts";
import type { Report, ReportFinding } from "../../src/core/report.ts";
import { parseStix } from "../../src/formats/stix.ts";

const finding = (given: Partial<ReportFinding>): ReportFinding => ({
  severity: "high",
  confidence: "likely",
  subject: { kind: "device" },
  message: "m",
  messageKey: "listed",
  params: {},
  evidence: [],
  ...given,
});
const listed = (fact: string, value: string) => ({ kind: "value", fact, name: "listed as", value, from: [] }) as const;
const reportOf = (findings: readonly ReportFinding[]): Report =>
  ({
    schema: "candor.report/1",
    candor: "0.1.0",
    source: { kind: "phone", name: "p" },
    takenAt: "2026-11-22T10:00:00.000Z",
    device: {},
    outcomes: [{ findings }],
    notExamined: [],
    feeds: [],
  }) as unknown as Report;
const objects = (findings: readonly ReportFinding[]) =>
  (JSON.parse(stixOf(reportOf(findings), 0)) as { objects: Record<string, unknown>[] }).objects;

test("what published lists name becomes an indicator that our own reader, and so MVT, reads back", () => {
  const text = stixOf(
    reportOf([
      finding({
        subject: { kind: "app", package: "com.spy" },
        params: { product: "Spy" },
        evidence: [listed("stalkerware-indicators", "Spy (stalkerware)")],
      }),
      finding({
        subject: { kind: "app", package: "com.other" },
        params: { malware: "Worse" },
        evidence: [
          {
            kind: "value",
            fact: "app-certificates",
            name: "digest",
            value: `certificate-sha1 ${"a1".repeat(20)}`,
            from: [],
          },
          listed("mobile-threat-indicators", "Worse (campaign)"),
        ],
      }),
      finding({
        params: { process: "bad'd", malware: "Worse" },
        evidence: [listed("mobile-threat-indicators", "Worse")],
      }),
      finding({
        params: { name: "persist.bad", malware: "Worse" },
        evidence: [listed("mobile-threat-indicators", "Worse")],
        subject: { kind: "file", path: "/data/local/tmp/x" },
      }),
    ]),
    0,
  );
  const { indicators, skipped } = parseStix(text);
  expect(skipped).toBe(0);
  expect(indicators).toEqual([
    { field: "app:id", value: "com.spy", malware: ["Spy"] },
    { field: "app:cert.sha1", value: "a1".repeat(20), malware: ["Worse"] },
    { field: "process:name", value: "bad'd", malware: ["Worse"] },
    { field: "file:path", value: "/data/local/tmp/x", malware: ["Worse"] },
  ]);
});

test("what was only seen is observed data and no indicator", () => {
  const found = objects([
    finding({ subject: { kind: "app", package: "com.plain" }, evidence: [listed("trackers", "a tracker")] }),
    finding({ subject: { kind: "host", host: "ads.example" } }),
  ]);
  const types = found.map(({ type }) => type);
  expect(types).not.toContain("indicator");
  expect(types.filter((type) => type === "observed-data")).toHaveLength(2);
  expect(found.find(({ type }) => type === "domain-name")).toMatchObject({ value: "ads.example" });
  expect(found.find(({ type }) => type === "software")).toMatchObject({ name: "com.plain" });
});

test("a value that MVT would misread makes no pattern, and ids are the same each time", () => {
  const findings = [
    finding({ subject: { kind: "host", host: "a=b" }, evidence: [listed("stalkerware-indicators", "x")] }),
  ];
  expect(objects(findings).map(({ type }) => type)).not.toContain("indicator");
  expect(stixOf(reportOf(findings), 0)).toBe(stixOf(reportOf(findings), 1));
  for (const { id, type, spec_version: version } of objects(findings)) {
    expect(id).toMatch(
      new RegExp(`^${String(type)}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
    );
    expect(version).toBe("2.1");
  }
});

test("every reference leads to an object of the bundle", () => {
  const found = objects([
    finding({
      subject: { kind: "app", package: "com.spy" },
      params: { product: "Spy" },
      evidence: [listed("stalkerware-indicators", "Spy")],
    }),
  ]);
  const ids = new Set(found.map(({ id }) => id));
  for (const each of found)
    for (const ref of [
      each["source_ref"],
      each["target_ref"],
      each["created_by_ref"],
      ...((each["object_refs"] as string[]) ?? []),
    ])
      if (ref !== undefined) expect(ids).toContain(ref);
  expect(objects([]).map(({ type }) => type)).toEqual(["identity"]);
});
