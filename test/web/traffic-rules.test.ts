import { expect, test } from "vitest";
import { trafficRules } from "../../src/traffic/rules/index.ts";
import { rulesEs } from "../../src/web/messages/traffic/rules/es.ts";
import { rulesId } from "../../src/web/messages/traffic/rules/id.ts";
import { rulesZh } from "../../src/web/messages/traffic/rules/zh.ts";

const languages = { zh: rulesZh, es: rulesEs, id: rulesId };

test.each(Object.entries(languages))(
  "%s has every rule and sentence that there is, and none that there is not",
  (_, texts) => {
    const keys = (id: string, messages: Readonly<Record<string, string>>) =>
      Object.keys(messages).map((key) => `${id} ${key}`);
    const wanted = trafficRules.flatMap(({ id, messages }) => keys(id, messages));
    expect(
      Object.entries(texts)
        .flatMap(([id, { messages }]) => keys(id, messages))
        .sort(),
    ).toEqual(wanted.sort());
  },
);

test.each(Object.entries(languages))("%s cautions where English does, and nowhere else", (_, texts) => {
  const cautious = (rules: Iterable<readonly [string, { readonly caution?: string | null }]>) =>
    [...rules].flatMap(([id, { caution }]) => (caution ? [id] : [])).sort();
  expect(cautious(Object.entries(texts))).toEqual(cautious(trafficRules.map((rule) => [rule.id, rule])));
});

test.each(Object.entries(languages))("%s fills the holes of the English sentences", (_, texts) => {
  const holes = (text: string | undefined) => [...new Set(text?.match(/\{\w+\}/g))].sort();
  for (const { id, messages } of trafficRules)
    for (const [key, english] of Object.entries(messages))
      expect(holes(texts[id]?.messages[key]), `${id} ${key}`).toEqual(holes(english));
});
