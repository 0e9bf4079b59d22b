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
  if (app >= 99_000) return `u${user}i${app - 99_000}`;
  if (app >= 90_000) return `u${user}ai${app - 90_000}`;
  return app >= 10_000 ? `u${user}a${app - 10_000}` : `u${user}s${app}`;
}

function* oneUid(state: PhoneState, uid: UidOps, only: string | undefined): Iterable<string> {
  const sdk = sdkOf(state);
  yield `  Uid ${uidName(uid.uid)}:`;
  yield `    state=${uid.state}`;
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
    for (const [op, record] of ops)
      yield* sdk >= 30
        ? tagged(state, op, record)
        : sdk >= 28
          ? plain(state, op, record)
          : [numbered(state, op, record)];
  }
}

/** Android 11 and later: one block per attribution tag. */
function* tagged(state: PhoneState, op: string, record: OpRecord): Iterable<string> {
  yield `      ${op} (${record.mode}): `;
  const tags = new Set([...record.tags, ...[...record.accesses, ...record.rejects].map((event) => event.tag)]);
  for (const tag of tags) {
    yield `        ${tag}=[`;
    for (const event of record.accesses)
      if (event.tag === tag) yield `          Access: [${event.state}-${event.flag}] ${when(state, event)}`;
    for (const event of record.rejects)
      if (event.tag === tag) yield `          Reject: [${event.state}-${event.flag}]${when(state, event)}`;
    yield "        ]";
  }
}

/** Android 9 and 10. */
function* plain(state: PhoneState, op: string, record: OpRecord): Iterable<string> {
  yield `      ${op} (${record.mode}): `;
  if (sdkOf(state) >= 29) {
    yield* record.accesses.map((event) => `          Access: [${event.state}-${event.flag}] ${when(state, event)}`);
    yield* record.rejects.map((event) => `          Reject: [${event.state}-${event.flag}] ${when(state, event)}`);
    return;
  }
  for (const [word, events] of [
    ["Access", record.accesses],
    ["Reject", record.rejects],
  ] as const) {
    yield* events.map(
      (event, i) => `          ${i === 0 ? `${word}: ` : ""}${event.state.padEnd(5)} = ${when(state, event)}`,
    );
  }
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
