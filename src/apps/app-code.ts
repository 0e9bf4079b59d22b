import type { ApkEntry, ApkZip } from "../formats/apk-zip.ts";
import type { SignatureSearch } from "../formats/class-tree.ts";
import { type Dex, dexKind, readDex } from "../formats/dex.ts";
import { checksumMarks } from "../formats/dex-checksum.ts";
import { eachType } from "../formats/dex-classes.ts";
import { type BehaviourCall, type CodeCall, findCalls } from "./code-calls.ts";
import type { DisguisedCode, DisguisedEntries } from "./disguised-code.ts";
import { type PackerFinding, packerName, packerOfEntry } from "./packers.ts";
import { reasonOf } from "./section.ts";

/** The code that an app brings. */
export interface CodeFacts {
  readonly files: readonly CodeFile[];
  /** DEX that are there and could not be read, and entries that should be DEX and are not. */
  readonly unreadable: readonly { readonly entry: string; readonly reason: string }[];
  /** Classes that all DEX define together. */
  readonly classes: number;
  readonly obfuscation: ObfuscationFacts;
  readonly calls: readonly CodeCall[];
  /** False where code could not be walked to its end, so that calls may be missing. */
  readonly callsComplete: boolean;
  readonly nativeLibraries: readonly NativeLibrary[];
  readonly packers: readonly PackerFinding[];
  /** Entries that hold further code by their name, and that Android does not start by itself. */
  readonly carried: readonly string[];
  /** Entries that begin as code or archives do, under names that do not say so. */
  readonly disguised: readonly DisguisedCode[];
  /** False where not all entries were looked at for that. */
  readonly disguisedComplete: boolean;
  /** How many native libraries and carried entries there are beyond those that are listed. */
  readonly more: number;
}

/** One entry with Dalvik code. */
export interface CodeFile {
  readonly entry: string;
  /** Whether Android starts it by itself; the others are for the app's own code to load, or for nothing. */
  readonly started: boolean;
  readonly size: number;
  /** More than one in a container of version 041. */
  readonly dexes: number;
  readonly version: number;
  readonly classes: number;
}

/** How much of the code has had its names shortened. */
export interface ObfuscationFacts {
  /** Classes whose own name has one or two letters. */
  readonly shortNames: number;
  /** Of all classes, 0 to 1. */
  readonly share: number;
  /** `most`: libraries in it can hardly be recognised by their names. */
  readonly extent: "none" | "some" | "most";
}

/** A native library, for all processors that it is there for. */
export interface NativeLibrary {
  readonly name: string;
  readonly abis: readonly string[];
  /** Bytes of the largest, as told. */
  readonly size: number;
}

const maxListed = 500;
/** More entries with code are not looked into; the largest apps have some dozen. */
const maxFiles = 2000;
const startedName = /^classes([2-9]|[1-9]\d+)?\.dex$/;
const codeName = /\.(?:dex|jar|apk|xapk|apks|apkm)$/i;

/** An entry that should hold DEX. */
export interface DexEntry {
  readonly entry: ApkEntry;
  readonly started: boolean;
}

/**
 * The entries with DEX: first those that Android starts, `classes.dex`, `classes2.dex` and so on without a gap, then all others by their name.
 * `left` counts those beyond the limit.
 */
export function dexEntries(
  zip: ApkZip,
  hasCode: boolean,
): { readonly entries: readonly DexEntry[]; readonly left: number } {
  const found: DexEntry[] = [];
  const started = new Set<ApkEntry>();
  for (let n = 1; ; n++) {
    const entry = zip.byName.get(n === 1 ? "classes.dex" : `classes${n}.dex`);
    if (!entry) break;
    started.add(entry);
    found.push({ entry, started: hasCode });
  }
  for (const entry of zip.byName.values())
    if (!started.has(entry) && /\.dex$/i.test(entry.name)) found.push({ entry, started: false });
  return { entries: found.slice(0, maxFiles), left: Math.max(found.length - maxFiles, 0) };
}

/** Gathers what is known of the code, entry by entry, so that no two of them need to be in memory at once. */
export class CodeGatherer {
  readonly #files: CodeFile[] = [];
  readonly #unreadable: { entry: string; reason: string }[] = [];
  readonly #calls = new Map<string, CodeCall>();
  readonly #packers = new Map<string, PackerFinding>();
  readonly #natives = new Map<string, { abis: Set<string>; size: number }>();
  readonly #carried: string[] = [];
  readonly #onBehaviour: (call: BehaviourCall) => void;
  #disguised: DisguisedEntries = { found: [], complete: false };
  #classes = 0;
  #short = 0;
  #more = 0;
  #callsComplete = true;

  /** @param onBehaviour told of the calls that belong to a behaviour. */
  constructor(onBehaviour: (call: BehaviourCall) => void) {
    this.#onBehaviour = onBehaviour;
  }

  /** What the first bytes of entries told. */
  addDisguised(disguised: DisguisedEntries): void {
    this.#disguised = disguised;
  }

  /** Looks at the names of all entries. */
  addEntries(zip: ApkZip): void {
    for (const { name, size } of zip.byName.values()) {
      const packer = packerOfEntry(name);
      if (packer !== undefined && !this.#packers.has(packer))
        this.#packers.set(packer, { name: packer, by: "entry", evidence: name });
      const [, abi, library] = /^lib\/([^/]{1,40})\/([^/]+\.so)$/.exec(name) ?? [];
      if (abi !== undefined && library !== undefined) this.#addNative(library, abi, size);
      else if (codeName.test(name) && !startedName.test(name)) this.#carry(name);
    }
  }

  /** Looks into the DEX of one entry; gives them, or undefined where they cannot be read. Marks go to `note`. */
  addDex(
    { entry, started }: DexEntry,
    bytes: Uint8Array,
    note: (marks: Dex["marks"]) => void,
  ): readonly Dex[] | undefined {
    try {
      const dexes = readDex(bytes);
      for (const dex of dexes) note(dex.marks);
      note(checksumMarks(dexes[0]));
      let classes = 0;
      for (const dex of dexes) classes += this.#countNames(dex);
      this.#files.push({
        entry: entry.name,
        started,
        size: bytes.length,
        dexes: dexes.length,
        version: dexes[0].version,
        classes,
      });
      this.#classes += classes;
      this.#addCalls(entry.name, dexes);
      return dexes;
    } catch (error) {
      this.failed(entry.name, dexKind(bytes) === undefined ? "it is no DEX" : reasonOf(error));
      return undefined;
    }
  }

  /** What was found of `packerClasses` in the DEX of an entry. */
  addPackers({ findings }: SignatureSearch): void {
    for (const { signature, example, defined } of findings) {
      const name = packerName(signature);
      if (defined && !this.#packers.has(name)) this.#packers.set(name, { name, by: "class", evidence: example });
    }
  }

  /** An entry with code could not be read. */
  failed(entry: string, reason: string): void {
    if (this.#unreadable.length < maxListed) this.#unreadable.push({ entry, reason });
    this.#callsComplete = false;
  }

  /** All so far. */
  facts(): CodeFacts {
    const share = this.#classes === 0 ? 0 : this.#short / this.#classes;
    return {
      files: this.#files,
      unreadable: this.#unreadable,
      classes: this.#classes,
      obfuscation: {
        shortNames: this.#short,
        share: Math.round(share * 1000) / 1000,
        extent: share >= 0.5 ? "most" : share >= 0.1 ? "some" : "none",
      },
      calls: [...this.#calls.values()],
      callsComplete: this.#callsComplete,
      nativeLibraries: [...this.#natives].map(([name, { abis, size }]) => ({ name, abis: [...abis], size })),
      packers: [...this.#packers.values()],
      carried: this.#carried,
      disguised: this.#disguised.found,
      disguisedComplete: this.#disguised.complete,
      more: this.#more,
    };
  }

  /** Calls that cannot be looked for are no reason to lose the rest. */
  #addCalls(entry: string, dexes: readonly Dex[]): void {
    try {
      const { calls, behaviours, complete } = findCalls(entry, dexes);
      for (const call of calls) if (!this.#calls.has(call.method)) this.#calls.set(call.method, call);
      for (const call of behaviours) this.#onBehaviour(call);
      this.#callsComplete &&= complete;
    } catch (error) {
      reasonOf(error);
      this.#callsComplete = false;
    }
  }

  #addNative(name: string, abi: string, size: number): void {
    const known = this.#natives.get(name);
    if (known) {
      if (known.abis.size < 20) known.abis.add(abi);
      known.size = Math.max(known.size, size);
    } else if (this.#natives.size < maxListed) this.#natives.set(name, { abis: new Set([abi]), size });
    else this.#more++;
  }

  #carry(name: string): void {
    if (this.#carried.length < maxListed) this.#carried.push(name);
    else this.#more++;
  }

  /** Counts the classes that are defined, and those among them with short names. */
  #countNames(dex: Dex): number {
    const { bytes } = dex;
    let classes = 0;
    const walk = eachType(dex, (start, end, _type, defined) => {
      if (!defined) return;
      classes++;
      if (isShort(bytes, start, end)) this.#short++;
    });
    // Calls are found by the names of types: where some cannot be read, calls may be missing.
    const cut = [dex.types, dex.methods, dex.classes].some(({ count, declared }) => count < declared);
    if (cut || walk.unreadable > 0 || !walk.complete) this.#callsComplete = false;
    return classes;
  }
}

const [slash, dollar, bigR] = [0x2f, 0x24, 0x52];

/** Whether the class's own name, in `Lcom/example/a$b;`, has at most two letters; `R`, which the build tools make, does not count. */
function isShort(bytes: Uint8Array, start: number, end: number): boolean {
  let from = end - 1;
  while (from > start + 1 && bytes[from - 1] !== slash) from--;
  let to = from;
  while (to < end - 1 && bytes[to] !== dollar) to++;
  const length = to - from;
  return length > 0 && length <= 2 && !(length === 1 && bytes[from] === bigR);
}
