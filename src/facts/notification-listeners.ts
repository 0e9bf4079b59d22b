import type { UserId } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { type Component, parseComponentList } from "../formats/component-list.ts";
import { parseNotificationListeners } from "../formats/notification-listeners-dump.ts";
import { secureSettings } from "./secure-settings.ts";

/** Components that may read all notifications of one user. */
export interface NotificationListeners {
  readonly user: UserId;
  readonly listeners: readonly Component[];
}

const key = "enabled_notification_listeners";

/**
 * Apps that may read all notifications. The notification service keeps the truth; the setting is its copy and is used where
 * the service could not be asked.
 */
export const notificationListeners = defineFact({
  id: "notification-listeners",
  about: "Apps that may read all notifications, per user",
  read: () => [["dumpsys", "notification"]],
  parse: ([text = ""]): readonly NotificationListeners[] =>
    parseNotificationListeners(text).map(({ user, listeners }) => ({ user: user ?? "current", listeners })),
  otherwise: [
    reading({
      needs: { secureSettings },
      read: () => [],
      parse: (_, { secureSettings }): readonly NotificationListeners[] => {
        if (secureSettings.every(({ settings }) => settings[key] === undefined))
          throw new FormatError("settings list secure", `no ${key}`);
        return secureSettings.map(({ user, settings }) => ({
          user,
          listeners: parseComponentList(settings[key] ?? ""),
        }));
      },
    }),
  ],
});
