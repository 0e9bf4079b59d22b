import { expect, test } from "vitest";
import { acceptedOf, audit, translated } from "../../scripts/translations.ts";
import { checks } from "../../src/checks/index.ts";
import type { AnswerTexts } from "../../src/web/messages/check-texts.ts";
import { allLanguages, languages, otherLanguages } from "../../src/web/messages/languages.ts";
import { phrase } from "../../src/web/phrases.ts";

test.each(otherLanguages)(
  "%s has no text of a check or message that there is not, and fills the same holes",
  (language) => {
    const { unknown, holes } = audit(translated[language], acceptedOf(language));
    expect({ unknown, holes }).toEqual({ unknown: [], holes: [] });
  },
);

test.each(otherLanguages.filter((language) => allLanguages[language].offered))(
  "%s, which people can choose, lacks no text and follows the English ones (npm run translations)",
  (language) => {
    const { missing, stale, phrases } = audit(translated[language], acceptedOf(language));
    expect({ missing, stale, phrases }).toEqual({ missing: [], stale: [], phrases: [] });
  },
);

test("only complete languages can be chosen", () => {
  for (const [code, { name, offered }] of Object.entries(allLanguages))
    expect(Object.values(languages).includes(name), code).toBe(offered);
});

test("a text that is missing, superfluous, stale or fills other holes is told", () => {
  const check = checks.find(({ id }) => id === "always-on-vpn");
  if (!check) throw new Error("the check is gone");
  const language: AnswerTexts = {
    checks: {
      [check.id]: {
        question: "?",
        pass: "+",
        fail: "-",
        why: "",
        advice: "!",
        messages: { set: "{user}", gone: "{user} {app}", more: "" },
      },
      "no-such-check": { question: "", pass: "", fail: "", why: "", advice: "", messages: {} },
    },
    phrases: {},
    list: { comma: "、", and: "和" },
  };
  const found = audit(language, { [check.id]: "before" }, [check]);
  expect(found.missing).toEqual(["always-on-vpn.why"]);
  expect(found.unknown).toEqual(["no-such-check", "always-on-vpn.messages.more"]);
  expect(found.holes).toEqual(["always-on-vpn.messages.set"]);
  expect(found.stale).toEqual(["always-on-vpn"]);
  expect(found.phrases.length).toBeGreaterThan(0);
});

const few: AnswerTexts = {
  checks: {},
  phrases: {
    "the current user": "当前用户",
    "user {n}": "用户 {n}",
    "users {n}": "用户 {n}",
    "Open {screen} for {who}.": "为{who}打开“{screen}”。",
    weather: "天气",
  },
  list: { comma: "、", and: "和" },
};

test.each([
  ["the current user", "当前用户"],
  ["user 10", "用户 10"],
  ["users 0 and 10", "用户 0和10"],
  ["Open Settings for user 3.", "为用户 3打开“Settings”。"],
  ["com.a, com.b and com.c", "com.a、com.b和com.c"],
  ["Google (US) and Meta (US)", "Google (US)和Meta (US)"],
  ["Salt and Pepper Inc", undefined],
  ["toString", undefined],
  ["user ", undefined],
  ["Open for.", undefined],
])("%j is put as %j", (english, said) => {
  expect(phrase(english, few)).toBe(said);
});

test("outside text of any make is searched in bounded time", () => {
  const hostile: AnswerTexts = { ...few, phrases: { "{a} a {b} a {c} a {d}!": "{a}{b}{c}{d}" } };
  const start = performance.now();
  phrase(" a".repeat(2_000), hostile);
  phrase(", ".repeat(2_000), hostile);
  phrase("x".repeat(1_000_000), hostile);
  expect(performance.now() - start).toBeLessThan(500);
});
