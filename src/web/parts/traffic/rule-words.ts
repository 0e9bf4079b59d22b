import { createSignal } from "solid-js";
import { lawRegions } from "../../../feeds/privacy-laws.ts";
import { countryPoints } from "../../../report/world-map-data.ts";
import { kindWords } from "../../../traffic/rule-words.ts";
import type { TrafficFinding } from "../../../traffic/traffic-report.ts";
import { phraseSaid } from "../../answers.ts";
import { countryName, type Language, language, type MessageKey, t } from "../../i18n.ts";
import type { RuleTexts } from "../../messages/traffic/rules/rule-texts.ts";
import type { Said } from "../../phrases.ts";

const loaders: Readonly<Partial<Record<Language, () => Promise<RuleTexts>>>> = {
  zh: async () => (await import("../../messages/traffic/rules/zh.ts")).rulesZh,
  es: async () => (await import("../../messages/traffic/rules/es.ts")).rulesEs,
  id: async () => (await import("../../messages/traffic/rules/id.ts")).rulesId,
};

const [loaded, setLoaded] = createSignal<{ readonly of: Language; readonly texts: RuleTexts }>();
let asked: Language | undefined;

/** The texts of rules in the language of the page; undefined for English, and until they are there. */
function ruleTexts(): RuleTexts | undefined {
  const wanted = language();
  const there = loaded();
  if (there?.of === wanted) return there.texts;
  if (asked !== wanted) {
    asked = wanted;
    // Where they cannot be fetched, the sentences stay English and are marked as such.
    void loaders[wanted]?.().then(
      (texts) => void setLoaded({ of: wanted, texts }),
      () => undefined,
    );
  }
  return undefined;
}

/** What a finding is called, in the language of the page; English, and marked as such, where there is no text. */
export function findingTitle({ rule, title }: TrafficFinding): Said {
  const own = textOf(rule);
  return own === undefined ? phraseSaid(title) : { text: own.title };
}

/** The sentence of a finding, from its key and what fills it. */
export function findingMessage({ rule, message, messageKey, params }: TrafficFinding): Said {
  const messages = textOf(rule)?.messages ?? {};
  const template = Object.hasOwn(messages, messageKey) ? messages[messageKey] : undefined;
  if (template === undefined) return phraseSaid(message);
  return {
    text: template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : "";
      return typeof value === "string" && listed.has(name) ? inLanguage(value) : String(value);
    }),
  };
}

/** What a finding does not show; null where its rule cautions against nothing. */
export function findingCaution({ rule, caution }: TrafficFinding): Said | null {
  if (caution === null) return null;
  const own = textOf(rule)?.caution;
  return own === undefined ? phraseSaid(caution) : { text: own };
}

function textOf(rule: string) {
  const texts = ruleTexts();
  return texts && Object.hasOwn(texts, rule) ? texts[rule] : undefined;
}

/** What stands in these holes is a list of words of Candor's own; in all others stand names. */
const listed: ReadonlySet<string> = new Set(["data", "countries", "seats", "region", "recipients", "servers", "apps"]);

/** A list of kinds of data, countries or names: each that is known in the language, the others as they are. */
function inLanguage(list: string): string {
  const [, named = list, more] = /^(.*?)(?: and (\d+) more)?$/s.exec(list) ?? [];
  const parts = named.split(", ").map((part) => words().get(part)?.() ?? part);
  if (more !== undefined) parts.push(t("traffic.moreFindings", { count: Number(more) }));
  return parts.join(language() === "zh" ? "、" : ", ");
}

let made: ReadonlyMap<string, () => string> | undefined;

function words(): ReadonlyMap<string, () => string> {
  if (made) return made;
  const english = new Intl.DisplayNames("en", { type: "region" });
  const kinds = Object.entries(kindWords).map(
    ([kind, word]) => [word, () => t(`traffic.kind.${kind}` as MessageKey)] as const,
  );
  const countries = Object.keys(countryPoints).map(
    (code) => [english.of(code) ?? code, () => countryName(code)] as const,
  );
  const regions = Object.entries(lawRegions).map(
    ([id, name]) => [name, () => t(`traffic.region.${id}` as MessageKey)] as const,
  );
  made = new Map([
    ...kinds,
    ...countries,
    ...regions,
    ["the European Union and the EEA", () => t("traffic.region.EU")],
    ["the United Kingdom", () => t("traffic.region.GB")],
  ]);
  return made;
}
