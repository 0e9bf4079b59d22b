import { FormatError } from "../core/errors.ts";

/** Bytes to look for. */
export interface Literal {
  /** Written as UTF-8. */
  readonly text: string;
  /** Letters A to Z match either way. */
  readonly ignoreCase?: boolean;
}

/** Bytes to look for that are no text, or only a part of one. */
export interface ByteLiteral {
  readonly bytes: Uint8Array;
  /** Letters A to Z match either way. */
  readonly ignoreCase?: boolean;
}

/** Literals made ready: plain data, which can be handed to a worker as it is. */
export interface Matcher {
  /** Class of each byte: bytes that no literal holds share class 0. */
  readonly classes: Uint8Array;
  /** Columns of `next`: one for each class, then one that holds how many bytes lead to the state. */
  readonly width: number;
  /** Row of a state + class of a byte → row of the next state; inverted (~) where a literal ends there. */
  readonly next: Int32Array;
  /** By state (row / width): the first literal that ends there, -1 for none. */
  readonly ending: Int32Array;
  /** By state: the state of the longest shorter literal that ends there as well, 0 for none. */
  readonly shorter: Int32Array;
  /** By literal: another one that is the same but for case, -1 for none. */
  readonly same: Int32Array;
  /** By literal: its bytes; where it matches exactly but others ignore case, they are compared. */
  readonly literals: readonly Uint8Array[];
  readonly compare: Uint8Array;
  /** Bytes of the longest literal. */
  readonly longest: number;
}

/** Told which literal stands where, from `start` up to `end`; `false` ends the scan. */
export type MatchVisit = (literal: number, start: number, end: number) => boolean | undefined;

/** The table of a matcher may have this many cells of four bytes. */
const maxCells = 48 * 1024 * 1024;

/**
 * Makes an automaton that finds all literals in one pass, whatever their number: one table look-up per byte (Aho and Corasick 1975,
 * with failure links resolved into the table).
 *
 * @throws FormatError for an empty literal, and when there are so many that the table would pass 192 MiB.
 */
export function compileMatcher(patterns: readonly (Literal | ByteLiteral)[]): Matcher {
  const encoder = new TextEncoder();
  const literals = patterns.map((pattern) => ("bytes" in pattern ? pattern.bytes : encoder.encode(pattern.text)));
  const folded = patterns.some(({ ignoreCase }) => ignoreCase === true);
  const { classes, width } = byteClasses(literals, folded);
  const trie = buildTrie(literals, classes);
  if (trie.count * width > maxCells)
    throw new FormatError("matcher", `${patterns.length} literals are too many at once`);
  const compare = Uint8Array.from(patterns, ({ ignoreCase }) => (folded && ignoreCase !== true ? 1 : 0));
  const longest = literals.reduce((most, { length }) => Math.max(most, length), 0);
  return { classes, width, literals, compare, longest, ...resolve(trie, width) };
}

/**
 * Finds every literal in `bytes` from `start` up to `end`, overlapping ones too. Linear in the bytes. From front to back by where they end,
 * but for places where long ranges are cut: there, literals that end within the longest's length of one another may be told in another order.
 */
export function scan(matcher: Matcher, bytes: Uint8Array, start: number, end: number, visit: MatchVisit): void {
  let at = start;
  let row = 0;
  if (laneOf(matcher, end - at) > 0) {
    // Memory for lanes is kept from one scan to the next; a visitor that scans itself takes its own.
    const room = spareRoom ?? laneRoom();
    spareRoom = undefined;
    for (let lane = laneOf(matcher, end - at); lane > 0 && row >= 0; lane = laneOf(matcher, end - at)) {
      row = scanLanes(matcher, bytes, at, lane, row, room, visit);
      at += lanes * lane;
    }
    spareRoom = room;
    if (row < 0) return;
  }
  scanRest(matcher, bytes, at, end, row, visit);
}

const lanes = 4;
const [shortestLane, longestLane] = [1024, 16 * 1024];

/** Bytes of each of the ranges that are scanned side by side, when so many are left; 0 when it is not worth it. */
function laneOf({ longest }: Matcher, left: number): number {
  const lane = Math.min(Math.floor(left / lanes), longestLane);
  return lane >= shortestLane && longest < lane ? lane : 0;
}

/** What a scan in lanes needs beside the matcher. */
interface LaneRoom {
  /** Rows of the four lanes. */
  readonly rows: Int32Array;
  readonly later: readonly [Later, Later, Later];
}

let spareRoom: LaneRoom | undefined;

function laneRoom(): LaneRoom {
  const later = (): Later => ({ count: 0, ends: new Int32Array(longestLane), rows: new Int32Array(longestLane) });
  return { rows: new Int32Array(lanes), later: [later(), later(), later()] };
}

/** What was found in a lane while the one before it was not yet at its end: by place, where it ends and the row. */
interface Later {
  count: number;
  readonly ends: Int32Array;
  readonly rows: Int32Array;
}

/** Scans one byte after the other, coming from the state at `row`. */
function scanRest(
  matcher: Matcher,
  bytes: Uint8Array,
  start: number,
  end: number,
  row: number,
  visit: MatchVisit,
): void {
  const { classes, next } = matcher;
  for (let at = start; at < end; at++) {
    row = next[row + (classes[bytes[at] as number] as number)] as number;
    if (row < 0) {
      row = ~row;
      if (report(matcher, bytes, row, at + 1, visit)) return;
    }
  }
}

/**
 * Scans four ranges side by side: each look-up waits for the one before it, so that four take hardly longer than one. All but the first are
 * scanned as if nothing stood before them; each is then followed into the next for as long as something that began in it may go on.
 *
 * Gives the row at the end, or -1 when the visitor stopped.
 */
function scanLanes(
  matcher: Matcher,
  bytes: Uint8Array,
  start: number,
  lane: number,
  row: number,
  { rows, later }: LaneRoom,
  visit: MatchVisit,
): number {
  const [two, three, four] = later;
  two.count = three.count = four.count = 0;
  rows.fill(0)[0] = row;
  const end = start + lane;
  for (let at = runLanes(matcher, bytes, start, end, lane, rows); at < end; ) {
    const [a, b, c, d] = [rows[0] as number, rows[1] as number, rows[2] as number, rows[3] as number];
    if (a < 0) {
      rows[0] = ~a;
      if (report(matcher, bytes, ~a, at + 1, visit)) return -1;
    }
    if (b < 0) rows[1] = keep(two, at + lane + 1, ~b);
    if (c < 0) rows[2] = keep(three, at + 2 * lane + 1, ~c);
    if (d < 0) rows[3] = keep(four, at + 3 * lane + 1, ~d);
    at = runLanes(matcher, bytes, at + 1, end, lane, rows);
  }
  for (const [i, found] of later.entries()) {
    if (followOver(matcher, bytes, start + (i + 1) * lane, rows[i] as number, visit)) return -1;
    for (let n = 0; n < found.count; n++)
      if (report(matcher, bytes, found.rows[n] as number, found.ends[n] as number, visit)) return -1;
  }
  return rows[3] as number;
}

/**
 * Runs the four lanes until a literal ends in one of them; gives the place in the first, `end` where none did. A function of its own, with
 * nothing else in it, since it looks at every byte: calls in the loop would make it twice as slow.
 */
function runLanes(
  { classes, next }: Matcher,
  bytes: Uint8Array,
  start: number,
  end: number,
  lane: number,
  rows: Int32Array,
): number {
  let [a, b, c, d] = [rows[0] as number, rows[1] as number, rows[2] as number, rows[3] as number];
  let at = start;
  for (; at < end; at++) {
    a = next[a + (classes[bytes[at] as number] as number)] as number;
    b = next[b + (classes[bytes[at + lane] as number] as number)] as number;
    c = next[c + (classes[bytes[at + 2 * lane] as number] as number)] as number;
    d = next[d + (classes[bytes[at + 3 * lane] as number] as number)] as number;
    if ((a | b | c | d) < 0) break;
  }
  rows[0] = a;
  rows[1] = b;
  rows[2] = c;
  rows[3] = d;
  return at;
}

function keep(found: Later, end: number, row: number): number {
  found.ends[found.count] = end;
  found.rows[found.count++] = row;
  return row;
}

/** Tells the literals that begin before `middle` and end after it; true when the scan is to stop. */
function followOver(matcher: Matcher, bytes: Uint8Array, middle: number, from: number, visit: MatchVisit): boolean {
  const { classes, next } = matcher;
  const depth = matcher.width - 1;
  const begun: MatchVisit = (literal, start, end) => (start < middle ? visit(literal, start, end) : true);
  let row = from;
  for (let at = middle; (next[row + depth] as number) > at - middle; at++) {
    row = next[row + (classes[bytes[at] as number] as number)] as number;
    if (row >= 0) continue;
    row = ~row;
    if (report(matcher, bytes, row, at + 1, begun)) return true;
  }
  return false;
}

/** Finds the literals that `bytes` begins with at `start`, shortest first; looks no further than they go. */
export function scanStart(matcher: Matcher, bytes: Uint8Array, start: number, end: number, visit: MatchVisit): void {
  const { classes, next } = matcher;
  const depth = matcher.width - 1;
  let row = 0;
  for (let at = start; at < end; at++) {
    const to = next[row + (classes[bytes[at] as number] as number)] as number;
    row = to < 0 ? ~to : to;
    const length = at + 1 - start;
    if (next[row + depth] !== length) return; // fell back: no literal goes on like this from the start
    if (to < 0 && reportState(matcher, bytes, row / matcher.width, at + 1, visit)) return;
  }
}

/** Tells all literals that end at `end`, longest first; true when the scan is to stop. */
function report(matcher: Matcher, bytes: Uint8Array, row: number, end: number, visit: MatchVisit): boolean {
  const { width, shorter } = matcher;
  for (let state = row / width; state > 0; state = shorter[state] as number)
    if (reportState(matcher, bytes, state, end, visit)) return true;
  return false;
}

/** Tells the literals that end in just this state. */
function reportState(
  { ending, same, literals, compare }: Matcher,
  bytes: Uint8Array,
  state: number,
  end: number,
  visit: MatchVisit,
): boolean {
  for (let id = ending[state] as number; id >= 0; id = same[id] as number) {
    const literal = literals[id] as Uint8Array;
    if (compare[id] === 1 && !standsAt(bytes, end - literal.length, literal)) continue;
    if (visit(id, end - literal.length, end) === false) return true;
  }
  return false;
}

function standsAt(bytes: Uint8Array, start: number, literal: Uint8Array): boolean {
  for (let i = 0; i < literal.length; i++) if (bytes[start + i] !== literal[i]) return false;
  return true;
}

function byteClasses(literals: readonly Uint8Array[], folded: boolean): { classes: Uint8Array; width: number } {
  const fold = (byte: number) => (folded && byte >= 65 && byte <= 90 ? byte + 32 : byte);
  const used = new Uint8Array(256);
  for (const literal of literals) for (const byte of literal) used[fold(byte)] = 1;
  const classes = new Uint8Array(256);
  let width = 1;
  for (let byte = 0; byte < 256; byte++) if (used[byte] === 1) classes[byte] = width++;
  for (let byte = 0; byte < 256; byte++) classes[byte] = classes[fold(byte)] as number;
  return { classes, width: width + 1 };
}

/** States in the order they were made; children as linked lists, because most states have one. */
interface Trie {
  readonly count: number;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  readonly classOf: Uint8Array;
  readonly ending: Int32Array;
  readonly same: Int32Array;
}

function buildTrie(literals: readonly Uint8Array[], classes: Uint8Array): Trie {
  const most = literals.reduce((sum, { length }) => sum + length, 1);
  const child = new Int32Array(most);
  const sibling = new Int32Array(most);
  const classOf = new Uint8Array(most);
  const ending = new Int32Array(most).fill(-1);
  const same = new Int32Array(literals.length).fill(-1);
  let count = 1;
  for (const [id, literal] of literals.entries()) {
    if (literal.length === 0) throw new FormatError("matcher", `literal ${id} is empty`);
    let state = 0;
    for (const byte of literal) {
      const wanted = classes[byte] as number;
      let next = child[state] as number;
      while (next !== 0 && classOf[next] !== wanted) next = sibling[next] as number;
      if (next === 0) {
        next = count++;
        classOf[next] = wanted;
        sibling[next] = child[state] as number;
        child[state] = next;
      }
      state = next;
    }
    same[id] = ending[state] as number;
    ending[state] = id;
  }
  return { count, child, sibling, classOf, ending, same };
}

/** Gives each state a row, nearest to the root first: those are the ones in use, and so they lie together in the cache. */
function resolve(trie: Trie, width: number): Omit<Matcher, "classes" | "width" | "literals" | "compare" | "longest"> {
  const { count } = trie;
  const next = new Int32Array(count * width);
  const ending = new Int32Array(count).fill(-1);
  const shorter = new Int32Array(count);
  const failure = new Int32Array(count);
  const queue = new Int32Array(count); // by new number: the state's number in the trie
  let made = 1;
  for (let state = 0; state < count; state++) {
    const old = queue[state] as number;
    const row = state * width;
    const back = (failure[state] as number) * width;
    if (state > 0) next.copyWithin(row, back, back + width - 1);
    for (let from = trie.child[old] as number; from !== 0; from = trie.sibling[from] as number) {
      const column = trie.classOf[from] as number;
      const to = made++;
      queue[to] = from;
      next[to * width + width - 1] = (next[row + width - 1] as number) + 1;
      ending[to] = trie.ending[from] as number;
      const fallback = state === 0 ? 0 : plain(next[back + column] as number) / width;
      failure[to] = fallback;
      shorter[to] = (ending[fallback] as number) >= 0 ? fallback : (shorter[fallback] as number);
      next[row + column] = (ending[to] as number) >= 0 || (shorter[to] as number) > 0 ? ~(to * width) : to * width;
    }
  }
  return { next, ending, shorter, same: trie.same };
}

function plain(row: number): number {
  return row < 0 ? ~row : row;
}
