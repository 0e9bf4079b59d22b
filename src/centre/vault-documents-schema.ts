import * as z from "zod";
import type { CheckOutcome } from "../vault/check.ts";
import type { PlaceRegion } from "../vault/place-region.ts";
import type { SnapshotSummary } from "../vault/restic-snapshot.ts";
import { count, nullable, type Same, texts } from "./schema-parts.ts";
import type { KnownCopy, KnownVault } from "./vault-known.ts";

const time = z.iso.datetime();
const id = z.string().regex(/^[0-9a-f]{64}$/);
/** Sizes that a phone tells may be any; those beyond exact numbers come as text. */
const bytes = z.union([count, z.string()]);
const left = z.array(z.object({ path: z.string(), reason: z.string() })).describe("What was left out, and why");
const vault = z.string().describe("Its name, or where it lies");

const region = z.object({
  country: nullable(z.string()).describe("ISO 3166-1 alpha-2 or EU; null for this computer's own disks"),
  operator: z.string(),
  declaredBy: z.enum(["user", "endpoint", "this computer"]),
  verified: nullable(z.string()).describe("How it was verified; null where it is declared and not verified"),
  at: time,
});
const rule = nullable(z.object({ words: z.string(), verifiedOnly: z.boolean() })).describe("Where it may lie");
const copy = z.object({
  address: z.string(),
  credentials: nullable(z.string()),
  region: nullable(region),
  at: nullable(time).describe("When it was brought up to date; null where it was begun and never finished"),
  verified: count.describe("Files that were read back then"),
  snapshots: nullable(texts).describe("Ids of the snapshots that it held then; null where that was not noted"),
});
const known = z.object({
  name: z.string(),
  address: z.string(),
  id,
  since: time,
  credentials: nullable(z.string()).describe("The file that holds them; kept:… where Candor keeps them"),
  rule,
  region: nullable(region),
  copies: z.array(copy),
  recovery: nullable(z.object({ made: time, proved: nullable(time) })),
  newest: nullable(z.object({ id, time })).describe("The last snapshot that Candor put there"),
  checked: nullable(z.object({ at: time, problems: count, readData: z.boolean() })).describe("The last check"),
});
const summary = z.object({
  filesNew: count,
  filesChanged: count,
  filesUnmodified: count,
  dataAdded: count,
  dataAddedPacked: count.describe("After compression and sealing"),
  totalFiles: count,
  totalBytes: count,
});
const snapshot = z.object({
  id,
  time: z.string(),
  parent: nullable(z.string()),
  paths: texts,
  hostname: z.string(),
  username: z.string(),
  tags: texts,
  program: nullable(z.string()),
  summary: nullable(summary),
});
const check = z.object({
  problems: z.array(
    z.object({
      kind: z.enum(["config", "data", "index", "keys", "locks", "snapshots"]),
      file: z.string(),
      message: z.string(),
      grade: z.enum(["error", "note"]),
    }),
  ),
  snapshots: count,
  packs: count,
  blobs: count,
  bytesRead: count,
});
const sum = z.object({ files: count, bytes: count });
const onlyThere = z.object({ data: count, index: count, keys: count, snapshots: count });

const document = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape, about: string) =>
  z.object({ schema: z.literal(`candor.${name}/1` as const), ...shape }).describe(about);

/** What `candor vault … --json` prints, by the name of the document. */
export const vaultDocuments = {
  vault: document("vault", { id, name: vault, place: z.string(), region: nullable(region) }, "A vault that was made"),
  vaults: document(
    "vaults",
    { vaults: z.array(known.extend({ due: nullable(z.string()).describe("What its owner should do") })) },
    "The vaults that Candor knows",
  ),
  "vault-places": document(
    "vault-places",
    { vaults: z.array(known.pick({ name: true, id: true, address: true, rule: true, region: true, copies: true })) },
    "Where vaults and their copies lie, and how that is known",
  ),
  "vault-snapshots": document(
    "vault-snapshots",
    { vault, lost: nullable(z.string()), snapshots: z.array(snapshot) },
    "The snapshots of a vault, the oldest first",
  ),
  "vault-keys": document(
    "vault-keys",
    {
      keys: z.array(
        z.object({
          name: id,
          file: nullable(
            z.object({ name: id, created: z.string(), username: z.string(), hostname: z.string() }),
          ).describe("Null where it is damaged"),
          current: z.boolean().describe("The one that opened the vault"),
        }),
      ),
    },
    "The keys of a vault",
  ),
  "vault-put": document("vault-put", { vault, snapshot: id, summary: nullable(summary), left }, "What a put kept"),
  "vault-estimate": document(
    "vault-estimate",
    {
      vault,
      files: count,
      bytes,
      keptFiles: count.describe("What the vault has already"),
      keptBytes: bytes,
      speed: nullable(count).describe("Bytes a second that the cable gave"),
      seconds: nullable(count),
      left,
    },
    "What a pull would take",
  ),
  "vault-pull": document(
    "vault-pull",
    { vault, snapshot: id, files: count, transferred: count.describe("Bytes that came from the phone"), left },
    "What a pull kept",
  ),
  "vault-hide": document(
    "vault-hide",
    { vault, snapshot: id, verified: count, deleted: count, kept: left },
    "What was verified on both sides and deleted on the phone",
  ),
  "vault-restore": document(
    "vault-restore",
    { snapshot: id, to: z.string(), files: count, folders: count, links: count, bytes: count, left },
    "What was restored",
  ),
  "vault-return": document(
    "vault-return",
    {
      vault,
      snapshot: id,
      dryRun: z.boolean(),
      files: count.describe("Files that were to be put on the phone"),
      returned: count.describe("Files that the phone read to their last byte after they were put there"),
      same: count.describe("Files that lay there already, the same"),
      bytes: count,
      left,
    },
    "What was put back on the phone",
  ),
  "vault-check": document("vault-check", { vault, ...check.shape }, "What a check looked at and found"),
  "vault-compare": document(
    "vault-compare",
    {
      vault,
      before: id,
      after: id,
      counts: z.object({ new: sum, gone: sum, changed: sum, details: sum }).describe("By what became of them"),
      differences: z.array(
        z.object({
          change: z
            .enum(["new", "gone", "changed", "details"])
            .describe("details: the same content, another time or owner"),
          kind: z.enum(["file", "dir", "symlink", "other"]),
          path: z.string(),
          files: count,
          bytes: count,
          bytesBefore: nullable(count).describe("For what is in both"),
        }),
      ),
      more: count.describe("Entries that are only counted"),
    },
    "What is not the same in two snapshots; a folder that is wholly new or gone is one entry",
  ),
  "vault-forget": document(
    "vault-forget",
    { vault, removed: z.array(id), dryRun: z.boolean(), freed: nullable(z.int()).optional() },
    "Which snapshots were removed",
  ),
  "vault-prune": document(
    "vault-prune",
    {
      vault,
      dryRun: z.boolean(),
      packsRemoved: count,
      packsRewritten: count,
      packsKept: count,
      bytesFreed: z.int(),
      damaged: z.array(z.string()),
    },
    "What a prune freed",
  ),
  "vault-copy": document(
    "vault-copy",
    { vault, files: count, bytes: count, there: count, verified: count, onlyThere, region, place: z.string() },
    "What was copied, and how surely the copy is what it should be",
  ),
} as const;

/** Proof for the compiler alone: the schemas and the types say the same. */
export const vaultDocumentsMatchTypes: [
  Same<z.infer<typeof region>, PlaceRegion>,
  Same<z.infer<typeof copy>, KnownCopy>,
  Same<z.infer<typeof known>, KnownVault>,
  Same<z.infer<typeof summary>, SnapshotSummary>,
  Same<z.infer<typeof check>, CheckOutcome>,
] = [true, true, true, true, true];
