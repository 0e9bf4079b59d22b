import type { Library, LibraryKind } from "../libraries.ts";

/** What a line tells beside its name, maker and kind; several of one thing with blanks between them. */
interface Marks {
  /** SPDX id. */
  readonly licence?: string;
  readonly maven?: string;
  readonly classes?: string;
  readonly natives?: string;
}

/** One line of the embedded list. */
export function library(name: string, maker: string, kind: LibraryKind, marks: Marks): Library {
  const { licence } = marks;
  return {
    name,
    maker,
    kind,
    ...(licence === undefined ? {} : { licence }),
    maven: words(marks.maven),
    classPrefixes: words(marks.classes),
    natives: words(marks.natives),
  };
}

/** A library under the Apache License 2.0, as most are. */
export function apache(
  name: string,
  maker: string,
  kind: LibraryKind,
  maven: string,
  classes: string,
  natives = "",
): Library {
  return library(name, maker, kind, { licence: "Apache-2.0", maven, classes, natives });
}

function words(text: string | undefined): readonly string[] {
  return text === undefined || text === "" ? [] : text.split(" ");
}
