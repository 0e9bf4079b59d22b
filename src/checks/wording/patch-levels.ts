import { reported } from "../../core/errors.ts";
import type { PlaySystemUpdate } from "../../facts/play-system-update.ts";
import type { AndroidBulletins } from "../../feeds/android-bulletins.ts";
import type { KnownExploited } from "../../feeds/known-exploited.ts";
import type { ChipMaker, MissingFixes, PatchLevels } from "../../feeds/missing-fixes.ts";

/** Property that names the level of the fixes in Android itself. */
export const osLevel = "ro.build.version.security_patch";
/** Property that names the level of the fixes in chips and drivers. */
export const vendorLevel = "ro.vendor.build.security_patch";

/**
 * What a phone says of its fixes.
 *
 * @throws NotReported when it does not name the level of Android itself.
 */
export function patchLevels(said: Readonly<Record<string, string>>, play: PlaySystemUpdate | undefined): PatchLevels {
  const sdk = Number(said["ro.build.version.sdk"]);
  return {
    os: reported(said[osLevel], osLevel).trim(),
    vendor: said[vendorLevel]?.trim() || null,
    playSystem: play?.date ?? null,
    sdk: Number.isSafeInteger(sdk) && sdk > 0 ? sdk : null,
    chip: chipMaker(said),
  };
}

/** Who made the chip, by the properties that Android and makers name it in; null where none tells. */
export function chipMaker(said: Readonly<Record<string, string>>): ChipMaker | null {
  const maker = said["ro.soc.manufacturer"]?.toLowerCase();
  const hardware = said["ro.hardware"]?.toLowerCase();
  if (maker === "qti" || maker === "qualcomm" || hardware === "qcom") return "qualcomm";
  if (maker === "mediatek" || /^mt\d{4}/.test(hardware ?? "")) return "mediatek";
  return maker ? "other" : null;
}

/** What is not known about the fixes, in sentences: levels that tell nothing, and a list that is too old to say that all is there. */
export function unreadLevels({ os, vendor, stale, until }: MissingFixes): readonly string[] {
  const silent = [os, vendor].flatMap(({ unknown }) => unknown ?? []);
  return [
    ...silent,
    ...(stale
      ? [`The list of fixes ends in ${until}: whether newer ones are missing is not known (candor feeds update).`]
      : []),
  ];
}

/** A short list of bulletins, for examples. */
export const exampleBulletins: AndroidBulletins = {
  until: "2026-03",
  months: [
    { month: "2026-01", complete: true },
    { month: "2026-02", complete: true },
    { month: "2026-03", complete: false },
  ],
  fixes: [
    { id: "CVE-2026-0001", severity: "critical", part: "system", level: "2026-01-01" },
    { id: "CVE-2026-0002", severity: "high", part: "framework", level: "2026-02-01" },
    { id: "CVE-2026-0003", severity: "high", part: "vendor", level: "2026-02-05" },
    { id: "CVE-2026-0004", severity: "high", part: "framework", level: "2026-03-01" },
  ],
  sdks: [],
  kernels: [],
};

/** Two of them used in attacks, for examples. */
export const exampleExploited: KnownExploited = {
  holes: [
    { cve: "CVE-2026-0002", added: "2026-02-03", vendor: "Android", product: "Framework" },
    { cve: "CVE-2026-0003", added: "2026-02-10", vendor: "Qualcomm", product: "Multiple Chipsets" },
  ],
};

/** Values of a phone with these levels, examined on 10 March 2026, for examples. */
export function exampleLevels(os: string | null, vendor: string | null, change: Readonly<Record<string, string>> = {}) {
  return {
    properties: {
      ...(os === null ? {} : { [osLevel]: os }),
      ...(vendor === null ? {} : { [vendorLevel]: vendor }),
      ...change,
    },
    takenAt: Date.UTC(2026, 2, 10),
    androidBulletins: exampleBulletins,
    knownExploited: exampleExploited,
  };
}
