import { DeviceError, type DeviceErrorCode } from "../core/errors.ts";

/** A phone as the adb server lists it. Everything but `advice` comes from outside and may be crafted. */
export interface ListedDevice {
  /** Empty where the phone tells none. */
  readonly serial: string;
  readonly model: string | null;
  readonly product: string | null;
  /** The server's word: `device` (ready), `unauthorized`, `offline`, `no permissions`, `authorizing`, `recovery` … */
  readonly state: string;
  /** What to do, for people without training; null when the phone is ready. */
  readonly advice: string | null;
  /** By which the server opens it; null for servers older than 2018. */
  readonly transportId: bigint | null;
}

/**
 * Parses the answer to `host:devices-l` (AOSP packages/modules/adb/transport.cpp, `append_transport`): serial, state, then
 * `usb:…`, `product:…`, `model:…`, `device:…`, `transport_id:…` where they are known.
 *
 * The state may be a sentence: "no permissions (user in plugdev group; are your udev rules wrong?); see [http://…]".
 */
export function parseDeviceList(text: string, platform: NodeJS.Platform): ListedDevice[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => parseLine(line, platform));
}

function parseLine(line: string, platform: NodeJS.Platform): ListedDevice {
  const noSerial = "(no serial number)";
  const serial = line.startsWith(noSerial) ? "" : (line.split(/\s/, 1)[0] ?? "");
  const words = line
    .slice((serial || noSerial).length)
    .trim()
    .split(/\s+/);
  const values = new Map<string, string>();
  while (words.length > 1) {
    const [, key, value] = /^(usb|product|model|device|transport_id|features):(.*)$/.exec(words.at(-1) ?? "") ?? [];
    if (key === undefined || value === undefined) break;
    values.set(key, value);
    words.pop();
  }
  const told = words.join(" ");
  const state = told.startsWith("no permissions") ? "no permissions" : told;
  const id = values.get("transport_id") ?? "";
  return {
    serial,
    model: values.get("model")?.replaceAll("_", " ") ?? null,
    product: values.get("product") ?? null,
    state,
    advice: advice(state, platform),
    transportId: /^\d{1,19}$/.test(id) ? BigInt(id) : null,
  };
}

/** What to do about a state of the adb server's list; null when nothing is to be done. */
export function advice(state: string, platform: NodeJS.Platform): string | null {
  if (state === "device") return null;
  if (state === "no permissions") return platform === "linux" ? noPermissionsLinux : replug;
  return (
    stateAdvice.get(state) ??
    `The phone is in the state “${state}”. ${replug} If that does not help, restart the phone.`
  );
}

const replug = "Unplug the phone, wait five seconds and plug it in again.";

const noPermissionsLinux =
  "Linux does not let you open this phone. Install the rules for Android phones (Debian and Ubuntu: sudo apt install " +
  "android-sdk-platform-tools-common; elsewhere the package android-udev), add yourself to the group plugdev " +
  "(sudo usermod -aG plugdev $USER), log out and in, and plug the phone in again.";

const stateAdvice = new Map([
  [
    "unauthorized",
    "Unlock the phone and answer “Allow USB debugging?” with Allow. If it does not ask: unplug it, open Developer options " +
      "(Xiaomi: Settings → Additional settings → Developer options), tap “Revoke USB debugging authorisations”, turn USB " +
      "debugging off and on, plug it in again and choose “File transfer”.",
  ],
  ["authorizing", "Wait a moment; then unlock the phone and answer “Allow USB debugging?” with Allow."],
  ["connecting", "Wait a few seconds and try again."],
  [
    "offline",
    "Unlock the phone, unplug it and plug it in again; try another cable or socket. If it stays offline, run “adb " +
      "kill-server”, or turn USB debugging off and on. Over the network: check that both are still in the same network.",
  ],
  ["recovery", "The phone is in recovery mode. Choose “Reboot system” on its screen, unlock it and try again."],
  ["rescue", "The phone is in rescue mode. Restart it normally, unlock it and try again."],
  ["sideload", "The phone waits for an update by “adb sideload”. Leave that mode with “Reboot system” on its screen."],
  ["bootloader", "The phone is in its bootloader (Xiaomi: “FASTBOOT”). Hold the power button until it restarts."],
  ["host", "This is a computer, not a phone. Put the phone into USB debugging and plug it in again."],
  [
    "detached",
    "adb has let go of this phone (“adb detach”). Run “adb attach” with its serial number, or plug it in again.",
  ],
]);

/** What a state means for us. */
const stateCodes = new Map<string, DeviceErrorCode>([
  ["unauthorized", "unauthorised"],
  ["authorizing", "unauthorised"],
  ["no permissions", "no-permission"],
]);

/**
 * The phone to examine: the one with this serial number, or the only one that is ready.
 *
 * @throws DeviceError `no-device` (none, or not that one), `several-devices`, `unauthorised`, `offline`, `no-permission`
 */
export function selectDevice(devices: readonly ListedDevice[], serial?: string): ListedDevice {
  const asked = serial === undefined ? devices : devices.filter((device) => device.serial === serial);
  const ready = asked.filter((device) => device.state === "device");
  const [first] = ready.length > 0 ? ready : asked;
  if (first === undefined) throw serial === undefined ? nothingAttached() : notListed(devices, serial);
  if (ready.length > 1) throw several(ready);
  if (ready.length === 0) throw notReady(first);
  return first;
}

function nothingAttached(): DeviceError {
  return new DeviceError(
    "no-device",
    "No phone is attached.",
    "Plug it in with a cable that carries data, unlock it, and turn on USB debugging: Settings → About phone → tap the build " +
      "number (Xiaomi: the MIUI or OS version) seven times, then Developer options (Xiaomi: under Additional settings) → USB debugging.",
  );
}

function notListed(devices: readonly ListedDevice[], serial: string): DeviceError {
  const others =
    devices.length === 0 ? nothingAttached().next : `Choose one of those that are attached: ${list(devices)}.`;
  return new DeviceError("no-device", `No phone with the serial number ${serial} is attached.`, others);
}

function several(devices: readonly ListedDevice[]): DeviceError {
  return new DeviceError(
    "several-devices",
    `${devices.length} phones are attached: ${list(devices)}.`,
    `Choose one with --serial, for example --serial ${devices[0]?.serial ?? ""}`,
  );
}

function notReady(device: ListedDevice): DeviceError {
  const name = device.serial === "" ? "The phone" : `The phone ${device.serial}`;
  const code = stateCodes.get(device.state) ?? "offline";
  const message =
    code === "unauthorised"
      ? `${name} has not allowed this computer.`
      : code === "no-permission"
        ? `This computer does not let us open ${name.replace("The", "the")}.`
        : `${name} is not ready: ${device.state}.`;
  return new DeviceError(code, message, device.advice ?? undefined);
}

function list(devices: readonly ListedDevice[]): string {
  return devices.map(({ serial, model, state }) => `${serial} (${model ?? state})`).join(", ");
}
