import { defineFact } from "../core/fact.ts";
import { parseSensorPrivacyDump, type SensorSwitches } from "../formats/sensor-privacy-dump.ts";
import { apiLevel } from "./api-level.ts";
import { users } from "./users.ts";

export type { SensorSwitches } from "../formats/sensor-privacy-dump.ts";

/** Whether microphone and camera are switched off for all apps, for every user; null before Android 12, which has no such switches. */
export const sensorPrivacy = defineFact({
  id: "sensor-privacy",
  about: "Whether microphone and camera are switched off for all apps, per user",
  needs: { apiLevel, users },
  read: ({ apiLevel }) => (apiLevel < 31 ? [] : [["dumpsys", "sensor_privacy"]]),
  parse: ([text = ""], { apiLevel, users }): readonly SensorSwitches[] | null => {
    if (apiLevel < 31) return null;
    const told = parseSensorPrivacyDump(text);
    // A user who never touched a switch is not dumped.
    return users.map(
      ({ id }) => told.find(({ user }) => user === id) ?? { user: id, microphone: false, camera: false },
    );
  },
});
