import { compareXiaomiVersions, type XiaomiBuild, type XiaomiBuilds } from "../../feeds/xiaomi-builds.ts";
import { notXiaomi } from "./xiaomi.ts";

/** Property that names model and region as Xiaomi's update servers do. */
export const modelProperty = "ro.product.mod_device";
/** Properties that name the version of the system; on HyperOS the first, on MIUI the second. */
export const versionProperties = ["ro.mi.os.version.incremental", "ro.build.version.incremental"] as const;

/** What is known of the newest system for the phone. */
export type NewestKnown =
  | { readonly notApplicable: string }
  | { readonly unread: readonly string[] }
  | { readonly model: string; readonly version: string; readonly newest: XiaomiBuild; readonly older: boolean };

/**
 * The newest known system for a phone of Xiaomi, and whether the phone's own is older.
 *
 * @throws NotReported when neither Xiaomi's system nor any brand is told.
 */
export function newestKnown(said: Readonly<Record<string, string>>, { builds }: XiaomiBuilds): NewestKnown {
  if (notXiaomi(said) !== undefined)
    return { notApplicable: "Only for phones of Xiaomi there is a list of the newest systems." };
  const model = said[modelProperty];
  const version = versionProperties.map((name) => said[name]).find((value) => value && value !== "");
  if (!model || !version)
    return { unread: ["The phone does not tell its model and version as Xiaomi's servers name them."] };
  const newest = builds.find((build) => build.model === model);
  if (!newest) return { unread: ["The list of newest systems does not hold this model and region."] };
  if (!/^(?:OS|V|A)\d/.test(version))
    return { unread: ["The phone's version is none of Xiaomi's stable ones, which alone can be compared."] };
  return { model, version, newest, older: compareXiaomiVersions(version, newest.version) < 0 };
}

/** A short list of builds, for examples. */
export const exampleBuilds: XiaomiBuilds = {
  builds: [
    { model: "pipa_eea_global", version: "OS2.0.14.0.UMZEUXM", date: "2026-05-09" },
    { model: "whyred", version: "V12.0.3.0.PEICNXM", date: "2022-06-15" },
  ],
};

/** Values of a phone of Xiaomi, for examples. */
export function exampleXiaomi(model: string, version: string, takenAt = Date.UTC(2026, 5, 10)) {
  const name = version.startsWith("OS") ? versionProperties[0] : versionProperties[1];
  return {
    properties: { "ro.miui.ui.version.name": "V14", [modelProperty]: model, [name]: version } as Readonly<
      Record<string, string>
    >,
    takenAt,
    xiaomiBuilds: exampleBuilds,
  };
}
