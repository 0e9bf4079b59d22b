import { type PassphraseFlags, passphraseFlags } from "./passphrase-flags.ts";

/** Flags that choose a vault; shared by every command that opens one. */
export interface VaultFlags extends PassphraseFlags {
  readonly vault?: string;
  readonly credentials?: string;
  readonly unlisted: boolean;
}

const credentials = {
  kind: "parsed",
  parse: String,
  optional: true,
  brief:
    "A private file with what the place wants to know (user = …, password = …, access-key = …); else CANDOR_PLACE_…",
  placeholder: "FILE",
} as const;

const unlisted = {
  kind: "boolean",
  default: false,
  brief: "Keep no trace of this vault: neither in the list of vaults nor in the journal",
} as const;

export const vaultFlags = {
  vault: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "Name of the vault, or its place; not needed where there is one",
    placeholder: "VAULT",
  },
  ...passphraseFlags,
  credentials,
  unlisted,
} as const;

/** A number of snapshots, days and the like. */
export const placeFlags = {
  credentials,
  country: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "Country that the place is in, by its two letters; needed for other people's servers",
    placeholder: "DE",
  },
  operator: { kind: "parsed", parse: String, optional: true, brief: "Whose server it is", placeholder: "NAME" },
} as const;

export { unlisted as unlistedFlag };
