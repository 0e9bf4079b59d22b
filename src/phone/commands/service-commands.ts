import type { Program } from "../program.ts";
import { deniesShell, type PhoneState, sdkOf } from "../state/phone-state.ts";
import { Refusal, securityException } from "../state/refusal.ts";
import { componentList, settingTable } from "../state/setting-tables.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { options, userOption } from "./options.ts";
import { startActivity } from "./start-activity.ts";

/** `cmd role get-role-holders|add-role-holder|remove-role-holder [--user N] ROLE [PACKAGE]`. */
export function role(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    const given = options(args, [], ["--user"]);
    const user = userOption(state, verb, given.value("--user"), 0);
    const [name = "", holder = ""] = given.rest;
    const roles = state.roles.get(user) ?? new Map<string, string[]>();
    const holders = roles.get(name);
    if (verb === "get-role-holders") return [(holders ?? []).join(";")];
    if (verb !== "add-role-holder" && verb !== "remove-role-holder") return exit(255, `Unknown command: ${verb}`);
    if (!holders) throw new Refusal(`Error: Unknown role: ${name}`, 255);
    roles.set(name, verb === "add-role-holder" ? [holder] : holders.filter((each) => each !== holder));
    return [];
  });
}

/** `cmd lock_settings get-disabled [--user N]`. */
export function lockSettings(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    const given = options(args, [], ["--user", "--old"]);
    const user = userOption(state, verb, given.value("--user"), state.currentUser);
    if (verb === "get-disabled") return [String(state.locks.get(user)?.disabled ?? false)];
    return exit(255, `Unknown command: ${verb}`);
  });
}

/** `cmd notification allow_listener|disallow_listener COMPONENT [USER]`. */
export function notification(state: PhoneState): Program {
  return program(([verb = "", component = "", user = "0"]): Lines | Exit => {
    if (verb !== "allow_listener" && verb !== "disallow_listener") return exit(255, `Unknown command: ${verb}`);
    if (!component.includes("/")) throw new Refusal("Invalid listener - must be a ComponentName", 255);
    const id = userOption(state, verb, user, 0);
    const key = "enabled_notification_listeners";
    const others = componentList(state.settings, key, id).filter((each) => each !== component);
    const now = verb === "allow_listener" ? [...others, component] : others;
    settingTable(state.settings, "secure", id).set(key, now.join(":"));
    return [];
  });
}

/** `cmd deviceidle whitelist [+P | -P]`. */
export function deviceIdle(state: PhoneState): Program {
  return program(([verb = "", ...names]): Lines | Exit => {
    if (verb !== "whitelist") return exit(255, `Unknown command: ${verb}`);
    const { system, exceptIdle, user } = state.idleExempt;
    const row = (kind: string) => (name: string) => `${kind},${name},${state.packages.get(name)?.appId ?? 0}`;
    if (names.length === 0) {
      return [
        ...[...exceptIdle].map(row("system-excidle")),
        ...[...system].map(row("system")),
        ...[...user].map(row("user")),
      ];
    }
    return names.map((each) => {
      const name = each.slice(1);
      if (!state.packages.has(name)) return `Unknown package: ${name}`;
      if (each.startsWith("+")) user.add(name);
      else user.delete(name);
      return `${each.startsWith("+") ? "Added" : "Removed"}: ${name}`;
    });
  });
}

/** `cmd device_policy list-owners`, also as `dpm list-owners`, from Android 12 on. */
export function devicePolicy(state: PhoneState): Program {
  return program(([verb = ""]): Lines | Exit => {
    if (verb === "remove-active-admin") {
      throw securityException(verb, "Attempt to remove non-test admin ComponentInfo{} 0");
    }
    if (verb !== "list-owners" || sdkOf(state) < 31) return exit(255, `Unknown command: ${verb}`);
    const { deviceOwner, profileOwners } = state.devicePolicy;
    const rows = [
      ...(deviceOwner
        ? [`User ${String(deviceOwner.user).padStart(2)}: admin=${deviceOwner.component},DeviceOwner`]
        : []),
      ...profileOwners.map((owner) => `User ${String(owner.user).padStart(2)}: admin=${owner.component},ProfileOwner`),
    ];
    return rows.length === 0 ? ["no owners"] : [`${rows.length} owner${rows.length === 1 ? "" : "s"}:`, ...rows];
  });
}

/** `cmd sensor_privacy enable|disable USER microphone|camera`. */
export function sensorPrivacy(state: PhoneState): Program {
  return program(([verb = "", user = "0", sensor = ""]): Lines | Exit => {
    if ((verb !== "enable" && verb !== "disable") || (sensor !== "microphone" && sensor !== "camera")) {
      return exit(255, `Unknown command: ${verb}`);
    }
    const id = userOption(state, verb, user, 0);
    const others = state.sensorPrivacy.filter((each) => each.user !== id || each.sensor !== sensor);
    state.sensorPrivacy.splice(0, Number.POSITIVE_INFINITY, ...others, {
      user: id,
      sensor,
      blocked: verb === "enable",
    });
    return [];
  });
}

/** `bmgr enabled` and `bmgr list transports`. */
export function bmgr(state: PhoneState): Program {
  return program(([verb = "", what = ""]): Lines | Exit => {
    if (verb === "enabled") return [`Backup Manager currently ${state.backup.enabled ? "enabled" : "disabled"}`];
    if (verb === "list" && what === "transports") {
      return state.backup.transports.map((each) => `  ${each.selected ? "* " : "  "}${each.component}`);
    }
    return exit(1, "usage: bmgr [--user <userId>] [backup|restore|list|transport|run]");
  });
}

/** `am get-current-user`, `am force-stop`, `am start`. */
export function activityManager(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    if (verb === "get-current-user") return [String(state.currentUser)];
    if (verb === "force-stop") return forceStop(state, args);
    if (verb === "start" || verb === "start-activity") return startActivity(state, args);
    return exit(255, `Unknown command: ${verb}`);
  });
}

function forceStop(state: PhoneState, args: readonly string[]): Lines {
  const given = options(args, [], ["--user"]);
  const pkg = state.packages.get(given.rest[0] ?? "");
  for (const [user, of] of pkg?.users ?? []) {
    if (given.value("--user") === undefined || given.value("--user") === String(user)) of.stopped = true;
  }
  return [];
}

/** `input`: refused where Xiaomi's security debugging is off. */
export function input(state: PhoneState): Program {
  return program(() => {
    if (deniesShell(state)) {
      throw securityException(
        "input",
        "Injecting input events requires the caller (or the source of the instrumentation, if any) to have the INJECT_EVENTS permission.",
      );
    }
    return [];
  });
}
