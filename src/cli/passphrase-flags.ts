/** Where a passphrase may come from besides the person at the terminal. */
export interface PassphraseFlags {
  readonly passphraseFile?: string;
}

export const passphraseFlags = {
  passphraseFile: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "Take the passphrase from the first line of this file; else CANDOR_PASSPHRASE, else you are asked",
    placeholder: "FILE",
  },
} as const;

/** Where a new passphrase may come from. */
export interface NewPassphraseFlags {
  readonly newPassphraseFile?: string;
  readonly allowWeak: boolean;
}

export const newPassphraseFlags = {
  newPassphraseFile: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "Take the new passphrase from the first line of this file; else CANDOR_NEW_PASSPHRASE, else you are asked",
    placeholder: "FILE",
  },
  allowWeak: { kind: "boolean", default: false, brief: "Take a passphrase although it is weak" },
} as const;
