import { joinPath, resolvePath } from "../path.ts";
import { FileError, type Files } from "../program.ts";

/** Names one pattern may grow into; a real phone stops at the length of an argument list. */
const maxMatches = 10_000;

/** Whether a pattern holds an unescaped `*`, `?` or `[`. */
export function isPattern(pattern: string): boolean {
  return /[*?[]/.test(pattern.replace(/\\./gs, ""));
}

/** The text of a pattern with its escapes taken away. */
export function unescapePattern(pattern: string): string {
  return pattern.replace(/\\(.)/gs, "$1");
}

/** Escapes every character that means something in a pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]]/g, "\\$&");
}

/** The paths that match a pattern, sorted; empty when there are none. Folders that may not be read match nothing. */
export async function expandPattern(files: Files, cwd: string, pattern: string): Promise<readonly string[]> {
  let found: string[] = [pattern.startsWith("/") ? "/" : ""];
  for (const segment of pattern.split("/").filter((part) => part !== "")) {
    const next: string[] = [];
    for (const folder of found) {
      for (const name of await candidates(files, resolvePath(cwd, folder), segment)) {
        if (next.length < maxMatches) next.push(folder === "" ? name : joinPath(folder, name));
      }
    }
    found = next;
  }
  return found.sort();
}

async function candidates(files: Files, folder: string, segment: string): Promise<readonly string[]> {
  try {
    if (isPattern(segment)) return (await files.list(folder)).filter((name) => matches(segment, name));
    const name = unescapePattern(segment);
    await files.lstat(resolvePath(folder, name));
    return [name];
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}

/** Whether a file name matches one segment of a pattern; a leading dot is matched by a dot only. */
export function matches(pattern: string, name: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const tokens = tokenise(pattern);
  // One place to go back to is enough: a later star can always take what an earlier one would.
  let back: { readonly token: number; name: number } | undefined;
  let token = 0;
  let at = 0;
  while (at < name.length) {
    const current = tokens[token];
    if (current === "star") {
      back = { token, name: at };
      token++;
    } else if (current?.(name[at] ?? "")) {
      token++;
      at++;
    } else if (back !== undefined) {
      back.name++;
      token = back.token + 1;
      at = back.name;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === "star");
}

type Test = (character: string) => boolean;

function tokenise(pattern: string): readonly (Test | "star")[] {
  const tokens: (Test | "star")[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? "";
    const set = character === "[" ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(pattern.slice(at)) : null;
    if (character === "*") tokens.push("star");
    else if (character === "?") tokens.push(() => true);
    else if (set !== null) {
      const members = inSet(unescapePattern(set[2] ?? ""));
      tokens.push((candidate) => members(candidate) === (set[1] === ""));
      at += set[0].length - 1;
    } else {
      const literal = character === "\\" ? (pattern[++at] ?? "\\") : character;
      tokens.push((candidate) => candidate === literal);
    }
  }
  return tokens;
}

function inSet(members: string): Test {
  return (candidate) => {
    for (let at = 0; at < members.length; at++) {
      const from = members[at] ?? "";
      const isRange = members[at + 1] === "-" && at + 2 < members.length;
      const to = isRange ? (members[at + 2] ?? from) : from;
      if (candidate >= from && candidate <= to) return true;
      if (isRange) at += 2;
    }
    return false;
  };
}
