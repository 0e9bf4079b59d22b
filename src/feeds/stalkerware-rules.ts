import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { readYaraSource } from "../formats/yara-source.ts";

/** YARA rules as published. */
export interface YaraRuleList {
  readonly text: string;
  readonly rules: number;
}

const file = "rules.yar";

/** Rules by which Echap recognises the code of stalkerware. */
export const stalkerwareRules = defineFeed<YaraRuleList>({
  id: "stalkerware-rules",
  about: "YARA rules for the code of apps made to watch a person in secret",
  publisher: "Echap",
  licence: "CC-BY-4.0",
  homepage: "https://github.com/AssoEchap/stalkerware-indicators",
  files: {
    [file]: {
      url: "https://raw.githubusercontent.com/AssoEchap/stalkerware-indicators/master/rules.yar",
      maxBytes: 4_000_000,
    },
  },
  parse: (files) => rulesOf(files[file] ?? ""),
  count: ({ rules }) => rules,
  embedded: null,
});

function rulesOf(text: string): YaraRuleList {
  const { rules, includes } = readYaraSource(text);
  if (rules.length === 0) throw new FormatError(file, "no rule in it");
  if (includes.length > 0) throw new FormatError(file, "it includes other files");
  return { text, rules: rules.length };
}
