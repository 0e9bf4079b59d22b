import { buildCommand } from "@stricli/core";
import { severities } from "../core/check.ts";
import { changeFlags } from "./change-flags.ts";
import { json, wholeNumber } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { sourceFlags } from "./source-flags.ts";

/** `candor fix [CHECK…]`. */
export const fixCommand = buildCommand({
  loader: async () => (await import("./fix.ts")).fix,
  parameters: {
    flags: {
      ...changeFlags,
      ...appsFlags,
      severity: {
        kind: "enum",
        values: severities,
        default: "low",
        brief: "Go through findings of this severity and worse",
      },
      only: {
        kind: "enum",
        values: ["safe"] as const,
        optional: true,
        brief: "Only what Candor can do by itself and what can break nothing",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "array",
      parameter: {
        brief: "Checks whose findings to go through; all when left out",
        parse: String,
        placeholder: "CHECK",
      },
    },
  },
  docs: {
    brief: "Go through what was found, the worst first: explain, show, ask, change, see",
    fullDescription: [
      "Examines the phone, then goes through the findings, the worst first. For each it says why it matters, shows exactly what would be done",
      "or opens the right screen on the phone, asks, and reads again what holds. Every change is in the journal and can be taken back.",
      "",
      "Examples:",
      "  candor fix                             go through everything together",
      "  candor fix camera-access               only what one check found",
      "  candor fix --dry-run                   see the commands of everything that Candor could do",
      "  candor fix --only safe --yes           do what can break nothing, without asking",
      "  candor fix --json                      what could be done, as JSON",
      "",
      "Exit codes: 0 nothing is left, 1 something is, 2 usage, 3 phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

/** `candor guide [CHECK|SCREEN]`. */
export const guideCommand = buildCommand({
  loader: async () => (await import("./guide.ts")).guide,
  parameters: {
    flags: {
      ...sourceFlags,
      json,
      app: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "The app whose screen to open",
        placeholder: "PACKAGE",
      },
      user: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "The user whose screen to open; the one in the foreground when left out",
        placeholder: "ID",
      },
      wait: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Seconds in which Candor looks again whether it is done",
        placeholder: "SECONDS",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "A check, or a screen; the screens are listed when left out",
          parse: String,
          optional: true,
          placeholder: "CHECK|SCREEN",
        },
      ],
    },
  },
  docs: {
    brief: "Open the right settings screen on the phone, and see when it is done",
    fullDescription: [
      "For what only a person can do: opens the settings screen on the phone, says what to tap, and reads again until it is done.",
      "Candor changes nothing itself.",
      "",
      "Examples:",
      "  candor guide screen-lock-set                       what this check found",
      "  candor guide app --app com.example.app             a screen of one app",
      "  candor guide                                       all screens",
      "  candor guide screen-lock-set --wait 0 --json       what was found and opened, as JSON",
    ].join("\n"),
  },
});
