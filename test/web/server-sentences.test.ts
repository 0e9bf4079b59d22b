import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sentencesIn, serverSentences } from "../../scripts/server-sentences.ts";
import { serverTranslated, translated } from "../../scripts/translations.ts";
import { actions } from "../../src/actions/index.ts";
import { remedyWords } from "../../src/centre/remedy-words.ts";
import type { Action, ActionCall } from "../../src/core/action.ts";
import { collect } from "../../src/core/collect.ts";
import { factsOf, plan } from "../../src/core/plan.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import type { AnswerTexts } from "../../src/web/messages/check-texts.ts";
import { type OtherLanguage, otherLanguages } from "../../src/web/messages/languages.ts";
import { phrase } from "../../src/web/phrases.ts";
import { phoneSource } from "../phone/phone-source.ts";

/** As the page looks them up: the phrases of answers and those of the server. */
const textsOf = (language: OtherLanguage): AnswerTexts => ({
  ...translated[language],
  phrases: { ...translated[language].phrases, ...serverTranslated[language] },
});
const unsaid = (sentences: Iterable<string>, language: OtherLanguage) => {
  const texts = textsOf(language);
  return [...new Set(sentences)].filter((sentence) => phrase(sentence, texts) === undefined);
};

describe.each(otherLanguages)("%s", (language) => {
  test("has every sentence that the server's tables and errors hold (npm run translations)", () => {
    expect(unsaid(serverSentences(), language)).toEqual([]);
  });

  test("fills the same holes, and leaves nothing empty", () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [english, text] of Object.entries(serverTranslated[language])) {
      expect(holes(text), english).toEqual(holes(english));
      expect(text.trim(), english).not.toBe("");
    }
  });

  test("has the same sentences as the other languages", () => {
    const first = serverTranslated[otherLanguages[0] ?? language];
    expect(Object.keys(serverTranslated[language])).toEqual(Object.keys(first));
  });
});

/** What stands between the holes of a sentence, and what a choice in the code may have put together. */
const piecesOf = (english: string) =>
  english
    .split(/\{\w+\}|(?<=[.:;]) |, | > |(?=: )/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 1);

/** Sentences that the code puts together word by word, and names of roles that Android gives. */
const wordByWord =
  /^(?:call screening|call redirection|Data collection: .*; on: .*|(?:Keep|Switch) o(?:n|ff): .*|Looking into the apps|Switch the (?:camera|microphone) o(?:n|ff) .*)$/;

test("no sentence is kept that no code says any more", () => {
  const root = join(import.meta.dirname, "..", "..");
  const code = globSync("src/**/*.ts", { cwd: root })
    .filter((path) => !path.startsWith("src/web/"))
    .map((path) => readFileSync(join(root, path), "utf8"));
  const said = [...code, ...serverSentences()].join("\n");
  const isGone = (english: string) =>
    !wordByWord.test(english) && piecesOf(english).some((piece) => !said.includes(piece));
  expect(Object.keys(serverTranslated.zh).filter(isGone)).toEqual([]);
});

// What every action says on every virtual phone: plans, steps, what is lost, why not, and what to do.
test.each(models.map(({ id }) => id))(
  "what changes say on %s is known in every language",
  { timeout: 60_000 },
  async (model) => {
    const phone = createPhone(model, { now: () => Date.UTC(2026, 10, 22) });
    const snapshot = await collect(phoneSource(phone), factsOf(actions), { version: "test" });
    const said = new Set<string>();
    for (const action of actions) {
      const values = Object.fromEntries(
        Object.entries(action.needs).map(([key, need]) => {
          const read = snapshot.facts[need.id];
          return [key, read?.state === "read" ? read.value : undefined];
        }),
      );
      if (Object.values(values).includes(undefined)) continue;
      for (const params of action.examples(values as never).slice(0, 200))
        for (const text of wordsOf(action, { action: action.id, params }, snapshot)) said.add(text);
    }
    expect(said.size).toBeGreaterThan(20);
    for (const language of otherLanguages) expect(unsaid(said, language), language).toEqual([]);
  },
);

function wordsOf(action: Action, call: ActionCall, snapshot: Snapshot): readonly string[] {
  // What a hostile phone calls its packages cannot be asked for.
  if (remedyWords(call) === undefined) return [];
  const planning = plan(action, call, snapshot);
  if (planning.state === "unknown") return [planning.about, planning.reason];
  if (planning.state === "done") return [planning.about];
  if (planning.state === "refused") return [planning.about, planning.refused, planning.advice ?? "Settings"];
  const { about, steps } = planning.change;
  return [about, ...steps.flatMap(({ about: step, loses }) => [step, ...(loses === undefined ? [] : [loses])])];
}

test("sentences are found in errors, in texts, and in both halves of a choice", () => {
  const code = `
    const replug = "Unplug it.";
    export const say = (name: string, known: boolean) => known ? "It is here." : \`\${name} is not here. \${replug}\`;
    export const fail = () => { throw new VaultError("refused", "No.", "Set it: candor lock"); };
    const word = "Word"; const shell = "ls -l; echo end.";`;
  expect(sentencesIn("src/x.ts", code)).toEqual([
    "Unplug it.",
    "It is here.",
    "X1 is not here. Unplug it.",
    "No.",
    "Set it: candor lock",
  ]);
});

const few: AnswerTexts = {
  checks: {},
  phrases: { Settings: "设置", Apps: "应用", "It is off.": "它已关闭。", "Try again.": "请再试。" },
  list: { comma: "、", and: "和" },
};

test.each([
  ["Settings > Apps", "设置 > 应用"],
  ["Settings > Something else", undefined],
  ["It is off. Try again.", "它已关闭。请再试。"],
  ["It is off. Who knows?", undefined],
  ["It is off. ".repeat(2_000).trim(), undefined],
])("paths and sentences behind each other, %#", (english, said) => {
  expect(phrase(english, few)).toBe(said);
});
