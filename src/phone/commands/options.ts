import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { noSuchAccess, Refusal } from "../state/refusal.ts";

/** Arguments taken apart: options that were asked for, and the rest in order. */
export interface Options {
  readonly has: (name: string) => boolean;
  /** The value after an option. */
  readonly value: (name: string) => string | undefined;
  /** Every value of an option that may be given several times. */
  readonly values: (name: string) => readonly string[];
  readonly rest: readonly string[];
}

/**
 * Takes arguments apart. `flags` stand alone, `valued` take the next argument; both may stand before, between and after the rest. With `number`
 * a negative number is no option.
 *
 * @throws Refusal for an option that is neither.
 */
export function options(
  args: readonly string[],
  flags: readonly string[],
  valued: readonly string[],
  number = false,
): Options {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (valued.includes(arg)) {
      const value = args[++i];
      if (value === undefined) throw new Refusal(`Error: Option ${arg} needs a value`, 255);
      given.set(arg, [...(given.get(arg) ?? []), value]);
    } else if (flags.includes(arg)) given.set(arg, []);
    else if (arg.startsWith("-") && arg.length > 1 && !(number && /^-[0-9]/.test(arg)))
      throw new Refusal(`Error: Unknown option: ${arg}`, 255);
    else rest.push(arg);
  }
  return {
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
    rest,
  };
}

/**
 * The user that `--user` names: a number, `current`, or `all` (undefined here).
 *
 * @throws Refusal for users that do not exist or that the shell may not enter.
 */
export function userOption(state: PhoneState, verb: string, value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const id = value === "current" || value === "cur" || value === "-2" ? state.currentUser : Number(value);
  if (!Number.isInteger(id)) throw new Refusal(`Error: Invalid user: ${value}`, 255);
  const user = state.users.find((known) => known.id === id);
  if (user && !user.shellAllowed) throw noSuchAccess(verb, id);
  if (!user)
    throw new Refusal(sdkOf(state) >= 31 ? `Error: user ${id} does not exist` : `Error: Invalid user: ${id}`, 255);
  return id;
}
