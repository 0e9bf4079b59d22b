import { z } from "zod";
import { checkOf, isQuick } from "../centre/found-again.ts";
import { isScreen, listScreens, openScreen } from "../centre/guide.ts";
import { subject } from "../centre/schema.ts";
import { watchFinding } from "../centre/watch-finding.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { onPhone } from "./phone-work.ts";
import { openedShape, screensShape } from "./shapes.ts";

const became = z.discriminatedUnion("state", [
  z.object({ state: z.literal("ended"), how: z.string() }),
  z.object({ state: z.literal("there") }),
  z.object({ state: z.literal("unknown"), reason: z.string() }),
  z.object({ state: z.literal("away") }).describe("The phone no longer answers"),
]);

const user = z.union([z.int().min(0), z.literal("current")]);
const opened = z.object({
  package: z.string().max(255).optional().describe("For the screens of one app"),
  user: user.optional(),
});
const watched = z.object({
  check: z.string().max(100),
  finding: z.object({ subject, messageKey: z.string().max(200) }).describe("As a report has it"),
  seconds: z.int().min(1).max(1800).default(300),
});

/** What a person does with their own hands: the screen is opened for them, and the phone is read until it is done. */
export function guideRoutes(api: Api, context: ServerContext): void {
  const { dataFolder, jobs } = context;
  api.get("/screens", { about: "Settings screens that can be opened on a phone", answer: screensShape }, async () => ({
    screens: listScreens(),
  }));
  api.post(
    "/phones/:phone/screens/:screen",
    {
      about: "Opens a settings screen on the phone, or says why not and the way to it; changes nothing",
      answer: openedShape,
      body: opened,
    },
    async ({ param, body, signal }) => {
      if (!isScreen(param("screen"))) return undefined;
      return await onPhone(context, param("phone"), { signal }, (source) =>
        openScreen(source, param("screen"), { ...body, signal }),
      );
    },
  );
  api.job(
    "/phones/:phone/watch",
    {
      about: "Looks for a finding again until it has ended, the time is over or somebody stops it",
      answer: became,
      body: watched,
    },
    ({ param, body: { check, finding, seconds } }) => {
      const known = checkOf(check);
      if (!known) return undefined;
      const phone = param("phone");
      return jobs.start("watch", known.question, async (tools) =>
        onPhone(context, phone, tools, (source) =>
          watchFinding(source, check, finding, {
            dataFolder,
            signal: tools.signal,
            seconds: isQuick(known) ? seconds : 1,
            onLook: (looks) => tools.tell({ type: "progress", about: known.question, done: looks, of: 0 }),
          }),
        ),
      );
    },
  );
}
