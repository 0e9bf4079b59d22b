import { buildCommand } from "@stricli/core";
import { serviceKinds } from "../centre/watch-service.ts";
import { json } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { sourceFlags } from "./source-flags.ts";

/** `candor watch`. */
export const watchCommand = buildCommand({
  loader: async () => (await import("./watch.ts")).watch,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      every: {
        kind: "parsed",
        parse: aSpan,
        optional: true,
        brief: "Also examine a phone that stays connected again after this time: 30m, 6h, 1d",
        placeholder: "TIME",
      },
      once: {
        kind: "boolean",
        default: false,
        brief: "Examine the phones that are attached now, tell what changed, and end",
      },
      notify: {
        kind: "boolean",
        default: true,
        withNegated: true,
        brief: "Show a notification on this computer when something changed",
      },
      printService: {
        kind: "enum",
        values: serviceKinds,
        optional: true,
        brief: "Print what makes this computer run it at login, and do nothing else",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "virtual:MODEL or tcp:HOST:PORT; the phones on cables when left out",
          parse: String,
          optional: true,
          placeholder: "PHONE",
        },
      ],
    },
  },
  docs: {
    brief: "Follow your phones: examine them whenever they are connected, and tell only what changed",
    fullDescription: [
      "Examines a phone that Candor knows whenever it is connected, keeps what was found, and tells only what is not as it was. A phone that was never examined is left alone, unless it is named or --once is given. What cannot be read for a while is told once, and is never taken for gone. The last 30 examinations of each phone that this made are kept, and the counts of the last 1000.",
      "With a privacy password, notifications tell nothing of the phone.",
      "",
      "Examples:",
      "  candor watch                          until Ctrl+C",
      "  candor watch --every 6h               also every six hours while connected",
      "  candor watch --once --no-notify       the phones that are attached now",
      "  candor watch --print-service systemd  to run at login",
      "",
      "Exit codes: 0 ended, or nothing changed with --once; 1 something changed with --once; 3 a phone could not be examined with --once, or another candor watch runs.",
    ].join("\n"),
  },
});

/** `candor history [PHONE]`. */
export const historyCommand = buildCommand({
  loader: async () => (await import("./history.ts")).history,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "Serial number or model of one phone; all when left out",
          parse: String,
          optional: true,
          placeholder: "PHONE",
        },
      ],
    },
  },
  docs: {
    brief: "Show how the findings of each phone went over time",
    fullDescription: [
      "Shows, for each phone, how many findings of each grade its examinations had over time, and how many questions could not be answered. Counts are of the examinations that candor watch and the page made, as they were judged then.",
      "",
      "Examples:",
      "  candor history",
      "  candor history R58M12ABCDE --json",
      "",
      "Exit codes: 0 shown, 3 locked, or no such phone.",
    ].join("\n"),
  },
});

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** @throws SyntaxError for anything but a number of minutes, hours or days, five minutes to 30 days. */
function aSpan(text: string): number {
  const [, number, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const ms = Number(number) * units[unit as keyof typeof units];
  if (ms >= 300_000 && ms <= 30 * units.d) return ms;
  throw new SyntaxError(`${JSON.stringify(text)} is no time such as 30m, 6h or 1d, from 5m to 30d`);
}
