import { reported } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { properties } from "./properties.ts";

/** What the USB port does now. */
export interface UsbState {
  /** adb, mtp, ptp, midi, rndis, ncm … */
  readonly functions: readonly string[];
  /** The phone shares its connection over the cable. */
  readonly tethering: boolean;
}

/** What the USB port does at the moment. */
export const usbState = defineFact({
  id: "usb-state",
  about: "What the USB port does at the moment",
  needs: { properties },
  read: () => [],
  parse: (_, { properties }): UsbState => {
    const functions = reported(properties["sys.usb.state"], "sys.usb.state")
      .split(",")
      .filter((name) => name !== "" && name !== "none");
    return { functions, tethering: functions.some((name) => name === "rndis" || name === "ncm") };
  },
});
