import type { AppSpec, sharedUsers } from "./app-spec.ts";

/** App descriptions of the rows of an image list. */
export function imageApps(...lists: readonly string[]): readonly AppSpec[] {
  return lists
    .flatMap((list) => list.trim().split("\n"))
    .map((row) => {
      const [image = "", name = "", shared] = row.split(" ");
      return { name, image, ...(shared === undefined ? {} : { sharedUser: shared as keyof typeof sharedUsers }) };
    });
}

/** Android's own packages that matter to examinations, with what they hold. `systemUi` is the folder of the system's surface. */
export function coreApps(systemUi: string): readonly AppSpec[] {
  return [
    {
      name: "com.android.systemui",
      label: "System UI",
      image: systemUi,
      grants: ["READ_PHONE_STATE", "READ_CONTACTS"],
      modes: { SYSTEM_ALERT_WINDOW: "allow" },
    },
    {
      name: "com.android.settings",
      label: "Settings",
      image: "system_ext/priv-app/Settings",
      sharedUser: "system",
      grants: ["READ_CONTACTS", "CAMERA", "WRITE_SECURE_SETTINGS"],
      launcher: ".Settings",
    },
    {
      name: "com.android.phone",
      label: "Phone services",
      image: "system/priv-app/TeleService",
      sharedUser: "phone",
      grants: [
        "CALL_PHONE",
        "READ_SMS",
        "SEND_SMS",
        "READ_PHONE_STATE",
        "READ_CALL_LOG",
        "READ_CONTACTS",
        "ACCESS_FINE_LOCATION",
      ],
    },
    {
      name: "com.android.shell",
      label: "Shell",
      image: "system/priv-app/Shell",
      sharedUser: "shell",
      grants: [
        "READ_CONTACTS",
        "READ_SMS",
        "READ_CALENDAR",
        "CALL_PHONE",
        "READ_PHONE_STATE",
        "DUMP",
        "WRITE_SECURE_SETTINGS",
      ],
    },
    {
      name: "com.android.providers.contacts",
      label: "Contacts storage",
      image: "system/priv-app/ContactsProvider",
      sharedUser: "contacts",
      grants: ["READ_CONTACTS", "WRITE_CONTACTS", "READ_CALL_LOG", "WRITE_CALL_LOG", "GET_ACCOUNTS"],
    },
  ];
}
