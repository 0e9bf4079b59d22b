import { alternatives } from "../formats/regex-syntax.ts";
import type { Tracker } from "./trackers.ts";

/** Which of Candor's trackers another list means; undefined when it has none of them. */
export type SameTracker = (name: string, codeSignature: string) => Tracker | undefined;

/**
 * Tells which of Candor's trackers an entry of another list is, so that one library is not reported twice under two names: the one of that
 * name, else the only one that shares class names with its signature. An entry that holds several of Candor's is none of them.
 */
export function sameTracker(trackers: readonly Tracker[]): SameTracker {
  const byName = new Map(trackers.map((tracker) => [tracker.name.toLowerCase(), tracker]));
  const byPrefix = new Map<string, Tracker>();
  const below = new Map<string, Set<Tracker>>();
  for (const tracker of trackers) {
    for (const prefix of tracker.classPrefixes) {
      byPrefix.set(prefix, tracker);
      for (const above of ancestors(prefix)) {
        const known = below.get(above);
        if (known) known.add(tracker);
        else below.set(above, new Set([tracker]));
      }
    }
  }
  return (name, codeSignature) => {
    const named = byName.get(name.trim().toLowerCase());
    if (named) return named;
    const sharing = new Set<Tracker>();
    for (const part of alternatives(codeSignature).filter(isName)) {
      const plain = part.replace(/\.$/, "");
      const holder = [plain, ...ancestors(plain)].map((above) => byPrefix.get(above)).find((tracker) => tracker);
      if (holder) sharing.add(holder);
      for (const tracker of below.get(plain) ?? []) sharing.add(tracker);
    }
    const [only] = sharing;
    return sharing.size === 1 ? only : undefined;
  };
}

/** Short names such as `com.` hold too much to tell anything. */
function isName(part: string): boolean {
  return part.length <= 256 && /^[A-Za-z_][\w-]*(?:\.[\w-]+)+\.?$/.test(part);
}

/** The packages that a name lies in, the nearest first, those of one part left out: `a.b.c.d` → `a.b.c`, `a.b`. */
function ancestors(name: string): readonly string[] {
  const parts = name.split(".");
  return parts.slice(2).map((_, i) => parts.slice(0, parts.length - 1 - i).join("."));
}
