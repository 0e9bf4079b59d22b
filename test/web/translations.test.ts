import { expect, test } from "vitest";
import { acceptedOf, audit, translated } from "../../scripts/translations.ts";
import { checks } from "../../src/checks/index.ts";
import type { AnswerTexts } from "../../src/web/messages/check-texts.ts";
import { en } from "../../src/web/messages/en.ts";
import { es } from "../../src/web/messages/es.ts";
import { id } from "../../src/web/messages/id.ts";
import { allLanguages, languages, otherLanguages } from "../../src/web/messages/languages.ts";
import { zh } from "../../src/web/messages/zh.ts";
import { phrase } from "../../src/web/phrases.ts";
import { littleWork } from "../little-work.ts";

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

const pages = { zh, es, id };
const english: Readonly<Record<string, string>> = en;
/** Texts of the page that a person meets are complete by their type as well; a build does not look at types. */
test.each(otherLanguages.filter((language) => allLanguages[language].offered))(
  "the page in %s has the texts of the English one, with the same holes",
  (language) => {
    const page: Readonly<Record<string, string>> = pages[language];
    expect(Object.keys(page).sort()).toEqual(Object.keys(english).sort());
    const names = (text: string | undefined) =>
      [...new Set([...(text ?? "").matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    for (const [key, text] of Object.entries(page)) expect(names(text), key).toEqual(names(english[key]));
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
    "Open {app} for {who}.": "为{who}打开“{app}”。",
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
  ["weather; the current user", "天气; 当前用户"],
  ["ro.debuggable", "ro.debuggable"],
  ["user who knows", undefined],
  ["Open My Settings for nobody at all.", undefined],
  ["Salt and Pepper Inc", undefined],
  ["constructor", undefined],
  ["user ", undefined],
  ["Open for.", undefined],
])("%j is put as %j", (english, said) => {
  expect(phrase(english, few)).toBe(said);
});

test("outside text of any make is searched in bounded time", async () => {
  const hostile: AnswerTexts = { ...few, phrases: { "{a} a {b} a {c} a {d}!": "{a}{b}{c}{d}" } };
  await littleWork(() => {
    phrase(" a".repeat(2_000), hostile);
    phrase(", ".repeat(2_000), hostile);
    phrase("x".repeat(1_000_000), hostile);
  });
});
