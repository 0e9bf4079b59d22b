import type { SignatureFinding, SignatureSearch } from "../formats/class-tree.ts";
import type { KnownTracker, TrackerSet } from "./tracker-set.ts";

/** Which trackers the app contains, as far as these lists know them. Contained is no proof of tracking. */
export interface TrackerFacts {
  readonly lists: TrackerSet["lists"];
  /** The strongest evidence first. */
  readonly found: readonly FoundTracker[];
  /** How many names of classes were looked at. */
  readonly types: number;
  /** False where code or names could not be read: then nothing found means little. */
  readonly complete: boolean;
  /** Why something may be missing, as sentences. */
  readonly caveats: readonly string[];
}

/**
 * How strong the evidence is. `class-defined`: its code is in the app. `type-referenced`: code of the app refers to it, which stays so when the
 * code itself was taken out. `host-only`: only a name of one of its hosts stands in a text.
 */
export type TrackerGrade = "class-defined" | "type-referenced" | "host-only";

/** One tracker. */
export interface FoundTracker extends KnownTracker {
  readonly grade: TrackerGrade;
  /** `certain`: a class of that very name; `likely`: referred to, or a name that only contains the signature; `possible`: a host. */
  readonly confidence: "certain" | "likely" | "possible";
  readonly evidence: readonly TrackerEvidence[];
}

/** What was seen. */
export type TrackerEvidence =
  | {
      readonly kind: "class";
      /** One class of those that fit best. */
      readonly name: string;
      readonly defined: boolean;
      /** `package`: its name begins with the signature; `inside`: it only contains it. */
      readonly fit: "package" | "inside";
      /** How many names fit, in this entry. */
      readonly types: number;
      readonly entry: string;
    }
  | { readonly kind: "host"; readonly host: string; readonly entry: string };

const maxEvidence = 10;

/** Gathers evidence of trackers, DEX by DEX. */
export class TrackerGatherer {
  readonly #set: TrackerSet;
  readonly #evidence = new Map<number, TrackerEvidence[]>();
  readonly #hosts = new Set<string>();
  #types = 0;
  #complete = true;

  constructor(set: TrackerSet) {
    this.#set = set;
  }

  /** What was found of `expressions` and of `prefixes` in the classes of the DEX files of one entry. */
  addClasses(entry: string, expressions: SignatureSearch, prefixes: SignatureSearch): void {
    for (const { findings } of [expressions, prefixes]) for (const finding of findings) this.#addClass(entry, finding);
    this.#types += expressions.types;
    this.#complete &&= expressions.complete;
  }

  /** Some code could not be read. */
  missed(): void {
    this.#complete = false;
  }

  /** A host of a tracker's domain stands in a text. */
  addDomain(entry: string, index: number, host: string): void {
    const domain = this.#set.domains[index];
    if (!domain || (domain.below && host === domain.domain)) return;
    for (const owner of domain.owners) this.#addHost(entry, owner, host);
  }

  /** Compares a host with the expressions that are no plain domain. */
  addHost(entry: string, host: string): void {
    const bytes = new TextEncoder().encode(host);
    this.#set.hostPatterns.search(bytes, 0, bytes.length, (pattern) =>
      this.#addHost(entry, this.#set.hostPatternOwners[pattern] ?? -1, host),
    );
  }

  /** All that was found; `caveats` of the code as a whole are put in front. */
  facts(caveats: readonly string[]): TrackerFacts {
    const found = [...this.#evidence].flatMap(([index, evidence]): FoundTracker[] => {
      const known = this.#set.known[index];
      return known ? [{ ...known, ...grade(evidence), evidence: evidence.slice(0, maxEvidence) }] : [];
    });
    found.sort((a, b) => strength[b.confidence] - strength[a.confidence] || (a.name < b.name ? -1 : 1));
    return {
      lists: this.#set.lists,
      found,
      types: this.#types,
      complete: this.#complete,
      caveats: this.#complete
        ? caveats
        : [...caveats, "Some code could not be read: trackers in it would not have been found."],
    };
  }

  #addClass(entry: string, { signature, example, defined, fit, types }: SignatureFinding): void {
    const evidence = this.#evidenceOf(signature);
    // Two lists may know it by the same name.
    if (evidence.some((each) => each.kind === "class" && each.entry === entry && each.name === example)) return;
    evidence.push({ kind: "class", name: example, defined, fit, types, entry });
  }

  #addHost(entry: string, owner: number, host: string): void {
    const key = `${owner} ${host}`;
    if (this.#hosts.has(key) || this.#hosts.size > 20_000) return;
    this.#hosts.add(key);
    this.#evidenceOf(owner).push({ kind: "host", host, entry });
  }

  #evidenceOf(owner: number): TrackerEvidence[] {
    const evidence = this.#evidence.get(owner) ?? [];
    this.#evidence.set(owner, evidence);
    return evidence;
  }
}

const strength = { certain: 2, likely: 1, possible: 0 } as const;

/** The grade by the best evidence, which is moved to the front. */
function grade(evidence: TrackerEvidence[]): Pick<FoundTracker, "grade" | "confidence"> {
  const rank = (each: TrackerEvidence) =>
    each.kind === "host" ? 0 : (each.fit === "package" ? 2 : 1) + (each.defined ? 2 : 0);
  evidence.sort((a, b) => rank(b) - rank(a));
  const [best] = evidence;
  if (!best || best.kind === "host") return { grade: "host-only", confidence: "possible" };
  return {
    grade: best.defined ? "class-defined" : "type-referenced",
    confidence: best.defined && best.fit === "package" ? "certain" : "likely",
  };
}
