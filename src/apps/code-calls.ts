import type { Dex } from "../formats/dex.ts";
import { descriptorStart, findMethods, methodAt } from "../formats/dex-classes.ts";
import { invokes } from "../formats/dex-code.ts";
import { type BehaviourId, behaviourRules } from "./behaviour-rules.ts";

/** Things that code does and that are worth knowing: it loads further code, runs commands, sends messages. */
export type CallKind = "loads-dex" | "loads-native" | "runs-commands" | "sends-messages";

/** A call of that kind; the same one is listed once for each entry. */
export interface CodeCall {
  readonly kind: CallKind;
  /** The method that is called, such as `dalvik.system.DexClassLoader.<init>`. */
  readonly method: string;
  /** The first class, in the order of the file, that calls it; one of the support libraries only where no other does. */
  readonly caller: string;
  readonly entry: string;
}

/** A call by which a behaviour is recognised. */
export interface BehaviourCall extends Omit<CodeCall, "kind"> {
  readonly behaviour: BehaviourId;
  /** Only classes of Android's support libraries call it, which stand in nearly every app whether it uses them or not. */
  readonly byLibrary: boolean;
}

/** The calls of one entry. */
export interface FoundCalls {
  readonly calls: readonly CodeCall[];
  readonly behaviours: readonly BehaviourCall[];
  /** False where code could not be walked. */
  readonly complete: boolean;
}

const all: readonly string[] = [];
const wanted: readonly (readonly [CallKind, type: string, methods: readonly string[]])[] = [
  ["loads-dex", "Ldalvik/system/DexClassLoader;", ["<init>"]],
  ["loads-dex", "Ldalvik/system/PathClassLoader;", ["<init>"]],
  ["loads-dex", "Ldalvik/system/InMemoryDexClassLoader;", ["<init>"]],
  ["loads-dex", "Ldalvik/system/DelegateLastClassLoader;", ["<init>"]],
  ["loads-dex", "Ldalvik/system/DexFile;", ["<init>", "loadDex"]],
  ["loads-native", "Ljava/lang/System;", ["load", "loadLibrary"]],
  ["loads-native", "Ljava/lang/Runtime;", ["load", "loadLibrary"]],
  ["runs-commands", "Ljava/lang/Runtime;", ["exec"]],
  ["runs-commands", "Ljava/lang/ProcessBuilder;", ["<init>", "start"]],
  ["sends-messages", "Landroid/telephony/SmsManager;", all],
  ["sends-messages", "Landroid/telephony/gsm/SmsManager;", all],
];
const sending = /^send/;

/** Rows of behaviours by class and method. */
const behaviours = new Map<string, BehaviourId[]>();
const methods = new Map<string, Set<string>>();
const want = (type: string, names: readonly string[]) => {
  const known = methods.get(type);
  if (known?.size === 0) return;
  methods.set(type, names === all ? new Set() : new Set([...(known ?? []), ...names]));
};
for (const [, type, names] of wanted) want(type, names);
for (const { id, calls } of behaviourRules)
  for (const [type, names] of calls) {
    want(type, names);
    for (const name of names) behaviours.set(`${type}.${name}`, [...(behaviours.get(`${type}.${name}`) ?? []), id]);
  }

/** Finds the calls in the DEX files of an entry. */
export function findCalls(entry: string, dexes: readonly Dex[]): FoundCalls {
  const calls = new Map<string, CodeCall>();
  const seen = new Map<string, BehaviourCall>();
  let complete = true;
  for (const dex of dexes) {
    const named = findMethods(dex, methods).map((method) => ({
      ...method,
      kind: kindOf(method.class, method.name),
      ids: behaviours.get(`${method.class}.${method.name}`) ?? [],
    }));
    const interesting = named.filter(({ kind, ids }) => kind !== undefined || ids.length > 0);
    if (interesting.length === 0) continue;
    const found = invokes(
      dex,
      interesting.map(({ index }) => index),
      ownCode(dex),
    );
    complete &&= found.complete && found.unreadable === 0;
    for (const { index, class: type, name, kind, ids } of interesting) {
      const caller = found.callers.get(index);
      if (caller === undefined) continue;
      const method = `${plain(type)}.${name}`;
      const call = { method, caller: plain(methodAt(dex, caller).class), entry };
      if (kind !== undefined && !calls.has(method)) calls.set(method, { kind, ...call });
      const byLibrary = inLibrary.test(call.caller);
      for (const behaviour of ids) {
        const key = `${behaviour} ${method}`;
        if (seen.get(key)?.byLibrary ?? true) seen.set(key, { behaviour, byLibrary, ...call });
      }
    }
  }
  return { calls: [...calls.values()], behaviours: [...seen.values()], complete };
}

const inLibrary = /^(?:androidx|android\.support|com\.google\.android\.material)\./;
const libraryStarts = ["Landroidx/", "Landroid/support/", "Lcom/google/android/material/"].map((text) =>
  new TextEncoder().encode(text),
);

/** Tells, by the index of a type, whether it is outside of the support libraries; each is looked at once. */
function ownCode(dex: Dex): (type: number) => boolean {
  const known = new Uint8Array(65536);
  return (type) => {
    if (known[type] === 0) {
      const at = descriptorStart(dex, type);
      const library = at >= 0 && libraryStarts.some((text) => text.every((byte, i) => dex.bytes[at + i] === byte));
      known[type] = library ? 1 : 2;
    }
    return known[type] === 2;
  };
}

function kindOf(type: string, name: string): CallKind | undefined {
  const row = wanted.find(
    ([, of, names]) => of === type && (names.includes(name) || (names === all && sending.test(name))),
  );
  return row?.[0];
}

/** `Lcom/example/Name;` as people write it. */
function plain(descriptor: string): string {
  return descriptor
    .replace(/^\[*L|;$/g, "")
    .replaceAll("/", ".")
    .slice(0, 500);
}
