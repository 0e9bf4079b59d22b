import { FormatError } from "../core/errors.ts";
import { type Component, parseComponent } from "./component-list.ts";

/** Accessibility services of one user. */
export interface AccessibilityUserState {
  readonly user: number;
  /** Services switched on; null on Android 7 to 9, which print only the running ones. */
  readonly enabled: readonly Component[] | null;
  /** Labels of the running services: the dump does not name their components. Labels are the app's own words. */
  readonly bound: readonly string[];
}

const title = "ACCESSIBILITY MANAGER (dumpsys accessibility)";

/**
 * Parses `dumpsys accessibility` of Android 7 to 16: one state per user that is loaded.
 *
 * @throws FormatError when no user's state is found, or one lacks its services.
 * AOSP: frameworks/base/services/accessibility/…/AccessibilityManagerService.java and AccessibilityUserState.java (dump).
 */
export function parseAccessibilityDump(text: string): readonly AccessibilityUserState[] {
  if (!text.includes(title)) throw new FormatError("dumpsys accessibility", "the title is missing");
  const blocks = text.split(/^(?=User state\[)/m).slice(1);
  if (blocks.length === 0) throw new FormatError("dumpsys accessibility", "no user state");
  return blocks.map(parseUserState);
}

function parseUserState(block: string): AccessibilityUserState {
  const user = /attributes:\{id=(\d+)/.exec(block)?.[1];
  if (user === undefined) throw new FormatError("dumpsys accessibility", "a user state without its user");
  const enabled: Component[] = [];
  const bound: string[] = [];
  let sawEnabled = false;
  let inBound = false;
  let sawBound = false;
  for (const line of block.split("\n")) {
    // A label may imitate the line of enabled services: what it adds is added, what is really there cannot be hidden by it.
    const list = /^\s*Enabled services:\{(.*)\}\]?\s*$/.exec(line);
    if (list) {
      sawEnabled = true;
      inBound = false;
      enabled.push(...parseBraced(list[1] ?? ""));
    }
    if (/^\s*(?:Bound )?services:\{/.test(line)) {
      sawBound = true;
      inBound = true;
    } else if (/^\s*(?:Binding|Crashed) services:\{/.test(line)) inBound = false;
    if (inBound) bound.push(...label(line));
    if (inBound && /\}\]?\s*$/.test(line)) inBound = false;
  }
  if (!sawBound && !sawEnabled) throw new FormatError("dumpsys accessibility", `user ${user} without services`);
  return { user: Number(user), enabled: sawEnabled ? enabled : null, bound };
}

/** `{com.a/com.a.S}, {com.b/com.b.T}`, or nothing. */
function parseBraced(text: string): readonly Component[] {
  if (text.trim() === "") return [];
  return text.split(", ").map((part) => parseComponent(part.replace(/^\{/, "").replace(/\}$/, "")));
}

function label(line: string): readonly string[] {
  const start = line.indexOf("Service[label=");
  if (start < 0) return [];
  const rest = line.slice(start + "Service[label=".length);
  const end = rest.indexOf(", feedbackType");
  return [(end < 0 ? rest : rest.slice(0, end)).slice(0, 200)];
}
