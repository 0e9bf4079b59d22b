import { z } from "zod";
import { vaultDocuments } from "../centre/vault-documents-schema.ts";
import { named } from "./shapes.ts";

// What routes about places take and answer. What lets somebody in at a place is taken and never answered.

const count = z.int().min(0);
const time = z.iso.datetime();
/** One line, as a credentials file holds it. */
const secret = z
  .string()
  .max(4096)
  .regex(/^[^\0-\x1f\x7f]*$/);

/** The place of a vault. */
export const placeAddress = z
  .string()
  .trim()
  .min(1)
  .max(4096)
  .describe(
    "The whole path of a folder of this computer, or an address: s3:https://…, sftp://…, webdavs://…, rest:https://…",
  );

export const ruleWish = {
  rule: z.string().trim().min(2).max(200).optional().describe("Where it and its copies may lie: EU/EEA, or countries"),
  verifiedOnly: z.boolean().default(false).describe("Refuse places whose country is declared and not verified"),
};
const whereabouts = {
  country: z.string().trim().length(2).optional().describe("Where the place is, by two letters: DE"),
  operator: z.string().trim().min(1).max(100).optional().describe("Whose server it is"),
};

/** What a person says of a place, and how they are let in there. */
export const placeWish = {
  place: placeAddress,
  ...whereabouts,
  credentials: z
    .strictObject({
      accessKey: secret.optional(),
      secretKey: secret.optional(),
      sessionToken: secret.optional(),
      user: secret.optional(),
      password: secret.optional(),
      keyFile: secret.optional().describe("The whole path of an OpenSSH private key"),
      keyPassphrase: secret.optional(),
      file: secret.optional().describe("The whole path of a private file that holds all of it"),
    })
    .optional()
    .describe("Kept privately, and never answered; left out, the environment and an SSH agent tell"),
  trust: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/)
    .optional()
    .describe("The key of the server that the person has seen and agreed to"),
};

export const looking = z.object({
  place: placeAddress,
  ...whereabouts,
  ...ruleWish,
  vault: z.string().max(64).optional().describe("The vault whose rule counts"),
});
const region = vaultDocuments["vault-places"].shape.vaults.element.shape.region;
export const lookShape = named(
  "PlaceLook",
  z.object({
    address: z.string(),
    kind: z.enum(["folder", "s3", "sftp", "webdav", "rest"]),
    host: z.string().nullable(),
    key: z
      .object({
        protocol: z.enum(["ssh", "tls"]),
        host: z.string(),
        key: z.string(),
        standing: z.enum(["vouched", "known", "new", "changed"]),
        before: z.string().nullable().describe("The key that it showed before"),
      })
      .nullable()
      .describe("Null where nothing is asked over a network that others share"),
    region: region.unwrap(),
    tells: z.boolean().describe("Whether the place can itself say in which region it is, once somebody logged in"),
  }),
);

export const copiesShape = z.object({
  copies: z.array(
    z.object({
      address: z.string(),
      region,
      at: time.nullable().describe("When it was brought up to date; null where it was begun and never finished"),
      verified: count.describe("Files that were read back then"),
      behind: count.nullable().describe("Snapshots of the vault that it does not hold"),
      onlyThere: count.describe("Snapshots that it held and the vault has no more"),
      access: z.enum(["kept", "file", "environment"]).describe("What lets Candor in there"),
      outside: z.string().nullable().describe("Why nothing may be stored there any more"),
    }),
  ),
});
export const copyWish = z.object({
  ...placeWish,
  verify: z.number().min(0).max(1).optional().describe("Share of the packs to read back; 0.05 when left out"),
});
export const copiedShape = vaultDocuments["vault-copy"].omit({ schema: true, vault: true });
export const onePlace = z.object({ place: placeAddress });
export const renewing = z.object({ place: placeAddress, credentials: placeWish.credentials, trust: placeWish.trust });
