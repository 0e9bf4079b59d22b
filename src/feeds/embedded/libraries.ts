import type { Libraries } from "../libraries.ts";
import { androidLibraries } from "./libraries-android.ts";
import { frameworkLibraries } from "./libraries-frameworks.ts";
import { googleLibraries } from "./libraries-google.ts";
import { interfaceLibraries } from "./libraries-interface.ts";
import { networkLibraries } from "./libraries-network.ts";
import { serviceLibraries } from "./libraries-services.ts";

/** The list of libraries that comes with Candor; what stands where is for people only. */
export const embeddedLibraries: { readonly date: string; readonly value: Libraries } = {
  date: "2026-11-22",
  value: {
    libraries: [
      ...frameworkLibraries,
      ...androidLibraries,
      ...googleLibraries,
      ...networkLibraries,
      ...interfaceLibraries,
      ...serviceLibraries,
    ],
  },
};
