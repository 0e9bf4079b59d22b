import { z } from "zod";
import {
  changePassphrase,
  defaultIdleMs,
  demandGood,
  keyFor,
  lockNow,
  passphraseStrength,
  privacyStatus,
  removePassphrase,
  resetPassphrase,
  setPassphrase,
  unlock,
} from "../centre/privacy-lock.ts";
import { recoveryHtml, recoveryText } from "../centre/recovery-sheet.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { privacyShape } from "./shapes.ts";

const status = z.object({ status: privacyShape });
const strength = z.object({
  bits: z.int(),
  grade: z.enum(["weak", "fair", "strong"]),
  means: z.string(),
  hints: z.array(z.string()).describe("What it lacks, for other languages"),
  advice: z.array(z.string()),
});

/** Nobody writes more by hand, and all of it costs time. */
const passphrase = z.string().min(1).max(1024);
const weakToo = z.boolean().default(false).describe("Also take a passphrase that is easily guessed");
const minutes = z
  .int()
  .min(1)
  .max(24 * 60)
  .default(defaultIdleMs / 60_000)
  .describe("Locks again after so many minutes without use");
const given = z.object({ passphrase });

/** The privacy password. What is given as a passphrase is neither kept nor told of in any answer. */
export function lockRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/privacy",
    { about: "How it stands with the privacy password; does not count as use", answer: privacyShape },
    async () => privacyStatus(context),
  );
  api.post(
    "/privacy/strength",
    { about: "How long a passphrase would hold, roughly", answer: strength, body: given },
    async ({ body }) => passphraseStrength(body.passphrase),
  );
  api.post(
    "/privacy/set",
    {
      about: "Sets a privacy password, seals what is private, and stays open for now",
      answer: status.extend({ sealed: z.int().describe("Files") }),
      body: given.extend({ weakToo, minutes }),
    },
    async ({ body }) => {
      demandGood(body.passphrase, body.weakToo);
      const sealed = await setPassphrase(context, body.passphrase);
      await unlock(context, body.passphrase, body.minutes * 60_000);
      return { sealed, status: await privacyStatus(context) };
    },
  );
  api.post(
    "/privacy/unlock",
    {
      about: "Opens what is private until nothing was used for a while",
      answer: status,
      body: given.extend({ minutes }),
    },
    async ({ body }) => {
      await unlock(context, body.passphrase, body.minutes * 60_000);
      return { status: await privacyStatus(context) };
    },
  );
  api.post("/privacy/lock", { about: "Locks at once", answer: status.extend({ was: z.boolean() }) }, async () => {
    const was = await lockNow(context);
    await context.vaults.look();
    await context.received.close();
    await context.shares.close();
    return { was, status: await privacyStatus(context) };
  });
  api.post(
    "/privacy/change",
    { about: "Changes the passphrase, and locks", answer: status, body: given.extend({ next: passphrase, weakToo }) },
    async ({ body }) => {
      // Before the new one is judged: a wrong old one is said first.
      await keyFor(context, body.passphrase);
      demandGood(body.next, body.weakToo);
      await changePassphrase(context, body.passphrase, body.next);
      return { status: await privacyStatus(context) };
    },
  );
  lastResorts(api, context);
}

/** What ends it, and what opens everything without it. */
function lastResorts(api: Api, context: ServerContext): void {
  api.post(
    "/privacy/remove",
    {
      about: "Opens everything and takes the privacy password away",
      answer: status.extend({ opened: z.int().describe("Files") }),
      body: given,
    },
    async ({ body }) => ({
      opened: await removePassphrase(context, body.passphrase),
      status: await privacyStatus(context),
    }),
  );
  api.post(
    "/privacy/sheet",
    {
      about: "The recovery sheet: the key itself, with how everything opens without Candor",
      answer: z.object({ html: z.string(), text: z.string() }),
      body: given,
    },
    async ({ body }) => {
      const identity = await keyFor(context, body.passphrase);
      const sheet = { identity, made: new Date(context.now()).toISOString(), dataFolder: context.dataFolder };
      return { html: recoveryHtml(sheet), text: recoveryText(sheet) };
    },
  );
  api.post(
    "/privacy/reset",
    {
      about: "Begins anew where the passphrase is forgotten: what is sealed is put aside, and nothing deleted",
      answer: status.extend({ aside: z.string().describe("The folder") }),
      body: z.object({ understood: z.literal(true).describe("Said by a person, to what is lost for now") }),
    },
    async () => ({ aside: await resetPassphrase(context), status: await privacyStatus(context) }),
  );
}
