import type { ByteSet, Expression } from "./regex.ts";
import { ToolError } from "./tool.ts";

/** Finds an expression in a line, in time linear in the line whatever the expression. */
export interface Matcher {
  /** Whether the line (without its line feed) holds a match. */
  test(line: Uint8Array): boolean;
  /** The end of the longest match that starts at `from`; -1 when none does. */
  longest(line: Uint8Array, from: number): number;
}

/** States of one expression after counted repeats are written out. */
const maxStates = 5_000;
/** Sets of states remembered before all are forgotten and built again. */
const maxRemembered = 2_000;

/** Builds a matcher: Thompson's construction, with the sets of states remembered as they are met. @throws ToolError */
export function matcher(expression: Expression): Matcher {
  const nfa = build(expression);
  const searching = new LazyDfa(nfa, true);
  const anchored = new LazyDfa(nfa, false);
  return {
    test: (line) => searching.run(line, 0, true) !== -1,
    longest: (line, from) => anchored.run(line, from, false),
  };
}

/** A state: goes on with a byte of `set`, or without one through `free` when `condition` holds. */
interface State {
  set: ByteSet | undefined;
  next: number;
  free: number[];
  condition: "start" | "end" | undefined;
}

interface Nfa {
  readonly states: readonly State[];
  readonly start: number;
  readonly accept: number;
}

function build(expression: Expression): Nfa {
  const states: State[] = [];
  const add = (state: Partial<State>): number => {
    if (states.length >= maxStates) throw new ToolError("regular expression too big", 2);
    return states.push({ set: undefined, next: -1, free: [], condition: undefined, ...state }) - 1;
  };
  const accept = add({});
  /** The state from which the expression leads to `to`. */
  const lead = (node: Expression, to: number): number => {
    if (node.kind === "repeat") return repeat(node, to);
    if (node.kind === "set") return add({ set: node.set, next: to });
    if (node.kind === "start" || node.kind === "end") return add({ condition: node.kind, free: [to] });
    if (node.kind === "choice") return add({ free: node.items.map((item) => lead(item, to)) });
    return node.items.reduceRight((target, item) => lead(item, target), to);
  };
  const repeat = (node: Extract<Expression, { kind: "repeat" }>, to: number): number => {
    let target = to;
    if (node.max === Number.POSITIVE_INFINITY) {
      target = add({ free: [to] });
      states[target]?.free.unshift(lead(node.item, target));
    } else {
      for (let count = node.min; count < node.max; count++) target = add({ free: [lead(node.item, target), to] });
    }
    for (let count = 0; count < node.min; count++) target = lead(node.item, target);
    return target;
  };
  return { states, start: lead(expression, accept), accept };
}

interface DfaState {
  readonly members: readonly number[];
  readonly accepts: boolean;
  /** Accepts when the line ends here. */
  readonly acceptsAtEnd: boolean;
  readonly next: (DfaState | undefined)[];
}

class LazyDfa {
  readonly #nfa: Nfa;
  readonly #searching: boolean;
  readonly #known = new Map<string, DfaState>();
  /** Where a run begins: within a line, and at its start. */
  #starts: { readonly inside: DfaState; readonly atStart: DfaState } | undefined;

  /** @param searching a match may start anywhere. */
  constructor(nfa: Nfa, searching: boolean) {
    this.#nfa = nfa;
    this.#searching = searching;
  }

  /** The end of the longest match, or of the first that is met; -1 without any. */
  run(line: Uint8Array, from: number, first: boolean): number {
    const start = [this.#nfa.start];
    this.#starts ??= { inside: this.#state(start, false), atStart: this.#state(start, true) };
    let state = from === 0 ? this.#starts.atStart : this.#starts.inside;
    let end = -1;
    for (let at = from; ; at++) {
      if (state.accepts || (at === line.length && state.acceptsAtEnd)) end = at;
      if (at === line.length || (first && end !== -1) || state.members.length === 0) return end;
      state = this.#step(state, line[at] ?? 0);
    }
  }

  #step(state: DfaState, byte: number): DfaState {
    const known = state.next[byte];
    if (known !== undefined) return known;
    const targets: number[] = [];
    for (const member of state.members) {
      const { set, next } = this.#nfa.states[member] ?? {};
      if (set?.[byte] === 1 && next !== undefined) targets.push(next);
    }
    if (this.#searching) targets.push(this.#nfa.start);
    const following = this.#state(targets, false);
    state.next[byte] = following;
    return following;
  }

  #state(from: readonly number[], atStart: boolean): DfaState {
    const members = this.#closure(from, atStart, false);
    const key = `${atStart} ${members.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= maxRemembered) {
      this.#known.clear();
      this.#starts = undefined;
    }
    const accepts = members.includes(this.#nfa.accept);
    const acceptsAtEnd = accepts || this.#closure(from, atStart, true).includes(this.#nfa.accept);
    const state = { members, accepts, acceptsAtEnd, next: [] };
    this.#known.set(key, state);
    return state;
  }

  #closure(from: readonly number[], atStart: boolean, atEnd: boolean): readonly number[] {
    const found = new Set<number>();
    const left = [...from];
    for (let index = left.pop(); index !== undefined; index = left.pop()) {
      const state = this.#nfa.states[index];
      if (state === undefined || found.has(index)) continue;
      found.add(index);
      const holds = state.condition === undefined || (state.condition === "start" ? atStart : atEnd);
      if (holds) left.push(...state.free);
    }
    return [...found].sort((a, b) => a - b);
  }
}
