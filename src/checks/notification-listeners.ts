import { defineCheck } from "../core/check.ts";
import { notificationListeners } from "../facts/notification-listeners.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type ChoiceQuestion, choiceFindings, forUser } from "./wording/component-findings.ts";

const asked: ChoiceQuestion = {
  fact: notificationListeners,
  name: "listeners that are allowed",
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > Apps > Special app access > Notification access (Device and app notifications) (on Xiaomi, search the settings for “special”).",
    "Switch off the apps that do not need it.",
  ],
  screen: "notification-access",
};

/** Added apps that may read all notifications. */
export default defineCheck({
  id: "notification-listeners",
  category: "special-access",
  severity: "medium",
  question: "May an added app read all notifications?",
  title: { pass: "No added app may read all notifications", fail: "An added app may read all notifications" },
  why: "Messages, one-time codes and names of senders appear in notifications. An app with this access reads them all and can answer or remove them.",
  advice: "Keep it for watches and cars that show your messages; take it from the rest.",
  references: [
    "https://developer.android.com/reference/android/service/notification/NotificationListenerService",
    "AOSP: frameworks/base/services/core/java/com/android/server/notification/ManagedServices.java",
  ],
  messages: { holds: "{app} may read all notifications." },
  needs: { notificationListeners },
  wants: { packages, packageDetails },
  run: ({ notificationListeners }, apps) =>
    choiceFindings(
      notificationListeners.flatMap(({ user, listeners }) =>
        listeners.map(({ package: name, component }) => ({
          user,
          package: name,
          shown: component,
          // A whole package that is allowed has no component to be named.
          withdraw: component.includes("/")
            ? forUser(user, (id) => ({
                action: "set-notification-listener",
                params: { user: id, component, on: false },
              }))
            : undefined,
        })),
      ),
      asked,
      apps,
    ),
  examples: {
    pass: [
      { name: "nobody is allowed", given: { notificationListeners: [{ user: 0, listeners: [] }] } },
      {
        name: "the launcher that came with the phone",
        given: { notificationListeners: [listening("com.android.launcher3")] },
        wanted: {
          packages: [{ name: "com.android.launcher3", path: null, system: true, updated: false, appId: 10_060 }],
        },
      },
    ],
    fail: [
      {
        name: "an added app, for two users",
        given: {
          notificationListeners: [listening("com.example.sync"), { ...listening("com.example.sync"), user: 10 }],
        },
        wanted: {
          packages: [{ name: "com.example.sync", path: null, system: false, updated: false, appId: 10_200 }],
        },
        findings: 1,
      },
    ],
  },
});

function listening(name: string) {
  return { user: 0, listeners: [{ component: `${name}/${name}.Listener`, package: name }] };
}
