import { defineCheck } from "../core/check.ts";
import { usbState } from "../facts/usb-state.ts";

/** Whether the phone shares its connection over USB. */
export default defineCheck({
  id: "usb-tethering-state",
  category: "device",
  severity: "low",
  question: "Is USB tethering off?",
  title: { pass: "USB tethering is off", fail: "USB tethering is on" },
  why: "While it is shared, a computer on the cable is in one network with the phone and uses its data plan.",
  advice: "Switch it off when you do not use it.",
  references: ["AOSP: frameworks/base/core/java/android/hardware/usb/UsbManager.java (USB_FUNCTION_RNDIS)"],
  messages: {
    on: "The phone shares its connection over USB (USB functions: {functions}).",
  },
  needs: { usbState },

  run: (given) =>
    given.usbState.tethering
      ? [
          {
            subject: { kind: "device" },
            message: "on",
            params: { functions: given.usbState.functions.join(", ") },
            evidence: [{ kind: "list", fact: usbState, name: "USB functions", items: given.usbState.functions }],
            remedy: {
              kind: "steps",
              steps: ["Open Settings > Network > Hotspot & tethering > USB tethering: off."],
              screen: "tethering",
            },
          },
        ]
      : [],
  examples: {
    pass: [{ name: "only ADB", given: { usbState: { functions: ["adb"], tethering: false } } }],
    fail: [{ name: "shared", given: { usbState: { functions: ["rndis", "adb"], tethering: true } }, findings: 1 }],
  },
});
