import { hash } from "../../state/package-state.ts";
import { type Dump, type PhoneState, sdkOf } from "../../state/phone-state.ts";
import { componentList } from "../../state/setting-tables.ts";

/** `dumpsys notification`: records and listeners (AOSP: com.android.server.notification). */
export const notificationDump: Dump = function* (state) {
  yield* ["Current Notification Manager state:", "  Notification List:"];
  for (const record of state.notifications) yield* oneRecord(state, record);
  yield* ["  ", "  mUseAttentionLight=false", "  mHasLight=true", "  mNotificationPulseEnabled=true", ""];
  yield "  Notification listeners:";
  yield* listeners(state);
  yield* ["", "  Notification assistant services:", "    Allowed notification assistants:", ""];
  yield* ["  Zen Mode:", "    mInterruptionFilter=1", "    mZenMode=ZEN_MODE_OFF", ""];
};

function* oneRecord(state: PhoneState, record: PhoneState["notifications"][number]): Iterable<string> {
  const uid = record.user * 100_000 + (state.packages.get(record.package)?.appId ?? 1000);
  const key = `${record.user}|${record.package}|${record.id}|null|${uid}`;
  yield `    NotificationRecord(0x${hash(key).padStart(8, "0")}: pkg=${record.package} user=UserHandle{${record.user}} id=${record.id} tag=null importance=3 key=${key}: Notification(channel=${record.channel} shortcut=null contentView=null vibrate=null sound=null defaults=0x0 flags=0x10 color=0x00000000 vis=PRIVATE))`;
  yield* [
    `      uid=${uid} userId=${record.user}`,
    `      opPkg=${record.package}`,
    "      flags=0x10",
    "      pri=0",
    `      key=${key}`,
  ];
}

function* listeners(state: PhoneState): Iterable<string> {
  const sdk = sdkOf(state);
  const allowed = new Map(
    state.users.map((user) => [user.id, componentList(state.settings, "enabled_notification_listeners", user.id)]),
  );
  const enabled = allowed.get(state.currentUser) ?? [];
  if (sdk >= 26) {
    yield "    Allowed notification listeners:";
    for (const [user, components] of allowed) {
      if (components.length > 0)
        yield `      ${components.join(":")} (user: ${user} isPrimary: true${sdk >= 33 ? " isUserChanged: true" : ""})`;
    }
  }
  if (sdk >= 34) yield `    Has user set:`;
  yield `${sdk >= 34 ? `(user ${state.currentUser}): ` : "  "}  All notification listeners (${enabled.length}) enabled for current profiles:`;
  yield* enabled.map((component) => `      ComponentInfo{${component}}`);
  yield `    Live notification listeners (${enabled.length + 1}):`;
  yield "      ComponentInfo{com.android.systemui/com.android.systemui.statusbar.NotificationListener} (user -1): android.service.notification.INotificationListener$Stub$Proxy@38bc476 SYSTEM";
  yield* enabled.map(
    (component) =>
      `      ComponentInfo{${component}} (user ${state.currentUser}): android.service.notification.INotificationListener$Stub$Proxy@${hash(component).slice(0, 7)}`,
  );
  yield* ["    Snoozed notification listeners (0):", "    mListenerHints: 0", "    mListenersDisablingEffects: ()"];
}
