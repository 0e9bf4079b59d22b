import { defineFact } from "../core/fact.ts";
import { parseSensorPrivacyDump, type SensorSwitches } from "../formats/sensor-privacy-dump.ts";
import { users } from "./users.ts";

export type { SensorSwitches } from "../formats/sensor-privacy-dump.ts";

/** Whether microphone and camera are switched off for all apps, for every user (Android 12 and later). */
export const sensorPrivacy = defineFact({
  id: "sensor-privacy",
  about: "Whether microphone and camera are switched off for all apps, per user",
  needs: { users },
  read: () => [["dumpsys", "sensor_privacy"]],
  parse: ([text = ""], { users }): readonly SensorSwitches[] => {
    const told = parseSensorPrivacyDump(text);
    // A user who never touched a switch is not dumped.
    return users.map(
      ({ id }) => told.find(({ user }) => user === id) ?? { user: id, microphone: false, camera: false },
    );
  },
});
