import { type AskedIntent, knownScreens } from "../state/known-screens.ts";
import { isEnabled } from "../state/package-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { type Exit, exit, type Lines } from "./answer.ts";
import { type Options, options, userOption } from "./options.ts";

/** Activities that were started on a phone, the last one at the end: `user N: COMPONENT DATA EXTRAS`. */
export function startedActivities(state: PhoneState): readonly string[] {
  return started.get(state) ?? [];
}

const started = new WeakMap<PhoneState, string[]>();

/** Lets an app of the phone do something when one of its activities is started with an intent. */
export function onActivity(
  state: PhoneState,
  component: string,
  act: (extras: ReadonlyMap<string, string>) => void,
): void {
  acts.set(state, new Map([...(acts.get(state) ?? []), [component, act]]));
}

const acts = new WeakMap<PhoneState, ReadonlyMap<string, (extras: ReadonlyMap<string, string>) => void>>();

/** `pm resolve-activity [--brief] [--components] [--user N] INTENT` (AOSP: PackageManagerShellCommand.runResolveActivity). */
export function resolveActivity(state: PhoneState, args: readonly string[]): Lines {
  const { given } = intentOf(args);
  const user = userOption(state, "resolve-activity", given.value("--user"), 0);
  const found = activities(state, user, askedBy(given), given.values("-c"));
  const [first] = found;
  if (first === undefined) return ["No activity found"];
  // Several that are equal: the phone would ask the person.
  const component = found.length > 1 ? "android/com.android.internal.app.ResolverActivity" : first.component;
  if (given.has("--components")) return [component];
  return ["priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true", component];
}

/** `am start [--user N] INTENT` (AOSP: ActivityManagerShellCommand.runStartActivity). */
export function startActivity(state: PhoneState, args: readonly string[]): Lines | Exit {
  const { given, extras } = intentOf(args);
  const user = userOption(state, "start", given.value("--user"), state.currentUser);
  const asked = askedBy(given);
  const shown = intentText(asked, extras.length > 0);
  const [first] = activities(state, user, asked, given.values("-c"));
  const starting = `Starting: Intent { ${shown} }`;
  if (first === undefined) {
    if (asked.component !== undefined)
      return exit(
        1,
        starting,
        "Error type 3",
        `Error: Activity class {${asked.component.replace(/^([^/]+)\/\./, "$1/$1.")}} does not exist.`,
      );
    return exit(1, starting, `Error: Activity not started, unable to resolve Intent { ${shown} flg=0x10000000 }`);
  }
  if (!first.exported)
    return exit(
      255,
      starting,
      `java.lang.SecurityException: Permission Denial: starting Intent { ${shown} flg=0x10000000 cmp=${first.component} } from null (pid=4711, uid=2000) not exported from uid 1000`,
    );
  const detail = [asked.data, ...extras.map(([key, value]) => `${key}=${value}`)].filter((part) => part !== undefined);
  started.set(state, [...startedActivities(state), [`user ${user}: ${first.component}`, ...detail].join(" ")]);
  acts.get(state)?.get(first.component)?.(new Map(extras));
  return [starting];
}

function activities(
  state: PhoneState,
  user: number,
  asked: AskedIntent,
  categories: readonly string[],
): readonly { readonly component: string; readonly exported: boolean }[] {
  const screens = categories.length > 0 ? [] : knownScreens(state, user, asked);
  const own = [...state.packages.values()]
    .filter((pkg) => isEnabled(pkg, user) && (asked.package ?? pkg.name) === pkg.name)
    .flatMap((pkg) => pkg.activities)
    .filter(({ component, actions, categories: has }) =>
      asked.component !== undefined
        ? component === asked.component
        : asked.action !== undefined &&
          actions.includes(asked.action) &&
          categories.every((category) => has.includes(category)),
    );
  return [
    ...screens.map(({ component, exported }) => ({ component, exported: exported !== false })),
    ...own.map(({ component }) => ({ component, exported: true })),
  ];
}

function askedBy(given: Options): AskedIntent {
  return {
    action: given.value("-a"),
    component: given.value("-n"),
    data: given.value("-d"),
    package: given.value("-p"),
  };
}

/** The options of an intent; `--es KEY VALUE` takes two arguments. */
function intentOf(args: readonly string[]): { given: Options; extras: readonly (readonly [string, string])[] } {
  const rest: string[] = [];
  const extras: [string, string][] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "--es" || arg === "-e") extras.push([args[++i] ?? "", args[++i] ?? ""]);
    else rest.push(arg);
  }
  const valued = ["--user", "--query-flags", "-a", "-c", "-d", "-t", "-n", "-p", "-f"];
  return { given: options(rest, ["--brief", "--components", "-W"], valued), extras };
}

function intentText({ action, data, component, package: name }: AskedIntent, extras: boolean): string {
  return [
    ...(action === undefined ? [] : [`act=${action}`]),
    ...(data === undefined ? [] : [`dat=${data}`]),
    ...(name === undefined ? [] : [`pkg=${name}`]),
    ...(component === undefined ? [] : [`cmp=${component}`]),
    ...(extras ? ["(has extras)"] : []),
  ].join(" ");
}
