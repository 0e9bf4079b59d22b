import { type Report, reportSchema } from "../../src/core/report.ts";

/** A report in which every text that may come from a phone is hostile. */
export function sampleReport(evil: string): Report {
  const finding = {
    severity: "high" as const,
    confidence: "likely" as const,
    message: `says ${evil}`,
    messageKey: "m",
    params: { evil },
    evidence: [
      { kind: "value" as const, fact: "f", name: evil, value: evil, from: [evil] },
      { kind: "list" as const, fact: "f", name: evil, items: [evil, evil], from: [] },
      { kind: "time" as const, fact: "f", name: evil, at: "2026-01-01T00:00:00.000Z", from: [] },
    ],
    remedy: { kind: "steps" as const, steps: [evil] },
  };
  const base = {
    category: "stalkerware" as const,
    severity: "high" as const,
    why: "Why.",
    advice: "Advice.",
    references: ["https://example.org/a"],
  };
  return {
    schema: reportSchema,
    candor: "1.2.3",
    source: { kind: "phone", name: evil },
    takenAt: "2026-01-02T03:04:05.000Z",
    device: { brand: evil, model: evil, android: evil, hyperOs: null, miui: null, securityPatch: evil },
    summary: {
      findings: { critical: 0, high: 3, medium: 0, low: 0, info: 0 },
      checks: { total: 4, pass: 1, fail: 1, unknown: 1, notApplicable: 1 },
    },
    outcomes: [
      {
        ...base,
        check: "a-check",
        state: "fail",
        question: "Is it?",
        title: "It is not",
        unread: [evil],
        findings: [
          { ...finding, subject: { kind: "app", package: evil, label: evil, user: 10 } },
          { ...finding, subject: { kind: "file", path: evil }, severity: "low" },
          { ...finding, subject: { kind: "user", user: 10, name: evil } },
          { ...finding, subject: { kind: "setting", name: evil } },
          { ...finding, subject: { kind: "host", host: evil } },
        ],
      },
      { ...base, check: "b-check", state: "pass", question: "Is b?", title: "b is" },
      { ...base, check: "c-check", state: "unknown", question: "Is c?", title: "Is c?", reason: evil },
      { ...base, check: "d-check", state: "not-applicable", question: "Is d?", title: "Is d?", reason: evil },
    ],
    notExamined: [{ fact: "g", about: "G", code: "refused", reason: evil, checks: ["c-check"] }],
    feeds: [{ id: "list", origin: "embedded", date: "2026-01-01", entries: 3 }],
  };
}
