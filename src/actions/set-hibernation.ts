import { defineAction } from "../core/action.ts";
import { aPackage, aSwitch, aUser } from "../core/params.ts";
import { appHibernation } from "../facts/app-hibernation.ts";
import { packageDetails } from "../facts/package-details.ts";
import { installedApp } from "./installed-app.ts";

/** Puts an app to sleep until the person opens it, or wakes it (AOSP: com.android.server.apphibernation.AppHibernationShellCommand). */
export default defineAction({
  id: "set-hibernation",
  title: "Put an app to sleep until it is opened, or wake it",
  risk: "safe",
  params: { user: aUser, package: aPackage, asleep: aSwitch },
  needs: { appHibernation, packageDetails },
  about: ({ user, package: name, asleep }) =>
    asleep ? `Let ${name} of user ${user} sleep until it is opened` : `Wake ${name} of user ${user}`,
  state: ({ user, package: name }, { appHibernation }) => sleeps(user, name, appHibernation),
  plan: (params, { appHibernation, packageDetails }) => {
    const { user, package: name, asleep } = params;
    if (!installedApp(packageDetails, params)) return { refused: `${name} is not installed for user ${user}.` };
    if (appHibernation === null) return { refused: "Before Android 12 apps cannot be put to sleep." };
    if (sleeps(user, name, appHibernation) === asleep) return [];
    const set = (on: boolean) => ["cmd", "app_hibernation", "set-state", "--user", String(user), name, String(on)];
    return [
      {
        about: `${asleep ? "Put" : "Wake"} ${name}${asleep ? " to sleep" : ""}`,
        run: set(asleep),
        undo: [set(!asleep)],
      },
    ];
  },
  done: ({ user, package: name, asleep }, { appHibernation }) => sleeps(user, name, appHibernation) === asleep,
  examples: ({ packageDetails }) =>
    packageDetails
      .filter(({ flags }) => !flags.includes("SYSTEM"))
      .flatMap(({ name, users }) =>
        users.filter(({ installed }) => installed).map(({ user }) => ({ user, package: name, asleep: true })),
      ),
});

type Sleeping = readonly { readonly user: number; readonly packages: readonly string[] }[] | null;

function sleeps(user: number, name: string, all: Sleeping): boolean {
  return all?.find((each) => each.user === user)?.packages.includes(name) ?? false;
}
