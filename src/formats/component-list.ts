import { FormatError } from "../core/errors.ts";

/** A component of an app, as Android writes it: package, slash, class. */
export interface Component {
  /** "com.example/com.example.Listener": the class is spelt out. */
  readonly component: string;
  readonly package: string;
}

/** Entries of one list: far more than any phone has, few enough to stay cheap. */
const most = 1000;

/**
 * Parses a colon-separated list of components, as the settings `enabled_accessibility_services` and
 * `enabled_notification_listeners` hold it. "" and "null" are the empty list; repeated entries count once.
 *
 * @throws FormatError when an entry is not a component.
 * AOSP: frameworks/base/core/java/android/content/ComponentName.java (flattenToString).
 */
export function parseComponentList(text: string): readonly Component[] {
  const list = text.trim();
  if (list === "" || list === "null") return [];
  const entries = list.split(":").filter((entry) => entry !== "");
  if (entries.length > most) throw new FormatError("component list", `more than ${most} entries`);
  return [...new Map(entries.map((entry) => parseComponent(entry)).map((c) => [c.component, c])).values()];
}

/**
 * Parses one component; a class that begins with a dot gets its package in front.
 *
 * @throws FormatError
 */
export function parseComponent(text: string): Component {
  const match = /^([^\s/:]+)\/([^\s/:]+)$/.exec(text.trim());
  if (!match) throw new FormatError("component", `"${text.slice(0, 80)}" is no component`);
  const [, name = "", className = ""] = match;
  return { component: `${name}/${className.startsWith(".") ? name + className : className}`, package: name };
}
