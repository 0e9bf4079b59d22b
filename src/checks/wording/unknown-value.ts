import type { Answer } from "../../core/check.ts";

/** The outcome `unknown` for a value that is there, but of which Candor does not know what it means. */
export function unknownValue(name: string, value: string): Answer<never> {
  return { unread: [`The phone reports ${name} as "${value.slice(0, 60)}", and what that means is not known here.`] };
}
