import { buildCommand, buildRouteMap } from "@stricli/core";
import { changeFlags } from "./change-flags.ts";
import { sourceFlags } from "./source-flags.ts";

const user = {
  kind: "parsed",
  parse: (text: string) => {
    const number = Number(text);
    if (!/^\d{1,6}$/.test(text)) throw new SyntaxError(`${JSON.stringify(text)} is no user number`);
    return number;
  },
  optional: true,
  brief: "Only for this user; else for the owner and every other person on the phone",
  placeholder: "USER",
} as const;
const switches = {
  kind: "array",
  parameter: { brief: "Switches, as “candor optout” lists them", parse: String, placeholder: "SWITCH" },
} as const;

const list = buildCommand({
  loader: async () => (await import("./optout.ts")).optout,
  parameters: {
    flags: {
      ...sourceFlags,
      user,
      json: { kind: "boolean", default: false, brief: "Print one JSON document and nothing else" },
    },
    aliases: { s: "serial" },
    positional: { kind: "tuple", parameters: [] },
  },
  docs: {
    brief: "List the switches: state, what each sends and to whom, and how that is known",
    fullDescription:
      "Lists the switches by which the phone's system collects: state, since when one is off by your choice, what it sends and to whom, how that is known, and what goes on all the same.\n\nExit codes: 0 none that a computer can switch is on, 1 one is, 3 phone unreachable.",
  },
});

const off = buildCommand({
  loader: async () => (await import("./optout.ts")).optoutOff,
  parameters: {
    flags: { ...changeFlags, user, all: { kind: "boolean", default: false, brief: "All that a computer can switch" } },
    aliases: { s: "serial" },
    positional: switches,
  },
  docs: {
    brief: "Switch ways of collecting off, and note it with the date",
    fullDescription: [
      "Switches ways of collecting off, notes how all of them stand in the journal, and looks at each examination whether they still do. For those that only a person can switch, the steps are told.",
      "",
      "Examples:",
      "  candor optout off --all",
      "  candor optout off user-experience-program personalised-ads",
      "  candor optout off --all --dry-run      the exact commands, and what takes them back",
    ].join("\n"),
  },
});

const on = buildCommand({
  loader: async () => (await import("./optout.ts")).optoutOn,
  parameters: {
    flags: { ...changeFlags, user, all: { kind: "boolean", default: false, brief: "All that a computer can switch" } },
    aliases: { s: "serial" },
    positional: switches,
  },
  docs: { brief: "Switch ways of collecting on again; to have them as they were before, use candor undo" },
});

/** `candor optout`, `candor optout off`, `candor optout on`. */
export const optoutRoutes = buildRouteMap({
  routes: { list, off, on },
  defaultCommand: "list",
  docs: { brief: "Data collection by the system of the phone: what is sent to whom, and how to end it" },
});

/** `candor drift`. */
export const driftCommand = buildCommand({
  loader: async () => (await import("./drift.ts")).drift,
  parameters: {
    flags: { ...changeFlags, apply: { kind: "boolean", default: false, brief: "Make again what came back" } },
    aliases: { s: "serial" },
    positional: { kind: "tuple", parameters: [] },
  },
  docs: {
    brief: "Tell what you changed with Candor and came back, after an update or by somebody's hand",
    fullDescription: [
      "Looks whether everything that was chosen for the phone with Candor, and not taken back, still holds: switches, permissions, apps put away. --apply makes it so again.",
      "",
      "Examples:",
      "  candor drift",
      "  candor drift --apply --dry-run",
      "",
      "Exit codes: 0 all holds, 1 some does not or was not told, 2 usage or nobody to ask, 3 phone unreachable.",
    ].join("\n"),
  },
});
