import type { HardwareStatement } from "../../facts/attestation.ts";

/** Something that the hardware says, and the system says otherwise. */
export interface HardwareDifference {
  readonly kind: "lock" | "state" | "os-level" | "vendor-level" | "boot-hash";
  /** Name of the property, its value, and what the hardware says in the property's words. */
  readonly property: string;
  readonly said: string;
  readonly hardware: string;
}

type Properties = Readonly<Record<string, string>>;

const colours = { verified: "green", "self-signed": "yellow", unverified: "orange", failed: "red" };
const locks = [
  { property: "ro.boot.flash.locked", open: "0", closed: "1" },
  { property: "ro.boot.vbmeta.device_state", open: "unlocked", closed: "locked" },
  { property: "ro.secureboot.lockstate", open: "unlocked", closed: "locked" },
] as const;

/**
 * What the hardware says otherwise than the system's properties do. Levels and digests are compared only on the same build: an update changes
 * them. What one side does not tell is no difference.
 */
function hardwareDifferences(
  statement: HardwareStatement,
  said: Properties,
  sameBuild: boolean,
): readonly HardwareDifference[] {
  return [
    ...lockDifferences(statement, said),
    ...stateDifference(statement, said),
    ...(sameBuild ? [...levelDifferences(statement, said), ...hashDifference(statement, said)] : []),
  ];
}

/** The same of several statements, each difference once. */
export function allDifferences(
  statements: readonly HardwareStatement[],
  said: Properties,
  sameBuild: boolean,
): readonly HardwareDifference[] {
  const found = statements.flatMap((statement) => hardwareDifferences(statement, said, sameBuild));
  return [...new Map(found.map((each) => [`${each.property} ${each.hardware}`, each])).values()];
}

function lockDifferences({ locked }: HardwareStatement, said: Properties): readonly HardwareDifference[] {
  if (locked === null) return [];
  return locks.flatMap(({ property, open, closed }) => {
    const own = said[property]?.toLowerCase();
    const [hardware, other] = locked ? [closed, open] : [open, closed];
    return own === other ? [{ kind: "lock" as const, property, said: own, hardware }] : [];
  });
}

function stateDifference({ state }: HardwareStatement, said: Properties): readonly HardwareDifference[] {
  const property = "ro.boot.verifiedbootstate";
  const own = said[property]?.toLowerCase() ?? "";
  if (state === null || !Object.values(colours).includes(own) || own === colours[state]) return [];
  return [{ kind: "state", property, said: own, hardware: colours[state] }];
}

const levels = [
  { kind: "os-level", property: "ro.build.version.security_patch", field: "osPatchLevel" },
  { kind: "vendor-level", property: "ro.vendor.build.security_patch", field: "vendorPatchLevel" },
] as const;

function levelDifferences(statement: HardwareStatement, said: Properties): readonly HardwareDifference[] {
  return levels.flatMap(({ kind, property, field }) => {
    const [own, hardware] = [said[property] ?? "", statement[field]];
    if (hardware === null || !/^\d{4}-\d\d(?:-\d\d)?$/.test(own)) return [];
    // The hardware tells the system's month alone, and of some makers every month alone.
    const length = Math.min(own.length, hardware.length);
    return own.slice(0, length) === hardware.slice(0, length) ? [] : [{ kind, property, said: own, hardware }];
  });
}

function hashDifference({ bootHash }: HardwareStatement, said: Properties): readonly HardwareDifference[] {
  const property = "ro.boot.vbmeta.digest";
  const own = said[property]?.toLowerCase() ?? "";
  if (bootHash === null || /^0*$/.test(bootHash) || !/^[0-9a-f]{64}$/.test(own) || own === bootHash) return [];
  return [{ kind: "boot-hash", property, said: own, hardware: bootHash }];
}
