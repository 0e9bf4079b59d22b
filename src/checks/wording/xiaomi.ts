import { reported } from "../../core/errors.ts";

/**
 * Why a question about Xiaomi's own system does not arise on this phone; undefined on MIUI and HyperOS.
 *
 * @param properties system properties by name
 * @throws NotReported when neither Xiaomi's system nor any brand is told.
 */
export function notXiaomi(properties: Readonly<Record<string, string>>): string | undefined {
  const signs = ["ro.miui.ui.version.name", "ro.mi.os.version.name", "ro.mi.os.version.incremental"];
  if (signs.some((name) => properties[name])) return undefined;
  reported(properties["ro.product.manufacturer"] ?? properties["ro.product.brand"], "ro.product.manufacturer");
  return "This phone does not run Xiaomi's MIUI or HyperOS.";
}

/** Properties of a HyperOS phone, for examples. */
export const hyperOs = {
  "ro.mi.os.version.name": "OS2.0",
  "ro.miui.region": "DE",
  "ro.miui.build.region": "eea",
} as const;
/** Properties of a phone that is not Xiaomi's, for examples. */
export const stockAndroid = { "ro.product.brand": "google", "ro.build.version.sdk": "35" } as const;

/** Published measurements of what Xiaomi's system sends, and Xiaomi's own words. */
export const xiaomiSources = [
  "https://www.scss.tcd.ie/doug.leith/Android_privacy_report.pdf",
  "https://arxiv.org/abs/2302.01890",
  "https://privacy.mi.com/all/en_US/",
] as const;

/** A published tool whose `settings.js` names the settings behind Xiaomi's switches for advertising, reports and links. */
export const xiaomiSwitches = "https://github.com/gucong3000/MiuiCleaner";
