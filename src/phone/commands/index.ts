import { appProcess } from "../dalvik/app-process.ts";
import type { Program } from "../program.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { appOps } from "./app-ops.ts";
import { cmd } from "./cmd.ts";
import { content } from "./content.ts";
import { dumpsys } from "./dumpsys.ts";
import { inputMethod } from "./input-method.ts";
import { packageManager } from "./package-manager.ts";
import { getprop, setprop } from "./properties.ts";
import { activityManager, bmgr, devicePolicy, input, lockSettings } from "./service-commands.ts";
import { settings } from "./settings.ts";
import { getenforce, magisk, mount, ps, service, su } from "./system-programs.ts";

/** The programs of the phone's framework by name; what the phone is told to refuse answers with a SecurityException. */
export function programs(state: PhoneState): ReadonlyMap<string, Program> {
  const all = new Map<string, Program>([
    ["am", activityManager(state)],
    ["app_process", appProcess(state)],
    ["appops", appOps(state)],
    ["bmgr", bmgr(state)],
    ["cmd", cmd(state)],
    ["content", content(state)],
    ["dpm", devicePolicy(state)],
    ["dumpsys", dumpsys(state)],
    ["getenforce", getenforce(state)],
    ["getprop", getprop(state)],
    ["ime", inputMethod(state)],
    ["input", input(state)],
    ["locksettings", lockSettings(state)],
    ["mount", mount(state)],
    ["pm", packageManager(state)],
    ["ps", ps(state)],
    ["service", service(state)],
    ["setprop", setprop(state)],
    ["settings", settings(state)],
  ]);
  if (state.magisk !== null) {
    all.set("su", su());
    all.set("magisk", magisk(state.magisk));
  }
  for (const name of all.keys()) if (state.refuses.includes(name)) all.set(name, refusing(name));
  return all;
}

function refusing(name: string): Program {
  return async (_args, io) => {
    await io.error(`java.lang.SecurityException: Shell does not have permission to run ${name}\n`);
    return 255;
  };
}
