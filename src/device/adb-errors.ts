import { DeviceError } from "../core/errors.ts";

/**
 * Whatever a connection to a phone failed with, as a DeviceError.
 *
 * The words are those of the adb server (AOSP packages/modules/adb/transport.cpp, adb.cpp), of the library and of Node's sockets.
 */
export function phoneError(error: unknown): Error {
  if (error instanceof DeviceError) return error;
  // A mistake of ours. A stream that was closed under the library's hands is a TypeError too, but has a code.
  if (error instanceof TypeError && !("code" in error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  const found = known.find(({ words }) => words.test(text));
  if (found === undefined)
    return new DeviceError("gone", `The connection to the phone failed: ${firstLine(text)}`, plugIn);
  return new DeviceError(found.code, found.message, found.next);
}

const plugIn = "Check the cable or the network, unlock the phone and try again.";

const known = [
  {
    words: /unauthorized|still authorizing/,
    code: "unauthorised",
    message: "The phone has not allowed this computer.",
    next: "Unlock the phone and answer its question “Allow USB debugging?” with Allow.",
  },
  {
    words: /^Unexpected response:/,
    code: "no-adb",
    message: "What listens at the adb server's address does not answer as an adb server.",
    next: "Run “adb kill-server” and try again; if that fails too, another program uses port 5037.",
  },
  { words: /device offline/, code: "offline", message: "The phone is connected but does not answer.", next: plugIn },
  {
    words: /no permissions|insufficient permissions/,
    code: "no-permission",
    message: "This computer does not let us open the phone's USB connection.",
    next: "Run “candor devices” for what to do.",
  },
  // CLSE instead of OKAY: the phone is there and does not want this service.
  {
    words: /^(closed|Socket open failed)$/,
    code: "refused",
    message: "The phone refused to run the command.",
    next: undefined,
  },
  {
    words: /device '.*' not found|no devices/,
    code: "gone",
    message: "The phone is no longer connected.",
    next: plugIn,
  },
] as const;

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").slice(0, 200);
}
