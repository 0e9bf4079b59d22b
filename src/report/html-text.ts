import { plainText } from "./plain-text.ts";

/** Markup that is safe to join with other markup. Made only by `html` and `join`. */
export interface Markup {
  readonly markup: string;
}

/**
 * Markup from a template: every value is escaped unless it is markup itself. Text from a phone cannot leave its place: control
 * characters, direction marks and the five special characters are replaced.
 */
export function html(strings: TemplateStringsArray, ...values: readonly (Markup | string | number)[]): Markup {
  let markup = strings[0] ?? "";
  values.forEach((value, i) => {
    markup += typeof value === "object" ? value.markup : escapeHtml(String(value));
    markup += strings[i + 1] ?? "";
  });
  return { markup };
}

/** Several pieces of markup one after the other. */
export function join(parts: readonly Markup[]): Markup {
  return { markup: parts.map((part) => part.markup).join("") };
}

/** Nothing at all. */
export const none: Markup = { markup: "" };

function escapeHtml(text: string): string {
  return plainText(text, 4000)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
