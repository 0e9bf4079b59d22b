import { z } from "zod";
import { journalAgainstVault } from "../centre/journal-in-vault.ts";
import { proveEntry, signCheckpoint } from "../centre/journal-proof.ts";
import { comparedJournal, journalStanding } from "../centre/journal-standing.ts";
import { writeWitnessSettings } from "../centre/journal-witnesses.ts";
import { checkpointDocument, inclusionDocument } from "../centre/proof-documents-schema.ts";
import { count, nullable } from "../centre/schema-parts.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { named } from "./shapes.ts";

const time = z.iso.datetime();
const line = named("ProofLine", z.object({ ok: z.boolean(), said: z.string() }));
const key = z.object({
  name: z.string(),
  since: time,
  state: z.enum(["current", "replaced", "revoked", "lost"]),
  until: nullable(time),
  reason: nullable(z.string()),
  fingerprint: z.string().describe("As ssh-keygen -l prints it"),
  ssh: z.string(),
  minisign: z.string(),
  verifier: z.string().describe("As C2SP writes it"),
});
const standing = named(
  "JournalStanding",
  z.object({
    entries: count,
    keys: z.array(key).describe("The current one last; none where nothing was signed yet"),
    last: nullable(
      z.object({ size: count, until: nullable(time).describe("Time of the last entry in it"), note: z.string() }),
    ).describe("The last state that was signed"),
    checkpoints: count.describe("How many states were signed"),
    lines: z.array(line).describe("Whether the journal is still the one that was signed"),
    keepsInVaults: z.boolean().describe("Whether vaults get the newest signed state with each put and pull"),
    inVaults: nullable(z.array(z.object({ vault: z.string(), name: z.string(), at: time, size: count }))).describe(
      "The vaults that hold one, the newest first; null while Candor is locked",
    ),
  }),
);

const lines = z.object({ lines: z.array(line) });
const witnessWish = z.object({ vaults: z.boolean() });

/** A proof or a file of checkpoints that somebody kept is longer only where it is none. */
const mostText = 900_000;

/** The journal as proof: its signed states, the key, and what was kept elsewhere held against it. */
export function proofRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/proof",
    { about: "How far the journal is proven by what was signed on this computer", answer: standing },
    async () => await journalStanding(context),
  );
  api.post(
    "/proof/checkpoint",
    {
      about: "Signs the state of the journal; makes the key where there is none",
      body: z.object({ anew: z.boolean().default(false).describe("Sign one that was mended or begun again") }),
      answer: checkpointDocument.omit({ schema: true }),
    },
    async ({ body }) => await signCheckpoint(context, body),
  );
  api.post(
    "/proof/compare",
    {
      about: "Holds the journal against a checkpoint, a witness file or a proof that was kept elsewhere",
      body: z.object({
        name: z.string().max(300).describe("What the file is called"),
        text: z.string().min(1).max(mostText),
        key: z.string().max(100_000).optional().describe("Public keys that count in place of this computer's"),
      }),
      answer: lines,
    },
    async ({ body }) => ({ lines: await comparedJournal(context, body) }),
  );
  api.put(
    "/proof/vaults",
    {
      about: "Whether vaults get the newest signed state of the journal with each put and pull",
      body: witnessWish,
      answer: witnessWish,
    },
    async ({ body }) => {
      await writeWitnessSettings(context.dataFolder, body);
      return body;
    },
  );
  api.post(
    "/proof/vaults/:vault",
    { about: "Holds the journal against the signed states that lie in an open vault", answer: lines },
    async ({ param, signal }) =>
      await context.vaults.visit(param("vault"), signal, async ({ desk, vault }) => ({
        lines: await journalAgainstVault(desk, vault),
      })),
  );
  api.post(
    "/proof/entries/:entry",
    {
      about: "Proves that an entry is in the journal, under a state that is signed for it",
      body: z.object({ content: z.boolean().default(true).describe("Also show what the entry says") }),
      answer: inclusionDocument,
    },
    async ({ body, param }) => {
      const { note } = await signCheckpoint(context);
      return (await proveEntry(context, Number(param("entry")), body.content, note)) as z.input<
        typeof inclusionDocument
      >;
    },
  );
}
