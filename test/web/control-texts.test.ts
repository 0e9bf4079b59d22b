import { expect, test } from "vitest";
import { families } from "../../src/profiles/controls/index.ts";
import { profiles } from "../../src/profiles/index.ts";
import { preloadScore } from "../../src/profiles/preload-score.ts";
import { trafficQuestions } from "../../src/profiles/traffic-questions.ts";
import type { Phrases } from "../../src/web/messages/check-texts.ts";
import { controls as es } from "../../src/web/messages/controls/es.ts";
import { controls as id } from "../../src/web/messages/controls/id.ts";
import { controls as zh } from "../../src/web/messages/controls/zh.ts";
import { phrase } from "../../src/web/phrases.ts";

const languages: Readonly<Record<string, Phrases>> = { zh, es, id };

/** Everything that controls, profiles and promises say on the page. */
const said = [
  ...families.flatMap(({ title, controls }) => [
    title,
    ...controls.flatMap((each) => [each.title, each.why, ...(each.question === undefined ? [] : [each.question])]),
  ]),
  ...profiles.flatMap(({ title, audience, scope, limits, claims = [] }) => [
    ...[title, audience, scope, ...limits],
    ...claims.flatMap(({ promise, about }) => [promise, about]),
  ]),
  ...Object.values(trafficQuestions),
  ...scoreSays(),
];

function scoreSays(): readonly string[] {
  const about = { name: "a", hasCode: true, granted: [] };
  const score = preloadScore(35, [
    { ...about, platformSigned: true },
    { ...about, platformSigned: false },
  ]);
  if ("reason" in score) return [score.reason];
  return [score.method, score.formula, ...score.deviations, ...score.metrics.map(({ name }) => name)];
}

test.each(Object.keys(languages))("%s says every control, profile and promise", (name) => {
  const phrases = languages[name] ?? {};
  const answers = { checks: {}, phrases, list: { comma: ", ", and: " " } };
  expect(said.length).toBeGreaterThan(450);
  expect([...new Set(said)].filter((text) => phrase(text, answers) === undefined)).toEqual([]);
});

test.each(Object.keys(languages))(
  "%s fills the same holes, leaves nothing empty, and says the same sentences",
  (name) => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [english, text] of Object.entries(languages[name] ?? {})) {
      expect(holes(text), english).toEqual(holes(english));
      expect(text.trim(), english).not.toBe("");
    }
    expect(Object.keys(languages[name] ?? {})).toEqual(Object.keys(zh));
  },
);

test("no text is kept that nothing says any more", () => {
  const known = new Set(said);
  // What is not a control's: reasons, and answers of records of traffic.
  const others = Object.keys(zh).filter((english) => !known.has(english));
  expect(others.length).toBeLessThan(30);
});
