import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput } from "./common-flags.ts";
import { passphraseFlags } from "./passphrase-flags.ts";

const out = { kind: "parsed", parse: String, optional: true, placeholder: "FILE" } as const;

const show = buildCommand({
  loader: async () => (await import("./key.ts")).keyShow,
  parameters: { flags: { ...passphraseFlags, json }, positional: noInput },
  docs: { brief: "Show the keys that this Candor signs with, and their fingerprints to compare by telephone" },
});

const exportKey = buildCommand({
  loader: async () => (await import("./key.ts")).keyExport,
  parameters: {
    flags: {
      ...passphraseFlags,
      as: {
        kind: "enum",
        values: ["minisign", "ssh", "allowed-signers", "verifier", "candor"] as const,
        default: "minisign",
        brief: "For which program; candor has the earlier keys, too, and how each ended",
      },
      out: { ...out, brief: "Write it here; shown when left out" },
    },
    positional: noInput,
  },
  docs: { brief: "Write the public key, for those who verify" },
});

const rotate = buildCommand({
  loader: async () => (await import("./key.ts")).keyRotate,
  parameters: { flags: passphraseFlags, positional: noInput },
  docs: { brief: "Sign with a new key from now on; the old one signs that it is its successor" },
});

const revoke = buildCommand({
  loader: async () => (await import("./key.ts")).keyRevoke,
  parameters: {
    flags: {
      ...passphraseFlags,
      reason: { kind: "parsed", parse: String, brief: "Why: others read it", placeholder: "TEXT" },
      yes: { kind: "boolean", default: false, brief: "Do not ask" },
    },
    positional: noInput,
  },
  docs: {
    brief: "Say that the key is not to be trusted any more, and make a new one",
    fullDescription:
      "For a key that somebody else may have. Whatever it signed does not count any more; tell those who have the public key, and give them the new one.",
  },
});

const recipient = buildCommand({
  loader: async () => (await import("./key.ts")).keyRecipient,
  parameters: {
    flags: { ...passphraseFlags, out: { ...out, brief: "Also write it into a file to give away" } },
    positional: noInput,
  },
  docs: { brief: "Show what others seal things for you with: candor share FILE --to age1…" },
});

/** `candor key …`. */
export const keyRoutes = buildRouteMap({
  routes: { show, export: exportKey, rotate, revoke, recipient },
  docs: { brief: "Keys: what this Candor signs with, and what others seal things for you with" },
});
