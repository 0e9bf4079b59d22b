import { isMap, isScalar, isSeq, parseDocument, Scalar } from "yaml";
import { FormatError } from "../core/errors.ts";
import { type Json, table } from "../core/json.ts";

const maxChars = 2_000_000;
const maxDepth = 40;

/**
 * Reads one YAML document of maps, lists and scalars.
 *
 * Every scalar is text (the failsafe schema: a hash of digits stays what it is), except a plain empty one, `~` and `null`, which are
 * null. Aliases, tags that are not of that schema, keys that are not text and keys that stand twice are refused, so the result is
 * never larger than the text.
 * @returns maps without a prototype.
 * @throws FormatError for anything else, a text of more than 2 million characters or more than 40 levels.
 * Specification: https://yaml.org/spec/1.2.2/.
 */
export function parseYaml(text: string): Json {
  if (text.length > maxChars) throw new FormatError("yaml", "too long");
  const { errors, warnings, contents } = parseDocument(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    // Its own search for keys that stand twice takes the square of their number.
    uniqueKeys: false,
    prettyErrors: false,
    // "silent" would let several documents pass; nothing is printed here either way.
    logLevel: "error",
  });
  // Warnings are about unknown tags and directives.
  const [problem] = [...errors, ...warnings];
  if (problem) throw new FormatError("yaml", problem.message, problem.pos[0]);
  if (contents === null) throw new FormatError("yaml", "nothing in it");
  return jsonOf(contents, 1);
}

function jsonOf(node: unknown, depth: number): Json {
  if (depth > maxDepth) throw new FormatError("yaml", "nested too deeply");
  if (node === null) return null;
  if (isScalar(node)) return scalar(node);
  if (isSeq(node)) return node.items.map((item) => jsonOf(item, depth + 1));
  if (!isMap(node)) throw new FormatError("yaml", "an alias");
  const values = table<Json>();
  for (const { key, value } of node.items) {
    if (!isScalar(key) || typeof key.value !== "string") throw new FormatError("yaml", "a key that is not text");
    if (key.value in values) throw new FormatError("yaml", `the key ${JSON.stringify(key.value)} stands twice`);
    values[key.value] = jsonOf(value, depth + 1);
  }
  return values;
}

function scalar({ value, type }: Scalar): string | null {
  if (typeof value !== "string") throw new FormatError("yaml", "a scalar that is not text");
  return type === Scalar.PLAIN && /^(?:~|null)?$/.test(value) ? null : value;
}
