import { z } from "zod";
import { folderOrders } from "../centre/vault-browse.ts";
import { vaultDocuments } from "../centre/vault-documents-schema.ts";
import { placeWish, ruleWish } from "./place-shapes.ts";
import { named } from "./shapes.ts";

// What the routes of the vault take and answer.

const time = z.iso.datetime();
const count = z.int().min(0);
/** Folders and their files may hold more than exact numbers tell; the page rounds them anyway. */
const bytes = z.number().min(0);
const known = vaultDocuments.vaults.shape.vaults.element;

/** A vault that Candor knows. */
export const vaultCardShape = named(
  "VaultCard",
  known.omit({ credentials: true, due: true, copies: true }).extend({
    copies: z.array(known.shape.copies.element.omit({ credentials: true, snapshots: true })),
    locksAt: time.nullable().describe("When it locks if it is not used; null while it is locked"),
    due: z.enum(["make", "prove", "again"]).nullable().describe("What to do about the recovery key"),
    wrong: z.object({ count, waitMs: count }).describe("Wrong passphrases, and when the next can be tried"),
  }),
);

/** A recovery key as it is printed; nobody can show it again. */
export const sheetShape = z.object({ html: z.string(), text: z.string() });

const passphrase = z.string().min(1).max(1024);
const minutes = z
  .int()
  .min(1)
  .max(24 * 60)
  .default(15)
  .describe("Locks again after so many minutes without use");
const folder = z.string().trim().min(1).max(4096).describe("The whole path of a folder of this computer");

export const unlocking = z.object({ passphrase, minutes });
export const proving = z.object({ key: passphrase });
export const meeting = unlocking.extend({ ...placeWish, ...ruleWish });
export const making = meeting.extend({
  weakToo: z.boolean().default(false).describe("Also take a passphrase that is easily guessed"),
  name: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}$/u)
    .optional()
    .describe("Letters, digits, dots and dashes"),
});

export const snapshotShape = named(
  "VaultSnapshot",
  z.object({
    id: z.string(),
    time: time.nullable(),
    hostname: z.string(),
    paths: z.array(z.string()),
    tags: z.array(z.string()),
    files: count.nullable(),
    bytes: bytes.nullable(),
    added: bytes.nullable().describe("Bytes that it added to the vault"),
  }),
);

/** One name in a snapshot. */
export const fileShape = named(
  "VaultFile",
  z.object({
    ref: z.string().describe("Stands for its path in addresses, which browsers keep; as long as Candor runs"),
    name: z.string(),
    kind: z.enum(["file", "dir", "symlink", "other"]),
    bytes,
    modified: time.nullable(),
    linkTarget: z.string().nullable(),
  }),
);

export const folderShape = z.object({
  snapshot: snapshotShape,
  above: z.array(z.object({ ref: z.string(), name: z.string() })).describe("The folders on the way to this one"),
  ref: z.string().describe("The folder itself; empty for the whole snapshot"),
  total: count,
  bytes,
  files: z.array(fileShape),
});
const ref = z.string().max(8000);
export const folderQuery = z.object({
  folder: ref.default(""),
  order: z.enum(folderOrders).default("name"),
  from: z.coerce.number().int().min(0).max(10_000_000).default(0),
  count: z.coerce.number().int().min(1).max(1000).default(300),
});
export const fileQuery = z.object({
  file: ref,
  as: z
    .enum(["picture", "film", "download"])
    .default("download")
    .describe(
      "picture: only what browsers draw and holds no program, of HEIC the JPEG in it; film: what they play, in parts (Range)",
    ),
});
export const searchQuery = z.object({
  text: z.string().min(1).max(200),
  snapshot: z.string().max(64).optional().describe("Only this one; all where it is left out"),
});
export const searchShape = z.object({
  files: z.array(z.object({ snapshot: snapshotShape, folder: z.string(), path: z.string(), file: fileShape })),
  more: z.boolean().describe("There are more than are told"),
});

const left = z
  .array(z.object({ path: z.string(), reason: z.string() }))
  .describe("What was left out, and why; the first of them");
const leftOut = { left, leftCount: count };
export const keepWish = z.object({ path: folder });
export const keptShape = z.object({
  snapshot: z.string(),
  files: count,
  bytes,
  unchanged: count,
  added: bytes,
  ...leftOut,
});
export const pullWish = z.object({
  phone: z.string().max(300),
  what: z
    .array(z.string().min(1).max(4096))
    .min(1)
    .max(200)
    .describe("As `candor vault pull` takes it: photos, sms, contacts, calls, files /PATH…, apps"),
});
export const estimateShape = z.object({
  files: count,
  bytes,
  keptFiles: count,
  keptBytes: bytes,
  speed: count.nullable().describe("Bytes a second that the cable gave"),
  seconds: count.nullable(),
  ...leftOut,
});
export const pulledShape = z.object({
  snapshot: z.string(),
  files: count,
  bytes,
  transferred: bytes.describe("That came from the phone"),
  added: bytes,
  ...leftOut,
});
export const checkWish = z.object({ readData: z.boolean().default(false).describe("Read and verify every byte") });
export const checkedShape = vaultDocuments["vault-check"].omit({ schema: true, vault: true });
export const restoreWish = z.object({
  to: folder,
  files: z.array(ref).max(5000).describe("What is to be restored; all where none is named"),
});
export const restoredShape = z.object({
  to: z.string(),
  files: count,
  folders: count,
  links: count,
  bytes,
  ...leftOut,
});

/** Folders of this computer, to choose from. */
export const localFolderShape = z.object({
  path: z.string(),
  above: z.string().nullable(),
  folders: z.array(z.string()),
  more: count,
});
