import { defineFact, reading } from "../core/fact.ts";
import { type AdbKey, parseAdbDump, parseUsbKeysBlock } from "../formats/adb-keys.ts";

/** Computers that this phone allows to use ADB: fingerprints and names, never the keys. */
export const adbKeys = defineFact({
  id: "adb-keys",
  about: "Computers that may use ADB, with the fingerprint and name of each key",
  // From Android 13 the key store in it is binary XML.
  read: () => [{ run: ["dumpsys", "adb"], nuls: true }],
  parse: ([text = ""]): readonly AdbKey[] => parseAdbDump(text),
  otherwise: [
    reading({
      read: () => [["dumpsys", "usb"]],
      parse: ([text = ""]): readonly AdbKey[] =>
        text.includes("debugging_manager=") ? parseAdbDump(text) : parseUsbKeysBlock(text),
    }),
  ],
});
