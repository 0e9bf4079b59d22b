import { buildCommand, buildRouteMap } from "@stricli/core";
import { changeFlags } from "./change-flags.ts";
import { json, noInput } from "./common-flags.ts";

const list = buildCommand({
  loader: async () => (await import("./journal.ts")).journal,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "One entry, in full", parse: String, optional: true, placeholder: "ENTRY" }],
    },
  },
  docs: {
    brief: "List what Candor did, newest first; or show one entry with its commands",
    fullDescription: [
      "Lists the changes that Candor made, what became of them and what was taken back, and the examinations and files it wrote.",
      "",
      "Examples:",
      "  candor journal                 everything, newest first",
      "  candor journal 12              one entry: its commands, the answers of the phone, what takes it back",
      "  candor journal resume          finish what was interrupted; with --undo take it back",
      "  candor journal verify          see that no entry was changed, left out or put in",
    ].join("\n"),
  },
});

const resume = buildCommand({
  loader: async () => (await import("./journal.ts")).journalResume,
  parameters: {
    flags: {
      ...changeFlags,
      undo: { kind: "boolean", default: false, brief: "Take it back instead of finishing it" },
    },
    aliases: { s: "serial" },
    positional: noInput,
  },
  docs: { brief: "Finish what was interrupted by a pulled cable or a power cut, or take it back" },
});

const verify = buildCommand({
  loader: async () => (await import("./journal.ts")).journalVerify,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "Verify the chain of the journal; exit with 1 where a line is not as it was written" },
});

/** `candor journal …`. */
export const journalRoutes = buildRouteMap({
  routes: { list, resume, verify },
  defaultCommand: "list",
  docs: { brief: "The journal: what was examined, changed and taken back" },
});

/** `candor undo [ENTRY[/CHANGE]]`. */
export const undoCommand = buildCommand({
  loader: async () => (await import("./undo.ts")).undo,
  parameters: {
    flags: {
      ...changeFlags,
      all: { kind: "boolean", default: false, brief: "Everything that Candor changed on this phone, newest first" },
      since: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Everything since a time (2026-11-22, 2026-11-22T12:30) or for so long (30m, 6h, 2d)",
        placeholder: "TIME",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "An entry of the journal, or one change of it; the last change when left out",
          parse: String,
          optional: true,
          placeholder: "ENTRY[/CHANGE]",
        },
      ],
    },
  },
  docs: {
    brief: "Take changes back",
    fullDescription: [
      "Takes back what Candor changed, from the state that was written down before the change, and reads the phone again to see that it holds.",
      "",
      "Examples:",
      "  candor undo                    the last change",
      "  candor undo 12                 entry 12 of the journal",
      "  candor undo 12/3               its third change alone",
      "  candor undo --since 2d         everything of the last two days",
      "  candor undo --all --dry-run    the commands that would take everything back",
      "",
      "Exit codes: 0 all is as before, 1 some is not, 2 usage or nobody to ask, 3 phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});
