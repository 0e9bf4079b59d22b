import type { FoundLibrary, LibraryFacts, LibraryGrade } from "../apps/app-libraries.ts";
import type { AppView, PageItem, PageRow, PageSection } from "./app-page.ts";
import { joined, line, list, rowsOf, unique } from "./page-row.ts";

/** Which libraries it is made with. */
export function librarySection({ records }: AppView): PageSection {
  const title = "What it is made with";
  const all = joined(
    records,
    ({ libraries }) => libraries,
    ({ found }: LibraryFacts) => found,
  );
  if (all === undefined) return { title, rows: [] };
  return {
    title,
    rows: rowsOf(all, "libraries", ({ values, facts }) => {
      const more = facts.reduce((sum, each) => sum + each.more, 0);
      const tools = facts.flatMap((each) => each.tools.map(({ name, version }) => `${name} ${version ?? ""}`.trim()));
      return [
        ...list("built with", [...new Set(facts.flatMap((each) => each.frameworks))]),
        ...list("tools", [...new Set(tools)], "quiet"),
        ...byKind(unique(values, ({ name, coordinate }) => `${name} ${coordinate}`)),
        ...(values.length === 0 ? [line("libraries", "none of those that the list knows", "quiet")] : []),
        ...(more > 0 ? [line("", `and ${more} more that are not listed`, "quiet")] : []),
        ...list("not searched", [...new Set(facts.flatMap((each) => each.missed))], "quiet"),
      ];
    }),
  };
}

function byKind(libraries: readonly FoundLibrary[]): readonly PageRow[] {
  const kinds = [...new Set(libraries.map(({ kind }) => kind))].sort((a, b) => ((a ?? "~") < (b ?? "~") ? -1 : 1));
  return kinds.map((kind) => ({
    label: kind ?? "others",
    items: libraries.filter((library) => library.kind === kind).map(libraryItem),
  }));
}

const graded: Readonly<Record<LibraryGrade, string>> = {
  "class-defined": "",
  "built-in": "",
  "native-file": "",
  stated: "; as its build tool says",
  "type-referenced": "; its code is only referred to",
};

function libraryItem({ name, version, maker, licence, grade }: FoundLibrary): PageItem {
  const about = [maker, licence].filter((text) => text !== null && text !== name).join(", ");
  const words = `${name}${version === null ? "" : ` ${version}`}${about ? ` (${about})` : ""}${graded[grade]}`;
  return { text: words, ...(grade === "type-referenced" && { tone: "quiet" }) };
}
