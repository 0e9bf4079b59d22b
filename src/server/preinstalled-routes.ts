import { z } from "zod";
import { readExamination } from "../centre/examinations.ts";
import { type Preinstalled, preinstalledAsExamined, preinstalledOf } from "../centre/preinstalled.ts";
import { awayCalls, presetApps, presets, readSelection, ways, writeSelection } from "../centre/preinstalled-choice.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { onPhone } from "./phone-work.ts";
import { callsShape, preinstalledShape } from "./shapes.ts";

const answer = preinstalledShape.extend({
  forgetsAfterDays: z
    .number()
    .nullable()
    .optional()
    .describe("After which the phone forgets this computer; null: never"),
  presets: z.record(z.string(), z.array(z.string())).describe("Package names that each preset would put away"),
});

const forUser = z.object({ user: z.coerce.number().int().min(0).default(0).describe("Whom the presets are for") });
const name = z.string().max(255);
const away = z.object({ packages: z.array(name).min(1).max(5000), user: z.int().min(0), way: z.enum(ways) });
const selection = z.object({ text: z.string().max(900_000).describe("A selection file") });
const named = z.object({ packages: z.array(name).max(5000), about: z.string().max(300).default("") });

/** What came with the phone, what each of it does, and what would be put away by which preset. */
export function preinstalledRoutes(api: Api, context: ServerContext): void {
  const { dataFolder } = context;
  const told = (found: Preinstalled, user: number) => ({
    ...found,
    presets: Object.fromEntries(
      presets.map((preset) => [preset, presetApps(found, preset, user).map((app) => app.name)]),
    ),
  });
  api.get(
    "/examinations/:id/preinstalled",
    { about: "What had come with the phone when it was examined", answer: answer, query: forUser },
    async ({ param, query }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      return snapshot && told(await preinstalledAsExamined(snapshot, { dataFolder }), query.user);
    },
  );
  api.get(
    "/phones/:phone/preinstalled",
    { about: "What came with the phone, read now", answer: answer, query: forUser },
    async ({ param, query, signal }) =>
      await onPhone(context, param("phone"), { signal }, async (source) =>
        told(await preinstalledOf(source, { dataFolder, signal }), query.user),
      ),
  );
  api.post(
    "/preinstalled/calls",
    { about: "The changes that put apps away for a user", answer: callsShape, body: away },
    async ({ body: { packages, user, way } }) => ({ calls: awayCalls(packages, user, way) }),
  );
  api.post(
    "/preinstalled/selection/read",
    {
      about: "The package names of a selection file",
      answer: z.object({ packages: z.array(z.string()) }),
      body: selection,
    },
    async ({ body }) => ({ packages: readSelection(body.text) }),
  );
  api.post(
    "/preinstalled/selection/write",
    {
      about: "A selection as a file, to be kept, shared and used again",
      answer: z.object({ text: z.string() }),
      body: named,
    },
    async ({ body: { packages, about } }) => ({ text: writeSelection(packages, about) }),
  );
}
