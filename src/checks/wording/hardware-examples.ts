import {
  type AskedHardware,
  type HardwareAnswer,
  type HardwareStatement,
  hardwareSchema,
} from "../../facts/attestation.ts";

/** What the hardware of the phone in the examples says of a locked, verified start. */
export const honestStatement: HardwareStatement = {
  route: "app_process",
  locked: true,
  state: "verified",
  osPatchLevel: "2026-01",
  vendorPatchLevel: "2026-01-05",
  bootPatchLevel: "2026-01-05",
  bootHash: null,
};

/** Values for the check `attestation-agrees`: hardware that was asked, and a system that says the same. */
export function hardwareExample(other: Partial<AskedHardware>) {
  const answer: HardwareAnswer = {
    schema: hardwareSchema,
    unread: null,
    asked: {
      at: "2026-01-20T00:00:00.000Z",
      build: "maker/name/device:15/BUILD/1:user/release-keys",
      worth: "proven",
      reasons: [],
      statements: [honestStatement],
      pin: { since: "2025-01-01T00:00:00.000Z", changed: [] },
      silent: null,
      ...other,
    },
  };
  return {
    attestation: answer,
    properties: {
      "ro.build.fingerprint": "maker/name/device:15/BUILD/1:user/release-keys",
      "ro.boot.flash.locked": "1",
      "ro.boot.vbmeta.device_state": "locked",
      "ro.boot.verifiedbootstate": "green",
      "ro.build.version.security_patch": "2026-01-05",
      "ro.vendor.build.security_patch": "2026-01-05",
    },
    takenAt: Date.UTC(2026, 0, 21),
  };
}
