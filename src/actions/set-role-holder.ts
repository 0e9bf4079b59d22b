import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aPackage, aUser, oneOf, orNull } from "../core/params.ts";
import { apiLevel } from "../facts/api-level.ts";
import { packageDetails } from "../facts/package-details.ts";
import { roles, type UserRoles } from "../facts/roles.ts";
import { installedApp } from "./installed-app.ts";

/** Roles that one app holds at a time and that a person chooses the app for. */
export const chosenRoles = [
  "ASSISTANT",
  "BROWSER",
  "CALL_REDIRECTION",
  "CALL_SCREENING",
  "DIALER",
  "EMERGENCY",
  "HOME",
  "SMS",
] as const;
/** Without them the phone makes no calls, gets no messages, has no home screen. */
export const neededRoles: readonly string[] = ["DIALER", "HOME", "SMS"];

/** Makes an app the default for something, or lets nobody be it (AOSP: com.android.role.RoleShellCommand). */
export default defineAction({
  id: "set-role-holder",
  title: "Choose the default app for calls, messages, web pages, the home screen or another role",
  risk: "may-break-apps",
  params: { user: aUser, role: oneOf(...chosenRoles), package: orNull(aPackage) },
  needs: { roles, packageDetails, apiLevel },
  about: ({ user, role, package: name }) =>
    name === null ? `Let no app be ${words(role)} of user ${user}` : `Make ${name} ${words(role)} of user ${user}`,
  topic: ({ user, role }) => `role ${user} ${role}`,
  state: ({ user, role }, { roles }) => holder(user, role, roles),
  plan: ({ user, role, package: name }, { roles, packageDetails, apiLevel }) => {
    if (apiLevel < 29)
      return {
        refused: "Before Android 10 a computer cannot choose default apps.",
        advice: "On the phone: Settings, Apps, Default apps.",
      };
    const before = holder(user, role, roles);
    if (before === name) return [];
    if (name === null && neededRoles.includes(role))
      return { refused: `The phone needs ${words(role)}.`, advice: "Choose another app for it instead of none." };
    if (name !== null && !installedApp(packageDetails, { user, package: name }))
      return { refused: `${name} is not installed for user ${user}.` };
    const command = (verb: string, of: string) => [
      ...["cmd", "role", `${verb}-role-holder`, "--user", String(user)],
      ...[`android.app.role.${role}`, of],
    ];
    if (name === null)
      return [
        {
          about: `Let ${before} be ${words(role)} no more`,
          run: command("remove", before ?? ""),
          undo: [command("add", before ?? "")],
        },
      ];
    return [
      {
        about: `Make ${name} ${words(role)}${before === null ? "" : ` in place of ${before}`}`,
        run: command("add", name),
        undo: [before === null ? command("remove", name) : command("add", before)],
      },
    ];
  },
  done: ({ user, role, package: name }, { roles }) => holder(user, role, roles) === name,
  examples: ({ roles, packageDetails }) => {
    const added = packageDetails.find(({ flags, users }) => !flags.includes("SYSTEM") && users[0]?.installed)?.name;
    return roles.flatMap(({ user, holders }) =>
      user === "current"
        ? []
        : chosenRoles
            .filter((role) => (holders[`android.app.role.${role}`] ?? []).length > 0)
            .flatMap((role) => [
              { user, role, package: null },
              ...(added === undefined ? [] : [{ user, role, package: added }]),
            ]),
    );
  },
});

function holder(user: number, role: string, all: readonly UserRoles[]): string | null {
  const holders = all.find((each) => each.user === user)?.holders[`android.app.role.${role}`];
  return reported(holders, `who is ${words(role)} of user ${user}`)[0] ?? null;
}

function words(role: string): string {
  return roleWords[role] ?? role;
}

/** What each role is, for people. */
export const roleWords: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ASSISTANT: "the assistant",
  BROWSER: "the browser",
  CALL_REDIRECTION: "the app that redirects calls",
  CALL_SCREENING: "the app that screens calls",
  DIALER: "the app for calls",
  EMERGENCY: "the app for emergencies",
  HOME: "the home screen",
  SMS: "the app for messages",
});
