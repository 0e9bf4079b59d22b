import { buildCommand } from "@stricli/core";
import { severities } from "../core/check.ts";
import { json, noInput, optionalSource } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

/** `candor check [SOURCE]`. */
export const checkCommand = buildCommand({
  loader: async () => (await import("./check.ts")).check,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      json,
      verbose: { kind: "boolean", default: false, brief: "Show evidence, reasons, sources, and what passed" },
      html: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also write the report as one HTML file",
        placeholder: "FILE",
      },
      save: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also save all facts, to be checked again later",
        placeholder: "FILE",
      },
      failOn: {
        kind: "enum",
        values: [...severities, "never"] as const,
        default: "high",
        brief: "Exit with 1 when there is a finding of this severity or worse",
      },
    },
    aliases: { v: "verbose", s: "serial" },
    positional: optionalSource,
  },
  docs: {
    brief: "Examine a phone or a capture, and report",
    fullDescription: [
      "Examines a phone or a capture and reports what was found, what could not be examined, and what to do first.",
      "",
      "Examples:",
      "  candor check                              the phone on the cable",
      "  candor check --serial R58M12ABCDE         one of several phones",
      "  candor check --address 192.168.1.20:5555  a phone's own ADB port, without adb",
      "  candor check bugreport.zip                a bug report",
      "  candor check acquisition/ --json          an AndroidQF folder, as JSON",
      "  candor check phone.candor --html out.html a capture, also as an HTML file",
      "  candor check virtual:stalked -v           a virtual phone, with evidence",
      "  candor check --no-apps                    without looking into the files of the apps",
      "",
      "Exit codes: 0 examined and nothing at or above --fail-on, 1 findings, 2 usage, 3 input unreadable or phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

/** `candor facts [SOURCE] [ID…]`. */
export const factsCommand = buildCommand({
  loader: async () => (await import("./facts.ts")).facts,
  parameters: {
    flags: { ...sourceFlags, json },
    aliases: { s: "serial" },
    positional: {
      kind: "array",
      parameter: { brief: `SOURCE, then ids of facts. ${sourceBrief}`, parse: String, placeholder: "SOURCE|ID" },
    },
  },
  docs: {
    brief: "Print each fact as read, or why it could not be",
    fullDescription:
      "Prints the facts that checks are judged from, as read, with the commands behind them, or why they could not be read.\n\nExamples:\n  candor facts bugreport.zip\n  candor facts bugreport.zip packages app-ops --json",
  },
});

/** `candor devices`. */
export const devicesCommand = buildCommand({
  loader: async () => (await import("./devices.ts")).devices,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "List attached phones, each with its state and what to do" },
});

/** `candor capture OUT`. */
export const captureCommand = buildCommand({
  loader: async () => (await import("./capture.ts")).capture,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      from: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Capture from this instead of the phone on the cable",
        placeholder: "SOURCE",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "The file to write, for example phone.candor", parse: String, placeholder: "OUT" }],
    },
  },
  docs: {
    brief: "Read everything once and keep it in one file",
    fullDescription:
      "Reads everything from the phone once, and looks into its apps. Checking the file gives the same report as the phone itself.\n\nExample:\n  candor capture phone.candor && candor check phone.candor",
  },
});

/** `candor compare BEFORE AFTER`. */
export const compareCommand = buildCommand({
  loader: async () => (await import("./compare.ts")).compare,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The earlier examination", parse: String, placeholder: "BEFORE" },
        { brief: "The later one", parse: String, placeholder: "AFTER" },
      ],
    },
  },
  docs: {
    brief: "Compare two examinations: what is new, gone, changed, or not known any more",
    fullDescription: [
      "Compares two examinations, both judged with the lists of today. Each is a saved one (candor check --save), a capture, a bug report, or the",
      "id of one that the page kept. What the later one could not read is never taken for gone.",
      "",
      "Examples:",
      "  candor compare january.json february.json",
      "  candor compare before.candor after.candor --json",
      "",
      "Exit codes: 0 nothing new and all known, 1 something is, 3 one cannot be read, 70 a fault of Candor.",
    ].join("\n"),
  },
});
