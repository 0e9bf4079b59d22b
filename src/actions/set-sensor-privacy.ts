import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aSwitch, aUser, oneOf } from "../core/params.ts";
import { type SensorSwitches, sensorPrivacy } from "../facts/sensor-privacy.ts";

/**
 * Switches camera or microphone off for all apps of a user, or on again.
 * AOSP: frameworks/base/services/core/java/com/android/server/sensorprivacy/SensorPrivacyService.java (onShellCommand).
 */
export default defineAction({
  id: "set-sensor-privacy",
  title: "Switch camera or microphone off for all apps, or on again",
  risk: "safe",
  params: { user: aUser, sensor: oneOf("camera", "microphone"), off: aSwitch },
  needs: { sensorPrivacy },
  about: ({ user, sensor, off }) => `Switch the ${sensor} ${off ? "off" : "on"} for all apps of user ${user}`,
  state: ({ user, sensor }, { sensorPrivacy }) => sensorPrivacy && switchesOf(user, sensorPrivacy)[sensor],
  plan: ({ user, sensor, off }, { sensorPrivacy }) => {
    if (sensorPrivacy === null) return { refused: "Before Android 12 no switch turns off a sensor for all apps." };
    if (switchesOf(user, sensorPrivacy)[sensor] === off) return [];
    const set = (on: boolean) => ["cmd", "sensor_privacy", on ? "enable" : "disable", String(user), sensor];
    return [
      {
        about: `Switch the ${sensor} ${off ? "off" : "on"} (the phone has to be unlocked)`,
        run: set(off),
        undo: [set(!off)],
      },
    ];
  },
  done: ({ user, sensor, off }, { sensorPrivacy }) =>
    sensorPrivacy !== null && switchesOf(user, sensorPrivacy)[sensor] === off,
  examples: ({ sensorPrivacy }) =>
    (sensorPrivacy ?? [{ user: 0 }]).flatMap(({ user }) => [
      { user, sensor: "camera" as const, off: true },
      { user, sensor: "microphone" as const, off: true },
    ]),
});

function switchesOf(user: number, all: readonly SensorSwitches[]): SensorSwitches {
  return reported(
    all.find((each) => each.user === user),
    `the sensor switches of user ${user}`,
  );
}
