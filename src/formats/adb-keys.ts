import { FormatError } from "../core/errors.ts";
import { type DumpObject, dumpObjects, dumpTexts, parseDumpTree } from "./dump-tree.ts";
import { md5 } from "./md5.ts";

/** A computer that may use ADB. The key itself is not kept. */
export interface AdbKey {
  /** MD5 of the key in capitals with colons, as the phone shows it when it asks. */
  readonly fingerprint: string;
  /** What the computer calls itself, usually user@host; null where the key carries nothing. Not trusted. */
  readonly comment: string | null;
  /** When it last connected, epoch milliseconds; null where the phone does not keep that. */
  readonly lastConnection: number | null;
}

const most = 1000;

/**
 * Parses the authorised keys in `dumpsys adb` (Android 10 and later) or in the structured `dumpsys usb` of Android 9. A phone
 * without authorised computers prints no `user_keys`.
 *
 * @throws FormatError when the debugging manager is missing, which is so where ADB has not run since the phone started.
 * AOSP: frameworks/base/services/core/java/com/android/server/adb/AdbDebuggingManager.java (dump, AdbKeyStore).
 */
export function parseAdbDump(text: string): readonly AdbKey[] {
  const root = parseDumpTree(text);
  const manager = [root, ...dumpObjects(root, "device_manager")].flatMap((o) => dumpObjects(o, "debugging_manager"))[0];
  if (!manager) throw new FormatError("dumpsys adb", "no debugging manager");
  return withConnections(parseKeys(dumpTexts(manager, "user_keys").join("\n")), manager);
}

/**
 * Parses the authorised keys in the `dumpsys usb` of Android 7 and 8: lines between "User keys:" and "System keys:".
 *
 * @throws FormatError when that block is missing, or the phone could not read its own file of keys.
 * AOSP: frameworks/base/services/usb/java/com/android/server/usb/UsbDebuggingManager.java (dump, android-7.1).
 */
export function parseUsbKeysBlock(text: string): readonly AdbKey[] {
  const lines = text.split("\n").map((line) => line.trim());
  const start = lines.indexOf("User keys:");
  const end = lines.indexOf("System keys:", start);
  if (start < 0 || end < 0) throw new FormatError("dumpsys usb", "no block of user keys");
  const block = lines.slice(start + 1, end);
  const failure = block.find((line) => line.startsWith("IOException:"));
  if (failure === undefined) return parseKeys(block.join("\n"));
  // No file means that no computer was ever allowed for good.
  if (/FileNotFoundException.*ENOENT/.test(failure)) return [];
  throw new FormatError("dumpsys usb", "the phone could not read its keys");
}

/** Lines of `base64 comment`; empty lines do not count. */
function parseKeys(text: string): readonly AdbKey[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > most) throw new FormatError("adb keys", `more than ${most} keys`);
  return lines.map((line) => {
    const [key = "", ...comment] = line.trim().split(/\s+/);
    return {
      fingerprint: fingerprint(key),
      comment: comment.join(" ").slice(0, 200) || null,
      lastConnection: null,
    };
  });
}

/** Adds the times of the key store, which Android 10 to 12 print as XML (later versions: binary, not read here). */
function withConnections(keys: readonly AdbKey[], manager: DumpObject): readonly AdbKey[] {
  const store = dumpTexts(manager, "keystore").join("\n");
  const times = new Map<string, number>();
  for (const tag of store.split("<adbKey ").slice(1)) {
    const key = /\bkey="([^"\s]+)/.exec(tag)?.[1];
    const time = /\blastConnection="(\d{1,15})"/.exec(tag)?.[1];
    if (key !== undefined && time !== undefined) times.set(fingerprint(key), Number(time));
  }
  return keys.map((key) => ({ ...key, lastConnection: times.get(key.fingerprint) ?? null }));
}

function fingerprint(base64: string): string {
  return [...md5(decodeBase64(base64))].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":");
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with or without padding (RFC 4648 §4). */
function decodeBase64(text: string): Uint8Array {
  const digits = text.replace(/={1,2}$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) throw new FormatError("adb keys", "a key that is not base64");
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
