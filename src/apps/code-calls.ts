import type { Dex } from "../formats/dex.ts";
import { findMethods, methodAt } from "../formats/dex-classes.ts";
import { invokes } from "../formats/dex-code.ts";

/** Things that code does and that are worth knowing: it loads further code, runs commands, sends messages. */
export type CallKind = "loads-dex" | "loads-native" | "runs-commands" | "sends-messages";

/** A call of that kind; the same one is listed once for each entry. */
export interface CodeCall {
  readonly kind: CallKind;
  /** The method that is called, such as `dalvik.system.DexClassLoader.<init>`. */
  readonly method: string;
  /** The first class, in the order of the file, that calls it. */
  readonly caller: string;
  readonly entry: string;
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

const methods = new Map<string, Set<string>>();
for (const [, type, names] of wanted) methods.set(type, new Set([...(methods.get(type) ?? []), ...names]));

/** Finds the calls in the DEX files of an entry; `complete` is false where code could not be walked. */
export function findCalls(
  entry: string,
  dexes: readonly Dex[],
): { readonly calls: CodeCall[]; readonly complete: boolean } {
  const calls = new Map<string, CodeCall>();
  let complete = true;
  for (const dex of dexes) {
    const named = findMethods(dex, methods).map((method) => ({ ...method, kind: kindOf(method.class, method.name) }));
    const interesting = named.filter(({ kind }) => kind !== undefined);
    if (interesting.length === 0) continue;
    const {
      callers,
      complete: whole,
      unreadable,
    } = invokes(
      dex,
      interesting.map(({ index }) => index),
    );
    complete &&= whole && unreadable === 0;
    for (const { index, class: type, name, kind } of interesting) {
      const caller = callers.get(index);
      const method = `${plain(type)}.${name}`;
      if (caller === undefined || kind === undefined || calls.has(method)) continue;
      calls.set(method, { kind, method, caller: plain(methodAt(dex, caller).class), entry });
    }
  }
  return { calls: [...calls.values()], complete };
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
