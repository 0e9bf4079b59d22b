import { z } from "zod";
import { rightsListDocument } from "../centre/rights-documents-schema.ts";
import { requestKinds } from "../centre/rights-page.ts";
import { requestEvents } from "../centre/rights-requests.ts";
import { day, nullable } from "../centre/schema-parts.ts";
import { lawRegions } from "../centre/traffic-view.ts";
import { problems } from "../report/letter.ts";
import { named } from "./shapes.ts";

const regions = Object.keys(lawRegions) as [keyof typeof lawRegions, ...(keyof typeof lawRegions)[]];
/** A region whose law is known. */
export const regionShape = z.enum(regions).describe("Whose law is applied; EU is all of the EEA");

const event = z.enum(requestEvents);
/** A request with what can be done about it now. */
export const requestShape = named(
  "RightsRequest",
  rightsListDocument.shape.requests.element.extend({
    daysLeft: nullable(z.int()).describe("0 on the last day, negative afterwards; null where no time runs"),
    may: z.array(event).describe("What may be filed next"),
    cause: nullable(z.enum(problems)).describe("What a reminder or a complaint would be about"),
    extension: nullable(z.enum(["in-time", "late"])).describe(
      "Whether more time was asked for, and whether that counts",
    ),
    days: z.array(z.object({ what: z.enum(["due", "remind", "complain"]), day })).describe("To be reminded of"),
  }),
);

/** What the journal lacks. */
export const unnoted = nullable(z.string()).describe("A sentence where the journal could not note it");
/** A request after something was filed. */
export const changedShape = z.object({ request: requestShape, unnoted });

/** Something that happened. */
export const eventWish = z.object({
  what: event,
  on: z.iso.date(),
  note: z.string().trim().max(5000).default(""),
});

const line = z.string().trim().max(300);
const language = z.string().regex(/^[a-z]{2}$/);

/** A letter that goes back to a request. */
export const backWish = z.object({
  kind: z.enum(["reminder", "complaint"]),
  language: language.optional().describe("That of the request or of the authority where left out"),
  problem: z.enum(problems).optional().describe("Told by what was filed where left out"),
  note: z.string().trim().max(5000).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe("Of the authority, for a complaint"),
  authority: line.optional().describe("Its id, where a country has several"),
});

/** A letter that begins one. */
export const newWish = z.object({
  to: line.min(1).describe("A company, or a host of it"),
  kind: z.enum(requestKinds),
  language,
  region: regionShape,
  name: line.min(1),
  address: nullable(z.string().trim().max(1000)),
  email: nullable(line),
  identity: z.array(line.min(1)).max(20).describe("Lines by which the company finds the person"),
  file: z.boolean().describe("Keep it among the requests, with its deadline"),
});

/** A letter in all the forms in which it can be sent. */
export const letterShape = named(
  "LetterForms",
  z.object({
    to: z.object({ name: z.string(), address: z.string().nullable(), email: z.string().nullable() }),
    subject: z.string(),
    language: z.string(),
    text: z.string(),
    html: z.string().describe("To be printed"),
    eml: z.string().describe("A draft that mail programs open"),
    mailto: z.string().nullable().describe("null where the letter is too long for a link"),
    notes: z.array(z.string()).describe("What to know before sending it"),
  }),
);
