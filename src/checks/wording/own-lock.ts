import type { LockSettings } from "../../facts/lock-settings.ts";
import type { User } from "../../facts/users.ts";

/** UserInfo.FLAG_RESTRICTED, FLAG_MANAGED_PROFILE and FLAG_PROFILE: users that hang on another user's lock screen. */
const profileFlags = 0x8 | 0x20 | 0x1000;
/** MIUI's and vivo's user for second copies of apps: no lock screen of its own, on old versions without the profile flag. */
const clonedApps = 999;

/** Whether a user has a lock screen of its own: the owner, other full users, and profiles with a separate lock. */
export function hasOwnLock(lock: LockSettings, users: readonly User[] | undefined): boolean {
  if (lock.user === 0) return true;
  if (lock.user === clonedApps) return false;
  const user = users?.find(({ id }) => id === lock.user);
  if (!user) return lock.separate === true;
  return (user.flags & profileFlags) === 0 || lock.separate === true;
}
