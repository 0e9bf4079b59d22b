import type { PreinstalledPackages } from "../preinstalled-packages.ts";
import { androidPackages } from "./preinstalled-android.ts";
import { googlePackages } from "./preinstalled-google.ts";
import { otherPackages } from "./preinstalled-others.ts";
import { preinstalledRows } from "./preinstalled-row.ts";
import { xiaomiPackages } from "./preinstalled-xiaomi.ts";

/**
 * The list that comes with Candor. Written for it; which names exist, and that owners removed them, was checked against published lists of
 * pre-installed apps and the package list of a Xiaomi tablet with HyperOS 2.
 */
export const embeddedPreinstalled: { readonly date: string; readonly value: PreinstalledPackages } = {
  date: "2026-11-22",
  value: { packages: [xiaomiPackages, googlePackages, androidPackages, otherPackages].flatMap(preinstalledRows) },
};
