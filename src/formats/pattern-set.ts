import { FormatError } from "../core/errors.ts";
import type { Places } from "./regex-syntax.ts";

/** Regular expressions made ready to be searched for all at once. It learns while it is used: not to be shared among threads. */
export interface PatternSet {
  /**
   * Tells which expressions match anywhere in `bytes` from `start` up to `end`, each as often as it does; linear in the bytes, whatever
   * the expressions are.
   */
  readonly search: (bytes: Uint8Array, start: number, end: number, visit: (pattern: number) => void) => void;
}

/** The automaton forgets what it learned when it holds more states than this, or more nodes in all of them. */
const maxStates = 16384;
const maxHeld = 1_000_000;
const maxNodes = 200_000;

/** A state of all expressions together: nodes with a common beginning are shared, so that few of them are active at once. */
interface Graph {
  /** The different sets of bytes. */
  readonly sets: Uint8Array[];
  /** By node: which sets lead on, and where to; a node that one expression comes back to is never shared with others. */
  readonly edges: { readonly set: number; readonly to: number; readonly shared: boolean }[][];
  readonly endings: number[][];
  /** Those that match only where the text ends. */
  readonly lastEndings: number[][];
}

/** One state of the automaton: the nodes that are active beside the start, which always is. */
interface State {
  readonly nodes: readonly number[];
  readonly endings: readonly number[];
  readonly lastEndings: readonly number[];
}

/** Nodes 0 and 1 are the starts: of what may begin anywhere, and of what begins only with the text. */
const anywhere = 0;
const onlyAtStart = 1;
const unknown = 0x7fffffff;

/**
 * Prepares a search of bytes for many regular expressions in one pass, by an automaton whose states are made when they are first needed.
 *
 * @param expressions each as `readRegex` gives it.
 * @throws FormatError for too many.
 */
export function compilePatterns(expressions: readonly Places[]): PatternSet {
  const graph: Graph = { sets: [], edges: [[], []], endings: [[], []], lastEndings: [[], []] };
  const known = new Map<Uint8Array | string, number>();
  for (const [pattern, places] of expressions.entries()) {
    const sets = places.sets.map((set) => numberOf(graph, known, set));
    addPlaces(graph, places, sets, pattern);
  }
  return new Automaton(graph);
}

/** The number of a set: equal sets have one. */
function numberOf(graph: Graph, known: Map<Uint8Array | string, number>, set: Uint8Array): number {
  const same = known.get(set);
  if (same !== undefined) return same;
  const key = set.join("");
  const number = known.get(key) ?? graph.sets.push(set) - 1;
  known.set(set, number);
  known.set(key, number);
  return number;
}

function addPlaces(graph: Graph, places: Places, sets: readonly number[], pattern: number): void {
  const { follow, first, last, atStart, atEnd } = places;
  const straight =
    first.length === 1 &&
    follow.every((next, i) => next.size === (i + 1 < sets.length ? 1 : 0) && (next.size === 0 || next.has(i + 1)));
  const root = atStart ? onlyAtStart : anywhere;
  const nodes: number[] = [];
  for (const [i, set] of sets.entries())
    nodes.push(straight ? step(graph, i === 0 ? root : (nodes[i - 1] as number), set) : newNode(graph));
  if (!straight) {
    const join = (from: number, place: number) =>
      graph.edges[from]?.push({ set: sets[place] as number, to: nodes[place] as number, shared: false });
    for (const place of first) join(root, place);
    for (const [i, next] of follow.entries()) for (const place of next) join(nodes[i] as number, place);
  }
  for (const place of new Set(last)) (atEnd ? graph.lastEndings : graph.endings)[nodes[place] as number]?.push(pattern);
}

/** The node that such a set leads to from `from`, made where there is none: so common beginnings are shared. */
function step(graph: Graph, from: number, set: number): number {
  const edges = graph.edges[from] ?? [];
  const known = edges.find((edge) => edge.shared && edge.set === set);
  if (known) return known.to;
  const to = newNode(graph);
  edges.push({ set, to, shared: true });
  return to;
}

function newNode(graph: Graph): number {
  if (graph.edges.length >= maxNodes) throw new FormatError("regex", "there are too many expressions at once");
  graph.edges.push([]);
  graph.endings.push([]);
  graph.lastEndings.push([]);
  return graph.edges.length - 1;
}

class Automaton implements PatternSet {
  private readonly classes: Uint8Array;
  private readonly width: number;
  /** By node and class: the nodes that come next. */
  private readonly graph: Graph;
  /** A byte of each class. */
  private readonly sample: readonly number[];
  private states: State[] = [];
  private held = 0;
  private byNodes = new Map<string, number>();
  /** Row + class → row of the next state; inverted (~) where an expression ends there; `unknown` until it was needed. */
  private next: Int32Array;
  /** By class: the nodes that a match which begins with it reaches. */
  private readonly fresh: readonly (readonly number[])[];

  constructor(graph: Graph) {
    this.graph = graph;
    const { classes, sample } = distinguish(graph);
    this.classes = classes;
    this.sample = sample;
    this.width = sample.length;
    this.next = new Int32Array(64 * this.width);
    this.fresh = this.sample.map((byte) => this.reachedFrom([anywhere], byte));
    this.forget();
  }

  readonly search: PatternSet["search"] = (bytes, start, end, visit) => {
    const { classes, width } = this;
    let { next } = this;
    let row = 0;
    for (let at = start; at < end; at++) {
      const column = classes[bytes[at] as number] as number;
      let to = next[row + column] as number;
      if (to === unknown) {
        to = this.learn(row, column);
        next = this.next;
      }
      if (to >= 0) {
        row = to;
        continue;
      }
      row = ~to;
      for (const pattern of (this.states[row / width] as State).endings) visit(pattern);
    }
    for (const pattern of (this.states[row / width] as State).lastEndings) visit(pattern);
  };

  /** Finds the state that a class of bytes leads to, and remembers it. */
  private learn(row: number, column: number): number {
    const byte = this.sample[column] as number;
    const { nodes: before } = this.states[row / this.width] as State;
    const begun = this.reachedFrom(before, byte);
    const nodes = [...new Set([...(this.fresh[column] ?? []), ...begun])].sort((a, b) => a - b);
    const crowded = this.states.length >= maxStates || this.held >= maxHeld;
    const full = crowded && !this.byNodes.has(nodes.join());
    if (full) this.forget();
    const state = this.intern(nodes);
    const to = state * this.width;
    const entry = (this.states[state] as State).endings.length > 0 ? ~to : to;
    if (!full) this.next[row + column] = entry;
    return entry;
  }

  private reachedFrom(nodes: readonly number[], byte: number): number[] {
    const { edges, sets } = this.graph;
    return nodes.flatMap((node) =>
      (edges[node] ?? []).filter(({ set }) => (sets[set] as Uint8Array)[byte] === 1).map(({ to }) => to),
    );
  }

  private intern(nodes: readonly number[]): number {
    const key = nodes.join();
    const known = this.byNodes.get(key);
    if (known !== undefined) return known;
    const of = (lists: readonly (readonly number[])[]) => [...new Set(nodes.flatMap((node) => lists[node] ?? []))];
    const state =
      this.states.push({ nodes, endings: of(this.graph.endings), lastEndings: of(this.graph.lastEndings) }) - 1;
    this.byNodes.set(key, state);
    this.held += nodes.length;
    if (this.states.length * this.width > this.next.length) {
      const more = new Int32Array(this.next.length * 2);
      more.fill(unknown).set(this.next);
      this.next = more;
    }
    return state;
  }

  private forget(): void {
    this.states = [];
    this.byNodes = new Map();
    this.held = 0;
    this.next.fill(unknown);
    this.intern([onlyAtStart]);
  }
}

/** Puts bytes that no set tells apart into one class. */
function distinguish(graph: Graph): { classes: Uint8Array; sample: number[] } {
  let classes = new Uint8Array(256);
  for (const set of graph.sets) {
    const numbers = new Map<number, number>();
    classes = classes.map((old, byte) => {
      const pair = old * 2 + (set[byte] as number);
      const number = numbers.get(pair) ?? numbers.size;
      numbers.set(pair, number);
      return number;
    });
  }
  const sample: number[] = [];
  for (const [byte, number] of classes.entries()) sample[number] ??= byte;
  return { classes, sample };
}
