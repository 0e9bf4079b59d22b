import { buildCommand } from "@stricli/core";
import { hidingWays } from "../centre/hidden-apps.ts";
import { changeFlags } from "./change-flags.ts";
import { json, userNumber } from "./common-flags.ts";
import { passphraseFlags } from "./passphrase-flags.ts";

const packages = {
  kind: "array",
  parameter: { brief: "Package names", parse: String, placeholder: "PACKAGE" },
} as const;

/** `candor hide PACKAGE…`. */
export const hideCommand = buildCommand({
  loader: async () => (await import("./hide.ts")).hide,
  parameters: {
    flags: {
      ...changeFlags,
      ...passphraseFlags,
      way: {
        kind: "enum",
        values: hidingWays,
        default: "disable",
        brief: "disable: gone from the home screen, and does not run; suspend: grey, cannot be opened, may still run",
      },
      user: { kind: "parsed", parse: userNumber, default: "0", brief: "User of the phone", placeholder: "N" },
      emergency: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also write, for all to read, the script that brings them back with nothing but adb",
        placeholder: "FILE",
      },
      vendor: {
        kind: "boolean",
        default: false,
        brief: "Open the phone's own screen for hidden apps and app lock instead (Xiaomi)",
      },
    },
    aliases: { s: "serial" },
    positional: packages,
  },
  docs: {
    brief: "Put apps out of sight; which ones is sealed with the privacy password",
    fullDescription: [
      "Disables or suspends apps for one user. Their data stays, and they come back exactly as they were. Which ones they are is sealed with the",
      "privacy password (candor lock set). This keeps people who look through the phone from finding them. It encrypts nothing, and the phone's",
      "settings or another computer can bring them back.",
      "",
      "Examples:",
      "  candor hide com.example.diary                     disabled: gone from the home screen",
      "  candor hide com.example.diary --way suspend       it stays, grey, and cannot be opened",
      "  candor hide com.example.diary --dry-run           the commands, and what takes them back",
      "  candor hide --vendor                              Xiaomi's own hidden apps and app lock, on the phone",
      "  candor hidden                                     which apps are hidden; needs the passphrase",
      "  candor unhide com.example.diary                   back to exactly what it was",
      "",
      "Exit codes: 0 all are hidden, 1 some are not, 2 usage or nobody to ask, 3 phone unreachable or locked, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

/** `candor hidden`. */
export const hiddenCommand = buildCommand({
  loader: async () => (await import("./hide.ts")).hidden,
  parameters: { flags: { ...passphraseFlags, json }, positional: { kind: "tuple", parameters: [] } },
  docs: { brief: "List the apps that are hidden; needs the passphrase" },
});

/** `candor unhide [PACKAGE… | --all]`. */
export const unhideCommand = buildCommand({
  loader: async () => (await import("./hide.ts")).unhide,
  parameters: {
    flags: {
      ...changeFlags,
      ...passphraseFlags,
      all: { kind: "boolean", default: false, brief: "All that are hidden on this phone" },
    },
    aliases: { s: "serial" },
    positional: packages,
  },
  docs: { brief: "Bring hidden apps back to exactly what they were; needs the passphrase" },
});
