import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedLibraries } from "./embedded/libraries.ts";

/** What a library is for: each, in words that go on after "It is". */
export const libraryKinds = {
  framework: "what the whole app is built with",
  "game-engine": "an engine that games are built with",
  language: "the foundation of a programming language",
  android: "a part of Android that apps carry with them",
  interface: "for what is on the screen",
  images: "for loading and showing pictures",
  media: "for sound, film and the camera",
  network: "for talking to servers",
  communication: "for messages and calls",
  serialisation: "for turning data into text and back",
  database: "for keeping data",
  injection: "for putting the parts of an app together",
  concurrency: "for doing several things at once",
  logging: "for notes on what the app does",
  security: "for encryption, keys and certificates",
  protection: "for hardening an app against being looked into",
  maps: "for maps and places",
  payment: "for paying",
  "sign-in": "for signing in with an account elsewhere",
  platform: "for the services of a phone's maker or of a shop",
  documents: "for documents and archives",
  "machine-learning": "for recognising pictures, text and speech",
  scripting: "for running scripts",
  web: "for showing web pages",
  graphics: "for drawing in two and three dimensions",
  hooking: "for changing other code while it runs",
  update: "for changing the app's own code after it was installed",
  hardware: "for devices beside the phone",
  testing: "for trying the app out",
  utility: "for the daily needs of programmers",
} as const;

/** One kind, out of a closed set. */
export type LibraryKind = keyof typeof libraryKinds;

/** One library or framework that apps are made with. */
export interface Library {
  readonly name: string;
  /** The company or the project. */
  readonly maker: string;
  readonly kind: LibraryKind;
  /** SPDX id where the licence is one that is certain for all versions in use; absent otherwise. */
  readonly licence?: string;
  /** `group:artifact` in Maven's terms, the main one first; may be empty. */
  readonly maven: readonly string[];
  /** Packages or classes that its classes' names begin with; may be empty. */
  readonly classPrefixes: readonly string[];
  /** File names in `lib/`, where `*` stands for anything; may be empty. */
  readonly natives: readonly string[];
}

export interface Libraries {
  readonly libraries: readonly Library[];
}

/**
 * Libraries known to Candor itself, for bills of materials. Trackers stand in their own list, `trackers`. Names of packages and coordinates
 * are what the makers publish; a shortened name (R8, ProGuard) is not recognised.
 */
export const libraries = defineFeed<Libraries>({
  id: "libraries",
  about:
    "Libraries and frameworks that apps are made with: who makes them, by which classes and files they are recognised",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://central.sonatype.com/",
  files: {},
  parse: () => {
    throw new FormatError("libraries", "this list comes with Candor and is not published elsewhere");
  },
  count: (value) => value.libraries.length,
  embedded: embeddedLibraries,
});
