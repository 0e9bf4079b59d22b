import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput } from "./common-flags.ts";
import { newPassphraseFlags } from "./passphrase-flags.ts";
import { vaultFlags } from "./vault-flags.ts";

const list = buildCommand({
  loader: async () => (await import("./vault-keys.ts")).keyList,
  parameters: { flags: { ...vaultFlags, json }, positional: noInput },
  docs: { brief: "List the keys: each is a passphrase that opens the vault" },
});

const add = buildCommand({
  loader: async () => (await import("./vault-keys.ts")).keyAdd,
  parameters: { flags: { ...vaultFlags, ...newPassphraseFlags }, positional: noInput },
  docs: { brief: "Add another passphrase, for another person for example" },
});

const remove = buildCommand({
  loader: async () => (await import("./vault-keys.ts")).keyRemove,
  parameters: {
    flags: vaultFlags,
    positional: {
      kind: "tuple",
      parameters: [{ brief: "The beginning of its id", parse: String, placeholder: "KEY" }],
    },
  },
  docs: { brief: "Remove a key; copies of the vault that were made before still open with it" },
});

const change = buildCommand({
  loader: async () => (await import("./vault-keys.ts")).keyChange,
  parameters: { flags: { ...vaultFlags, ...newPassphraseFlags }, positional: noInput },
  docs: { brief: "Put another passphrase in the place of yours" },
});

const recovery = buildCommand({
  loader: async () => (await import("./vault-keys.ts")).keyRecovery,
  parameters: {
    flags: {
      ...vaultFlags,
      sheet: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Write it as a sheet to print (.html or text) instead of showing it",
        placeholder: "FILE",
      },
    },
    positional: noInput,
  },
  docs: { brief: "Make a new recovery key" },
});

const prove = buildCommand({
  loader: async () => (await import("./vault-keys.ts")).keyProve,
  parameters: {
    flags: {
      ...vaultFlags,
      recoveryFile: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Take the recovery key from the first line of this file; else you are asked",
        placeholder: "FILE",
      },
    },
    positional: noInput,
  },
  docs: { brief: "Prove that you can open the vault with what you have on paper" },
});

/** `candor vault key …`. */
export const keyRoutes = buildRouteMap({
  routes: { list, add, remove, change, recovery, prove },
  docs: { brief: "The keys of a vault" },
});
