import { withDevices } from "./devices.ts";
import type { Phone } from "./program.ts";
import { shellService } from "./shell-service.ts";
import type { Service, Services } from "./stream.ts";
import { syncService } from "./sync.ts";

/**
 * What a production phone answers to the services of AOSP packages/modules/adb, SERVICES.TXT: shell, exec and sync are
 * served; what would change the phone's adbd is refused with adbd's own words; the rest is closed.
 */
export function phoneServices(phone: Phone): Services {
  return (name) => {
    const colon = name.indexOf(":");
    const [kind, ...flags] = (colon === -1 ? name : name.slice(0, colon)).split(",");
    const rest = colon === -1 ? "" : name.slice(colon + 1);
    if (kind === "shell") {
      const version2 = flags.includes("v2");
      // Without a word on it, a command gets no terminal (AOSP packages/modules/adb, daemon/shell_service.cpp, services.cpp).
      const terminal = flags.includes("pty") || (rest === "" && !flags.includes("raw"));
      return shellService(phone, { command: rest, version2, terminal });
    }
    if (kind === "exec") return shellService(phone, { command: rest, version2: false, terminal: false });
    if (kind === "sync") return syncService(withDevices(phone.files));
    if (kind === "reverse") return reverse(rest);
    const refusal = refusals.get(kind ?? "");
    return refusal === undefined ? undefined : saying(refusal);
  };
}

const refusals: ReadonlyMap<string, string> = new Map([
  ["root", "adbd cannot run as root in production builds\n"],
  ["unroot", "adbd not running as root\n"],
  ["remount", 'Not running as root. Try "adb root" first.\n'],
  ["disable-verity", "verity cannot be disabled/enabled - USER build\n"],
  ["enable-verity", "verity cannot be disabled/enabled - USER build\n"],
  ["reboot", "the virtual phone does not restart\n"],
  ["tcpip", "the virtual phone stays on its port\n"],
  ["usb", "the virtual phone has no USB\n"],
]);

/** `reverse:` answers as the adb server itself does: OKAY or FAIL, and a text with its length in four hex digits. */
function reverse(request: string): Service {
  if (request === "list-forward") return saying("OKAY0000");
  const reason = "the virtual phone has no reverse forwarding";
  return saying(`FAIL${reason.length.toString(16).padStart(4, "0")}${reason}`);
}

function saying(text: string): Service {
  return (stream) => stream.write(new TextEncoder().encode(text));
}
