import { buildCommand } from "@stricli/core";
import { redactionLevels } from "../centre/redact-snapshot.ts";
import { passphraseFlags } from "./passphrase-flags.ts";

const file = { kind: "parsed", parse: String, optional: true, placeholder: "FILE" } as const;

/** `candor share FILE|EXAMINATION`. */
export const shareCommand = buildCommand({
  loader: async () => (await import("./share.ts")).share,
  parameters: {
    flags: {
      to: {
        kind: "parsed",
        parse: String,
        variadic: true,
        optional: true,
        brief: "For whom: age1…, or an ssh-ed25519 or ssh-rsa key",
        placeholder: "RECIPIENT",
      },
      known: {
        kind: "parsed",
        parse: String,
        variadic: true,
        optional: true,
        brief: "Somebody whose keys are kept, by the name they are kept under",
        placeholder: "NAME",
      },
      keepAs: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Keep the keys of --to and --to-file under this name, for --known",
        placeholder: "NAME",
      },
      toFile: { ...file, brief: "A file with recipients, a line each" },
      passphrase: { kind: "boolean", default: false, brief: "Seal with a passphrase instead, which you are asked for" },
      passphraseFile: { ...file, brief: "Seal with the passphrase in the first line of this file" },
      redact: {
        kind: "enum",
        values: redactionLevels,
        optional: true,
        brief: "What is taken out of an examination before; identifiers when left out",
      },
      armor: { kind: "boolean", default: false, brief: "As text, to be pasted into a message" },
      out: { ...file, brief: "Write it here; FILE.age beside the file when left out" },
      yes: { kind: "boolean", default: false, brief: "Do not ask" },
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "A file, or the id of a kept examination", parse: String, placeholder: "FILE|EXAMINATION" },
      ],
    },
  },
  docs: {
    brief: "Seal a file or an examination for somebody, as an age file",
    fullDescription: [
      "Seals it so that only those named can open it, with candor receive or with age. Nothing is sent: the sealed file is yours to send.",
      "",
      "Examples:",
      "  candor share case-12.zip --to age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
      "  candor share saved.json --redact names --to-file helper.txt --keep-as helper --out for-help.age",
      "  candor share notes.txt --known helper",
    ].join("\n"),
  },
});

/** `candor receive FILE`. */
export const receiveCommand = buildCommand({
  loader: async () => (await import("./share.ts")).receive,
  parameters: {
    flags: {
      ...passphraseFlags,
      identity: {
        ...file,
        brief: "A key to open it with: an age identity, or an SSH key without a passphrase; else your own",
      },
      out: { ...file, brief: "Write it here; the name without .age when left out" },
    },
    positional: { kind: "tuple", parameters: [{ brief: "A sealed file", parse: String, placeholder: "FILE" }] },
  },
  docs: { brief: "Open an age file that was sealed for you" },
});
