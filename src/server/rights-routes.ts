import type { Context } from "hono";
import { z } from "zod";
import { type LetterForms, letterForms } from "../centre/letter-forms.ts";
import { authoritiesOf, writeLetterBack } from "../centre/rights.ts";
import { attachAnswer, deleteRequest, readAnswer } from "../centre/rights-answers.ts";
import { letterWithoutRecord, type PageRequest, rightsPage } from "../centre/rights-page.ts";
import { fileEvent, maxAnswer, tooLargeAnswer } from "../centre/rights-requests.ts";
import { day } from "../centre/schema-parts.ts";
import { FormatError, VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { backWish, changedShape, eventWish, letterShape, newWish, requestShape, unnoted } from "./rights-shapes.ts";

/** Where files that belong to requests are sent to, below `/api/v1`. */
export const rightsFilesPath = "/rights/files";

const fileQuery = z.object({
  request: z.coerce.number().int().positive(),
  event: z.coerce.number().int().nonnegative().describe("Which of its events, 0 for the first"),
  name: z.string().max(1000).default("").describe("What the file is called"),
});

/** Requests about one's data: what was asked of whom, by when an answer is due, what came, and what can be done next. */
export function rightsRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/rights",
    {
      about: "All requests with their deadlines; those that press first",
      answer: z.object({ today: day, requests: z.array(requestShape) }),
    },
    async () => await rightsPage(context),
  );
  api.get("/rights/requests/:id", { about: "One request", answer: requestShape }, async ({ param }) => {
    return await requestNow(context, idOf(param("id")));
  });
  api.post(
    "/rights/requests/:id/events",
    {
      about: "Files that something happened to a request: it was sent, an answer came, more time was asked for",
      body: eventWish,
      answer: changedShape,
    },
    async ({ param, body }) => {
      const id = idOf(param("id"));
      const filed = await fileEvent(context, id, body);
      return await changed(context, id, filed.unnoted);
    },
  );
  api.post(
    "/rights/requests/:id/letter",
    {
      about: "Writes a reminder or a complaint to an authority about a request; nothing is sent",
      body: backWish,
      answer: letterShape,
    },
    async ({ param, body }): Promise<LetterForms> => {
      return letterForms(await writeLetterBack({ ...body, request: idOf(param("id")) }, context), context.now());
    },
  );
  api.delete(
    "/rights/requests/:id",
    { about: "Deletes a request and the files that were kept with it", answer: z.object({ unnoted }) },
    async ({ param }) => {
      const gone = await deleteRequest(context, idOf(param("id")));
      return { unnoted: gone.unnoted };
    },
  );
  api.post(
    "/rights/letters",
    {
      about: "Writes a letter that begins a request, without a record of traffic; nothing is sent",
      body: newWish,
      answer: letterShape.extend({ request: z.int().nullable() }),
    },
    async ({ body }) => await letterWithoutRecord(body, context),
  );
  api.get(
    "/rights/authorities",
    {
      about: "Supervisory authorities that complaints may go to",
      answer: z.object({
        authorities: z.array(
          z.object({ slug: z.string(), country: z.string().describe("ISO 3166-1 alpha-2"), name: z.string() }),
        ),
      }),
    },
    async () => ({
      authorities: (await authoritiesOf(context)).map(({ slug, country, name }) => ({ slug, country, name })),
    }),
  );
  answerFiles(api, context);
}

/** Answers as they came: sealed as they are kept, in memory until then, and only ever given back to be saved. */
function answerFiles(api: Api, context: ServerContext): void {
  const about = { path: rightsFilesPath, query: fileQuery } as const;
  api.raw(
    {
      ...about,
      method: "post",
      about: "Keeps a file with an event of a request: an answer, or a proof of sending",
      body: "bytes",
      answer: changedShape,
      gives: "json",
    },
    async (request) => {
      const { request: id, event: at, name } = asked(request);
      const bytes = await bytesOf(request);
      const filed = await attachAnswer(context, { id, event: at }, { name: name.toWellFormed() || "answer", bytes });
      return request.json(await changed(context, id, filed.unnoted));
    },
  );
  api.raw(
    { ...about, method: "get", about: "A file that was kept, as it came", body: null, answer: null, gives: "file" },
    async (request) => {
      const { request: id, event: at } = asked(request);
      const { name, bytes } = await readAnswer(context, { id, event: at });
      return request.body(new Uint8Array(bytes), 200, {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${encodedName(name)}`,
        "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      });
    },
  );
}

async function changed(
  context: ServerContext,
  id: number,
  unnoted: string | null,
): Promise<{ readonly request: PageRequest; readonly unnoted: string | null }> {
  const request = await requestNow(context, id);
  if (!request) throw new VaultError("absent", `There is no request ${id}.`);
  return { request, unnoted };
}

async function requestNow(context: ServerContext, id: number): Promise<PageRequest | undefined> {
  return (await rightsPage(context)).requests.find((each) => each.id === id);
}

/** @throws VaultError `absent` for what is no number of a request */
function idOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new VaultError("absent", "There is no such request.");
  return Number(text);
}

function asked(request: Context): z.output<typeof fileQuery> {
  const read = fileQuery.safeParse(request.req.query());
  if (!read.success) throw new FormatError("request", "the request and its event are not named");
  return read.data;
}

/** The whole body. @throws VaultError `unwritable` for more than is kept */
async function bytesOf(request: Context): Promise<Uint8Array> {
  const { body } = request.req.raw;
  const declared = Number(request.req.header("content-length") ?? 0);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    if (declared > maxAnswer) throw tooLargeAnswer();
    for await (const part of body ?? []) {
      size += part.length;
      if (size > maxAnswer) throw tooLargeAnswer();
      parts.push(part);
    }
  } catch (error) {
    // What is still on its way belongs to nobody.
    request.header("connection", "close");
    throw error;
  }
  if (size === 0) throw new VaultError("refused", "The file is empty.");
  return Buffer.concat(parts);
}

/** A name for a download (RFC 8187): no way into another folder, nothing that is no letter of a name. */
function encodedName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu, "_").slice(0, 200);
  return encodeURIComponent(plain.toWellFormed() || "file").replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}
