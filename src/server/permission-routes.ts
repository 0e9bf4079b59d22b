import { z } from "zod";
import { readExamination } from "../centre/examinations.ts";
import { readFacts } from "../centre/examine.ts";
import { choosePermissions } from "../centre/permission-choice.ts";
import { matrixFacts, permissionMatrix } from "../centre/permission-matrix.ts";
import { parseRules, readRules, rulesText, ruleText, writeRules } from "../centre/permission-rules.ts";
import { permissionChoices, permissionGoals } from "../centre/permission-words.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Api } from "./api.ts";
import { choiceShape, matrixShape, rulesShape } from "./app-shapes.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { onPhone } from "./phone-work.ts";

const wish = z.object({
  permissions: z.array(z.enum(permissionChoices)).min(1).max(100),
  to: z.enum(permissionGoals),
  apps: z.array(z.string().max(255)).max(5000).nullable().describe("Package names; null for all apps that were added"),
  user: z.int().min(0).nullable().describe("null for all users"),
  unusedDays: z.int().min(1).max(9999).nullable().describe("Only apps that were not opened for so many days"),
});
const rules = z.object({ rules: z.array(z.string().max(2000)).max(200) });

/** Who may use what, now or as it was examined, and the changes that a wish comes to. */
export function permissionRoutes(api: Api, context: ServerContext): void {
  const now = async (phone: string, signal: AbortSignal) =>
    await onPhone(context, phone, { signal }, (source) => readFacts(source, { signal }, matrixFacts));
  const matrixOf = (snapshot: Snapshot) => ({ takenAt: snapshot.takenAt, ...permissionMatrix(snapshot) });
  api.get(
    "/examinations/:id/permissions",
    { about: "Who might use what when it was examined", answer: matrixShape },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      return snapshot && matrixOf(snapshot);
    },
  );
  api.get(
    "/phones/:phone/permissions",
    { about: "Who may use what, read now", answer: matrixShape },
    async ({ param, signal }) => matrixOf(await now(param("phone"), signal)),
  );
  api.post(
    "/phones/:phone/permissions/choice",
    {
      about: "The changes that a wish comes to on this phone now, and what is left out; changes nothing",
      answer: choiceShape,
      body: wish,
    },
    async ({ param, body, signal }) => {
      const snapshot = await now(param("phone"), signal);
      const taken = snapshot.takenAt === null ? context.now() : Date.parse(snapshot.takenAt);
      return choosePermissions(permissionMatrix(snapshot), body, taken);
    },
  );
  api.get("/permission-rules", { about: "The rules that are kept, as text", answer: rulesShape }, async () => ({
    rules: (await readRules(await storeOf(context))).map((rule) => ({ text: ruleText(rule), rule })),
  }));
  api.put(
    "/permission-rules",
    {
      about: "Keeps these rules instead of the ones before",
      answer: rulesShape.extend({ file: z.string() }),
      body: rules,
    },
    async (given) => {
      const parsed = parseRules(JSON.stringify({ schema: "candor.permission-rules/1", rules: given.body.rules }));
      await writeRules(await storeOf(context), parsed);
      return { rules: parsed.map((rule) => ({ text: ruleText(rule), rule })), file: rulesText(parsed) };
    },
  );
}
