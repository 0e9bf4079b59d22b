import { defineFact } from "../core/fact.ts";
import { parseDeviceIdleDump } from "../formats/device-idle-dump.ts";

/** Apps that battery saving leaves alone: they can run at any time. */
export const batteryExemptions = defineFact({
  id: "battery-exemptions",
  about: "Apps that battery saving leaves alone",
  read: () => [["dumpsys", "deviceidle"]],
  parse: ([text = ""]) => parseDeviceIdleDump(text),
});
