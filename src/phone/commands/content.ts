import type { Program } from "../program.ts";
import { deniesShell, type PhoneState } from "../state/phone-state.ts";
import { settingTable } from "../state/setting-tables.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { options, userOption } from "./options.ts";

/** `content query --uri content://settings/NAMESPACE [--user N] [--where "name='KEY'"]`; other providers refuse the shell. */
export function content(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    const given = options(args, [], ["--uri", "--user", "--where", "--projection", "--sort"]);
    const uri = given.value("--uri") ?? "";
    const user = userOption(state, verb, given.value("--user"), state.currentUser);
    const space = /^content:\/\/settings\/(global|secure|system)$/.exec(uri)?.[1] as
      | "global"
      | "secure"
      | "system"
      | undefined;
    if (verb !== "query") return exit(1, `[ERROR] Unsupported operation: ${verb}`);
    const provided = deniesShell(state) ? undefined : state.provided.get(uri);
    if (provided) return provided.length === 0 ? ["No result found."] : provided.map((row, i) => `Row: ${i} ${row}`);
    if (!space) {
      return exit(
        1,
        `Error while accessing provider:${uri.split("/")[2] ?? ""}`,
        "java.lang.SecurityException: Permission Denial: opening provider requires that you obtain access",
      );
    }
    const key = /^name='([^']*)'$/.exec(given.value("--where") ?? "")?.[1];
    const rows = [...settingTable(state.settings, space, user)].filter(([name]) => key === undefined || name === key);
    if (rows.length === 0) return ["No result found."];
    return rows.map(([name, value], i) => `Row: ${i} _id=${i + 1}, name=${name}, value=${value}`);
  });
}
