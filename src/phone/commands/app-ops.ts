import { defaultMode, switchOf } from "../../formats/app-op-definitions.ts";
import type { Program } from "../program.ts";
import { type OpEvent, type OpRecord, setPackageMode, setUidMode } from "../state/app-op-state.ts";
import { duration } from "../state/clock.ts";
import { isInstalled, type PackageState, uidOf } from "../state/package-state.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { Refusal } from "../state/refusal.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { options, userOption } from "./options.ts";

const modes = ["allow", "ignore", "deny", "default", "foreground", "ask"];
const opName = /^(?:[A-Z][A-Z0-9_]*|MIUIOP\(\d+\))$/;

/** `appops` and `cmd appops`: get, set, query-op, reset (AOSP: AppOpsService.onShellCommand). */
export function appOps(state: PhoneState): Program {
  return program(([verb = "help", ...args]): Lines | Exit => {
    const given = options(args, ["--uid"], ["--user", "--attribution"]);
    const user = userOption(state, verb, given.value("--user"), state.currentUser);
    const [first = "", second, third] = given.rest;
    if (verb === "query-op") return query(state, user, operation(state, first), second ?? "allow");
    if (verb === "get")
      return get(state, user, named(state, user, first), second === undefined ? undefined : operation(state, second));
    if (verb === "set")
      return set(
        state,
        user,
        named(state, user, first),
        operation(state, second ?? ""),
        third ?? "",
        given.has("--uid"),
      );
    if (verb === "reset") return [];
    return exit(255, `Unknown command: ${verb}`);
  });
}

/** The name of an op as the dumps have it; numbers from 10000 on are MIUI's. */
function operation(state: PhoneState, text: string): string {
  const xiaomi = state.vendor === "miui" || state.vendor === "hyperos";
  if (/^1\d{4}$/.test(text) && !xiaomi)
    throw new Refusal(
      `\nException occurred while executing 'appops':\njava.lang.IllegalArgumentException: Bad operation #${text}`,
      255,
    );
  const name = /^1\d{4}$/.test(text)
    ? `MIUIOP(${text})`
    : text.replace(/^android:/, "").replace(/^[a-z_]+$/, (lower) => lower.toUpperCase());
  if (!opName.test(name)) throw new Refusal(`Error: Unknown operation string: ${text}`, 255);
  return name;
}

function named(state: PhoneState, user: number, name: string): PackageState {
  const pkg = state.packages.get(name);
  if (!pkg || !isInstalled(pkg, user)) throw new Refusal(`Error: No UID for ${name} in user ${user}`, 255);
  return pkg;
}

function query(state: PhoneState, user: number, op: string, mode: string): Lines {
  const found = [...state.appOps.values()]
    .filter((uid) => Math.floor(uid.uid / 100_000) === user)
    .flatMap((uid) => [...uid.packages].filter(([, ops]) => ops.get(op)?.mode === mode).map(([name]) => name));
  return found.length > 0 ? found : ["No operations."];
}

function get(state: PhoneState, user: number, pkg: PackageState, op: string | undefined): Lines {
  const uid = state.appOps.get(uidOf(pkg, user));
  const lines = [...(uid?.modes ?? [])]
    .filter(([name]) => op === undefined || name === op)
    .map(([name, mode]) => `Uid mode: ${name}: ${mode}`);
  for (const [name, record] of uid?.packages.get(pkg.name) ?? []) {
    if (op === undefined || name === op) lines.push(`${name}: ${record.mode}${times(state, record)}`);
  }
  if (lines.length > 0) return lines;
  return op === undefined ? ["No operations."] : ["No operations.", `Default mode: ${defaultMode(op)}`];
}

function times(state: PhoneState, record: OpRecord): string {
  const newest = (events: readonly OpEvent[]): OpEvent | undefined => [...events].sort((a, b) => b.at - a.at)[0];
  const access = newest(record.accesses);
  const reject = newest(record.rejects);
  let text = "";
  if (access) text += `; time=${duration(state.now() - access.at)} ago`;
  if (reject) text += `; rejectTime=${duration(state.now() - reject.at)} ago`;
  if (access?.durationMs) text += `; duration=${duration(access.durationMs)}`;
  return text;
}

function set(state: PhoneState, user: number, pkg: PackageState, op: string, mode: string, wholeUid: boolean): Lines {
  if (!modes.includes(mode)) throw new Refusal(`Error: Mode ${mode} is not valid`, 255);
  const sdk = sdkOf(state);
  const xiaomi = state.vendor === "miui" || state.vendor === "hyperos";
  if ((mode === "foreground" && sdk < 29) || (mode === "ask" && !xiaomi))
    throw new Refusal(`Error: Mode ${mode} is not valid`, 255);
  const counts = switchOf(op, sdk);
  if (wholeUid) setUidMode(state.appOps, uidOf(pkg, user), counts, mode);
  else setPackageMode(state.appOps, uidOf(pkg, user), pkg.name, counts, mode);
  return [];
}
