import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput } from "./common-flags.ts";
import { newPassphraseFlags, passphraseFlags } from "./passphrase-flags.ts";

const set = buildCommand({
  loader: async () => (await import("./lock.ts")).lockSet,
  parameters: {
    flags: {
      ...newPassphraseFlags,
      newPassphraseFile: {
        ...newPassphraseFlags.newPassphraseFile,
        brief: "Take the passphrase from the first line of this file; else CANDOR_PASSPHRASE, else you are asked",
      },
      sheet: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also write the recovery sheet, to be printed",
        placeholder: "FILE",
      },
    },
    aliases: {},
    positional: noInput,
  },
  docs: {
    brief: "Set a privacy password, and seal what Candor keeps",
    fullDescription: [
      "Sets a passphrase that seals everything private that Candor keeps on this computer: the journal, reports, selections, what it saw in",
      "apps. While it is locked Candor goes on writing, and can read none of it. Sealed files are age files, which other programs open, too.",
      "",
      "Examples:",
      "  candor lock set --sheet sheet.html     with the recovery sheet to print",
      "  candor unlock                          read it, until it is not used for 15 minutes",
    ].join("\n"),
  },
});

const change = buildCommand({
  loader: async () => (await import("./lock.ts")).lockChange,
  parameters: { flags: { ...passphraseFlags, ...newPassphraseFlags }, positional: noInput },
  docs: { brief: "Change the passphrase" },
});

const remove = buildCommand({
  loader: async () => (await import("./lock.ts")).lockRemove,
  parameters: { flags: passphraseFlags, positional: noInput },
  docs: { brief: "Open everything, and take the privacy password away" },
});

const status = buildCommand({
  loader: async () => (await import("./lock.ts")).lockStatus,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "Tell whether a privacy password is set, and when it locks" },
});

const now = buildCommand({
  loader: async () => (await import("./lock.ts")).lockAtOnce,
  parameters: { flags: {}, positional: noInput },
  docs: { brief: "Lock at once" },
});

const sheet = buildCommand({
  loader: async () => (await import("./lock.ts")).lockSheet,
  parameters: {
    flags: passphraseFlags,
    positional: {
      kind: "tuple",
      parameters: [{ brief: "The file to write: .html, or plain text", parse: String, placeholder: "FILE" }],
    },
  },
  docs: { brief: "Write the recovery sheet: the key, and how everything opens with age alone" },
});

const open = buildCommand({
  loader: async () => (await import("./lock.ts")).lockOpen,
  parameters: {
    flags: {
      to: { kind: "parsed", parse: String, optional: true, brief: "Write it here, unsealed", placeholder: "FILE" },
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "A sealed file in Candor's own folder", parse: String, placeholder: "NAME" }],
    },
  },
  docs: { brief: "Open one sealed file: a copy to read that goes when Candor locks again" },
});

const reset = buildCommand({
  loader: async () => (await import("./lock.ts")).lockReset,
  parameters: { flags: { yes: { kind: "boolean", default: false, brief: "Do not ask" } }, positional: noInput },
  docs: {
    brief: "Begin anew where the passphrase is forgotten; what is sealed is kept aside",
    fullDescription:
      "There is no way into what is sealed without the passphrase or the recovery sheet. This moves it aside, deletes nothing, and begins anew.",
  },
});

/** `candor lock …`. */
export const lockRoutes = buildRouteMap({
  routes: { set, status, now, change, remove, sheet, open, reset },
  docs: { brief: "The privacy password: what Candor keeps, sealed" },
});

/** `candor unlock`. */
export const unlockCommand = buildCommand({
  loader: async () => (await import("./lock.ts")).unlockFor,
  parameters: {
    flags: {
      ...passphraseFlags,
      for: {
        kind: "parsed",
        parse: duration,
        optional: true,
        brief: "Lock again after so long without use: 5m, 2h; 15m when left out",
        placeholder: "TIME",
      },
    },
    positional: noInput,
  },
  docs: { brief: "Give the passphrase, and read what is sealed until it is not used for a while" },
});

function duration(text: string): number {
  const [, count, unit] = /^(\d{1,4})([smh])$/.exec(text) ?? [];
  const ms = Number(count) * ({ s: 1000, m: 60_000, h: 3_600_000 }[unit ?? ""] ?? 0);
  if (!(ms > 0 && ms <= 24 * 3_600_000))
    throw new SyntaxError(`${JSON.stringify(text)}: write 90s, 15m or 2h, at most 24h`);
  return ms;
}
