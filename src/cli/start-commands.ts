import { buildCommand, numberParser } from "@stricli/core";
import { noInput } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { sourceFlags } from "./source-flags.ts";

/** `candor`, and `candor start`. */
export const startCommand = buildCommand({
  loader: async () => (await import("./start.ts")).start,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      page: {
        kind: "boolean",
        optional: true,
        brief: "Open the page; --no-page examines at once and prints the report",
      },
    },
    aliases: { s: "serial" },
    positional: noInput,
  },
  docs: {
    brief: "Open the page; without a terminal, examine the phone and print the report",
    fullDescription: [
      "Run by a person at a terminal, it opens Candor’s page in the browser, as candor open does. Run by a program, with --no-page, or with a",
      "flag that says how to examine, it examines the attached phone, prints the report and writes it as an HTML file; where no phone is attached,",
      "the virtual phone is examined, and that is said.",
      "",
      "Examples:",
      "  candor                       the page",
      "  candor --no-page             the report, here and as a file",
      "  candor --serial R58M12ABCDE  the same of one of several phones",
    ].join("\n"),
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
