import { FormatError } from "../core/errors.ts";

/** How one user's lock screen is secured. */
export interface LockSettings {
  readonly user: number;
  /** Whether a PIN, pattern or password is set. */
  readonly secured: boolean;
  /** What is set; null where the phone does not print the kind (Android 8 to 10). */
  readonly type: "none" | "pattern" | "pin" | "password" | null;
  /** Whether a profile has a lock of its own; null where not printed. */
  readonly separate: boolean | null;
  /** Whether the lock screen is switched off altogether; null where not printed. */
  readonly disabled: boolean | null;
}

/**
 * Parses `dumpsys lock_settings`. Android 8 to 10 print `SP Handle = …` and `SID = …` per user: the SID is 0 exactly when no
 * PIN, pattern or password is enrolled. Newer versions print `CredentialType: …` as well. Handles and SIDs are not kept.
 *
 * @throws FormatError for any other layout (Android 7 prints nothing).
 * AOSP: frameworks/base/services/core/java/com/android/server/locksettings/LockSettingsService.java, dump.
 */
export function parseLockSettings(text: string): LockSettings[] {
  if (!/^Current lock settings service state:/m.test(text))
    throw new FormatError("lock_settings", "no lock settings state found");
  const users = userBlocks(text).map(({ user, fields }) => readUser(user, fields));
  if (users.length === 0) throw new FormatError("lock_settings", "no user found");
  return users;
}

interface UserBlock {
  readonly user: number;
  readonly fields: ReadonlyMap<string, string>;
}

/** The lines under each `User N`, up to the sections about storage and keys, which repeat the users. */
function userBlocks(text: string): UserBlock[] {
  const blocks: { user: number; fields: Map<string, string> }[] = [];
  for (const line of text.split("\n")) {
    if (/^(?:Storage|StrongAuth|RebootEscrow|Keys in namespace)\b/.test(line)) break;
    const user = /^\s*User (\d{1,9})\s*$/.exec(line);
    if (user) blocks.push({ user: Number(user[1]), fields: new Map() });
    const field = /^\s*([A-Za-z][\w -]{0,40}?)\s?[:=]\s?(\S.*)$/.exec(line);
    if (field) blocks.at(-1)?.fields.set(field[1] as string, (field[2] as string).trim());
  }
  return blocks;
}

function readUser(user: number, fields: ReadonlyMap<string, string>): LockSettings {
  const rest = {
    user,
    separate: flag(fields.get("SeparateChallenge")),
    disabled: flag(fields.get("IsLockScreenDisabled")),
  };
  const kind = fields.get("CredentialType")?.toLowerCase();
  if (kind === "none") return { ...rest, secured: false, type: "none" };
  if (kind === "pattern" || kind === "pin" || kind === "password") return { ...rest, secured: true, type: kind };
  if (kind !== undefined && kind !== "password_or_pin")
    throw new FormatError("lock_settings", `credential type "${kind}"`);
  if (kind !== undefined) return { ...rest, secured: true, type: null };
  const sid = fields.get("SID");
  if (sid === undefined || !/^[0-9a-f]{1,16}$/i.test(sid))
    throw new FormatError("lock_settings", `neither CredentialType nor SID for user ${user}`);
  const secured = /[^0]/.test(sid);
  return { ...rest, secured, type: secured ? null : "none" };
}

function flag(text: string | undefined): boolean | null {
  return text === "true" ? true : text === "false" ? false : null;
}
