import { z } from "zod";
import { mostToInclude } from "../centre/evidence-desk.ts";
import { readExamination } from "../centre/examinations.ts";
import { readPublicKeys } from "../centre/journal-proof.ts";
import { evidenceDocument, evidenceVerdictDocument } from "../centre/proof-documents-schema.ts";
import { bodyPieces, demandRoom, safeName, usualLimits } from "../centre/receive-file.ts";
import { recorded } from "../centre/recorded.ts";
import { redactionLevels, redactionWords, redactSnapshot } from "../centre/redact-snapshot.ts";
import { count, digest, nullable } from "../centre/schema-parts.ts";
import { keyForms } from "../centre/signing-keys.ts";
import { VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { examinePhone } from "./examining.ts";
import type { JobTools } from "./jobs.ts";
import { examinationShape, named } from "./shapes.ts";

const moment = z.number().describe("Epoch milliseconds");

/** A package that was verified, in a list. */
export const verifiedShape = named(
  "VerifiedEvidence",
  z.object({
    id: z.string(),
    name: z.string().describe("As the file was called"),
    at: moment,
    holds: z.boolean(),
  }),
);

const made = named(
  "MadeEvidence",
  z.object({
    id: z.string(),
    name: z.string().describe("For the file"),
    at: moment,
    bytes: count,
    files: count,
    sha256: digest.describe("Of the file"),
    document: evidenceDocument,
  }),
);

const verdict = verifiedShape.extend({
  verdict: evidenceVerdictDocument,
  own: nullable(z.enum(["current", "replaced", "revoked", "lost"])).describe("What this computer knows of the key"),
});

const redaction = z.enum(redactionLevels).describe("What is taken out before it is packed");
const wish = z.object({
  examination: z
    .string()
    .max(100)
    .optional()
    .describe("One that is kept; the phone's own answers are not at hand then"),
  phone: z.string().max(400).optional().describe("In place of it: a phone to be examined now, its answers packed"),
  redaction,
  include: z.array(z.string().max(64)).max(20).default([]).describe("Ids of files to be put in as they are"),
});

const includedFile = z.object({ id: z.string(), name: z.string(), bytes: count });

const levels = z.object({
  levels: z.array(
    z.object({
      level: redaction,
      means: z.string(),
      replaced: z.record(z.string(), count).describe("How many different values of each kind it would replace"),
    }),
  ),
});

const keyShape = z.object({ keys: z.array(z.object({ name: z.string(), fingerprint: z.string() })) });

/** Evidence packages: what was verified of those that were dropped (`/files` takes them), and making them of examinations. */
export function evidenceRoutes(api: Api, context: ServerContext): void {
  const { evidence, jobs } = context;
  api.get(
    "/evidence",
    {
      about: "Packages that were verified or made since Candor began or was unlocked, the latest first",
      answer: z.object({ verified: z.array(verifiedShape), made: z.array(made) }),
    },
    async () => await evidence.list(),
  );
  api.get(
    "/evidence/verdicts/:id",
    { about: "What was found about one package, part by part", answer: verdict },
    async ({ param }) => await evidence.verdict(param("id")),
  );
  api.post(
    "/evidence/verdicts/:id/examination",
    {
      about: "Keeps what was in a package among the examinations",
      answer: z.object({ examination: examinationShape }),
    },
    async ({ param }) => ({ examination: await evidence.examination(param("id")) }),
  );
  api.post(
    "/evidence/keys",
    {
      about: "Fingerprints of a public key as minisign, SSH, C2SP or Candor write it, to be compared",
      body: z.object({ text: z.string().min(1).max(200_000) }),
      answer: keyShape,
    },
    async ({ body }) => ({
      keys: readPublicKeys(body.text).map(({ publicKey }) => {
        const { name, fingerprint } = keyForms(publicKey);
        return { name, fingerprint };
      }),
    }),
  );
  api.get(
    "/examinations/:id/redaction",
    { about: "What each level of redaction would take out of an examination", answer: levels },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      if (!snapshot) return undefined;
      const levelOf = (level: (typeof redactionLevels)[number]) => {
        const { replaced } = redactSnapshot(snapshot, level);
        return { level, means: redactionWords[level], replaced };
      };
      return { levels: redactionLevels.map(levelOf) };
    },
  );
  including(api, context);
  api.job(
    "/evidence/packages",
    { about: "Packs an examination as evidence, and holds the package until it is saved", body: wish, answer: made },
    ({ body }) => jobs.start("pack-evidence", "Evidence", async (tools) => await pack(context, body, tools)),
  );
  api.raw(
    {
      method: "get",
      path: "/evidence/packages/:id/file",
      about: "A package that was made, as a zip",
      query: null,
      body: null,
      answer: null,
      gives: "file",
    },
    async (request) => {
      const found = await evidence.zip(request.req.param("id") ?? "");
      if (!found) return request.notFound();
      return request.body(found.bytes, 200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${found.name}"`,
      });
    },
  );
}

/** Where files are sent to that are to be put into a package, below `/api/v1`. */
export const includesPath = "/evidence/includes";

/** Files that are put in as they are. */
function including(api: Api, { dataFolder, evidence }: ServerContext): void {
  api.raw(
    {
      method: "post",
      path: includesPath,
      about: "Takes a file that is to be put into the next package as it is; it is held in memory until then",
      query: z.object({ name: z.string().max(1000).default("").describe("What the file is called") }),
      body: "bytes",
      answer: includedFile,
      gives: "json",
    },
    async (request) => {
      try {
        const roomy = () => demandRoom(dataFolder, usualLimits.spare);
        const limits = { most: mostToInclude, idleMs: usualLimits.idleMs, roomy };
        const pieces: Uint8Array[] = [];
        for await (const piece of bodyPieces(request.req.raw.body, limits)) pieces.push(piece);
        return request.json(await evidence.include(safeName(request.req.query("name") ?? ""), Buffer.concat(pieces)));
      } catch (error) {
        // What is still on its way belongs to nobody.
        request.header("connection", "close");
        throw error;
      }
    },
  );
  api.delete(
    "/evidence/includes/:id",
    { about: "Lets go of a file that was to be put in", answer: z.object({ removed: z.boolean() }) },
    async ({ param }) => ({ removed: evidence.leaveOut(param("id")) }),
  );
}

/** @throws VaultError `locked`, `absent` */
async function pack(
  context: ServerContext,
  { examination, phone, redaction, include }: z.output<typeof wish>,
  tools: JobTools,
) {
  if (phone !== undefined) {
    let record: ReturnType<typeof recorded> | undefined;
    const { snapshot } = await examinePhone(context, { phone, apps: true }, tools, (source) => {
      record = recorded(source);
      return record;
    });
    return await context.evidence.make({ snapshot, recording: record?.recording() ?? null, redaction, include });
  }
  const snapshot = examination && (await readExamination(await storeOf(context), examination));
  if (!snapshot) throw new VaultError("absent", "This examination is not kept any more.");
  return await context.evidence.make({ snapshot, recording: null, redaction, include });
}
