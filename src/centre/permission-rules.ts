import { FormatError } from "../core/errors.ts";
import { aPackage } from "../core/params.ts";
import type { PermissionWish } from "./permission-choice.ts";
import { daysOf, type PermissionChoice, permissionChoices, permissionGoals } from "./permission-words.ts";
import type { PrivateStore } from "./private-store.ts";

/** Shape of a selection file of permission rules, as it is kept, exported and imported. */
export const permissionRulesSchema = "candor.permission-rules/1";

/** A wish that is kept and can be applied again. */
export type PermissionRule = PermissionWish;

const file = "selections/permission-rules.json";
const mostRules = 200;

/** The rules that are kept; none where none were added. @throws VaultError `locked`; FormatError */
export async function readRules(store: Pick<PrivateStore, "readText">): Promise<readonly PermissionRule[]> {
  const text = await store.readText(file);
  return text === undefined ? [] : parseRules(text);
}

/** Keeps these rules. @throws VaultError */
export async function writeRules(store: Pick<PrivateStore, "write">, rules: readonly PermissionRule[]): Promise<void> {
  await store.write(file, rulesText(rules));
}

/** Rules as a selection file. */
export function rulesText(rules: readonly PermissionRule[]): string {
  return `${JSON.stringify({ schema: permissionRulesSchema, rules: rules.map(ruleText) }, null, 1)}\n`;
}

/** Reads a selection file. @throws FormatError for anything else, naming the rule */
export function parseRules(text: string): readonly PermissionRule[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new FormatError("permission rules", "this is no JSON");
  }
  const { schema, rules } = (typeof read === "object" && read !== null ? read : {}) as Record<
    "schema" | "rules",
    unknown
  >;
  if (schema !== permissionRulesSchema || !Array.isArray(rules) || rules.length > mostRules)
    throw new FormatError("permission rules", `it is no selection of the kind ${permissionRulesSchema}`);
  return rules.map((rule) => parseRule(String(rule)));
}

/**
 * Reads a rule: `unused 90d: location, camera -> deny`. Before the colon stand conditions: `unused 90d`, `user 10`, `app com.example`
 * (several with commas); none means all apps that were added, of all users. The arrow may be `->` or `→`.
 *
 * @throws FormatError saying what was not understood
 */
export function parseRule(text: string): PermissionRule {
  const parts = text.replace("→", "->").split("->");
  const [left = "", goal = ""] = parts.map((part) => part.trim());
  const colon = left.lastIndexOf(":");
  const to = permissionGoals.find((each) => each === goal);
  if (parts.length !== 2 || to === undefined)
    throw bad(text, `it has to end with -> and one of ${permissionGoals.join(", ")}`);
  const permissions = left
    .slice(colon + 1)
    .split(",")
    .map((word) => choiceOf(word.trim(), text));
  const conditions = colon < 0 ? [] : left.slice(0, colon).split(";");
  let rule: PermissionRule = { permissions, to, apps: null, user: null, unusedDays: null };
  for (const condition of conditions) rule = { ...rule, ...conditionOf(condition.trim(), text) };
  return rule;
}

/** The rule as text, which `parseRule` reads. */
export function ruleText({ permissions, to, apps, user, unusedDays }: PermissionRule): string {
  const conditions = [
    ...(unusedDays === null ? [] : [`unused ${unusedDays}d`]),
    ...(user === null ? [] : [`user ${user}`]),
    ...(apps === null ? [] : [`app ${apps.join(", ")}`]),
  ];
  return `${conditions.length > 0 ? `${conditions.join("; ")}: ` : ""}${permissions.join(", ")} -> ${to}`;
}

/** The permission that a word names. @throws FormatError */
function choiceOf(word: string, rule: string): PermissionChoice {
  const found = permissionChoices.find((each) => each === word);
  if (found === undefined) throw bad(rule, `${JSON.stringify(word)} is none of ${permissionChoices.join(", ")}`);
  return found;
}

function conditionOf(text: string, rule: string): Partial<PermissionRule> {
  const [word = "", ...rest] = text.split(" ");
  const value = rest.join(" ").trim();
  if (word === "unused") {
    try {
      return { unusedDays: daysOf(value) };
    } catch {
      throw bad(rule, `${JSON.stringify(value)} is no time: say 90d, 12w or 3m`);
    }
  }
  if (word === "user" && /^\d{1,6}$/.test(value)) return { user: Number(value) };
  if (word === "app") {
    const apps = value.split(",").map((each) => each.trim());
    if (apps.every((each) => aPackage.accepts(each))) return { apps };
  }
  throw bad(rule, `${JSON.stringify(text)} is no condition: say “unused 90d”, “user 0” or “app com.example”`);
}

function bad(rule: string, why: string): FormatError {
  return new FormatError("permission rules", `“${rule.slice(0, 120)}” is not understood: ${why}`);
}
