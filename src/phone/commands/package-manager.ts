import type { Program } from "../program.ts";
import { apkPaths, isInstalled } from "../state/package-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { Refusal } from "../state/refusal.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { changePackage, changeVerbs } from "./change-packages.ts";
import { listPackages } from "./list-packages.ts";
import { options, userOption } from "./options.ts";
import { queryIntents } from "./query-intents.ts";
import { resolveActivity } from "./start-activity.ts";

/** `pm` and `cmd package` (AOSP: com.android.server.pm.PackageManagerShellCommand). */
export function packageManager(state: PhoneState): Program {
  return program(([verb = "help", ...args]): Lines | Exit => {
    if (verb === "list") return list(state, args);
    if (verb === "path") return path(state, args);
    if (verb.startsWith("query-")) return queryIntents(state, verb, args);
    if (verb === "resolve-activity") return resolveActivity(state, args);
    if (verb === "has-feature") return [String(state.features.includes(args[0] ?? ""))];
    if (verb === "get-max-users") return ["Maximum supported users: 6"];
    if (verb === "dump") throw new Refusal("Error: use dumpsys package", 255);
    if (changeVerbs.has(verb)) return changePackage(state, verb, args);
    if (verb === "help" || verb === "-h")
      return ["Package manager (package) commands:", "  help", "    Print this help text."];
    return exit(255, `Unknown command: ${verb}`);
  });
}

function list(state: PhoneState, [what = "", ...args]: readonly string[]): Lines | Exit {
  if (what === "packages" || what === "package") return listPackages(state, args);
  if (what === "users") return listUsers(state);
  if (what === "features")
    return ["feature:reqGlEsVersion=0x30002", ...state.features.map((name) => `feature:${name}`)];
  if (what === "libraries") return ["library:android.test.base", "library:org.apache.http.legacy"];
  return exit(255, `Error: unknown list type '${what}'`);
}

function listUsers(state: PhoneState): Lines {
  return [
    "Users:",
    ...state.users.map(
      (user) =>
        `\tUserInfo{${user.id}:${user.name ?? "null"}:${user.flags.toString(16)}}${user.running ? " running" : ""}`,
    ),
  ];
}

function path(state: PhoneState, args: readonly string[]): Lines | Exit {
  const given = options(args, [], ["--user"]);
  const user = userOption(state, "path", given.value("--user"), 0);
  const pkg = state.packages.get(given.rest[0] ?? "");
  return pkg && isInstalled(pkg, user) ? apkPaths(pkg).map((apk) => `package:${apk}`) : exit(1);
}
