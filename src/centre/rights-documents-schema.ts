import * as z from "zod";
import type { Authority } from "../feeds/authorities.ts";
import { type Letter, type LetterLaw, letterKinds } from "../report/letter.ts";
import type { ReplyDeadline } from "./reply-deadline.ts";
import type { RequestView } from "./rights.ts";
import { requestShape } from "./rights-requests.ts";
import { day, nullable, type Same, texts } from "./schema-parts.ts";

const law = z.object({
  region: z.string(),
  name: z.string(),
  unit: z.enum(["article", "section", "rule"]),
  articles: texts,
  reply: nullable(z.object({ amount: z.number(), unit: z.enum(["hours", "days", "months"]) })),
});

const letter = z.object({
  kind: z.enum(letterKinds),
  language: z.string().describe("ISO 639-1"),
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  date: z.string().describe("In words of the language"),
  body: z.string(),
});

/** What `candor rights letter --format json` prints. */
export const letterDocument = z.object({
  schema: z.literal("candor.letter/1"),
  letter,
  law,
  recipient: z.object({
    name: z.string(),
    address: nullable(z.string()),
    email: nullable(z.string()),
    form: nullable(z.string()),
  }),
  evidence: requestShape.shape.evidence,
  notes: texts.describe("What to know before it is sent"),
});

const deadline = z.object({ due: day, extended: nullable(day), rule: z.string(), notes: texts });

const view = z.object({
  id: z.int().positive(),
  kind: z.enum(letterKinds),
  to: z.string(),
  region: z.string(),
  state: z.enum(["written", "waiting", "contested", "answered", "complained", "decided", "closed"]),
  sentOn: nullable(day),
  deadline: nullable(deadline),
  due: nullable(day).describe("The day that counts now"),
  overdue: z.boolean(),
  request: requestShape,
});

/** What `candor rights list --json` and `candor rights deadline --json` print. */
export const rightsListDocument = z.object({ schema: z.literal("candor.rights-list/1"), requests: z.array(view) });

/** What `candor rights show --json` prints. */
export const rightsRequestDocument = view.extend({ schema: z.literal("candor.rights-request/1") });

/** What `candor rights deadline --received DAY --json` prints. */
export const rightsDeadlineDocument = z.object({
  schema: z.literal("candor.rights-deadline/1"),
  received: day,
  region: z.string(),
  country: nullable(z.string()),
  deadline: nullable(deadline),
});

const authority = z.object({
  slug: z.string(),
  country: z.string().describe("ISO 3166-1 alpha-2"),
  name: z.string(),
  address: z.string(),
  email: nullable(z.string()),
  form: nullable(z.string()),
  web: nullable(z.string()),
  sources: texts,
  language: nullable(z.string()).describe("In which it takes complaints, ISO 639-1"),
  notes: texts,
});

/** What `candor rights authorities --json` prints. */
export const authoritiesDocument = z.object({
  schema: z.literal("candor.authorities/1"),
  authorities: z.array(authority),
});

/** Proof for the compiler alone: the schemas and the types say the same. */
export const rightsDocumentsMatchTypes: [
  Same<z.infer<typeof letter>, Letter>,
  Same<z.infer<typeof law>, LetterLaw>,
  Same<z.infer<typeof deadline>, ReplyDeadline>,
  Same<z.infer<typeof view>, RequestView>,
  Same<z.infer<typeof authority>, Authority>,
] = [true, true, true, true, true];
