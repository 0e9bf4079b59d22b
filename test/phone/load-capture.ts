import { readFileSync } from "node:fs";
import { parseGetprop } from "../../src/formats/getprop.ts";
import { parseSettingsList } from "../../src/formats/settings-list.ts";
import { compose } from "../../src/phone/models/compose.ts";
import { type OpRecord, type UidOps, uidOps } from "../../src/phone/state/app-op-state.ts";
import type { PackageState } from "../../src/phone/state/package-state.ts";
import type { PhoneState, VendorPolicy } from "../../src/phone/state/phone-state.ts";

/** The captures beside the project. */
export const captures = "../shared/captures";

/** A file of a capture as text. */
export function captured(path: string): string {
  return readFileSync(`${captures}/${path}`, "utf8").replaceAll("\r\n", "\n");
}

/** A state with the properties of a `getprop` dump and nothing else that matters. */
export function stateOf(properties: Readonly<Record<string, string>>, vendor: VendorPolicy, now: number): PhoneState {
  return compose(
    {
      serial: "capture",
      vendor,
      kernel: { release: "5", version: "#1", machine: "aarch64" },
      properties,
      apps: [],
      global: {},
      secure: {},
      system: {},
      mounts: [],
    },
    { now: () => now },
  );
}

/** Properties out of `getprop`. */
export function loadProperties(text: string): Readonly<Record<string, string>> {
  return parseGetprop(text);
}

/** Puts a `settings list` into a table. */
export function loadSettings(table: Map<string, string>, text: string): void {
  table.clear();
  for (const [key, value] of Object.entries(parseSettingsList(text))) table.set(key, value);
}

/** Puts `pm list packages -f` with the names of `-s` into the packages. */
export function loadPackages(state: PhoneState, withPaths: string, system: string): void {
  const inImage = new Set(system.trim().split("\n"));
  for (const line of withPaths.trim().split("\n")) {
    const cut = line.lastIndexOf("=");
    const name = line.slice(cut + 1);
    const apk = line.slice("package:".length, cut);
    state.packages.set(name, bare(name, apk, inImage.has(`package:${name}`)));
  }
}

/** A package of which only name, place and origin in the image are known. */
export function bare(name: string, apk: string, system: boolean): PackageState {
  const user = {
    installed: true,
    hidden: false,
    suspendedBy: null,
    stopped: false,
    notLaunched: false,
    enabled: 0,
    firstInstallTime: 0,
    installReason: 0,
    ceDataInode: 0,
    lastDisabledCaller: null,
    disabledComponents: [],
    enabledComponents: [],
    permissions: new Map(),
  };
  return {
    name,
    label: name,
    path: apk.replace(/\/[^/]*$/, ""),
    apk,
    hiddenSystemPath: null,
    appId: 10_000,
    sharedUser: null,
    versionName: null,
    versionCode: 0,
    minSdk: 0,
    targetSdk: 0,
    flags: system ? ["SYSTEM"] : [],
    privateFlags: [],
    timeStamp: 0,
    firstInstallTime: 0,
    lastUpdateTime: 0,
    installer: null,
    initiating: null,
    originating: null,
    packageSource: 0,
    signature: "00000000",
    signingVersion: 3,
    requested: [],
    installPermissions: [],
    activities: [],
    receivers: [],
    services: [],
    users: new Map([[0, user]]),
  };
}

/** The part of `dumpsys appops` that holds state: from the first uid to the blank line below the last. */
export function uidPart(text: string): string {
  // A change of process state that is under way at that second is not state.
  const lines = text.split("\n").filter((line) => !/^ {4}pending(?:State|Capability|StateCommitTime)=/.test(line));
  const start = lines.findIndex((line) => /^ {2}Uid /.test(line));
  const length = lines.slice(start).findIndex((line) => line.trim() === "" || /^\S/.test(line));
  return lines.slice(start, length < 0 ? undefined : start + length).join("\n");
}

const zonelessTime = /(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})/;

/** The clock of an app-op dump: the time of any use plus its age; `offsetHours` is the zone's. */
export function clockOf(text: string, offsetHours: number): number {
  const event = /\d{4}-\d\d-\d\d [\d:.]+ \([+-][\ddhms]+\)/.exec(uidPart(text))?.[0] ?? "";
  const at = instant(event, offsetHours);
  return at - age(/\(([^)]+)\)/.exec(event)?.[1] ?? "");
}

function instant(text: string, offsetHours: number): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = (zonelessTime.exec(text) ?? [])
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - offsetHours * 3_600_000;
}

/** Milliseconds of `-1d2h3m4s5ms`. */
function age(text: string): number {
  const sizes: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  const sum = [...text.matchAll(/(\d+)(ms|[dhms])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * (sizes[unit ?? ""] ?? 0),
    0,
  );
  return text.startsWith("-") ? -sum : sum;
}

/** Where in the dump the reader is. */
interface Place {
  readonly state: PhoneState;
  readonly offsetHours: number;
  uid: UidOps;
  ops: Map<string, OpRecord>;
  record: OpRecord;
  tag: string | null;
  /** The word that continued lines of Android 9 belong to. */
  word: string;
}

type Rule = readonly [pattern: RegExp, take: (at: Place, groups: readonly string[]) => void];

const rules: readonly Rule[] = [
  [
    /^ {2}Uid (\S+):$/,
    (at, [name = ""]) => {
      at.uid = uidOps(at.state.appOps, uidNumber(name));
    },
  ],
  [
    /^ {4}(state|capability|appWidgetVisible|hasForegroundWatchers)=(\S*) *$/,
    ({ uid }, [key = "", value = ""]) => {
      Object.assign(uid, { [key]: value === "true" || value === "false" ? value === "true" : value });
    },
  ],
  [/^ {4}startNesting=(\d+)$/, ({ uid }, [nesting]) => Object.assign(uid, { startNesting: Number(nesting) })],
  [
    /^ {10}duration=(\S+)$/,
    ({ record }, [lasted = ""]) => Object.assign(record.accesses[0] ?? {}, { durationMs: age(lasted) }),
  ],
  [
    /^ {6}(\S+): (WATCHER|SILENT)$/,
    ({ uid }, [op = "", watcher = ""]) => {
      uid.foregroundOps = [...uid.foregroundOps, [op, watcher]];
    },
  ],
  [/^ {6}(\S+): mode=(\w+)$/, ({ uid }, [op = "", mode = ""]) => uid.modes.set(op, mode)],
  [
    /^ {4}Package (\S+):$/,
    (at, [name = ""]) => {
      at.ops = new Map();
      at.uid.packages.set(name, at.ops);
    },
  ],
  [
    /^ {6}(\S+) \((\w+)(?: \/ switch \S+)?\): $/,
    (at, [op = "", mode = ""]) => {
      at.record = { mode, accesses: [], rejects: [], running: [], tags: [] };
      at.tag = null;
      at.ops.set(op, at.record);
    },
  ],
  [
    /^ {8}(\S+)=\[$/,
    (at, [tag = ""]) => {
      at.tag = tag === "null" ? null : tag;
      Object.assign(at.record, { tags: [...at.record.tags, at.tag] });
    },
  ],
  [
    /^ +(Access|Reject): \[(\w+)-(\w+)\] ?(.*)$/,
    (at, [word = "", state = "", flag = "", rest = ""]) => use(at, word, state, flag, rest),
  ],
  [
    /^ +(?:(Access|Reject): )?(pers|top|fgsvc|fg|bg|cch) *= (\d.*)$/,
    (at, [word = "", state = "", rest = ""]) => {
      at.word = word || at.word;
      use(at, at.word, state, "s", rest);
    },
  ],
  [
    /^ +Running start at: (\S+)$/,
    (at, [since = ""]) => at.record.running.push({ tag: at.tag, since: at.state.now() - age(since), nesting: 1 }),
  ],
  [
    /^ +startNesting=(\d+)$/,
    ({ record }, [nesting]) => Object.assign(record.running.at(-1) ?? {}, { nesting: Number(nesting) }),
  ],
];

function use(at: Place, word: string, state: string, flag: string, rest: string): void {
  const duration = /duration=(\S+)/.exec(rest)?.[1];
  (word === "Access" ? at.record.accesses : at.record.rejects).push({
    at: instant(rest, at.offsetHours),
    state,
    flag,
    durationMs: duration === undefined ? null : age(duration),
    tag: at.tag,
    proxy: /proxy\[(.*)\]$/.exec(rest)?.[1] ?? null,
  });
}

/** Puts the uid part of a `dumpsys appops` of Android 9 to 14 into the app-ops. */
export function loadAppOps(state: PhoneState, text: string, offsetHours: number): void {
  const nowhere: OpRecord = { mode: "", accesses: [], rejects: [], running: [], tags: [] };
  const at: Place = {
    state,
    offsetHours,
    uid: uidOps(new Map(), 0),
    ops: new Map(),
    record: nowhere,
    tag: null,
    word: "Access",
  };
  for (const line of uidPart(text).split("\n")) {
    for (const [pattern, take] of rules) {
      const match = pattern.exec(line);
      if (match) {
        take(
          at,
          match.slice(1).map((group) => group ?? ""),
        );
        break;
      }
    }
  }
}

function uidNumber(text: string): number {
  const match = /^u(\d+)(a|s|i|ai)(\d+)$/.exec(text);
  if (!match) return Number(text);
  const base = { a: 10_000, s: 0, i: 99_000, ai: 90_000 }[match[2] as "a" | "s" | "i" | "ai"];
  return Number(match[1]) * 100_000 + base + Number(match[3]);
}
