import { buildCommand, buildRouteMap } from "@stricli/core";
import { changeFlags } from "./change-flags.ts";
import { json, noInput } from "./common-flags.ts";
import { passphraseFlags } from "./passphrase-flags.ts";

const list = buildCommand({
  loader: async () => (await import("./journal.ts")).journal,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "One entry, in full", parse: String, optional: true, placeholder: "ENTRY" }],
    },
  },
  docs: {
    brief: "List what Candor did, newest first; or show one entry with its commands",
    fullDescription: [
      "Lists the changes that Candor made, what became of them and what was taken back, and the examinations and files it wrote.",
      "",
      "Examples:",
      "  candor journal                 everything, newest first",
      "  candor journal 12              one entry: its commands, the answers of the phone, what takes it back",
      "  candor journal resume          finish what was interrupted; with --undo take it back",
      "  candor journal verify          see that no entry was changed, left out or put in",
    ].join("\n"),
  },
});

const resume = buildCommand({
  loader: async () => (await import("./journal.ts")).journalResume,
  parameters: {
    flags: {
      ...changeFlags,
      undo: { kind: "boolean", default: false, brief: "Take it back instead of finishing it" },
    },
    aliases: { s: "serial" },
    positional: noInput,
  },
  docs: { brief: "Finish what was interrupted by a pulled cable or a power cut, or take it back" },
});

const file = { kind: "parsed", parse: String, optional: true, placeholder: "FILE" } as const;
const out = { ...file, brief: "Write it here; shown when left out" } as const;

const verify = buildCommand({
  loader: async () => (await import("./journal-proof.ts")).journalVerify,
  parameters: {
    flags: {
      json,
      checkpoint: { ...file, brief: "A signed checkpoint that was kept elsewhere" },
      witness: { ...file, brief: "A witness file that was kept elsewhere: every checkpoint in it is compared" },
      key: {
        ...file,
        brief:
          "The public key that signatures have to be of (minisign, SSH, C2SP, Candor); else those of this computer",
      },
      vault: {
        ...file,
        brief: "A vault: the signed states that were kept there with each put and pull are compared",
        placeholder: "VAULT",
      },
      ...passphraseFlags,
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "Another journal, or a proof that was made of one",
          parse: String,
          optional: true,
          placeholder: "FILE",
        },
      ],
    },
  },
  docs: {
    brief: "Verify the chain of the journal; exit with 1 where a line is not as it was written",
    fullDescription: [
      "Follows the chain and names what is wrong: an entry that was changed, removed, put in or put elsewhere. What was cut off at the end, or",
      "written anew together with all that follows, shows only beside a checkpoint that was signed before: those of this computer are compared, and",
      "any that was kept elsewhere. Proofs of inclusion and consistency are verified offline, with --key alone.",
      "",
      "Examples:",
      "  candor journal verify                                   the journal of this computer",
      "  candor journal verify --witness /media/usb/witness.txt  beside a witness file",
      "  candor journal verify --vault home                      beside what a vault holds",
      "  candor journal verify proof.json --key candor.pub       a proof, anywhere",
    ].join("\n"),
  },
});

const checkpoint = buildCommand({
  loader: async () => (await import("./journal-proof.ts")).journalCheckpoint,
  parameters: {
    flags: {
      json,
      out: {
        ...out,
        brief: "Write the checkpoint here, with FILE.minisig and FILE.sig beside it; shown when left out",
      },
      witness: { ...file, brief: "Also put it behind this witness file, which lies elsewhere" },
      anew: { kind: "boolean", default: false, brief: "Sign a journal that was mended or begun anew as another one" },
    },
    positional: noInput,
  },
  docs: {
    brief: "Sign the state of the journal, so that nobody can change what is in it unseen",
    fullDescription: [
      "Signs number and root hash of all entries (RFC 6962, a C2SP checkpoint), and the same text for minisign and for ssh-keygen. Kept elsewhere it shows",
      "later that nothing was changed, left out or cut off; it tells nothing of what the entries say.",
    ].join("\n"),
  },
});

const witness = buildCommand({
  loader: async () => (await import("./journal-witness.ts")).journalWitness,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "on or off", parse: onOrOff, optional: true, placeholder: "on|off" }],
    },
  },
  docs: {
    brief: "Whether vaults get the newest signed state of the journal by themselves, and which have one",
    fullDescription: [
      "A journal that is cut off shows only beside a state that was signed before and lies elsewhere. Each put into a vault and each pull keeps the newest",
      "one there, once there is a key that signs (candor journal checkpoint makes it). Compare with: candor journal verify --vault NAME",
    ].join("\n"),
  },
});

const prove = buildCommand({
  loader: async () => (await import("./journal-proof.ts")).journalProve,
  parameters: {
    flags: {
      out,
      headOnly: { kind: "boolean", default: false, brief: "Leave the content of the entry out of the proof" },
    },
    positional: { kind: "tuple", parameters: [{ brief: "The entry", parse: entryNumber, placeholder: "ENTRY" }] },
  },
  docs: { brief: "Prove that an entry is in the journal, without showing the others" },
});

const consistency = buildCommand({
  loader: async () => (await import("./journal-proof.ts")).journalConsistency,
  parameters: {
    flags: { out },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "An earlier checkpoint, as a file", parse: String, placeholder: "OLD" },
        { brief: "A later one; made now when left out", parse: String, optional: true, placeholder: "NEW" },
      ],
    },
  },
  docs: { brief: "Prove that a later state of the journal holds all of an earlier one, unchanged" },
});

/** `candor journal …`. */
export const journalRoutes = buildRouteMap({
  routes: { list, resume, verify, checkpoint, witness, prove, consistency },
  defaultCommand: "list",
  docs: { brief: "The journal: what was examined, changed and taken back" },
});

/** `candor undo [ENTRY[/CHANGE]]`. */
export const undoCommand = buildCommand({
  loader: async () => (await import("./undo.ts")).undo,
  parameters: {
    flags: {
      ...changeFlags,
      all: { kind: "boolean", default: false, brief: "Everything that Candor changed on this phone, newest first" },
      since: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Everything since a time (2026-11-22, 2026-11-22T12:30) or for so long (30m, 6h, 2d)",
        placeholder: "TIME",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "An entry of the journal, or one change of it; the last change when left out",
          parse: String,
          optional: true,
          placeholder: "ENTRY[/CHANGE]",
        },
      ],
    },
  },
  docs: {
    brief: "Take changes back",
    fullDescription: [
      "Takes back what Candor changed, from the state that was written down before the change, and reads the phone again to see that it holds.",
      "",
      "Examples:",
      "  candor undo                    the last change",
      "  candor undo 12                 entry 12 of the journal",
      "  candor undo 12/3               its third change alone",
      "  candor undo --since 2d         everything of the last two days",
      "  candor undo --all --dry-run    the commands that would take everything back",
      "",
      "Exit codes: 0 all is as before, 1 some is not, 2 usage or nobody to ask, 3 phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

function entryNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new SyntaxError(`${JSON.stringify(text)} is no number of an entry`);
  return Number(text);
}

function onOrOff(text: string): "on" | "off" {
  if (text === "on" || text === "off") return text;
  throw new SyntaxError(`${JSON.stringify(text)} is neither on nor off`);
}
