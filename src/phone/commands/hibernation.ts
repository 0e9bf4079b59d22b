import type { Program } from "../program.ts";
import { isInstalled } from "../state/package-state.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { Refusal } from "../state/refusal.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { options, userOption } from "./options.ts";

/** `cmd app_hibernation set-state|get-state [--user N] [--global] PACKAGE [true|false]` (AOSP: AppHibernationShellCommand). */
export function appHibernation(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    if (sdkOf(state) < 31) return exit(20, "cmd: Can't find service: app_hibernation");
    const given = options(args, ["--global"], ["--user"]);
    const user = userOption(state, verb, given.value("--user"), state.currentUser);
    const [name = "", wanted] = given.rest;
    if (verb !== "set-state" && verb !== "get-state") return exit(255, `Unknown command: ${verb}`);
    if (name === "") throw new Refusal("Error: No package specified", 255);
    const asleep = state.hibernating.get(user);
    const pkg = state.packages.get(name);
    if (verb === "get-state") return [String(asleep?.has(name) === true)];
    // A package that is not there is only logged.
    if (!pkg || !isInstalled(pkg, user)) return [];
    if (wanted === "true") asleep?.add(name);
    else asleep?.delete(name);
    return [];
  });
}
