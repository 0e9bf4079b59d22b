import { type Dump, sdkOf } from "../../state/phone-state.ts";

/** `dumpsys adb`, from Android 10 on (AOSP: com.android.server.adb.AdbDebuggingManager.dump). */
export const adbDump: Dump = function* (state) {
  const { keys, connected, lastKey } = state.adb;
  yield* ["ADB MANAGER STATE (dumpsys adb):", "{", "  debugging_manager={", `    connected_to_adb=${connected}`];
  if (lastKey !== null && sdkOf(state) >= 33) yield `    last_key_received=${lastKey}`;
  yield `    user_keys=${keys.map((key) => key.line).join("\n    ")}`;
  yield "    ";
  if (sdkOf(state) >= 31) yield* binaryKeystore(keys.map((key) => key.line.split(" ")[0] ?? ""));
  else yield* textKeystore(keys);
  yield* ["    ", "  }", "}"];
};

/** Android 12 and later keep the file as binary XML: a magic with a NUL, length-prefixed names and values. */
function* binaryKeystore(keys: readonly string[]): Iterable<string | Uint8Array> {
  const text = keys.map((key) => `\u0000\u0006adbKey\u0000\u0003key${key}`).join("");
  yield new TextEncoder().encode(`    keystore=ABX\u0000\u0010\u0000\u0008keyStore${text}\n`);
}

function* textKeystore(keys: readonly { readonly line: string; readonly lastConnection: number }[]): Iterable<string> {
  yield "    keystore=<?xml version='1.0' encoding='utf-8' standalone='yes' ?>";
  for (const key of keys) {
    yield `    <adbKey key="${key.line}" lastConnection="${key.lastConnection}" />`;
  }
}

/** `dumpsys usb`; up to Android 9 it holds the authorised keys. */
export const usbDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  const keys = state.adb.keys.map((key) => key.line);
  yield* ["USB MANAGER STATE (dumpsys usb):", "{", "  device_manager={", "    handler={", "      current_functions=["];
  yield* (state.properties.get("sys.usb.config") ?? "none").split(",").map((name) => `        ${name.toUpperCase()}`);
  yield* [
    "      ]",
    "      current_functions_applied=true",
    "      screen_locked=false",
    "      connected=true",
    "      configured=true",
  ];
  yield* [
    "      host_connected=false",
    "      source_power=false",
    "      sink_power=true",
    "      usb_charging=true",
    "      kernel_state=CONFIGURED",
    "    }",
  ];
  if (sdk <= 28)
    yield* [
      "    debugging_manager={",
      "      connected_to_adb=true",
      `      user_keys=${keys.join("\n      ")}`,
      "    }",
    ];
  yield* ["  }", "  port_manager={", "    is_simulation_active=false", "  }", "}"];
};
