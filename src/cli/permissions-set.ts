import { planChanges } from "../centre/changes.ts";
import { type ChosenChanges, choosePermissions, type PermissionWish } from "../centre/permission-choice.ts";
import { ruleText } from "../centre/permission-rules.ts";
import type { PermissionChoice, PermissionGoal } from "../centre/permission-words.ts";
import type { ActionCall } from "../core/action.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, runChanges, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { matrixOf } from "./permissions.ts";

/** Flags of commands that set permissions. */
export interface PermissionChangeFlags extends ChangeFlags {
  /** Where a permission cannot be withdrawn, have Android withhold it. */
  readonly byAppOp: boolean;
}

/** Flags of `candor permissions set`. */
export interface PermissionsSetFlags extends PermissionChangeFlags {
  readonly permission: readonly PermissionChoice[];
  readonly app?: readonly string[];
  readonly allUserApps: boolean;
  readonly to: PermissionGoal;
  readonly unused?: number;
  readonly user?: number;
}

/** `candor permissions set --permission P --app A|--all-user-apps --to deny|allow|ask|never`. */
export async function permissionsSet(this: Context, flags: PermissionsSetFlags): Promise<void> {
  if ((flags.app === undefined) === !flags.allUserApps) {
    this.process.stderr.write("Say which apps: either --app PACKAGE (may be repeated) or --all-user-apps.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  const wish: PermissionWish = {
    permissions: flags.permission,
    to: flags.to,
    apps: flags.app ?? null,
    user: flags.user ?? null,
    unusedDays: flags.unused ?? null,
  };
  await applyWishes(this, flags, [wish]);
}

/** Works out what wishes come to on the phone, says what is left out and why, and runs the rest. */
export async function applyWishes(
  context: Context,
  flags: PermissionChangeFlags,
  wishes: readonly PermissionWish[],
): Promise<void> {
  await withPhone(context, flags, async (source, progress) => {
    const matrix = await matrixOf(source, context, progress);
    progress.end();
    const chosen = wishes.map((wish) => choosePermissions(matrix, wish, context.now()));
    const { stderr } = context.process;
    for (const line of [...matrix.unread, ...chosen.flatMap(noteLines)]) stderr.write(`${plainText(line)}\n`);
    if (chosen.some(({ missing }) => missing.length > 0)) return exitCodes.usage;
    // Of two rules about the same, the later one holds.
    const calls = new Map(
      chosen
        .flatMap((each) => each.calls)
        .map((call) => [`${call.params["user"]} ${call.params["package"]} ${call.params["permission"]}`, call]),
    );
    if (calls.size === 0) {
      stderr.write("Nothing is to be done: it is so already, or no app is concerned.\n");
      return exitCodes.fine;
    }
    const reason = `permissions: ${wishes.map(ruleText).join(" | ")}`.slice(0, 1000);
    const asked = flags.byAppOp ? await byAppOp(source, [...calls.values()], context) : [...calls.values()];
    return await runChanges(context, source, asked, flags, { title: "Set permissions", reason });
  });
}

/** The same changes, but where the phone is known to refuse a withdrawal the app-op that withholds the permission. */
async function byAppOp(
  source: Source,
  calls: readonly ActionCall[],
  { signal }: Context,
): Promise<readonly ActionCall[]> {
  const { plannings } = await planChanges(source, calls, { signal });
  return plannings.map(({ call, planning }) =>
    planning.state === "refused" && planning.next?.action === "set-app-op" ? planning.next : call,
  );
}

/** Apps in a long list of those left out that are named. */
const named = 12;

function noteLines({ leftOut, missing, already, warnings }: ChosenChanges): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { package: name, user, why } of leftOut)
    byReason.set(why, [...(byReason.get(why) ?? []), user === 0 ? name : `${name} (user ${user})`]);
  return [
    ...missing.map((name) => `${name} is not installed, or not for this user. Nothing was changed.`),
    ...already.map((name) => `${name}: nothing is to be done, it is so already or the app does not ask for it.`),
    ...warnings.map((sentence) => `Mind: ${sentence}`),
    ...[...byReason].map(([why, names]) => {
      const more = names.length > named ? ` and ${names.length - named} more` : "";
      return `Left out: ${names.slice(0, named).join(", ")}${more}. ${why}`;
    }),
  ];
}
