import { buildCommand, numberParser } from "@stricli/core";
import { noInput } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { sourceFlags } from "./source-flags.ts";

/** `candor`, and `candor start`. */
export const startCommand = buildCommand({
  loader: async () => (await import("./start.ts")).start,
  parameters: { flags: { ...sourceFlags, ...appsFlags }, positional: noInput },
  docs: {
    brief: "Examine the attached phone, or the virtual one where none is attached",
    fullDescription:
      "Examines the attached phone, prints the report and writes it as an HTML file. Where no phone is attached, the virtual phone is examined, and that is said.",
  },
});

/** `candor open`. */
export const openCommand = buildCommand({
  loader: async () => (await import("./page.ts")).openPage,
  parameters: {
    flags: {
      port: {
        kind: "parsed",
        parse: numberParser,
        optional: true,
        brief: "The port to listen on; a free one is found otherwise",
        placeholder: "PORT",
      },
      browser: { kind: "boolean", default: true, brief: "Open the browser, too" },
    },
    positional: noInput,
  },
  docs: {
    brief: "Open Candor’s page in the browser",
    fullDescription:
      "Serves the page on this computer alone and opens it in the browser. Nobody gets in without the link that is printed.\n\nExamples:\n  candor open\n  candor open --no-browser --port 8080",
  },
});
