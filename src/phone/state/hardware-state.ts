import { createHash } from "node:crypto";

/**
 * What the phone's trusted hardware was told by the bootloader. It does not follow the properties: those can be rewritten by a changed system,
 * and this cannot.
 */
export interface HardwareState {
  /** Where keys are kept; `software` on a phone without trusted hardware. */
  level: "software" | "trusted-environment" | "strongbox";
  locked: boolean;
  bootState: "verified" | "self-signed" | "unverified" | "failed";
  /** Digest over all verified partitions, 32 bytes. */
  bootHash: Uint8Array;
  /** yyyy-mm-dd; the hardware tells the year and month of the system's alone. */
  osPatchLevel: string;
  vendorPatchLevel: string;
  bootPatchLevel: string;
  /** "15". */
  osVersion: string;
  /** Which form of requests for attestation keys it makes; `none` before Android 12. */
  requests: "none" | "encrypted" | "signed";
  /** `refuses`: every question ends in an error. `forges`: its signatures are wrong. `floods`: a key is answered with a gigabyte. */
  manner: "answers" | "refuses" | "forges" | "floods";
  /** What its keys are derived from; the same phone has the same keys at every start. */
  readonly seed: string;
}

/** What the hardware of an honest phone knows, by the properties that its build and its bootloader set. */
export function honestHardware(properties: ReadonlyMap<string, string>, serial: string): HardwareState {
  const of = (name: string) => properties.get(name) ?? "";
  const locked = of("ro.boot.flash.locked") !== "0";
  const sdk = Number(of("ro.build.version.sdk"));
  const sold = Number(of("ro.product.first_api_level"));
  return {
    level: "trusted-environment",
    locked,
    bootState: locked ? "verified" : "unverified",
    bootHash: createHash("sha256").update(of("ro.build.fingerprint")).digest(),
    osPatchLevel: of("ro.build.version.security_patch"),
    vendorPatchLevel: of("ro.vendor.build.security_patch"),
    bootPatchLevel: of("ro.vendor.build.security_patch"),
    osVersion: of("ro.build.version.release"),
    // The form is that of the hardware, which stays as it was sold; the command came with Android 14.
    requests: sdk < 34 || sold < 31 ? "none" : sold < 34 ? "encrypted" : "signed",
    manner: "answers",
    seed: serial,
  };
}

/** What a phone's hardware can be like besides, by the name behind a model's: `stock+unlocked-hardware`. */
export const hardwareOddities: Readonly<Record<string, (hardware: HardwareState) => void>> = {
  /** The properties say locked and verified; the bootloader told the hardware otherwise. */
  "unlocked-hardware": (hardware) => {
    hardware.locked = false;
    hardware.bootState = "unverified";
  },
  "older-hardware": (hardware) => {
    hardware.osPatchLevel = "2022-03-05";
    hardware.vendorPatchLevel = "2022-03-05";
  },
  "software-keys": (hardware) => {
    hardware.level = "software";
  },
  "refusing-hardware": (hardware) => {
    hardware.manner = "refuses";
  },
  "forging-hardware": (hardware) => {
    hardware.manner = "forges";
  },
  "flooding-hardware": (hardware) => {
    hardware.manner = "floods";
  },
};
