import { FormatError } from "../core/errors.ts";
import { type Component, parseComponent, parseComponentList } from "./component-list.ts";

/** Components that may read one user's notifications; `user` null where the dump does not tell (Android 7). */
export interface AllowedListeners {
  readonly user: number | null;
  readonly listeners: readonly Component[];
}

/**
 * Parses the listeners in `dumpsys notification`: from Android 8 the block "Allowed notification listeners", with a line per
 * user; on Android 7 the block "All notification listeners … enabled for current profiles".
 *
 * @throws FormatError when there is no such block, or the dump breaks off in it.
 * AOSP: frameworks/base/services/core/java/com/android/server/notification/ManagedServices.java (dump).
 */
export function parseNotificationListeners(text: string): readonly AllowedListeners[] {
  const lines = text.split("\n");
  const all = lines.findIndex((line) =>
    /^\s*(?:\(user \d+\):\s*)?All notification listeners \(\d+\) enabled/.test(line),
  );
  if (all < 0) throw new FormatError("dumpsys notification", "no block of notification listeners");
  const blocks = lines.flatMap((line, i) => (line.trim() === "Allowed notification listeners:" ? [i + 1] : []));
  if (blocks.length === 0) return [{ user: null, listeners: running(lines.slice(all + 1)) }];
  // The text of a notification may imitate this block: blocks are added up, so that none can hide another.
  const users = new Map<number, Map<string, Component>>();
  for (const start of blocks) addBlock(users, lines, start);
  return [...users].map(([user, listeners]) => ({ user, listeners: [...listeners.values()] }));
}

function addBlock(users: Map<number, Map<string, Component>>, lines: readonly string[], start: number): void {
  for (let i = start; i < lines.length; i++) {
    const match = /^\s+(\S*) ?\(user: (-?\d+) isPrimary: (?:true|false)\b.*\)\s*$/.exec(lines[i] ?? "");
    if (!match) return;
    const user = Number(match[2]);
    const known = users.get(user) ?? new Map<string, Component>();
    const names = (match[1] ?? "").split(":").filter((name) => name !== "");
    // A name without a class allows every listener of that package: it has no component of its own.
    const whole = names.filter((name) => !name.includes("/")).map((name) => ({ component: name, package: name }));
    const components = parseComponentList(names.filter((name) => name.includes("/")).join(":"));
    for (const listener of [...components, ...whole]) known.set(listener.component, listener);
    users.set(user, known);
  }
}

function running(lines: readonly string[]): readonly Component[] {
  const listeners: Component[] = [];
  for (const line of lines) {
    const match = /^\s+ComponentInfo\{(\S+)\}/.exec(line);
    if (!match) break;
    listeners.push(parseComponent(match[1] ?? ""));
  }
  return listeners;
}
