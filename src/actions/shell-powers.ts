import type { RefusedInAdvance } from "../core/action.ts";

/** Xiaomi's switch as the phone shows it, for people. */
const toggle =
  "Switch on “USB debugging (Security settings)” in the developer options; the phone asks for a Mi account and often for a SIM card.";

/**
 * Xiaomi denies the shell its strong permissions while "USB debugging (Security settings)" is off: granting and revoking, settings,
 * device policy. Read in Xiaomi's permission service of HyperOS 1; the state is `persist.security.adbinput`.
 */
export function deniedToShell(properties: Readonly<Record<string, string>>): RefusedInAdvance | undefined {
  if (!isXiaomi(properties) || properties["persist.security.adbinput"] === "1") return undefined;
  return {
    refused: "This phone lets no computer change this while “USB debugging (Security settings)” is off.",
    advice: toggle,
  };
}

/** Whether the phone runs MIUI or HyperOS, by its properties. */
export function isXiaomi(properties: Readonly<Record<string, string>>): boolean {
  return Boolean(properties["ro.miui.ui.version.name"] || properties["ro.mi.os.version.name"]);
}
