import * as z from "zod";
import type { ConsistencyDocument, InclusionDocument } from "../vault/journal-tree.ts";
import type { EvidenceDocument } from "./evidence.ts";
import type { EvidenceVerdict } from "./evidence-verify.ts";
import type { SignedCheckpoint } from "./journal-proof.ts";
import { redactionLevels } from "./redact-snapshot.ts";
import { report, snapshot } from "./schema.ts";
import { count, day, digest, nullable, type Same, texts } from "./schema-parts.ts";
import type { KnownKey } from "./signing-keys.ts";

const note = z.string().describe("A C2SP signed note with a tlog-checkpoint");
const hashes = z.array(z.base64()).describe("Hashes of RFC 6962, from the leaf up");
const time = z.iso.datetime();

/** What `candor journal prove` writes. */
export const inclusionDocument = z
  .object({
    schema: z.literal("candor.journal-inclusion/1"),
    head: z.object({ n: count, at: time, kind: z.string(), digest, prev: digest }),
    content: nullable(z.object({ salt: z.string(), body: z.json() })).describe("What the digest of the head is of"),
    path: hashes,
    checkpoint: note,
  })
  .describe("Proves that an entry is in the journal");

/** What `candor journal consistency` writes. */
export const consistencyDocument = z
  .object({ schema: z.literal("candor.journal-consistency/1"), before: note, after: note, proof: hashes })
  .describe("Proves that one state of the journal begins a later one");

/** What `candor journal verify PROOF --json` prints. */
export const proofVerdictDocument = z
  .object({ schema: z.literal("candor.journal-proof/1"), holds: z.boolean(), faults: texts })
  .describe("Whether a proof holds, and what is wrong with it");

/** What `candor journal checkpoint --json` prints. */
export const checkpointDocument = z
  .object({
    schema: z.literal("candor.checkpoint/1"),
    note,
    minisig: z.string(),
    sshsig: z.string(),
    size: count,
    keyName: z.string(),
  })
  .describe("The signed state of the journal");

/** What `candor journal witness --json` prints. */
export const journalWitnessDocument = z
  .object({
    schema: z.literal("candor.journal-witness/1"),
    on: z.boolean().describe("Whether vaults get the newest signed state with each put and pull"),
    witnesses: z
      .array(z.object({ vault: z.string(), name: z.string(), at: z.iso.datetime(), size: count }))
      .describe("The vaults that hold one, the newest first"),
  })
  .describe("The signed states of the journal that lie in vaults");

const knownKey = z.object({
  name: z.string(),
  publicKey: z.string().describe("ssh-ed25519 …"),
  since: time,
  state: z.enum(["current", "replaced", "revoked", "lost"]),
  until: nullable(time),
  reason: nullable(z.string()),
  statement: nullable(z.string()).describe("A note signed by this key that says how it ended"),
});

/** What `candor key export --as candor` writes. */
export const signingKeysDocument = z
  .object({ schema: z.literal("candor.signing-keys/1"), keys: z.array(knownKey) })
  .describe("The keys of one Candor, the current one last");

/** What `candor key show --json` prints. */
export const keysDocument = z
  .object({
    schema: z.literal("candor.keys/1"),
    current: z.object({
      ...{ name: z.string(), fingerprint: z.string(), minisign: z.string(), ssh: z.string() },
      ...{ allowedSigners: z.string(), verifier: z.string() },
    }),
    keys: z.array(knownKey),
  })
  .describe("The key that signs, in the forms that other programs take, and those before it");

/** `evidence.json` of a package. */
export const evidenceDocument = z
  .object({
    ...{ schema: z.literal("candor.evidence/1"), made: time, candor: z.string(), runtime: z.string() },
    source: snapshot.shape.source,
    takenAt: nullable(time),
    redaction: z.enum(redactionLevels),
    replaced: z.record(z.string(), count),
    outputs: z.boolean().describe("Whether the answers of the phone lie in it as they came"),
    lists: z.array(
      z.object({ id: z.string(), origin: z.string(), date: day, sha256: nullable(digest), entries: count }),
    ),
    signedBy: z.object({ name: z.string(), fingerprint: z.string() }),
  })
  .describe("What an evidence package is");

const part = z.enum(["files", "signature", "journal", "keys", "report"]).describe("What was verified");

/** What `candor evidence verify --json` prints. */
export const evidenceVerdictDocument = z
  .object({
    schema: z.literal("candor.evidence-verdict/1"),
    holds: z.boolean().describe("Nothing is wrong; whose key it is, is another question"),
    faults: z.array(z.object({ part, file: z.string(), said: z.string() })).max(500),
    faultCount: count,
    said: texts.describe("What holds, and what could not be verified"),
    lines: z.array(z.object({ part, state: z.enum(["holds", "wrong", "open"]), said: texts })),
    key: nullable(z.object({ name: z.string(), fingerprint: z.string(), known: z.boolean() })),
    files: count,
    bytes: count,
    told: nullable(evidenceDocument).describe("What the package tells of itself"),
    found: nullable(report.pick({ device: true, summary: true })).describe("What judging the snapshot again found"),
  })
  .describe("What verifying an evidence package found");

/** Proof for the compiler alone: the schemas and the types say the same. */
export const proofDocumentsMatchTypes: [
  Same<Omit<z.infer<typeof inclusionDocument>, "content">, Omit<InclusionDocument, "content">>,
  Same<z.infer<typeof consistencyDocument>, ConsistencyDocument>,
  Same<Omit<z.infer<typeof checkpointDocument>, "schema">, SignedCheckpoint>,
  Same<z.infer<typeof knownKey>, KnownKey>,
  Same<z.infer<typeof evidenceDocument>, EvidenceDocument>,
  Same<z.infer<typeof evidenceVerdictDocument>, EvidenceVerdict>,
] = [true, true, true, true, true, true];
