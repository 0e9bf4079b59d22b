import { z } from "zod";
import { redactionLevels } from "../centre/redact-snapshot.ts";
import { count, digest, nullable } from "../centre/schema-parts.ts";
import { verifiedShape } from "./evidence-routes.ts";
import { named } from "./shapes.ts";

const moment = z.number().describe("Epoch milliseconds");
const keys = z.string().max(100_000).describe("Keys, a line each: age1…, ssh-ed25519 …, ssh-rsa …");

/** A sealed file that can be saved. */
export const sealedShape = named(
  "SealedFile",
  z.object({
    id: z.string(),
    name: z.string().describe("For the file"),
    at: moment,
    bytes: count,
    sha256: digest,
    keys: nullable(count).describe("For how many keys; null for whoever knows the passphrase"),
    problem: nullable(z.string()).describe("Why it could not be noted in the journal"),
  }),
);

/** A sealed file that was received. */
export const letterShape = named(
  "SealedLetter",
  z.object({
    id: z.string(),
    name: z.string().describe("As it was called"),
    at: moment,
    bytes: count,
    for: z.array(z.enum(["passphrase", "age", "ssh", "other"])).describe("What opens it"),
    opened: nullable(
      z.object({
        name: z.string(),
        bytes: count,
        sha256: digest,
        holds: z.enum(["evidence", "examination", "archive", "file"]),
        evidence: nullable(verifiedShape),
        examination: nullable(z.object({ takenAt: nullable(z.iso.datetime()), source: z.string() })),
      }),
    ).describe("What was in it; null until it was opened"),
  }),
);

/** The recipients in a text. */
export const recipientsShape = z.object({
  recipients: z.array(
    z.object({
      kind: z.enum(["age", "ssh-ed25519", "ssh-rsa"]),
      text: z.string(),
      comment: nullable(z.string()),
      own: z.boolean().describe("This Candor's own key"),
    }),
  ),
});

/** Somebody whom things are sealed for more than once. */
export const knownShape = named(
  "KnownRecipient",
  z.object({ id: z.string(), name: z.string(), recipients: z.array(z.string()), since: z.iso.datetime() }),
);

/** How something is sealed. */
export const sealing = z.object({
  to: z.union([
    z.object({
      passphrase: z.string().min(1).max(1024),
      weakToo: z.boolean().default(false).describe("Also take a passphrase that is easily guessed"),
    }),
    z.object({
      recipients: keys.default(""),
      known: z.array(z.string().max(100)).max(100).default([]).describe("Ids of people who are kept"),
    }),
  ]),
  armor: z.boolean().default(false).describe("As text, to be pasted into a message"),
});

/** What is sealed besides files that are sent. */
export const sealWish = sealing.extend({
  what: z.union([
    z.object({ path: z.string().min(1).max(4096).describe("A file of this computer") }),
    z.object({
      examination: z.string().max(100),
      redaction: z.enum(redactionLevels).describe("What is taken out before"),
    }),
    z.object({ evidence: z.string().max(64).describe("A package that was made") }),
  ]),
});

export const keepingRecipient = z.object({ name: z.string().min(1).max(60), recipients: keys });
export const keysText = z.object({ text: keys });
export const opening = z.object({
  passphrase: z.string().min(1).max(1024).optional(),
  key: z.string().min(1).max(100_000).optional().describe("An identity of age or a secret SSH key; it is not kept"),
});
