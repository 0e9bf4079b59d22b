import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aComponent, aSwitch, aUser } from "../core/params.ts";
import { apiLevel } from "../facts/api-level.ts";
import { type NotificationListeners, notificationListeners } from "../facts/notification-listeners.ts";
import { spelt } from "./component-entries.ts";

/** Lets a component read all notifications, or no more (AOSP: com.android.server.notification.NotificationShellCmd). */
export default defineAction({
  id: "set-notification-listener",
  title: "Take the right to read all notifications away, or give it",
  risk: "may-break-apps",
  params: { user: aUser, component: aComponent, on: aSwitch },
  needs: { notificationListeners, apiLevel },
  about: ({ user, component, on }) =>
    on
      ? `Let ${component} read all notifications of user ${user}`
      : `Let ${component} read the notifications of user ${user} no more`,
  state: (params, { notificationListeners }) => reads(params, notificationListeners),
  plan: (params, { notificationListeners, apiLevel }) => {
    const { user, component, on } = params;
    if (reads(params, notificationListeners) === on) return [];
    if (apiLevel < 27 || (apiLevel < 28 && user !== 0))
      return {
        refused: "Before Android 9 a computer cannot change this.",
        advice: "On the phone: Settings, Apps, Special app access, Notification access.",
      };
    const command = (verb: string) => ["cmd", "notification", verb, component, String(user)];
    const [run, back] = on ? ["allow_listener", "disallow_listener"] : ["disallow_listener", "allow_listener"];
    const about = on ? `Allow ${component} to read notifications` : `Forbid ${component} to read notifications`;
    return [{ about, run: command(run ?? ""), undo: [command(back ?? "")] }];
  },
  done: (params, { notificationListeners }) => reads(params, notificationListeners) === params.on,
  examples: ({ notificationListeners }) =>
    notificationListeners.flatMap(({ user, listeners }) => {
      // A listener that comes back comes last.
      const last = listeners.at(-1)?.component;
      if (user === "current" || last === undefined || !aComponent.accepts(last)) return [];
      return [{ user, component: last, on: false }];
    }),
});

function reads(
  { user, component }: { readonly user: number; readonly component: string },
  all: readonly NotificationListeners[],
): boolean {
  const own = all.find((each) => each.user === user);
  // Users for whom nobody reads them are not told at all.
  if (!own && all.some((each) => each.user === "current"))
    reported(undefined, `which apps read the notifications of user ${user}`);
  return own?.listeners.some((listener) => listener.component === spelt(component)) ?? false;
}
