import type { Program } from "../program.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { appOps } from "./app-ops.ts";
import { dumps } from "./dumps/index.ts";
import { appHibernation } from "./hibernation.ts";
import { inputMethod } from "./input-method.ts";
import { connectivity, netPolicy } from "./network-limits.ts";
import { packageManager } from "./package-manager.ts";
import { remoteProvisioning } from "./remote-provisioning.ts";
import { deviceIdle, devicePolicy, lockSettings, notification, role, sensorPrivacy } from "./service-commands.ts";
import { settings } from "./settings.ts";

/** `cmd SERVICE ARGUMENTS…`: runs a service's shell commands (AOSP: frameworks/native/cmds/cmd). */
export function cmd(state: PhoneState): Program {
  const services = new Map<string, Program>([
    ["appops", appOps(state)],
    ["package", packageManager(state)],
    ["settings", settings(state)],
    ["role", role(state)],
    ["lock_settings", lockSettings(state)],
    ["notification", notification(state)],
    ["deviceidle", deviceIdle(state)],
    ["device_policy", devicePolicy(state)],
    ["sensor_privacy", sensorPrivacy(state)],
    ["connectivity", connectivity(state)],
    ["netpolicy", netPolicy(state)],
    ["input_method", inputMethod(state)],
    ["app_hibernation", appHibernation(state)],
    ...(sdkOf(state) >= 34 ? ([["remote_provisioning", remoteProvisioning(state)]] as const) : []),
  ]);
  return async (args, io) => {
    const [service = "-l", ...rest] = args;
    const known = new Set([...services.keys(), ...dumps(state).keys()]);
    if (service === "-l") {
      await io.write(
        `Currently running services:\n${[...known]
          .sort()
          .map((name) => `  ${name}\n`)
          .join("")}`,
      );
      return 0;
    }
    if (!known.has(service)) {
      await io.error(`cmd: Can't find service: ${service}\n`);
      return 20;
    }
    const found = services.get(service);
    if (found) return found(rest, io);
    await io.write(`No shell command implementation.\n`);
    return 255;
  };
}
