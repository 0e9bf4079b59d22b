import { defaultMode, switchOf } from "../../../formats/app-op-definitions.ts";
import { modeNumbers, type OpEvent, type OpRecord, type UidOps } from "../../state/app-op-state.ts";
import { duration, localTimeMs } from "../../state/clock.ts";
import { type Dump, type PhoneState, sdkOf, zoneOf } from "../../state/phone-state.ts";

/** `dumpsys appops` in the layouts of Android 8 to 15 (AOSP: com.android.server.appop.AppOpsService.dump). */
export const appOpsDump: Dump = function* (state, args) {
  const only = args.includes("--package") ? args[args.indexOf("--package") + 1] : undefined;
  yield "Current AppOps Service state:";
  yield* ["  Settings:", "    top_state_settle_time=+5s0ms", "    fg_service_state_settle_time=+5s0ms"];
  yield* ["    bg_state_settle_time=+1s0ms", ""];
  if (state.devicePolicy.profileOwners.length > 0) {
    yield "  Profile owners:";
    yield* state.devicePolicy.profileOwners.map((owner) => `    User #${owner.user}: ${uidName(owner.uid)}`);
    yield "";
  }
  for (const uid of [...state.appOps.values()].sort((a, b) => a.uid - b.uid)) {
    if (only === undefined || uid.packages.has(only)) yield* oneUid(state, uid, only);
  }
  yield "";
};

/** `u0a143`, `u10s1000`; below 10000 in user 0 the plain number (AOSP: UserHandle.formatUid). */
export function uidName(uid: number): string {
  if (uid < 10_000) return String(uid);
  const user = Math.floor(uid / 100_000);
  const app = uid % 100_000;
  // AOSP tests for more than the first isolated uid, not for at least it.
  if (app > 99_000) return `u${user}i${app - 99_000}`;
  if (app >= 90_000) return `u${user}ai${app - 90_000}`;
  return app >= 10_000 ? `u${user}a${app - 10_000}` : `u${user}s${app}`;
}

function* oneUid(state: PhoneState, uid: UidOps, only: string | undefined): Iterable<string> {
  const sdk = sdkOf(state);
  yield `  Uid ${uidName(uid.uid)}:`;
  yield `    state=${sdk < 29 ? uid.state.padEnd(5) : uid.state}`;
  if (sdk < 30 && uid.startNesting > 0) yield `    startNesting=${uid.startNesting}`;
  if (sdk >= 30) yield `    capability=${uid.capability}`;
  if (sdk >= 31) yield `    appWidgetVisible=${uid.appWidgetVisible}`;
  if (uid.foregroundOps.length > 0) {
    yield "    foregroundOps:";
    yield* uid.foregroundOps.map(([op, watcher]) => `      ${op}: ${watcher}`);
    yield `    hasForegroundWatchers=${uid.hasForegroundWatchers}`;
  }
  for (const [op, mode] of uid.modes) yield `      ${op}: mode=${sdk >= 28 ? mode : modeNumbers.indexOf(mode)}`;
  for (const [name, ops] of uid.packages) {
    if (only !== undefined && name !== only) continue;
    yield `    Package ${name}:`;
    for (const [op, record] of ops) {
      if (sdk < 28) yield numbered(state, op, record);
      else {
        yield head(sdk, op, record, ops);
        yield* sdk >= 30 ? tagged(state, record) : plain(state, record);
      }
    }
  }
}

function head(sdk: number, op: string, record: OpRecord, ops: ReadonlyMap<string, OpRecord>): string {
  const by = switchOf(op, sdk);
  const standsFor = by === op ? "" : ` / switch ${by}=${ops.get(by)?.mode ?? defaultMode(by)}`;
  return `      ${op} (${record.mode}${standsFor}): `;
}

/** Android 11 and later: one block per attribution tag. */
function* tagged(state: PhoneState, record: OpRecord): Iterable<string> {
  const tags = new Set([...record.tags, ...[...record.accesses, ...record.rejects].map((event) => event.tag)]);
  for (const tag of tags) {
    yield `        ${tag}=[`;
    for (const [word, event] of inOrder(record, tag)) {
      yield `          ${word}: [${event.state}-${event.flag}]${word === "Access" ? " " : ""}${when(state, event)}`;
    }
    for (const each of record.running) {
      if (each.tag !== tag) continue;
      yield `          Running start at: ${duration(state.now() - each.since)}`;
      if (each.nesting > 1) yield `          startNesting=${each.nesting}`;
    }
    yield "        ]";
  }
}

const states = ["pers", "top", "fgsvc", "fg", "bg", "cch"];

/** By process state, then as recorded; a refusal stands after the use of the same kind. */
function inOrder(record: OpRecord, tag: string | null): readonly (readonly [string, OpEvent])[] {
  const events = [
    ...record.accesses.map((event) => ["Access", event] as const),
    ...record.rejects.map((event) => ["Reject", event] as const),
  ].filter(([, event]) => event.tag === tag);
  const kinds = [...new Set(events.map(([, event]) => `${event.state}-${event.flag}`))];
  kinds.sort((a, b) => states.indexOf(a.split("-")[0] ?? "") - states.indexOf(b.split("-")[0] ?? ""));
  return kinds.flatMap((kind) => events.filter(([, event]) => `${event.state}-${event.flag}` === kind));
}

/** Android 9 and 10. */
function* plain(state: PhoneState, record: OpRecord): Iterable<string> {
  if (sdkOf(state) >= 29) {
    for (const [word, event] of inOrder(record, null)) {
      yield `          ${word}: [${event.state}-${event.flag}]${word === "Access" ? " " : ""}${when(state, event)}`;
    }
  } else yield* listed(state, record);
  for (const each of record.running) {
    yield* [
      `          Running start at: ${duration(state.now() - each.since)}`,
      `          startNesting=${each.nesting}`,
    ];
  }
}

/** Android 9: further states stand below the first without a word of their own; the duration is one for the op. */
function* listed(state: PhoneState, record: OpRecord): Iterable<string> {
  for (const [word, events] of [
    ["Access", record.accesses],
    ["Reject", record.rejects],
  ] as const) {
    for (const [i, event] of events.entries()) {
      yield `          ${i === 0 ? `${word}: ` : " ".repeat(8)}${event.state.padEnd(5)} = ${when(state, { ...event, durationMs: null })}`;
    }
  }
  const lasted = record.accesses[0]?.durationMs ?? null;
  if (lasted !== null) yield `          duration=${duration(lasted)}`;
}

/** Android 7 and 8. */
function numbered(state: PhoneState, op: string, record: OpRecord): string {
  const [access] = record.accesses;
  const [reject] = record.rejects;
  let text = `      ${op}: mode=${modeNumbers.indexOf(record.mode)}`;
  if (access) text += `; time=${duration(state.now() - access.at)} ago`;
  if (reject) text += `; rejectTime=${duration(state.now() - reject.at)} ago`;
  if (access?.durationMs) text += `; duration=${duration(access.durationMs)}`;
  return text;
}

function when(state: PhoneState, event: OpEvent): string {
  let text = `${localTimeMs(event.at, zoneOf(state))} (${duration(event.at - state.now())})`;
  if (event.durationMs !== null) text += ` duration=${duration(event.durationMs)}`;
  if (event.proxy !== null) text += ` proxy[${event.proxy}]`;
  return text;
}
