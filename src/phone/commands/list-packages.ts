import { isEnabled, isInstalled, isSystem, type PackageState, uidOf } from "../state/package-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import type { Lines } from "./answer.ts";
import { type Options, options, userOption } from "./options.ts";

/** `pm list packages` with its filters (AOSP: PackageManagerShellCommand.runListPackages). */
export function listPackages(state: PhoneState, args: readonly string[]): Lines {
  const given = options(spread(args), flags, ["--user", "--uid"]);
  const verb = "list";
  const users =
    given.value("--user") === "all"
      ? state.users.map((user) => user.id)
      : [userOption(state, verb, given.value("--user"), 0)];
  if (given.has("--apex-only")) return [];
  const wanted = given.rest[0];
  const uid = given.value("--uid");
  const chosen = [...state.packages.values()].filter(
    (pkg) =>
      passes(pkg, given, users) &&
      (wanted === undefined || pkg.name.includes(wanted)) &&
      (uid === undefined || users.some((user) => uidOf(pkg, user) === Number(uid))),
  );
  return chosen.map((pkg) => line(pkg, given, users));
}

const flags = [
  "-f",
  "-s",
  "-3",
  "-d",
  "-e",
  "-u",
  "-i",
  "-U",
  "-a",
  "-q",
  "-l",
  "--show-versioncode",
  "--apex-only",
  "--match-libraries",
];

/** `-si` is `-s -i`. */
function spread(args: readonly string[]): readonly string[] {
  return args.flatMap((arg) =>
    /^-[a-zA-Z0-9]{2,}$/.test(arg) ? [...arg.slice(1)].map((letter) => `-${letter}`) : [arg],
  );
}

function passes(pkg: PackageState, given: Options, users: readonly number[]): boolean {
  const present = users.some((user) => isInstalled(pkg, user));
  const known = users.some((user) => pkg.users.has(user));
  if (given.has("-u") ? !known : !present) return false;
  if (given.has("-s") && !isSystem(pkg)) return false;
  if (given.has("-3") && isSystem(pkg)) return false;
  const enabled = users.some((user) => isEnabled(pkg, user) || !isInstalled(pkg, user));
  if (given.has("-e") && !enabled) return false;
  return !(given.has("-d") && enabled);
}

function line(pkg: PackageState, given: Options, users: readonly number[]): string {
  let text = given.has("-f") ? `package:${pkg.apk}=${pkg.name}` : `package:${pkg.name}`;
  if (given.has("--show-versioncode")) text += ` versionCode:${pkg.versionCode}`;
  if (given.has("-i")) text += `  installer=${pkg.installer ?? "null"}`;
  if (given.has("-U")) text += ` uid:${users.map((user) => uidOf(pkg, user)).join(",")}`;
  return text;
}
