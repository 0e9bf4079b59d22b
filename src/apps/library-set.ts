import { embeddedLibraries } from "../feeds/embedded/libraries.ts";
import type { Library } from "../feeds/libraries.ts";
import { type ClassTree, compileSignatures } from "../formats/class-tree.ts";

/** Libraries made ready to be looked for: plain data, made once for many apps. */
export interface LibrarySet {
  readonly libraries: readonly Library[];
  /** Signature = place in `libraries`. */
  readonly classes: ClassTree;
  /** Names of files in `lib/`, in small letters, and those of which only the beginning and the end are given. */
  readonly files: ReadonlyMap<string, number>;
  readonly filePatterns: readonly { readonly head: string; readonly tail: string; readonly library: number }[];
  /** By `group:artifact`. */
  readonly byCoordinate: ReadonlyMap<string, number>;
}

/** Makes a list of libraries ready. */
export function compileLibraries(libraries: readonly Library[]): LibrarySet {
  const files = new Map<string, number>();
  const filePatterns: { head: string; tail: string; library: number }[] = [];
  const byCoordinate = new Map<string, number>();
  for (const [library, { natives, maven }] of libraries.entries()) {
    for (const name of natives.map((native) => native.toLowerCase())) {
      const star = name.indexOf("*");
      if (star < 0) files.set(name, library);
      else filePatterns.push({ head: name.slice(0, star), tail: name.slice(star + 1), library });
    }
    for (const coordinate of maven) byCoordinate.set(coordinate, library);
  }
  const classes = compileSignatures(
    libraries.map(({ classPrefixes }) => classPrefixes.join("|")),
    false,
  );
  return { libraries, classes, files, filePatterns, byCoordinate };
}

/** The place of the library that a native file of this name belongs to; undefined: none that is known. */
export function libraryOfFile({ files, filePatterns }: LibrarySet, name: string): number | undefined {
  const small = name.toLowerCase();
  const exact = files.get(small);
  if (exact !== undefined) return exact;
  const fits = ({ head, tail }: { readonly head: string; readonly tail: string }) =>
    small.length >= head.length + tail.length && small.startsWith(head) && small.endsWith(tail);
  return filePatterns.find(fits)?.library;
}

let ready: LibrarySet | undefined;

/** Candor's own list, made ready when it is first asked for. */
export function knownLibraries(): LibrarySet {
  ready ??= compileLibraries(embeddedLibraries.value.libraries);
  return ready;
}

/** yyyy-mm-dd of Candor's own list. */
export const libraryListDate: string = embeddedLibraries.date;
