import { buildCommand, buildRouteMap } from "@stricli/core";
import { redactionLevels } from "../centre/redact-snapshot.ts";
import { json } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { passphraseFlags } from "./passphrase-flags.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

const redact = {
  kind: "enum",
  values: redactionLevels,
  default: "none",
  brief:
    "What is taken out before: nothing, identifiers (serials, addresses, accounts), or names of people and networks, too",
} as const;

const pack = buildCommand({
  loader: async () => (await import("./evidence.ts")).evidencePack,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      ...passphraseFlags,
      redact,
      out: { kind: "parsed", parse: String, brief: "A new folder, or FILE.zip", placeholder: "OUT" },
      include: {
        kind: "parsed",
        parse: String,
        variadic: true,
        optional: true,
        brief: "A file to put in as it is: a report about traffic, a record of an app",
        placeholder: "FILE",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: `${sourceBrief}; or the id of a kept examination`,
          parse: String,
          optional: true,
          placeholder: "SOURCE",
        },
      ],
    },
  },
  docs: {
    brief: "Pack an examination so that others can verify it without Candor",
    fullDescription: [
      "Packs what was read, what follows from it, the answers of the phone as they came, versions of tool and lists, and the proof that the journal held",
      "it; signs it, and tells in a README how to verify it with sha256sum, minisign and ssh-keygen.",
      "",
      "Examples:",
      "  candor evidence --out case-12.zip                          the phone on the cable",
      "  candor evidence saved.json --redact names --out case-12/   a saved examination",
      "  candor evidence verify case-12.zip --key their.pub         what somebody gave you",
    ].join("\n"),
  },
});

const verify = buildCommand({
  loader: async () => (await import("./evidence.ts")).evidenceVerify,
  parameters: {
    flags: {
      json,
      key: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "The public key of whoever is to have signed it (minisign, SSH, C2SP, Candor)",
        placeholder: "FILE",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "A package: a folder or a zip", parse: String, placeholder: "PACKAGE" }],
    },
  },
  docs: { brief: "Verify a package, and name what is wrong with it; exit with 1 where something is" },
});

const stix = buildCommand({
  loader: async () => (await import("./evidence.ts")).evidenceStix,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      ...passphraseFlags,
      redact,
      out: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Write it here; shown when left out",
        placeholder: "FILE",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: `${sourceBrief}; or the id of a kept examination`,
          parse: String,
          optional: true,
          placeholder: "SOURCE",
        },
      ],
    },
  },
  docs: { brief: "Write what was found as STIX 2.1, which MVT and other tools read" },
});

/** `candor evidence …`. */
export const evidenceRoutes = buildRouteMap({
  routes: { pack, verify, stix },
  defaultCommand: "pack",
  docs: { brief: "Evidence that others can verify without trusting you or Candor" },
});
