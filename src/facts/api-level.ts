import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { properties } from "./properties.ts";

/** The API level of the phone's Android: 24 for 7, 29 for 10, 33 for 13, 35 for 15. */
export const apiLevel = defineFact({
  id: "api-level",
  about: "The API level of the phone's Android",
  needs: { properties },
  read: () => [],
  parse: (_, { properties }): number => {
    const text = properties["ro.build.version.sdk"] ?? "";
    if (!/^[1-9]\d{0,3}$/.test(text)) throw new FormatError("getprop", "no ro.build.version.sdk");
    return Number(text);
  },
});
