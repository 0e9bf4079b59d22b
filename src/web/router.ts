import { createSignal } from "solid-js";

const [path, setPath] = createSignal(location.pathname);
addEventListener("popstate", () => setPath(location.pathname));

/** The path of the view that is shown; reading it follows it. */
export { path };

/** Goes to a view. */
export function go(to: string): void {
  if (to === location.pathname) return;
  history.pushState(null, "", to);
  setPath(location.pathname);
  scrollTo(0, 0);
}

/** The pieces of a path behind a prefix; undefined where it is another. `match("/e/:id/apps")` gives `{ id }`. */
export function match(pattern: string, at: string = path()): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern, at].map((text) => text.replace(/\/$/, "").split("/"));
  if (!wanted || !given || wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [i, piece] of wanted.entries()) {
    const value = given[i] ?? "";
    if (piece.startsWith(":")) values[piece.slice(1)] = decodeURIComponent(value);
    else if (piece !== value) return undefined;
  }
  return values;
}
