import type { Grant, IntentFilter, PackageState, PackageUser } from "../../src/phone/state/package-state.ts";
import { bare } from "./load-capture.ts";

/** Makes package state of a real `dumpsys package ONE` of Android 11 and later; `offsetHours` is the zone's. */
export function loadPackageDump(text: string, offsetHours: number): PackageState {
  const value = (key: string, from = text): string | null => {
    const found = new RegExp(`^ +${key}=(.*)$`, "m").exec(from)?.[1] ?? null;
    return found === "null" ? null : found;
  };
  const time = (key: string, from = text): number => {
    // Where it was never installed, the phone prints the beginning of the epoch in its zone of that year.
    if (/^ +firstInstallTime=1970/m.test(from) && key === "firstInstallTime") return 0;
    const [date = "", clock = ""] = (value(key, from) ?? "1970-01-01 00:00:00").split(" ");
    return Date.parse(`${date}T${clock}Z`) - offsetHours * 3_600_000;
  };
  const versions = /versionCode=(\d+) minSdk=(\d+) targetSdk=(\d+)/.exec(text) ?? [];
  const name = /Package \[([^\]]+)\]/.exec(text)?.[1] ?? "";
  const path = value("codePath") ?? "";
  const words = (key: string): readonly string[] =>
    (value(key) ?? "")
      .replace(/[[\]]/g, "")
      .trim()
      .split(" ")
      .filter((word) => word !== "");
  const users = text.split(/^(?= {4}User \d+: ceDataInode)/m).slice(1);
  return {
    ...bare(name, `${path}/base.apk`, words("pkgFlags").includes("SYSTEM")),
    path,
    appId: Number(value("appId") ?? value("userId")),
    versionName: value("versionName"),
    versionCode: Number(versions[1]),
    minSdk: Number(versions[2]),
    targetSdk: Number(versions[3]),
    flags: words("pkgFlags"),
    privateFlags: words("privateFlags"),
    timeStamp: time("timeStamp"),
    firstInstallTime: time("firstInstallTime"),
    lastUpdateTime: time("lastUpdateTime"),
    installer: value("installerPackageName"),
    initiating: value("initiatingPackageName"),
    originating: value("originatingPackageName"),
    packageSource: Number(value("packageSource") ?? 0),
    signature: /signatures:\[([0-9a-f]+)/.exec(text)?.[1] ?? "",
    signingVersion: Number(value("apkSigningVersion")),
    requested: block(text, "requested permissions:", 6),
    installPermissions: block(text, "install permissions:", 6).map((line) => line.replace(": granted=true", "")),
    activities: filters(text, "Activity"),
    receivers: filters(text, "Receiver"),
    services: filters(text, "Service"),
    users: new Map(users.map((part) => perUser(part, value, time))),
  };
}

function perUser(
  part: string,
  value: (key: string, from: string) => string | null,
  time: (key: string, from: string) => number,
): [number, PackageUser] {
  const is = (key: string): boolean => new RegExp(`\\b${key}=true`).test(part.split("\n")[0] ?? "");
  const permissions = block(part, "runtime permissions:", 8).map((line): [string, Grant] => {
    const [, name = "", granted = "", flags = ""] = /^(\S+): granted=(\w+)(?:, flags=\[ (\S*?) ?\])?$/.exec(line) ?? [];
    return [name, { granted: granted === "true", flags: flags.split("|").filter((flag) => flag !== "") }];
  });
  const user: PackageUser = {
    installed: is("installed"),
    hidden: is("hidden"),
    suspendedBy: is("suspended") ? "com.android.shell" : null,
    stopped: is("stopped"),
    notLaunched: is("notLaunched"),
    enabled: Number(/\benabled=(\d)/.exec(part)?.[1]),
    firstInstallTime: time("firstInstallTime", part),
    installReason: Number(value("installReason", part) ?? 0),
    ceDataInode: Number(/ceDataInode=(\d+)/.exec(part)?.[1]),
    lastDisabledCaller: /lastDisabledCaller: (\S+)/.exec(part)?.[1] ?? null,
    disabledComponents: block(part, "disabledComponents:", 8),
    enabledComponents: block(part, "enabledComponents:", 8),
    permissions: new Map(permissions),
  };
  return [Number(/User (\d+)/.exec(part)?.[1]), user];
}

/** The lines below a headline that stand deeper than it. */
function block(text: string, headline: string, indent: number): readonly string[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim() === headline);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line) => !line.startsWith(" ".repeat(indent)));
  return rest.slice(0, length < 0 ? undefined : length).map((line) => line.trim());
}

/** The distinct filters of a resolver table. */
function filters(text: string, title: string): readonly IntentFilter[] {
  const start = text.indexOf(`${title} Resolver Table:`);
  if (start < 0) return [];
  const table = text.slice(start, text.indexOf("\n\n", start));
  const found = new Map<string, IntentFilter>();
  for (const part of table.split(/^(?= {8}\S)/m).slice(1)) {
    const [, component = "", id = ""] = /^ {8}\S+ (\S+) filter (\S+)/.exec(part) ?? [];
    const all = (word: string): readonly string[] =>
      [...part.matchAll(new RegExp(`^ {10}${word}: "(.*)"$`, "gm"))].map((match) => match[1] ?? "");
    found.set(id, { component, actions: all("Action"), categories: all("Category") });
  }
  return [...found.values()];
}
