import { z } from "zod";
import { profiles } from "../centre/assess.ts";
import { answerKept, assessKept, assessmentFile, assessmentFormats, compareKept } from "../centre/assess-kept.ts";
import { assessmentComparisonDocument, assessmentDocument } from "../centre/assessment-schema.ts";
import { findChromium } from "../centre/letter-pdf.ts";
import { severities } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import { bodyOf, type ServerContext } from "./context.ts";
import { examinationShape, named } from "./shapes.ts";

const assessmentShape = named("Assessment", assessmentDocument);

const profileShape = assessmentDocument.shape.profile.extend({
  controls: z.int().describe("How many it selects by name; a family counts as one"),
});

const controlShape = z.object({
  id: z.string(),
  rule: z.enum(["all", "any"]),
  asks: z.array(
    z.object({
      check: z.string(),
      wants: z.enum(["pass", "fail"]),
      counts: z.enum(severities).optional(),
      neededHere: z.boolean().optional(),
    }),
  ),
});

const question = z.object({
  profile: z.string().max(40).describe("Id of a profile"),
  traffic: z.string().max(64).optional().describe("A report on traffic that is held or kept"),
});

const answerShape = z.object({
  control: z.string().regex(/^[A-Z]{2,5}-\d{2}$/),
  answer: z.enum(["yes", "no", "does-not-apply"]).nullable().describe("null takes an earlier one back"),
  note: z.string().trim().max(500).nullable(),
});

const fileWish = question.extend({ format: z.enum(assessmentFormats) });

/** Examinations held against published profiles, control by control. */
export function assessmentRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/profiles",
    {
      about: "The published profiles, and whether a PDF can be made on this computer",
      answer: z.object({ profiles: z.array(profileShape), pdf: z.boolean() }),
    },
    async () => ({
      profiles: profiles.map(({ id, title, version, audience, scope, limits, required, advised }) => {
        return { id, title, version, audience, scope, limits, controls: required.length + advised.length };
      }),
      pdf: (await findChromium(context.process.env)) !== null,
    }),
  );
  api.get(
    "/examinations/:id/assessment",
    {
      about: "An examination held against a profile, with what was answered by hand for that phone",
      query: question,
      answer: z.object({
        assessment: assessmentShape,
        controls: z.array(controlShape).describe("How each is decided"),
        families: z.array(z.object({ id: z.string(), title: z.string() })),
        earlier: z.array(examinationShape).describe("Earlier examinations of the same phone, the newest first"),
      }),
    },
    async ({ param, query }) => await assessKept(context, param("id"), await questionOf(context, query)),
  );
  api.get(
    "/examinations/:id/assessment/comparison",
    {
      about: "Which controls stand otherwise than in an earlier examination",
      query: question.extend({ before: z.string().max(100) }),
      answer: assessmentComparisonDocument,
    },
    async ({ param, query: { before, ...rest } }) =>
      await compareKept(context, [before, param("id")], await questionOf(context, rest)),
  );
  api.put(
    "/examinations/:id/answers",
    {
      about: "Keeps what a person says of a control of the phone that was examined, with the day",
      body: answerShape,
      answer: z.object({ answered: z.int().describe("Controls of this phone that are answered by hand") }),
    },
    async ({ param, body }) => await answerKept(context, param("id"), body),
  );
  filesOf(api, context);
}

function filesOf(api: Api, context: ServerContext): void {
  api.raw(
    {
      method: "post",
      path: "/examinations/:id/assessment/file",
      about: "An assessment as a file: a page, PDF, CSV, OSCAL, SARIF or JSON. Its digest is noted in the journal.",
      query: null,
      body: fileWish,
      answer: null,
      gives: "file",
    },
    async (request) => {
      const { format, ...asked } = await bodyOf(request, fileWish);
      const { signal } = request.req.raw;
      const wish = { ...(await questionOf(context, asked)), format, signal };
      const file = await assessmentFile(context, request.req.param("id") ?? "", wish);
      if (!file) return request.notFound();
      const data = typeof file.data === "string" ? file.data : new Uint8Array(file.data);
      return request.body(data, 200, {
        "content-type": file.type,
        // The name is made of letters, digits, dots and hyphens.
        "content-disposition": `attachment; filename="${file.name}"`,
        "content-security-policy": "sandbox; default-src 'none'",
        ...(file.problem !== null && { "x-candor-problem": encodeURIComponent(file.problem) }),
      });
    },
  );
}

/** @throws FormatError for a profile or a report that there is not */
async function questionOf({ traffic: desk }: ServerContext, { profile, traffic }: z.output<typeof question>) {
  if (!profiles.some(({ id }) => id === profile)) throw new FormatError("request", "there is no such profile");
  if (traffic === undefined) return { profile };
  const held = await desk.get(traffic);
  if (!held) throw new FormatError("request", "there is no such report on traffic");
  return { profile, traffic: held.report };
}
