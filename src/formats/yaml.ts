import { parseDocument } from "yaml";
import { FormatError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";

const maxChars = 4_000_000;
const maxLine = 4_096;
/** Anchors, aliases and tags where a node begins: no published list uses them, and they are how YAML is made to explode. */
const exotic = /^[ \t]*(?:- +)*(?:[\w.]+: +)?[&*!]/m;

/**
 * Parses one YAML 1.2 document as plain data: no anchors, aliases, tags or duplicate keys.
 *
 * @returns JSON values; maps keep only own keys, so read them through `Object.hasOwn` or by iterating.
 * @throws FormatError for anything that is not such a document, is longer than 4 million characters or has a line over 4,096.
 * Specification: https://yaml.org/spec/1.2.2/.
 */
export function parseYaml(text: string): Json {
  if (text.length > maxChars) throw new FormatError("yaml", "too long");
  if (text.split("\n").some((line) => line.length > maxLine)) throw new FormatError("yaml", "a line is too long");
  if (exotic.test(text)) throw new FormatError("yaml", "anchors, aliases and tags are not accepted");
  try {
    const document = parseDocument(text, { schema: "core", merge: false, logLevel: "error", prettyErrors: false });
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS({ maxAliasCount: 0 }) as Json;
  } catch (error) {
    throw new FormatError("yaml", error instanceof Error ? error.message.slice(0, 200) : "unreadable");
  }
}
