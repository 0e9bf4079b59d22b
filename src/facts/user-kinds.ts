import { defineFact, reading } from "../core/fact.ts";
import { parseUserTypes } from "../formats/user-dump.ts";
import { secureSettings, type UserSettings } from "./secure-settings.ts";
import { type User, users } from "./users.ts";

/** What a user of the phone is. `profile`: a profile of a kind that the phone did not tell. */
export type UserKindName =
  | "owner"
  | "person"
  | "guest"
  | "restricted"
  | "work-profile"
  | "second-space"
  | "dual-apps"
  | "secure-folder"
  | "private-space"
  | "maintenance"
  | "profile"
  | "other";

/** Kinds that live beside their owner on the same screen; all others are people who take turns with the phone. */
export const profileKinds: readonly UserKindName[] = [
  "work-profile",
  "dual-apps",
  "secure-folder",
  "private-space",
  "profile",
];

/** Kinds that choose for themselves what the phone collects of them. */
export const personKinds: readonly UserKindName[] = ["owner", "person", "second-space"];

export interface UserKind {
  readonly user: number;
  readonly name: string;
  readonly kind: UserKindName;
}

/** Bits of UserInfo.flags. AOSP: frameworks/base/core/java/android/content/pm/UserInfo.java. */
const flag = { guest: 0x4, restricted: 0x8, managedProfile: 0x20, full: 0x400, profile: 0x1000 } as const;

/** User numbers that makers fixed: Xiaomi's dual apps and maintenance mode, Samsung's Secure Folder. */
const fixed: Readonly<Record<number, UserKindName>> = { 999: "dual-apps", 110: "maintenance", 150: "secure-folder" };

/** Types of Android 11 and later. AOSP: frameworks/base/core/java/android/os/UserManager.java (USER_TYPE_*). */
const types: Readonly<Record<string, UserKindName>> = {
  "android.os.usertype.full.GUEST": "guest",
  "android.os.usertype.full.RESTRICTED": "restricted",
  "android.os.usertype.profile.MANAGED": "work-profile",
  "android.os.usertype.profile.CLONE": "dual-apps",
  "android.os.usertype.profile.PRIVATE": "private-space",
};

/** What each user of the phone is: the owner, another person, a guest, a work profile, a second space, dual apps. */
export const userKinds = defineFact({
  id: "user-kinds",
  about: "What each user is (owner, other person, guest, work profile, second space, dual apps, private space)",
  needs: { users, secureSettings },
  read: () => [["dumpsys", "user"]],
  parse: ([text = ""], { users, secureSettings }): readonly UserKind[] => {
    const told = parseUserTypes(text);
    return users.map((user) => kind(user, secureSettings, told.get(user.id)));
  },
  otherwise: [
    reading({
      needs: { users },
      read: () => [],
      parse: (_, { users }): readonly UserKind[] => users.map((user) => kind(user, [], undefined)),
    }),
  ],
});

function kind({ id, name, flags }: User, settings: readonly UserSettings[], type: string | undefined): UserKind {
  return { user: id, name, kind: kindName(id, flags, secondSpace(settings), type) };
}

function kindName(id: number, flags: number, second: number | null, type: string | undefined): UserKindName {
  if (id === 0) return "owner";
  if (id === second) return "second-space";
  if (fixed[id]) return fixed[id];
  const known = type === undefined ? undefined : types[type];
  if (known) return known;
  if (flags & flag.managedProfile) return "work-profile";
  if (flags & flag.guest) return "guest";
  if (flags & flag.restricted) return "restricted";
  // Before Android 11 neither bit exists and every user that is no profile is a full one.
  if (flags & flag.full || (type === undefined && !(flags & flag.profile))) return "person";
  return flags & flag.profile ? "profile" : "other";
}

/** The number of Xiaomi's second space, which the first user's settings name. */
function secondSpace(settings: readonly UserSettings[]): number | null {
  const value = settings.find(({ user }) => user === 0 || user === "current")?.settings["second_user_id"];
  return value !== undefined && /^[1-9]\d*$/.test(value) ? Number(value) : null;
}
