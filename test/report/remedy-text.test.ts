import { expect, test } from "vitest";
import type { Remedy } from "../../src/core/check.ts";
import type { Outcome, ReportFinding } from "../../src/core/report.ts";
import { remedyHint, remedyLines } from "../../src/report/remedy-text.ts";

const phone = { source: { kind: "phone", name: "x" } } as const;
const call = { action: "set-global-setting", params: { key: "a", value: "1" } };

test("the change comes before the screen, and a capture says that the phone is needed", () => {
  const hint = (remedy?: Remedy, noRemedy?: string) => remedyHint(phone, outcomeOf(remedy, noRemedy));
  expect(hint({ kind: "action", ...call, byHand: { steps: ["Tap."], screen: "apps" } })).toEqual({
    text: "Candor can do this, and take it back:",
    command: "candor fix some-check",
  });
  expect(hint({ kind: "steps", steps: ["Tap."], screen: "apps" })?.command).toBe("candor guide some-check");
  expect(hint({ kind: "steps", steps: ["Ask for help."] })).toBeNull();
  expect(hint(undefined, "The maker decides it.")).toEqual({ text: "The maker decides it.", command: null });
  const capture = { source: { kind: "capture", name: "x" } } as const;
  expect(remedyHint(capture, outcomeOf({ kind: "action", ...call }))?.text).toBe(
    "With the phone connected: Candor can do this, and take it back:",
  );
});

test("a finding tells what Candor would do, and the way by hand", () => {
  const remedy: Remedy = { kind: "action", ...call, byHand: { steps: ["Tap."] } };
  expect(remedyLines({ ...findingOf(remedy), does: ["Set a"] })).toEqual({ candor: ["Set a"], byHand: ["Tap."] });
  expect(remedyLines(findingOf(undefined))).toEqual({ candor: [], byHand: [] });
});

function findingOf(remedy: Remedy | undefined): ReportFinding {
  return {
    severity: "low",
    confidence: "certain",
    subject: { kind: "device" },
    message: "Something.",
    messageKey: "some",
    params: {},
    evidence: [],
    remedy,
  };
}

function outcomeOf(remedy?: Remedy, noRemedy?: string): Outcome {
  return {
    check: "some-check",
    category: "device",
    severity: "low",
    state: "fail",
    question: "Is it?",
    title: "It is not",
    why: "Because.",
    advice: "Do.",
    references: [],
    findings: [findingOf(remedy)],
    noRemedy,
  };
}
