import type { Program } from "../program.ts";
import { isInstalled } from "../state/package-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { componentList, settingTable } from "../state/setting-tables.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { options, userOption } from "./options.ts";

const enabledKey = "enabled_input_methods";
const selectedKey = "default_input_method";

/** `ime list|enable|disable|set [--user N] [ID]`, also as `cmd input_method` (AOSP: InputMethodManagerService.onShellCommand). */
export function inputMethod(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    const given = options(args, ["-s", "-a"], ["--user"]);
    const user = userOption(state, verb, given.value("--user"), state.currentUser);
    const entries = componentList(state.settings, enabledKey, user);
    if (verb === "list")
      return entries.map((each) => (given.has("-s") ? (each.split(";")[0] ?? "") : `${each.split(";")[0]}:`));
    if (verb !== "enable" && verb !== "disable" && verb !== "set") return exit(255, `Unknown command: ${verb}`);
    const [id = ""] = given.rest;
    const pkg = state.packages.get(id.split("/", 1)[0] ?? "");
    const was = entries.some((each) => each.split(";")[0] === id);
    if (!was && !(pkg && isInstalled(pkg, user)))
      return exit(
        255,
        `Unknown input method ${id} cannot be ${verb === "set" ? "selected" : "enabled"} for user #${user}`,
      );
    const secure = settingTable(state.settings, "secure", user);
    if (verb === "set") {
      if (!was) return exit(255, `Unknown input method ${id} cannot be selected for user #${user}`);
      secure.set(selectedKey, id);
      return [`Input method ${id} selected for user #${user}`];
    }
    // What is switched on again comes last, without the languages that were chosen for it.
    const others = entries.filter((each) => each.split(";")[0] !== id);
    const on = verb === "enable";
    if (was !== on) secure.set(enabledKey, (on ? [...entries, id] : others).join(":"));
    if (!on && secure.get(selectedKey) === id) secure.set(selectedKey, others[0]?.split(";")[0] ?? "");
    return [`Input method ${id}: ${was === on ? "already" : "now"} ${verb}d for user #${user}`];
  });
}
