import { z } from "zod";
import { dexAttestationSteps } from "../centre/attest-dex.ts";
import { attestPhone } from "../centre/attest-phone.ts";
import { hardwareDocument, phoneAttestationDocument } from "../centre/attestation-documents-schema.ts";
import { hardwareDesk, whyOf } from "../centre/hardware-desk.ts";
import { virtualRoots } from "../centre/virtual-roots.ts";
import { agreed, demandSame, digestOf } from "./agreed.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { onPhone } from "./phone-work.ts";
import { named } from "./shapes.ts";

const why = z.array(z.string()).describe("Why it is no proof, in sentences");
const deskShape = named(
  "HardwareDesk",
  z.object({
    asked: hardwareDocument.shape.asked.unwrap().extend({ why }).nullable(),
    steps: z.array(z.string()).describe("What asking by a program does on the phone"),
    digest: z.string().describe("Of the steps, to be agreed to"),
  }),
);
const attestationShape = named("PhoneAttestation", phoneAttestationDocument.omit({ schema: true }).extend({ why }));

const wish = z.object({
  program: agreed.nullable().describe("The digest of the steps where a program may be put onto the phone"),
  anew: z.boolean().describe("Forgets what is remembered of this phone's hardware: after a repair"),
});

/** What a phone's hardware vouches for. */
export function hardwareRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/examinations/:id/hardware",
    { about: "What the hardware of this examination's phone said last, and what asking it does", answer: deskShape },
    async ({ param }) => {
      const desk = await hardwareDesk(await storeOf(context), param("id"));
      return desk && { ...desk, steps: [...desk.steps], digest: digestOf(desk.steps) };
    },
  );
  api.job(
    "/phones/:phone/hardware",
    { about: "Asks the phone's hardware, and tells what its word is worth", answer: attestationShape, body: wish },
    ({ param, body }) => {
      const phone = param("phone");
      if (body.program !== null) demandSame(dexAttestationSteps, body.program);
      const routes = body.program === null ? (["csr"] as const) : (["app_process", "csr"] as const);
      // The root of virtual phones counts only for those that this server has started itself.
      const isVirtual = phone.startsWith("virtual:");
      return context.jobs.start("hardware", "Ask the hardware", async (tools) =>
        onPhone(context, phone, tools, async (source) => {
          const { attestation } = await attestPhone(source, {
            ...{ routes, place: context, signal: tools.signal, anew: body.anew, noted: !isVirtual },
            moreRoots: isVirtual ? virtualRoots : [],
          });
          const { schema: _, ...found } = attestation;
          return { ...found, why: whyOf(found) };
        }),
      );
    },
  );
}
