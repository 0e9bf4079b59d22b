import { defineFact } from "../core/fact.ts";
import { properties } from "./properties.ts";

/** What the phone says it is; each value null where it is not reported. */
export interface Device {
  readonly brand: string | null;
  readonly manufacturer: string | null;
  /** The model number, for example 23043RP34G. */
  readonly model: string | null;
  /** The name it is sold under, where the maker stores it. */
  readonly name: string | null;
  /** The maker's code name, for example pipa. */
  readonly device: string | null;
  /** Android version, for example 14. */
  readonly android: string | null;
  /** API level, for example 34. */
  readonly sdk: string | null;
  readonly build: string | null;
  /** Version of HyperOS, for example OS2.0.12.0.UMZEUXM. */
  readonly hyperOs: string | null;
  /** Version of MIUI, for example V12.5.6.0.RFACNXM; null on HyperOS. */
  readonly miui: string | null;
  /** Xiaomi's region, for example CN or EU. */
  readonly region: string | null;
  /** Date of the newest security fixes in Android itself, yyyy-mm-dd. */
  readonly securityPatch: string | null;
}

/** The phone's make, model, Android and maker's version, from its properties. */
export const device = defineFact({
  id: "device",
  about: "What the phone says it is",
  needs: { properties },
  read: () => [],
  parse: (_, { properties }): Device => {
    const read = (...names: string[]) => names.map((name) => properties[name]).find((value) => value) ?? null;
    const hyperOs = read("ro.mi.os.version.incremental", "ro.mi.os.version.name");
    // HyperOS still names MIUI "V816" there: that says nothing.
    const isMiui = hyperOs === null && read("ro.miui.ui.version.name") !== null;
    return {
      brand: read("ro.product.brand"),
      manufacturer: read("ro.product.manufacturer"),
      model: read("ro.product.model"),
      name: read("ro.product.marketname"),
      device: read("ro.product.device"),
      android: read("ro.build.version.release"),
      sdk: read("ro.build.version.sdk"),
      build: read("ro.build.display.id", "ro.build.id"),
      hyperOs,
      miui: isMiui ? read("ro.build.version.incremental", "ro.miui.ui.version.name") : null,
      region: read("ro.miui.region"),
      securityPatch: read("ro.build.version.security_patch"),
    };
  },
});
