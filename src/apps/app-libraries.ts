import type { LibraryKind } from "../feeds/libraries.ts";
import { hex } from "../formats/apk-certificate.ts";
import type { ApkZip } from "../formats/apk-zip.ts";
import type { SignatureSearch } from "../formats/class-tree.ts";
import type { Crypto } from "../formats/crypto.ts";
import type { BuildTool, StatedFacts, StatedLibrary } from "./library-metadata.ts";
import { type LibrarySet, libraryListDate, libraryOfFile } from "./library-set.ts";
import { builtIn } from "./native-versions.ts";

/** Which libraries the app is made with, as far as they can be recognised. */
export interface LibraryFacts {
  /** The list that they were compared with; `date` as yyyy-mm-dd. */
  readonly list: { readonly id: "libraries"; readonly date: string; readonly entries: number };
  /** What the app as a whole is built with: names of `found`. */
  readonly frameworks: readonly string[];
  /** By name. */
  readonly found: readonly FoundLibrary[];
  /** As the app says: tools that made it. */
  readonly tools: readonly BuildTool[];
  /** Native libraries whose bytes were read. */
  readonly natives: readonly NativeFile[];
  /** Names of native libraries whose texts were not looked through: what was built into them is not known. */
  readonly nativesUnread: readonly string[];
  /** How many more libraries and files there were than are kept. */
  readonly more: number;
  /** False where code could not be read, or was not. */
  readonly complete: boolean;
  /** What was not looked at, with the reason. */
  readonly missed: readonly string[];
}

/**
 * How a library is known to be there. `class-defined`: its code is in the app; `built-in`: a text of its source stands in native code;
 * `native-file`: a file of its name is there; `stated`: a build tool wrote it down; `type-referenced`: code only refers to it.
 */
export type LibraryGrade = "class-defined" | "built-in" | "native-file" | "stated" | "type-referenced";

/** One library. */
export interface FoundLibrary {
  readonly name: string;
  /** null where no list tells. */
  readonly maker: string | null;
  readonly kind: LibraryKind | null;
  /** SPDX id; null where it is not certain. */
  readonly licence: string | null;
  readonly ecosystem: StatedLibrary["ecosystem"] | null;
  /** `group:artifact` of Maven, or the name of a package of npm. */
  readonly coordinate: string | null;
  readonly version: string | null;
  readonly grade: LibraryGrade;
  readonly confidence: "certain" | "likely" | "possible";
  readonly evidence: readonly LibraryEvidence[];
}

/** What was seen. Names of entries and classes, and texts, are outside text. */
export type LibraryEvidence =
  | {
      readonly kind: "class";
      readonly name: string;
      readonly defined: boolean;
      readonly types: number;
      readonly entry: string;
    }
  | { readonly kind: "native-file"; readonly entry: string }
  | { readonly kind: "built-in"; readonly text: string; readonly version: string | null; readonly entry: string }
  | { readonly kind: "stated"; readonly coordinate: string; readonly version: string | null; readonly entry: string };

/** A native library of which all bytes were read. */
export interface NativeFile {
  readonly entry: string;
  readonly size: number;
  readonly sha256: string;
}

const maxFound = 2000;
const maxEvidence = 10;
const maxNatives = 500;

interface Draft {
  readonly library: number | undefined;
  ecosystem: FoundLibrary["ecosystem"];
  coordinate: string | null;
  /** Those of build tools count more than those of texts. */
  stated: string | null;
  readonly builtIn: Set<string>;
  readonly evidence: LibraryEvidence[];
}

/** Gathers evidence of libraries while an app is looked through. */
export class LibraryGatherer {
  readonly #set: LibrarySet;
  readonly #drafts = new Map<string, Draft>();
  /** Of those that were not read yet. */
  readonly #nativeNames = new Set<string>();
  readonly #natives: { entry: string; size: number; sha256: Uint8Array | Promise<Uint8Array> }[] = [];
  #more = 0;
  #complete = true;

  constructor(set: LibrarySet) {
    this.#set = set;
  }

  /** Looks at the names of native libraries. */
  addEntries(zip: ApkZip): void {
    for (const { name } of zip.byName.values()) {
      const [, file] = /^lib\/[^/]{1,40}\/([^/]{1,200}\.so)$/.exec(name) ?? [];
      if (file !== undefined) this.#nativeNames.add(file);
      const library = file === undefined ? undefined : libraryOfFile(this.#set, file);
      if (library !== undefined) this.#known(library, { kind: "native-file", entry: name });
    }
  }

  /** What was found of the set's classes in the DEX files of one entry. */
  addClasses(entry: string, { findings, complete }: SignatureSearch): void {
    for (const { signature, example, defined, types } of findings)
      this.#known(signature, { kind: "class", name: example, defined, types, entry });
    this.#complete &&= complete;
  }

  /** Some code could not be read. */
  missed(): void {
    this.#complete = false;
  }

  /** The texts of a native library were looked through; of those of one name, made for several processors, one is enough. */
  nativeRead(entry: string): void {
    this.#nativeNames.delete(entry.slice(entry.lastIndexOf("/") + 1));
  }

  /** All bytes of a native library; they may change after the call. */
  addNative(entry: string, bytes: Uint8Array, crypto: Crypto): void {
    if (!entry.startsWith("lib/")) return;
    this.nativeRead(entry);
    if (this.#natives.length >= maxNatives) this.#more++;
    else this.#natives.push({ entry, size: bytes.length, sha256: crypto.digest("sha256", bytes) });
  }

  /** One of `builtInTexts` stands in a native library. */
  addText(entry: string, bytes: Uint8Array, literal: number, start: number): void {
    const found = entry.startsWith("lib/") ? builtIn(bytes, literal, start) : undefined;
    if (!found) return;
    const { name, version, text } = found;
    const library = this.#set.libraries.findIndex((known) => known.name === name);
    const draft = this.#draft(name, library < 0 ? undefined : library);
    if (!draft) return;
    if (version !== null) draft.builtIn.add(version);
    const known = draft.evidence.some(
      (each) => each.kind === "built-in" && each.entry === entry && each.version === version,
    );
    if (!known) draft.evidence.push({ kind: "built-in", text, version, entry });
  }

  /** All that was gathered, with what build tools wrote down. */
  async facts({ libraries, tools, missed }: StatedFacts): Promise<LibraryFacts> {
    // The main part of a library first, so that it goes with what else is known of the library.
    const rank = ({ coordinate }: StatedLibrary) => (this.#isMain(coordinate) ? 0 : 1);
    for (const each of [...libraries].sort((a, b) => rank(a) - rank(b))) this.#addStated(each);
    const found = [...this.#drafts].map(([name, draft]) => this.#found(name, draft));
    found.sort((a, b) => (a.name < b.name ? -1 : 1));
    const natives = await Promise.all(
      this.#natives.map(async ({ entry, size, sha256 }) => ({ entry, size, sha256: hex(await sha256) })),
    );
    return {
      list: { id: "libraries", date: libraryListDate, entries: this.#set.libraries.length },
      frameworks: found.filter(isFramework).map(({ name }) => name),
      found,
      tools: tools.slice(0, 50),
      natives,
      nativesUnread: [...this.#nativeNames].slice(0, maxNatives),
      more: this.#more,
      complete: this.#complete,
      missed,
    };
  }

  #addStated({ ecosystem, coordinate, version, entry }: StatedLibrary): void {
    const library = ecosystem === "maven" ? this.#set.byCoordinate.get(coordinate) : undefined;
    const name = library === undefined ? undefined : this.#set.libraries[library]?.name;
    const taken = name === undefined ? undefined : this.#drafts.get(name)?.coordinate;
    // A library of several parts has several notes: the first goes with what else is known of it, the others stand alone.
    const alone = name === undefined || (taken !== undefined && taken !== null && taken !== coordinate);
    const draft = alone ? this.#draft(coordinate, undefined) : this.#draft(name, library);
    if (!draft) return;
    draft.ecosystem = ecosystem;
    draft.coordinate = coordinate;
    draft.stated ??= version;
    draft.evidence.push({ kind: "stated", coordinate, version, entry });
  }

  #isMain(coordinate: string): boolean {
    const library = this.#set.byCoordinate.get(coordinate);
    return library !== undefined && this.#set.libraries[library]?.maven[0] === coordinate;
  }

  #known(library: number, evidence: LibraryEvidence): void {
    this.#draft(this.#set.libraries[library]?.name ?? "", library)?.evidence.push(evidence);
  }

  #draft(name: string, library: number | undefined): Draft | undefined {
    const known = this.#drafts.get(name);
    if (known) return known;
    if (this.#drafts.size >= maxFound) {
      this.#more++;
      return undefined;
    }
    const draft: Draft = {
      library,
      ecosystem: null,
      coordinate: null,
      stated: null,
      builtIn: new Set<string>(),
      evidence: [],
    };
    this.#drafts.set(name, draft);
    return draft;
  }

  #found(name: string, draft: Draft): FoundLibrary {
    const library = draft.library === undefined ? undefined : this.#set.libraries[draft.library];
    // Where it may be one of several, which of them it is only a build tool can say.
    const main = library?.maven.length === 1 ? library.maven[0] : undefined;
    const evidence = draft.evidence.sort((a, b) => strength[gradeOf(b)] - strength[gradeOf(a)]);
    const grade = gradeOf(evidence[0]);
    const [only] = draft.builtIn;
    return {
      name,
      maker: library?.maker ?? makerOf(draft.coordinate),
      kind: library?.kind ?? null,
      licence: library?.licence ?? null,
      ecosystem: draft.ecosystem ?? (main === undefined ? null : "maven"),
      coordinate: draft.coordinate ?? main ?? null,
      version: draft.stated ?? (draft.builtIn.size === 1 && only !== undefined ? only : null),
      grade,
      confidence: sure[grade],
      evidence: evidence.slice(0, maxEvidence),
    };
  }
}

const strength: Readonly<Record<LibraryGrade, number>> = {
  "class-defined": 4,
  "built-in": 3,
  "native-file": 2,
  stated: 1,
  "type-referenced": 0,
};

const sure: Readonly<Record<LibraryGrade, FoundLibrary["confidence"]>> = {
  "class-defined": "certain",
  "built-in": "certain",
  "native-file": "likely",
  stated: "likely",
  "type-referenced": "possible",
};

function gradeOf(evidence: LibraryEvidence | undefined): LibraryGrade {
  if (!evidence) return "type-referenced";
  return evidence.kind === "class" ? (evidence.defined ? "class-defined" : "type-referenced") : evidence.kind;
}

/** Languages and toolkits beside the frameworks that shape a whole app. */
const shaping: ReadonlySet<string> = new Set(["Kotlin standard library", "Jetpack Compose"]);

function isFramework({ name, kind, grade }: FoundLibrary): boolean {
  return (
    grade !== "type-referenced" &&
    grade !== "stated" &&
    (kind === "framework" || kind === "game-engine" || shaping.has(name))
  );
}

/** Who publishes under these groups. */
const groups: readonly (readonly [beginning: string, maker: string])[] = [
  ["androidx.", "Google"],
  ["android.arch.", "Google"],
  ["com.android.", "Google"],
  ["com.google.", "Google"],
  ["org.jetbrains.", "JetBrains"],
];

function makerOf(coordinate: string | null): string | null {
  return groups.find(([beginning]) => coordinate?.startsWith(beginning))?.[1] ?? null;
}
