import { FormatError } from "../core/errors.ts";
import { type DumpObject, dumpObjects, dumpTexts, parseDumpTree } from "./dump-tree.ts";

/** Which sensors one user switched off for all apps. */
export interface SensorSwitches {
  readonly user: number;
  /** True: no app gets sound, whatever it is allowed. */
  readonly microphone: boolean;
  readonly camera: boolean;
}

const format = "dumpsys sensor_privacy";
/** SensorPrivacyManager.Sensors. */
const microphone = "1";
const camera = "2";

/**
 * Parses `dumpsys sensor_privacy`, from Android 12 on. Users who never touched a switch may be missing: nothing is switched off then.
 *
 * @throws FormatError for Android 10 and 11, which have one switch for all sensors of developers, and for any other layout.
 * AOSP: frameworks/base/services/core/java/com/android/server/SensorPrivacyService.java (12, dump) and
 * services/core/java/com/android/server/sensorprivacy/PersistedState.java (13 and later, dump).
 */
export function parseSensorPrivacyDump(text: string): readonly SensorSwitches[] {
  if (!text.includes("SENSOR PRIVACY MANAGER STATE")) throw new FormatError(format, "no headline");
  const tree = parseDumpTree(text);
  const users = dumpObjects(tree, "users");
  if (users.length === 0 && dumpTexts(tree, "storage_version").length === 0)
    throw new FormatError(format, "no switches for single sensors");
  return users.map((user) => {
    const id = dumpTexts(user, "user_id")[0];
    if (id === undefined || !/^\d{1,9}$/.test(id)) throw new FormatError(format, "switches without their user");
    const off = new Set([...newLayout(user), ...layoutOf12(user)]);
    return { user: Number(id), microphone: off.has(microphone), camera: off.has(camera) };
  });
}

/** `sensors { sensor, toggles { toggle_type, state_type } }`: a switch in software or hardware, 1 for off, 2 for on. */
function newLayout(user: DumpObject): readonly string[] {
  return dumpObjects(user, "sensors").flatMap((sensor) => {
    const states = dumpObjects(sensor, "toggles").map((toggle) => one(toggle, "state_type", /^\d$/));
    return states.includes("1") ? [one(sensor, "sensor", /^\d{1,3}$/)] : [];
  });
}

function layoutOf12(user: DumpObject): readonly string[] {
  return dumpObjects(user, "individual_enabled_sensor").flatMap((sensor) =>
    one(sensor, "is_enabled", /^(?:true|false)$/) === "true" ? [one(sensor, "sensor", /^\d{1,3}$/)] : [],
  );
}

function one(object: DumpObject, name: string, pattern: RegExp): string {
  const value = dumpTexts(object, name)[0];
  if (value === undefined || !pattern.test(value)) throw new FormatError(format, `no ${name}`);
  return value;
}
