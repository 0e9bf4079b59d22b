import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { examine } from "../../src/centre/examine.ts";
import { callsOf, fixablesOf, isAbout, watchersIn } from "../../src/centre/fixes.ts";
import { answerNow, checkOf, findAgain, isQuick } from "../../src/centre/found-again.ts";
import { Journal } from "../../src/centre/journal.ts";
import { severities } from "../../src/core/check.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import { ask, phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-fixes-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const reportOf = async (model: string) =>
  (await examine(phoneSource(createPhone(model, { now })), { dataFolder: folder })).report;

describe.each(models.map(({ id }) => id))("%s", (model) => {
  test("what is safe to fix is fixed in one change, seen, and taken back", async () => {
    const phone = createPhone(model, { now });
    const source = phoneSource(phone);
    const { report } = await examine(source, { dataFolder: folder });
    const fixables = fixablesOf(report, { severity: "info", onlySafe: true });
    const plan = await planChanges(source, callsOf(fixables.flatMap(({ findings }) => findings)));
    const journal = await Journal.open(join(folder, model), { now });
    try {
      for (const { planning } of plan.plannings) expect(["planned", "refused"]).toContain(planning.state);
      if (plan.changes.length === 0) return;
      expect(new Set(plan.changes.map(({ risk }) => risk))).toEqual(new Set(["safe"]));
      const made = await applyChanges(source, journal, plan);
      expect(made.results?.map(({ outcome }) => outcome)).toEqual(plan.changes.map(() => "done"));
      const after = (await examine(source, { dataFolder: folder })).report;
      const refused = plan.plannings.filter(({ planning }) => planning.state === "refused").length;
      if (refused === 0) expect(fixablesOf(after, { severity: "info", onlySafe: true })).toEqual([]);
      await undoChanges(source, journal, made);
      expect((await examine(source, { dataFolder: folder })).report.outcomes).toEqual(report.outcomes);
    } finally {
      await journal.close();
    }
  });

  test("each finding has what to do or its check says why not; the worst come first", async () => {
    const report = await reportOf(model);
    const weights = fixablesOf(report, { severity: "info" }).map(({ findings, outcome }) => {
      for (const { calls, steps, finding } of findings) {
        if (calls.length > 0) expect(finding.does).toHaveLength(calls.length);
        else
          expect(steps.length > 0 || outcome.noRemedy !== undefined, `${outcome.check}: ${finding.message}`).toBe(true);
      }
      return Math.min(...findings.map(({ finding }) => severities.indexOf(finding.severity)));
    });
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
  });
});

test("nothing is done unasked to an app that may be watching somebody", async () => {
  const report = await reportOf("stalked");
  const watchers = watchersIn(report);
  expect(watchers.size).toBeGreaterThan(0);
  const calls = callsOf(fixablesOf(report, { severity: "info" }).flatMap(({ findings }) => findings));
  const about = calls.filter((call) => isAbout(call, watchers));
  expect(about.length).toBeGreaterThan(0);
  expect(calls.length).toBeGreaterThan(about.length);
  const [name = ""] = watchers;
  expect(isAbout({ action: "x", params: { component: `${name}/.Service` } }, watchers)).toBe(true);
  expect(isAbout({ action: "x", params: { package: `${name}.other` } }, watchers)).toBe(false);
});

test("a finding is looked for again: there, ended, and ended because its app is away", async () => {
  const phone = createPhone("hyperos", { now });
  const source = phoneSource(phone);
  const again = async (id: string) => {
    const check = checkOf(id);
    if (!check) throw new Error(id);
    const outcome = await answerNow(source, check, { dataFolder: folder });
    return { check, findings: outcome.findings ?? [] };
  };
  const lock = await again("lock-screen-private-notifications");
  const [finding] = lock.findings;
  if (!finding) throw new Error("the model hides notifications");
  expect(await findAgain(source, lock.check, finding, { dataFolder: folder })).toEqual({ state: "there" });
  await ask(phone, "settings put --user 0 secure lock_screen_allow_private_notifications 0");
  expect((await findAgain(source, lock.check, finding, { dataFolder: folder })).state).toBe("ended");

  const signers = checkOf("app-signers");
  const cleaner = { subject: { kind: "app", package: "com.turbo.cleanmaster.pro" }, messageKey: "other" } as const;
  if (!signers) throw new Error("no check of signers");
  expect(isQuick(signers)).toBe(false);
  expect((await findAgain(source, signers, cleaner, { dataFolder: folder })).state).toBe("unknown");
  await ask(phone, "pm uninstall --user 0 com.turbo.cleanmaster.pro");
  expect(await findAgain(source, signers, cleaner, { dataFolder: folder })).toEqual({
    state: "ended",
    how: "The app is no longer installed.",
  });
});

test("what the phone no longer tells is no end of a finding", async () => {
  const phone = createPhone("hyperos", { now, refuses: ["settings"] });
  const check = checkOf("lock-screen-private-notifications");
  if (!check) throw new Error("no such check");
  const finding = {
    subject: { kind: "setting", name: "lock_screen_allow_private_notifications", user: 0 },
    messageKey: "shown",
  } as const;
  expect((await findAgain(phoneSource(phone), check, finding, { dataFolder: folder })).state).toBe("unknown");
});
