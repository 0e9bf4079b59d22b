import { createRequire } from "node:module";

/** What one run of libyara gives, in what Candor needs of it. */
export interface YaraRun {
  /** Lines from 1, of the text that was given; 0 where YARA tells none. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  readonly matched: readonly YaraMatch[];
}

export interface YaraMatch {
  readonly rule: string;
  readonly meta: readonly { readonly name: string; readonly value: string }[];
  /** The first place of each string, of the first strings. */
  readonly strings: readonly { readonly name: string; readonly offset: number; readonly length: number }[];
}

/** libyara in this thread. For worker threads only: it leaks, an input can abort it, and it takes over the errors of its process. */
export interface YaraLibrary {
  /** Compiles the rules and matches the bytes. @throws Error when libyara broke off: nothing more comes of it then. */
  run(bytes: Uint8Array, rules: string): YaraRun;
  /** Bytes of its memory, which only grow. */
  memory(): number;
}

/** A vector of embind. */
interface Vector<T> {
  size(): number;
  get(i: number): T;
  delete(): void;
}
interface RunResult {
  readonly compileErrors: Vector<{ readonly message: string; readonly lineNumber: number; readonly warning: boolean }>;
  readonly matchedRules: Vector<{
    readonly ruleName: string;
    readonly metadata: Vector<{ readonly identifier: string; readonly data: string }>;
    readonly resolvedMatches: Vector<{
      readonly location: number;
      readonly matchLength: number;
      readonly stringIdentifier: string;
    }>;
  }>;
  delete(): void;
}
interface Module {
  readonly HEAPU8: Uint8Array;
  run(bytes: Uint8Array, rules: string): RunResult;
}

const limits = { errors: 1000, matched: 10_000, meta: 30, places: 2000, strings: 8 };

/** Loads libyara, whose memory may grow to so many bytes; at more it breaks off. */
export async function loadYaraLibrary(maxMemory: number): Promise<YaraLibrary> {
  boundMemory(maxMemory);
  const make = createRequire(import.meta.url)("libyara-wasm") as () => PromiseLike<Module>;
  const module = await make();
  return {
    run: (bytes, rules) => {
      const result = module.run(bytes, rules);
      const { compileErrors, matchedRules } = result;
      try {
        return {
          errors: taken(compileErrors, limits.errors)
            .filter(({ warning }) => !warning)
            .map(({ lineNumber, message }) => ({ line: lineNumber, message })),
          matched: taken(matchedRules, limits.matched).map(({ ruleName, metadata, resolvedMatches }) => ({
            rule: ruleName,
            meta: freed(metadata, limits.meta).map(({ identifier, data }) => ({ name: identifier, value: data })),
            strings: places(freed(resolvedMatches, limits.places)),
          })),
        };
      } finally {
        compileErrors.delete();
        matchedRules.delete();
        result.delete();
      }
    },
    memory: () => module.HEAPU8.length,
  };
}

/** The library asks for more in steps, and takes a refusal for the end of memory. */
function boundMemory(maxMemory: number): void {
  const { prototype } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Growing } } }).WebAssembly
    .Memory;
  const { grow } = prototype;
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65_536 > maxMemory)
      throw new RangeError("the memory of rules is at its limit");
    return grow.call(this, pages);
  };
}

/** WebAssembly.Memory, which Node's types leave to the browser's. */
interface Growing {
  readonly buffer: ArrayBuffer;
  grow(this: Growing, pages: number): number;
}

function taken<T>(vector: Vector<T>, most: number): T[] {
  return Array.from({ length: Math.min(vector.size(), most) }, (_, i) => vector.get(i));
}

function freed<T>(vector: Vector<T>, most: number): T[] {
  const items = taken(vector, most);
  vector.delete();
  return items;
}

function places(
  matches: readonly { readonly location: number; readonly matchLength: number; readonly stringIdentifier: string }[],
): YaraMatch["strings"] {
  const first = new Map<string, { name: string; offset: number; length: number }>();
  for (const { location, matchLength, stringIdentifier: name } of matches) {
    if (first.size >= limits.strings) break;
    if (!first.has(name)) first.set(name, { name, offset: Number(location), length: matchLength });
  }
  return [...first.values()];
}
