import { buildCommand, buildRouteMap } from "@stricli/core";
import { presets, ways } from "../centre/preinstalled-choice.ts";
import { changeFlags } from "./change-flags.ts";
import { json, userNumber } from "./common-flags.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

const user = {
  kind: "parsed",
  parse: userNumber,
  default: "0",
  brief: "User of the phone (candor facts users lists them)",
  placeholder: "N",
} as const;
const apps = {
  kind: "array",
  parameter: { brief: "Package names", parse: String, placeholder: "APP" },
} as const;

const list = buildCommand({
  loader: async () => (await import("./preinstalled.ts")).preinstalled,
  parameters: {
    flags: {
      ...sourceFlags,
      user,
      all: {
        kind: "boolean",
        default: false,
        brief: "Also those that must stay, that Candor does not know, or that are not there",
      },
      json,
      csv: { kind: "boolean", default: false, brief: "Print the list as CSV" },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [{ brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" }],
    },
  },
  docs: { brief: "List what came with the phone: what it does, what it sends, what is lost without it" },
});

const show = buildCommand({
  loader: async () => (await import("./preinstalled.ts")).preinstalledShow,
  parameters: {
    flags: { ...sourceFlags, json },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "Package name", parse: String, placeholder: "APP" },
        { brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" },
      ],
    },
  },
  docs: { brief: "Tell everything that is known of one of them" },
});

const remove = buildCommand({
  loader: async () => (await import("./preinstalled-remove.ts")).preinstalledRemove,
  parameters: {
    flags: {
      ...changeFlags,
      user,
      preset: { kind: "enum", values: presets, optional: true, brief: "Put away what this preset chooses" },
      selection: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Put away what this file names",
        placeholder: "FILE",
      },
      export: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also write what was chosen as a selection",
        placeholder: "FILE",
      },
      way: {
        kind: "enum",
        values: ["auto", ...ways] as const,
        default: "auto",
        brief: "By which means; auto: disable, and where the phone refuses, ask about the next",
      },
    },
    aliases: { s: "serial" },
    positional: apps,
  },
  docs: {
    brief: "Put apps away for a user, so that they can be brought back",
    fullDescription: [
      "Puts apps that came with the phone away for one user. Their data is kept, and each can be brought back: candor restore. Before the first",
      "change a script is written that brings everything back with nothing but adb. What the phone cannot do without is never put away.",
      "",
      "Presets: gentle (what only gathers data or advertises), private (also what can go without harm), minimal (all but what is needed).",
      "",
      "Examples:",
      "  candor preinstalled remove com.miui.analytics                one app; what is lost is shown, and you are asked",
      "  candor preinstalled remove --preset gentle --dry-run         the exact commands, and nothing done",
      "  candor preinstalled remove --preset private --export my.json also keep the choice as a file",
      "  candor preinstalled remove --selection my.json --user 10     the same choice for another user",
      "  candor preinstalled remove APP --way uninstall --yes         in a script: the means is named, since nobody is asked",
      "",
      "Exit codes: 0 done and seen, 1 some could not be done, 2 usage or nobody to ask, 3 phone unreachable, 130 stopped.",
    ].join("\n"),
  },
});

/** `candor preinstalled`. */
export const preinstalledRoutes = buildRouteMap({
  routes: { list, show, remove },
  defaultCommand: "list",
  docs: {
    brief: "Apps that came with the phone: what they do, and how to put them away",
    fullDescription:
      "Apps that came with the phone: what they do, what they send, what is lost without them, and how to put them away. Without a further word it is the list.",
  },
});

/** `candor restore`. */
export const restoreCommand = buildCommand({
  loader: async () => (await import("./restore.ts")).restore,
  parameters: {
    flags: {
      ...changeFlags,
      user: {
        kind: "parsed",
        parse: userNumber,
        optional: true,
        brief: "Only this user of the phone",
        placeholder: "N",
      },
      all: { kind: "boolean", default: false, brief: "Everything that Candor put away on this phone" },
    },
    aliases: { s: "serial" },
    positional: apps,
  },
  docs: {
    brief: "Bring apps back that were put away",
    fullDescription: [
      "Brings apps back. What Candor put away becomes exactly what it was before; what something else put away is installed, enabled and no",
      "longer suspended.",
      "",
      "Examples:",
      "  candor restore com.miui.notes     one app",
      "  candor restore --all              everything that Candor put away on this phone",
      "  candor rescue --out rescue.sh     a script that does it with nothing but adb",
    ].join("\n"),
  },
});

/** `candor rescue`. */
export const rescueCommand = buildCommand({
  loader: async () => (await import("./restore.ts")).rescue,
  parameters: {
    flags: {
      ...changeFlags,
      run: {
        kind: "boolean",
        default: false,
        brief: "Bring everything back at once instead, as candor restore --all does",
      },
      out: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Write it to this file; it is printed when left out",
        placeholder: "FILE",
      },
    },
    aliases: { s: "serial" },
    positional: { kind: "tuple", parameters: [] },
  },
  docs: {
    brief: "Write a script that brings all apps back with nothing but adb",
    fullDescription:
      "Writes a plain script that brings back every app that was put away on this phone, with nothing but adb: for the day when Candor is not there. Candor writes it by itself before it puts apps away, too.",
  },
});
