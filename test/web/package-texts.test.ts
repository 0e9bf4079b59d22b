import { describe, expect, test } from "vitest";
import { embeddedPreinstalled } from "../../src/feeds/embedded/preinstalled.ts";
import type { OtherLanguage } from "../../src/web/messages/languages.ts";
import { packageTexts as es } from "../../src/web/messages/packages/es.ts";
import { packageTexts as id } from "../../src/web/messages/packages/id.ts";
import { packageTexts as zh } from "../../src/web/messages/packages/zh.ts";
import type { PackageTexts } from "../../src/web/package-texts.ts";

const languages: Readonly<Record<OtherLanguage, PackageTexts>> = { zh, es, id };
const { packages } = embeddedPreinstalled.value;

describe.each(Object.entries(languages))("%s", (_, texts) => {
  test.each(["does", "cost"] as const)("says for every package what it %s, and nothing of others", (part) => {
    const wanted = new Set(packages.map((each) => each[part]));
    expect(new Set(Object.keys(texts[part]))).toEqual(wanted);
  });

  test("each is a whole sentence", () => {
    for (const text of [...Object.values(texts.does), ...Object.values(texts.cost)]) expect(text).toMatch(/\S[.。]$/);
  });
});
