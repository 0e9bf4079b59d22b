import { describe, expect, test } from "vitest";
import { actions } from "../../src/actions/index.ts";
import { screens } from "../../src/actions/screens.ts";
import { remedyWords } from "../../src/centre/remedy-words.ts";
import { checks } from "../../src/checks/index.ts";
import { ownHandsOf, remedyCalls } from "../../src/core/check.ts";
import { answer } from "../../src/core/judge.ts";
import { readParams } from "../../src/core/params.ts";
import { feedsOf, snapshotOf } from "./example-snapshot.ts";

// Findings are worth what they let a person change: each one names what to do, or its check says why nothing can be done.

describe.each(checks.map((check) => [check.id, check] as const))("%s", (_, check) => {
  const outcomes = check.examples.fail.map((example) =>
    answer(check, snapshotOf(check, example), feedsOf(check, example)),
  );
  const findings = outcomes.flatMap((outcome) => outcome.findings ?? []);

  test("each finding has a remedy, or the check says why there is none", () => {
    const without = findings.filter(({ remedy }) => remedy === undefined);
    if (check.noRemedy === undefined) expect(without.map(({ message }) => message)).toEqual([]);
    else {
      expect(check.noRemedy).toMatch(/^[A-Z].*\.$/);
      expect(without.length, "it says that nothing can be done, and names what to do each time").toBeGreaterThan(0);
    }
  });

  test("remedies name actions that there are, with parameters that these take, and screens that there are", () => {
    for (const { remedy } of findings) {
      if (!remedy) continue;
      for (const { action: id, params } of remedyCalls(remedy)) {
        const action = actions.find((each) => each.id === id);
        expect(action, `there is no action ${id}`).toBeDefined();
        if (action) expect(() => readParams(action.params, params)).not.toThrow();
        expect(remedyWords({ action: id, params })).toMatch(/^[A-Z]/);
      }
      const hands = ownHandsOf(remedy);
      if (remedy.kind === "steps") expect(remedy.steps.length).toBeGreaterThan(0);
      for (const step of hands?.steps ?? []) expect(step).toMatch(/[.!)]$|: |:0$|global /);
      if (hands?.screen !== undefined) expect(Object.keys(screens)).toContain(hands.screen);
    }
  });
});
