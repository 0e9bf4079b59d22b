import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type AppAnswer, appAnswers } from "../../src/apps/app-answers.ts";
import type { AppRecord } from "../../src/apps/app-record.ts";
import { appVulnerabilities } from "../../src/feeds/app-vulnerabilities.ts";
import { read, record } from "./apk-record.ts";

const folder = "../shared/apks";
const holes = appVulnerabilities.embedded?.value ?? { holes: [] };
const bank = await record(`${folder}/gh-insecurebankv2.apk`);
const blood = await record(`${folder}/gh-exodus-blooddonation.apk`);

function answersOf(records: readonly AppRecord[], missing: readonly string[] = [], day: string | null = "2026-11-23") {
  const answers = appAnswers({ package: "a.b", records, missing, day, holes });
  return (check: string): AppAnswer => {
    const found = answers.find((answer) => answer.check === check);
    if (!found) throw new Error(check);
    return found;
  };
}

const sections = [
  "identity",
  "signers",
  "permissions",
  "components",
  "configuration",
  "network",
  "code",
  "trackers",
  "endpoints",
  "behaviour",
  "secrets",
  "libraries",
] as const;

test.each(readdirSync(folder).filter((name) => name.endsWith(".apk")))(
  "%s: each answer has its grounds",
  async (name) => {
    const own = await record(`${folder}/${name}`);
    for (const answer of appAnswers({ package: "a.b", records: [own], missing: [], day: "2026-11-23", holes })) {
      const { state, reason, findings = [], title } = answer;
      expect(title).not.toBe("");
      if (state === "fail") expect(findings.length, answer.check).toBeGreaterThan(0);
      else expect(findings).toEqual([]);
      if (state === "unknown" || state === "not-applicable") expect(reason, answer.check).not.toBe("");
      for (const { message, evidence } of findings) {
        expect(message).toMatch(/[.!]$/);
        for (const each of evidence) expect(each.kind === "list" && each.items.length).toBeTruthy();
      }
    }
  },
);

test("what is known to be wrong with a training app is found", () => {
  const answer = answersOf([bank]);
  for (const check of [
    "app:debuggable",
    "app:backup",
    "app:encrypted-only",
    "app:authorities",
    "app:open-parts",
    "app:platform",
    "app:signed-whole",
    "app:trackers",
  ])
    expect(answer(check).state, check).toBe("fail");
  expect(answer("app:pins-in-force").state).toBe("not-applicable");
  expect(answer("app:test-build").state).toBe("pass");
  expect(answersOf([blood])("app:debuggable").state).toBe("pass");
});

test.each(sections)("without its section “%s” nothing that rests on it passes", (name) => {
  const whole = appAnswers({ package: "a.b", records: [blood], missing: [], day: null, holes });
  const without = answersOf([{ ...blood, [name]: { unread: "for a test" } }]);
  const changed = whole.filter(({ check, state }) => without(check).state !== state);
  expect(changed.length).toBeGreaterThan(0);
  for (const { check } of changed) {
    expect(without(check).state, check).toBe("unknown");
    expect(without(check).reason).toContain("for a test");
  }
});

test("where files are missing nothing passes, and what is wrong stays wrong", () => {
  const whole = answersOf([bank]);
  const parts = answersOf([bank], ["A file of it is missing."]);
  for (const { check, state } of appAnswers({ package: "a.b", records: [bank], missing: [], day: null, holes })) {
    expect(parts(check).state, check).toBe(state === "fail" ? "fail" : "unknown");
    if (state !== "fail") expect(parts(check).reason).toContain("A file of it is missing.");
  }
  expect(whole("app:debuggable").state).toBe("fail");
});

test("a split alone, and a base that needs others, are not the whole app", () => {
  const identity = read(blood.identity);
  const split = answersOf([{ ...blood, identity: { ...identity, split: "config.de" } }]);
  expect(split("app:test-build")).toMatchObject({ state: "unknown", reason: expect.stringContaining("base") });
  const base = answersOf([{ ...blood, identity: { ...identity, splitRequired: true } }]);
  expect(base("app:test-build").reason).toContain("further files");
});

test("addresses without encryption count only where the rules let such connections through", () => {
  const network = read(blood.network);
  expect(answersOf([blood])("app:plain-addresses").state).toBe("fail");
  const closed = { ...network, byDefault: { ...network.byDefault, cleartext: false }, hosts: [] };
  expect(answersOf([{ ...blood, network: closed }])("app:plain-addresses").state).toBe("not-applicable");
  const host = { ...network.byDefault, cleartext: true, host: "old.example", subdomains: false };
  const one = answersOf([{ ...blood, network: { ...closed, hosts: [host] } }]);
  expect(one("app:plain-addresses").state).toBe("fail");
  expect(one("app:encrypted-only").findings?.[0]).toMatchObject({
    severity: "low",
    message: expect.stringMatching(/old\.example/),
  });
  // Rules that are not known close nothing.
  const unread = answersOf([{ ...blood, network: { unread: "for a test" } }]);
  expect(unread("app:plain-addresses").state).toBe("fail");
});

test("pins are held against the day, and without one it is not known", () => {
  const network = read(blood.network);
  const pinned = (pinsExpire: string | null) => ({
    ...blood,
    network: {
      ...network,
      hosts: [{ ...network.byDefault, pins: 2, pinsExpire, host: "a.example", subdomains: true }],
    },
  });
  expect(answersOf([pinned("2026-11-22")])("app:pins-in-force").state).toBe("fail");
  expect(answersOf([pinned("2026-11-23")])("app:pins-in-force").state).toBe("pass");
  expect(answersOf([pinned(null)])("app:pins-in-force").state).toBe("pass");
  expect(answersOf([pinned("2026-11-22")], [], null)("app:pins-in-force").state).toBe("unknown");
});

test("a library with a hole is named with it; one that does not tell its version is not known", () => {
  const libraries = read(blood.libraries);
  const gson = (version: string | null) => ({
    ...libraries,
    complete: true,
    missed: [],
    found: [
      {
        name: "Gson",
        maker: null,
        kind: null,
        licence: null,
        ecosystem: null,
        coordinate: "com.google.code.gson:gson",
        version,
        grade: "stated" as const,
        confidence: "certain" as const,
        evidence: [],
      },
    ],
  });
  const answer = (version: string | null) => answersOf([{ ...blood, libraries: gson(version) }])("app:known-holes");
  expect(answer("2.8.5")).toMatchObject({
    state: "fail",
    findings: [{ message: expect.stringContaining("CVE-2022-25647") }],
  });
  expect(answer("2.11.0").state).toBe("pass");
  expect(answer(null).state).toBe("unknown");
});

test("trackers that are only referred to are neither found nor ruled out", () => {
  const trackers = read(bank.trackers);
  const weak = trackers.found.map((each) => ({ ...each, grade: "type-referenced" as const }));
  expect(answersOf([{ ...bank, trackers: { ...trackers, found: weak } }])("app:trackers").state).toBe("unknown");
  expect(answersOf([{ ...bank, trackers: { ...trackers, found: [] } }])("app:trackers").state).toBe("pass");
});
