import type { Context } from "hono";
import { z } from "zod";
import { forgetRecipient, keepRecipient, knownRecipients } from "../centre/known-recipients.ts";
import { demandGood } from "../centre/privacy-lock.ts";
import { bodyPieces, demandRoom, usualLimits } from "../centre/receive-file.ts";
import { recipientList } from "../centre/recipient-list.ts";
import { ownRecipient } from "../centre/share.ts";
import type { SealWish, ToSeal } from "../centre/share-desk.ts";
import { evidenceToSeal, examinationToSeal, fileToSeal } from "../centre/to-seal.ts";
import { DeviceError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { pieceStream } from "./piece-stream.ts";
import {
  keepingRecipient,
  keysText,
  knownShape,
  recipientsShape,
  sealedShape,
  sealing,
  sealWish,
} from "./share-shapes.ts";

/** Where files to be sealed are sent to, below `/api/v1`. */
export const shareFilesPath = "/share/files";

/** Bytes of a file that is sent; a longer one is named by its path. */
const mostSent = 4 * 1024 * 1024 * 1024;
const removed = z.object({ removed: z.boolean() });

/** Sealing things for somebody. Nothing is sent anywhere: the sealed file is saved by the person. */
export function shareRoutes(api: Api, context: ServerContext): void {
  const { jobs, shares } = context;
  api.get(
    "/share",
    {
      about: "Files that were sealed since Candor began or was unlocked, the latest first, and who is kept",
      answer: z.object({ sealed: z.array(sealedShape), known: z.array(knownShape) }),
    },
    async () => ({ sealed: await shares.list(), known: await knownRecipients(context) }),
  );
  recipients(api, context);
  api.post(
    "/share/orders",
    {
      about: "Says for whom the next file is to be sealed; good for one file and ten minutes",
      body: sealing,
      answer: z.object({ order: z.string() }),
    },
    async ({ body }) => ({ order: await shares.order(wishOf(body)) }),
  );
  sending(api, context);
  api.job(
    "/share/sealed",
    {
      about: "Seals a file of this computer, an examination or an evidence package, and holds it until it is saved",
      body: sealWish,
      answer: sealedShape,
    },
    ({ body }) =>
      jobs.start("seal", "Share", async ({ signal, tell }) => {
        const what = await toSeal(context, body.what);
        const onProgress = (done: number) => tell({ type: "progress", about: "", done, of: what.bytes });
        return await shares.seal(wishOf(body), what, { signal, onProgress });
      }),
  );
  api.raw(
    {
      method: "get",
      path: "/share/sealed/:id/file",
      about: "A sealed file, to be saved",
      query: null,
      body: null,
      answer: null,
      gives: "file",
    },
    async (request) => {
      if (request.req.raw.method !== "GET") return request.notFound();
      const found = await shares.file(request.req.param("id") ?? "");
      return found ? download(request, found.about.name, found.pieces) : request.notFound();
    },
  );
  api.delete(
    "/share/sealed/:id",
    { about: "Removes a sealed file here; where it was saved it stays", answer: removed },
    async ({ param }) => ({ removed: await shares.remove(param("id")) }),
  );
}

/** Who others are, and who one is oneself. */
function recipients(api: Api, context: ServerContext): void {
  api.post(
    "/share/own",
    {
      about: "The key by which others seal for whoever uses this Candor; it is made where there is none",
      answer: z.object({ recipient: z.string() }),
    },
    async () => ({ recipient: (await ownRecipient(context)).recipient }),
  );
  api.post(
    "/share/recipients",
    { about: "Reads the keys in a text, as they would be sealed for", body: keysText, answer: recipientsShape },
    async ({ body }) => {
      const { state } = await storeOf(context);
      const own = state === "locked" ? null : (await ownRecipient(context)).recipient;
      const all = recipientList(body.text);
      return { recipients: all.map(({ kind, text, comment }) => ({ kind, text, comment, own: text === own })) };
    },
  );
  api.post(
    "/share/known",
    { about: "Keeps somebody's keys under a name", body: keepingRecipient, answer: z.object({ known: knownShape }) },
    async ({ body }) => ({ known: await keepRecipient(context, body.name, body.recipients) }),
  );
  api.delete(
    "/share/known/:id",
    {
      about: "Forgets somebody's keys; what was sealed for them stays so",
      answer: z.object({ known: z.array(knownShape) }),
    },
    async ({ param }) => {
      await forgetRecipient(context, param("id"));
      return { known: await knownRecipients(context) };
    },
  );
}

/** Files that are sealed while they are sent: they lie nowhere as they were. */
function sending(api: Api, { dataFolder, jobs, shares }: ServerContext): void {
  const query = z.object({
    order: z.string().max(64).describe("As `/share/orders` gave it"),
    name: z.string().max(1000).default("").describe("What the file is called"),
  });
  api.raw(
    {
      method: "post",
      path: shareFilesPath,
      about: "Takes one file and seals it while it comes; only sealed it lies on the disk, until it is saved",
      query,
      body: "bytes",
      answer: sealedShape,
      gives: "job",
    },
    async (request) => {
      const length = Number(request.req.header("content-length") ?? Number.NaN);
      const bytes = Number.isSafeInteger(length) ? length : 0;
      const { signal } = request.req.raw;
      try {
        if (bytes > mostSent) throw tooLarge();
        const roomy = () => demandRoom(dataFolder, usualLimits.spare);
        const limits = { most: mostSent, idleMs: usualLimits.idleMs, roomy };
        const pieces = bodyPieces(request.req.raw.body, limits);
        const name = request.req.query("name") ?? "";
        const sealed = await shares.sealOrdered(request.req.query("order") ?? "", { name, pieces, bytes }, { signal });
        return request.json({ job: jobs.start("seal", "Share", async () => sealed).id }, 202);
      } catch (error) {
        // What is still on its way belongs to nobody.
        request.header("connection", "close");
        throw error instanceof DeviceError && error.code === "too-large" ? tooLarge() : error;
      }
    },
  );
}

/** Bytes as a file to be saved, of which no browser makes anything else; they are read as fast as they are taken. */
export function download(request: Context, name: string, pieces: AsyncGenerator<Uint8Array>): Response {
  request.header("content-type", "application/octet-stream");
  request.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  request.header("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
  return request.body(pieceStream(request, copied(pieces)));
}

/** Pieces whose memory is used again for the next. */
async function* copied(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield new Uint8Array(piece);
}

/** @throws VaultError `refused` for a passphrase that is easily guessed */
function wishOf({ to, armor }: z.output<typeof sealing>): SealWish {
  if ("passphrase" in to) demandGood(to.passphrase, to.weakToo);
  return { to: "passphrase" in to ? { passphrase: to.passphrase } : to, armor };
}

async function toSeal(context: ServerContext, what: z.output<typeof sealWish>["what"]): Promise<ToSeal> {
  if ("path" in what) return await fileToSeal(what.path);
  if ("evidence" in what) return await evidenceToSeal(context.evidence, what.evidence);
  return await examinationToSeal(context, what.examination, what.redaction);
}

function tooLarge(): DeviceError {
  return new DeviceError(
    "too-large",
    "The file is larger than 4 GiB, the most that is sent to be sealed.",
    "Name it by its path on this computer instead.",
  );
}
