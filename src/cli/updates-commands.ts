import { buildCommand } from "@stricli/core";
import { json, optionalSource } from "./common-flags.ts";
import { sourceFlags } from "./source-flags.ts";

/** `candor updates [SOURCE]`. */
export const updatesCommand = buildCommand({
  loader: async () => (await import("./updates.ts")).updates,
  parameters: {
    flags: {
      ...sourceFlags,
      json,
      fdroidIndex: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also compare apps with this index-v2.json of a repository of F-Droid, which you downloaded",
        placeholder: "FILE",
      },
    },
    aliases: { s: "serial" },
    positional: optionalSource,
  },
  docs: {
    brief: "Tell which published security fixes the phone lacks, which of them are used in attacks, and what is newer",
    fullDescription: [
      "Compares the phone's patch levels with the fixes that were published: how many are missing by part and grade, which of their holes are known to be used in attacks, which months the list has in full, and the newest system for the model. Fixes are counted, not months. Where the list may not have all, numbers are the least that is missing.",
      "",
      "Examples:",
      "  candor updates",
      "  candor updates bugreport.zip --json",
      "  candor feeds update android-bulletins known-exploited xiaomi-builds     newer lists first",
      "",
      "Exit codes: 0 no missing fix is known, 1 some are, 3 phone unreachable or nothing known of its levels.",
    ].join("\n"),
  },
});
