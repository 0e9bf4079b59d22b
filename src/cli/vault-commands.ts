import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput, wholeNumber } from "./common-flags.ts";
import { newPassphraseFlags, passphraseFlags } from "./passphrase-flags.ts";
import { progressStyles } from "./progress.ts";
import { sourceFlags } from "./source-flags.ts";
import { placeFlags, unlistedFlag, vaultFlags } from "./vault-flags.ts";
import { keyRoutes } from "./vault-key-commands.ts";

const progress = sourceFlags.progress;
const yes = { kind: "boolean", default: false, brief: "Agree in advance" } as const;
const dryRun = { kind: "boolean", default: false, brief: "Only say what would be done" } as const;

/** A share such as 5% or 0.05. @throws SyntaxError */
const share = (text: string) => {
  const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(value >= 0 && value <= 1)) throw new SyntaxError(`${JSON.stringify(text)} is not a share: 5%, 100%`);
  return value;
};

const words = (brief: string, placeholder: string) =>
  ({ kind: "array", parameter: { brief, parse: String, placeholder } }) as const;

const init = buildCommand({
  loader: async () => (await import("./vault.ts")).vaultInit,
  parameters: {
    flags: {
      ...passphraseFlags,
      allowWeak: newPassphraseFlags.allowWeak,
      name: { kind: "parsed", parse: String, optional: true, brief: "What to call it", placeholder: "NAME" },
      sheet: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Write the recovery key as a sheet to print (.html or text) instead of showing it",
        placeholder: "FILE",
      },
      noRecovery: { kind: "boolean", default: false, brief: "Make no recovery key" },
      ...placeFlags,
      rule: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Where this vault and its copies may lie: EU/EEA, or countries",
        placeholder: "COUNTRIES",
      },
      verifiedOnly: {
        kind: "boolean",
        default: false,
        brief: "Refuse places whose country is declared and not verified",
      },
      unlisted: unlistedFlag,
      json,
    },
    positional: { kind: "tuple", parameters: [{ brief: "Where it is to lie", parse: String, placeholder: "PLACE" }] },
  },
  docs: {
    brief: "Make a vault: a place where everything is encrypted before it leaves this computer",
    fullDescription: [
      "A vault is a restic repository (https://restic.net), so that it can be opened without Candor, too. PLACE is a folder, or one of",
      "s3:https://host/bucket/prefix, sftp://user@host/path, webdavs://host/path, rest:https://host/path. Names, sizes and structure are hidden at",
      "the place; that a vault lies there is not.",
      "",
      "Examples:",
      "  candor vault init ~/vault --sheet sheet.html",
      "  candor vault init sftp://anna@nas.example/vault --country DE --rule EU/EEA",
      "  candor vault put Documents Pictures",
      "  candor vault pull photos sms contacts",
    ].join("\n"),
  },
});

const unlock = buildCommand({
  loader: async () => (await import("./vault.ts")).vaultUnlock,
  parameters: {
    flags: {
      ...vaultFlags,
      for: {
        kind: "parsed",
        parse: wholeNumber,
        default: "15",
        brief: "Minutes without use until it locks",
        placeholder: "MIN",
      },
      lock: { kind: "boolean", default: false, brief: "Lock it at once instead" },
      name: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "What to call it from now on",
        placeholder: "NAME",
      },
    },
    positional: noInput,
  },
  docs: { brief: "Keep a vault open for a while, and remember it" },
});

const list = buildCommand({
  loader: async () => (await import("./vault.ts")).vaultList,
  parameters: {
    flags: {
      ...vaultFlags,
      under: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Only this path and what is below it",
        placeholder: "PATH",
      },
      json,
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "List its files: latest, or the beginning of its id",
          parse: String,
          optional: true,
          placeholder: "SNAPSHOT",
        },
      ],
    },
  },
  docs: {
    brief: "List the vaults, the snapshots of one (--vault), or the files of a snapshot",
    fullDescription: [
      "Without anything: the vaults that Candor knows, and what to do about them. With --vault: its snapshots. With a snapshot: its files.",
      "",
      "Examples:",
      "  candor vault list",
      "  candor vault list --vault home",
      "  candor vault list latest --under sdcard/DCIM",
    ].join("\n"),
  },
});

const put = buildCommand({
  loader: async () => (await import("./vault-put.ts")).vaultPut,
  parameters: { flags: { ...vaultFlags, progress, json }, positional: words("Files and folders", "PATH") },
  docs: { brief: "Keep files and folders of this computer in a vault" },
});

const pullWords = words("photos, sms, contacts, calls, files PATH…, apps [PACKAGE…]", "WHAT");
const from = {
  kind: "parsed",
  parse: String,
  optional: true,
  brief: "virtual:MODEL, or tcp:HOST:PORT; the phone on the cable when left out",
  placeholder: "PHONE",
} as const;

const pull = buildCommand({
  loader: async () => (await import("./vault-pull.ts")).vaultPull,
  parameters: {
    flags: { ...vaultFlags, ...sourceFlags, from, dryRun: { ...dryRun, brief: "Only say what it would take" }, json },
    aliases: { s: "serial" },
    positional: pullWords,
  },
  docs: {
    brief: "Pull photos, files, apps, messages and contacts from the phone straight into a vault",
    fullDescription: [
      "Nothing is written to a disk of this computer unencrypted. A cable that is pulled is waited for, and a file goes on where it was. What the",
      "last snapshot of the same has already is not asked for again. The phone is not changed.",
      "",
      "Examples:",
      "  candor vault pull photos                          DCIM, Pictures and Movies",
      "  candor vault pull sms contacts calls              as far as the phone gives them away",
      "  candor vault pull files /sdcard/Documents",
      "  candor vault pull apps com.example.diary          its APK files, not its data",
      "",
      "Exit codes: 0 all, 1 some was left out, 2 usage, 3 phone or vault not usable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const hide = buildCommand({
  loader: async () => (await import("./vault-pull.ts")).vaultHide,
  parameters: {
    flags: {
      ...vaultFlags,
      ...sourceFlags,
      from,
      delete: { kind: "boolean", default: false, brief: "Agree in advance to deleting them on the phone" },
      json,
    },
    aliases: { s: "serial" },
    positional: words("photos, files PATH…", "WHAT"),
  },
  docs: {
    brief: "Pull photos or files into a vault, verify every byte on both sides, then delete them on the phone",
    fullDescription: [
      "Deletes only what was read back from the vault and has the same SHA-256 on the phone, after you agreed, and after the journal says where it",
      "is. Stopped at any point, every deleted file is in the vault. Copies elsewhere (cloud, trash of the gallery, thumbnails, chats) stay.",
    ].join("\n"),
  },
});

const find = buildCommand({
  loader: async () => (await import("./vault.ts")).vaultFind,
  parameters: {
    flags: { ...vaultFlags, json },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "A name or path; * any letters, ** also folders, ? one letter",
          parse: String,
          placeholder: "PATTERN",
        },
      ],
    },
  },
  docs: { brief: "Find files in all snapshots of a vault" },
});

const restore = buildCommand({
  loader: async () => (await import("./vault-put.ts")).vaultRestore,
  parameters: {
    flags: {
      ...vaultFlags,
      to: { kind: "parsed", parse: String, brief: "Folder to restore into", placeholder: "FOLDER" },
      include: {
        kind: "parsed",
        parse: String,
        variadic: true,
        optional: true,
        brief: "Only this path and what is below it; may be given several times",
        placeholder: "PATH",
      },
      overwrite: { kind: "boolean", default: false, brief: "Replace files that are there" },
      progress,
      json,
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "latest, or the beginning of its id", parse: String, default: "latest", placeholder: "SNAPSHOT" },
      ],
    },
  },
  docs: { brief: "Restore files of a snapshot into a folder of this computer" },
});

const back = buildCommand({
  loader: async () => (await import("./vault-return.ts")).vaultReturn,
  parameters: {
    flags: {
      ...vaultFlags,
      ...sourceFlags,
      from,
      include: {
        kind: "parsed",
        parse: String,
        variadic: true,
        optional: true,
        brief: "Only this path of the snapshot and what is below it; may be given several times",
        placeholder: "PATH",
      },
      into: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Folder of the phone to put them into; where they were when left out",
        placeholder: "FOLDER",
      },
      dryRun: { ...dryRun, brief: "Only say what would be put on the phone" },
      yes: { kind: "boolean", default: false, brief: "Agree in advance" },
      json,
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "latest, or the beginning of its id", parse: String, default: "latest", placeholder: "SNAPSHOT" },
      ],
    },
  },
  docs: {
    brief: "Put photos and files of a snapshot back on the phone",
    fullDescription: [
      "Files go back to where they were in the phone's shared storage, with their times. Nothing that lies there is replaced; the phone reads each",
      "file to its last byte afterwards. A cable that is pulled is waited for.",
      "",
      "Examples:",
      "  candor vault return latest --dry-run",
      "  candor vault return 4f1c2a9b --include sdcard/DCIM",
      "  candor vault return latest --into /sdcard/Download/old-phone      to another phone, too",
      "",
      "Exit codes: 0 all, 1 some was left out, 2 usage or nobody to ask, 3 phone or vault not usable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const compare = buildCommand({
  loader: async () => (await import("./vault-compare.ts")).vaultCompare,
  parameters: {
    flags: { ...vaultFlags, json },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "The earlier one, by the beginning of its id; else the one of the same files before the later",
          parse: String,
          optional: true,
          placeholder: "EARLIER",
        },
        { brief: "The later one; else the latest", parse: String, optional: true, placeholder: "LATER" },
      ],
    },
  },
  docs: {
    brief: "Say what is new, gone and changed from one snapshot to another",
    fullDescription: [
      "One line for each: + new, - gone, M with another content, t the same with another time, permissions or owner. A folder that is wholly new or",
      "gone is one line.",
      "",
      "Examples:",
      "  candor vault compare",
      "  candor vault compare 4f1c2a9b",
      "  candor vault compare 4f1c2a9b 77aa01c3 --vault home",
    ].join("\n"),
  },
});

const check = buildCommand({
  loader: async () => (await import("./vault-care.ts")).vaultCheck,
  parameters: {
    flags: {
      ...vaultFlags,
      readData: { kind: "boolean", default: false, brief: "Read and verify every byte, too" },
      progress,
      json,
    },
    positional: noInput,
  },
  docs: { brief: "Look whether a vault holds what it should" },
});

const many = (brief: string) =>
  ({ kind: "parsed", parse: wholeNumber, optional: true, brief, placeholder: "N" }) as const;

const forget = buildCommand({
  loader: async () => (await import("./vault-care.ts")).vaultForget,
  parameters: {
    flags: {
      ...vaultFlags,
      keepLast: many("Keep the last N snapshots"),
      keepDaily: many("Keep the last of N days"),
      keepWeekly: many("Keep the last of N weeks"),
      keepMonthly: many("Keep the last of N months"),
      keepYearly: many("Keep the last of N years"),
      keepWithin: many("Keep all of the last N days"),
      prune: { kind: "boolean", default: false, brief: "Free the room at once, too" },
      dryRun,
      yes,
      json,
    },
    positional: words("Snapshots, by the beginnings of their ids", "SNAPSHOT"),
  },
  docs: { brief: "Remove snapshots: those named, or all but those that a rule keeps" },
});

const prune = buildCommand({
  loader: async () => (await import("./vault-care.ts")).vaultPrune,
  parameters: {
    flags: {
      ...vaultFlags,
      repairIndex: { kind: "boolean", default: false, brief: "Write the index anew from the packs first" },
      dryRun,
      progress,
      json,
    },
    positional: noInput,
  },
  docs: { brief: "Free the room of what no snapshot needs" },
});

const copy = buildCommand({
  loader: async () => (await import("./vault-care.ts")).vaultCopy,
  parameters: {
    flags: {
      ...vaultFlags,
      ...placeFlags,
      placeCredentials: { ...placeFlags.credentials, brief: "The same, for the place of the copy" },
      verify: {
        kind: "parsed",
        parse: share,
        optional: true,
        brief: "Share of the packs to read back; 5% when left out",
        placeholder: "SHARE",
      },
      progress: { ...progress, values: progressStyles },
      json,
    },
    positional: { kind: "tuple", parameters: [{ brief: "Where the copy lies", parse: String, placeholder: "PLACE" }] },
  },
  docs: { brief: "Copy what is missing to another place, and verify it there" },
});

const places = buildCommand({
  loader: async () => (await import("./vault.ts")).vaultPlaces,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "Where the vaults and their copies lie, and how that is known" },
});

const erase = buildCommand({
  loader: async () => (await import("./vault-care.ts")).vaultErase,
  parameters: {
    flags: { ...vaultFlags, yes: { ...yes, brief: "Agree in advance that nobody can ever open it again" } },
    positional: noInput,
  },
  docs: { brief: "Delete all keys of a vault, so that nobody can open it any more" },
});

/** `candor vault …`. */
export const vaultRoutes = buildRouteMap({
  routes: {
    init,
    unlock,
    put,
    pull,
    hide,
    list,
    find,
    compare,
    restore,
    return: back,
    check,
    forget,
    prune,
    key: keyRoutes,
    copy,
    places,
    erase,
  },
  docs: { brief: "Keep what is private encrypted, at places of your choice" },
});
