import type { PermissionRule } from "../../../centre/permission-rules.ts";
import type { PermissionChoice, PermissionGoal } from "../../../centre/permission-words.ts";

/** The rules as the server keeps them: each as text, which is what it takes, and as it was understood. */
export interface KeptRules {
  readonly rules: readonly { readonly text: string; readonly rule: PermissionRule }[];
}

/** Days without use that are offered. */
export const ruleSpans = [30, 90, 180, 365] as const;

/** The text of a rule for apps that were added to the phone, of all users. */
export function newRule(permission: PermissionChoice, to: PermissionGoal, unusedDays: number | null): string {
  return `${unusedDays === null ? "" : `unused ${unusedDays}d: `}${permission} -> ${to}`;
}

/** The rules of a file that are not among those that are kept; null where it is no such file. What each says is for the server to read. */
export function addedRules(text: string, kept: readonly string[]): readonly string[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof read !== "object" || read === null) return null;
  const { schema, rules } = read as { readonly schema?: unknown; readonly rules?: unknown };
  if (schema !== "candor.permission-rules/1" || !Array.isArray(rules)) return null;
  const texts = rules.filter((rule): rule is string => typeof rule === "string");
  return texts.length === rules.length ? [...new Set(texts)].filter((rule) => !kept.includes(rule)) : null;
}
