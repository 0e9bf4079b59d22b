import type { Program } from "../program.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { exit, program } from "./answer.ts";

/** `getprop [name [default]]`: one property, or all sorted by name (AOSP: system/core/toolbox/getprop). */
export function getprop(state: PhoneState): Program {
  return program(([name, fallback = ""]) => {
    if (name !== undefined && !name.startsWith("-")) return [state.properties.get(name) ?? fallback];
    return [...state.properties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `[${key}]: [${value}]`);
  });
}

/** `setprop name value`: the shell may set only debug, log and a few service properties (AOSP: property_contexts). */
export function setprop(state: PhoneState): Program {
  return program(([name, value]) => {
    if (name === undefined || value === undefined) return exit(1, "usage: setprop NAME VALUE");
    if (state.identity.uid !== 0 && !/^(debug|log|persist\.log|shell|sys\.powerctl)(\.|$)/.test(name)) {
      return exit(1, `Failed to set property '${name}' to '${value}'.`, "See dmesg for error reason.");
    }
    state.properties.set(name, value);
    return [];
  });
}
