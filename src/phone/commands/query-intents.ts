import { type IntentFilter, isEnabled, type PackageState } from "../state/package-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import type { Lines } from "./answer.ts";
import { options, userOption } from "./options.ts";

/** `pm query-activities|query-receivers|query-services [--brief] [--components] [--user N] -a ACTION -c CATEGORY`. */
export function queryIntents(state: PhoneState, verb: string, args: readonly string[]): Lines {
  const given = options(
    args,
    ["--brief", "--components"],
    ["--user", "-a", "-c", "-p", "-d", "-t", "-n", "--query-flags"],
  );
  const user = userOption(state, verb, given.value("--user"), 0);
  const table = verb === "query-activities" ? "activities" : verb === "query-receivers" ? "receivers" : "services";
  const found = [...state.packages.values()]
    .filter((pkg) => isEnabled(pkg, user) && (given.value("-p") ?? pkg.name) === pkg.name)
    .flatMap((pkg) => matching(pkg, pkg[table], user, given.value("-a"), given.values("-c")));
  if (found.length === 0) return [`No ${table} found`];
  if (given.has("--components")) return found;
  return [
    `${found.length} ${table} found:`,
    ...found.flatMap((component, i) => [
      `  ${title[table]} #${i}:`,
      "    priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=false",
      `    ${component}`,
    ]),
  ];
}

const title = { activities: "Activity", receivers: "Receiver", services: "Service" } as const;

function matching(
  pkg: PackageState,
  filters: readonly IntentFilter[],
  user: number,
  action: string | undefined,
  categories: readonly string[],
): readonly string[] {
  const disabled = pkg.users.get(user)?.disabledComponents ?? [];
  return filters
    .filter(
      (filter) =>
        (action === undefined || filter.actions.includes(action)) &&
        categories.every((category) => filter.categories.includes(category)) &&
        !disabled.some(
          (name) => filter.component.endsWith(`/${name}`) || filter.component.endsWith(name.replace(pkg.name, "")),
        ),
    )
    .map((filter) => filter.component);
}
