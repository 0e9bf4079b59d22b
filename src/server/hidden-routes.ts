import { z } from "zod";
import { openScreen } from "../centre/guide.ts";
import { hiddenApps, hidingCalls, hidingReason, hidingWays } from "../centre/hidden-apps.ts";
import { isLockedError, openPrivate, readOpenJournal } from "../centre/private-store.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { onPhone } from "./phone-work.ts";
import { callsShape, hiddenShape, openedShape } from "./shapes.ts";

const wish = z.object({
  packages: z.array(z.string().min(1).max(255)).min(1).max(500),
  user: z.int().min(0).default(0),
  way: z.enum(hidingWays),
});

/** Apps that are put out of sight. They are hidden by `/apply` with the reason given here, and brought back by `/undo`. */
export function hiddenRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/hidden",
    {
      about: "The apps that Candor hid and did not bring back, on all phones",
      answer: hiddenShape.extend({ privacy: z.enum(["plain", "locked", "unlocked"]) }),
    },
    async () => {
      const { state } = await openPrivate(context);
      // Not even that there are none is told.
      if (state === "locked") throw isLockedError("The list of hidden apps");
      return { apps: hiddenApps((await readOpenJournal(context)).entries), privacy: state };
    },
  );
  api.post(
    "/hidden/calls",
    { about: "The changes that hide apps for a user", answer: callsShape.extend({ reason: z.string() }), body: wish },
    async ({ body }) => ({
      calls: hidingCalls(body.packages, body.user, body.way),
      reason: hidingReason,
    }),
  );
  api.post(
    "/phones/:phone/hidden/vendor",
    { about: "Opens the phone's own screen for hidden apps and app lock (Xiaomi)", answer: openedShape },
    async ({ param, signal }) =>
      await onPhone(context, param("phone"), { signal }, (source) => openScreen(source, "xiaomi-app-lock", { signal })),
  );
}
